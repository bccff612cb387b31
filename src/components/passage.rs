//! A passage of a story: its prose with the people and places that it names as links, the source sentences
//! that it rests on, the editor's note.

use super::{Link, character_link_as};
use crate::site::Site;
use crate::view::{Page, View};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::Language;
use desenlace_core::packed::SpanTarget;
use yew::prelude::*;

/// The prose of a passage, with its links.
fn prose(site: &Site, passage: u32, language: Language) -> Html {
    let text = &site.corpus.passages[passage as usize].texts[language as usize];
    let mut paragraphs: Vec<Vec<Html>> = vec![Vec::new()];
    let plain = |text: &'static str, paragraphs: &mut Vec<Vec<Html>>| {
        for (position, part) in text.split('\n').enumerate() {
            if position > 0 {
                paragraphs.push(Vec::new());
            }
            if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.push(html! { { part } });
            }
        }
    };
    let mut written = 0;
    for span in text.spans.iter() {
        let (start, end) = (span.start.to_native() as usize, span.end.to_native() as usize);
        plain(&text.text[written..start], &mut paragraphs);
        let words = &text.text[start..end];
        let marked = match &span.target {
            SpanTarget::Character(character) => character_link_as(site, character.get().0, words),
            SpanTarget::Place(place) => {
                let to = View::filtered(site.language(), Gallery::Characters, Facet::Place, place.get().0);
                html! { <Link {to} class="place-link">{ words }</Link> }
            }
            SpanTarget::Emphasis => html! { <em>{ words }</em> },
        };
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(marked);
        }
        written = end;
    }
    plain(&text.text[written..], &mut paragraphs);
    let other = (language != site.language()).then(|| language.tag());
    html! { { for paragraphs.into_iter().map(|paragraph| html! { <p lang={other}>{ for paragraph }</p> }) } }
}

/// A passage with everything that belongs to it; the target of every reference to it.
pub fn passage_block(site: &Site, number: u32, position: usize, beside: Option<Language>) -> Html {
    let words = site.messages();
    let passage = &site.corpus.passages[number as usize];
    let film = passage.film.get();
    let key = &site.corpus.films[film.index()].synopsis.key;
    let sentences: Vec<String> =
        passage.sentences.iter().map(|sentence| format!("{key}-S{}", sentence.to_native())).collect();
    let here = View::of(site.language(), Page::Film(film, Some(desenlace_core::model::PassageId(number))));
    let pointed = site.view.page == here.page;
    html! {
        <section key={number} id={passage.id.as_str()} tabindex="-1" class={classes!("passage", pointed.then_some("is-pointed-at"))}>
            <h3>
                <Link to={here} class="passage-number">{ format!("§{}", position) }</Link>
                { " " }{ site.text(&passage.title) }
            </h3>
            <div class={classes!("passage-text", beside.map(|_| "is-parallel"))}>
                <div>{ prose(site, number, site.language()) }</div>
                if let Some(language) = beside {
                    <div>{ prose(site, number, language) }</div>
                }
            </div>
            if let Some(note) = passage.note.as_ref() {
                <aside class="note"><p><b>{ words.film.note }</b>{ " " }{ site.text(note) }</p></aside>
            }
            <p class="passage-source"><span>{ words.film.rests_on }</span>{ " " }{ sentences.join(", ") }</p>
        </section>
    }
}
