//! A passage of a story: its prose with the people and places that it names as links, the source sentences
//! that it rests on, the editor's note.

use super::{CharacterLink, Link};
use crate::site::use_site;
use crate::view::{Page, View};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::Language;
use desenlace_core::packed::SpanTarget;
use yew::prelude::*;

/// Which prose is shown.
#[derive(Properties, PartialEq)]
pub struct ProseProps {
    /// The number of the passage.
    pub passage: u32,
    /// The language of the prose, which may be another than that of the page.
    pub language: Language,
}

/// The prose of a passage, with its links.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    let site = use_site();
    let text = &site.corpus.passages[props.passage as usize].texts[props.language as usize];
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
            SpanTarget::Character(character) => {
                html! { <CharacterLink number={character.get().0}>{ words }</CharacterLink> }
            }
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
    let other = (props.language != site.language()).then(|| props.language.tag());
    html! { { for paragraphs.into_iter().map(|paragraph| html! { <p lang={other}>{ for paragraph }</p> }) } }
}

/// Which passage is shown.
#[derive(Properties, PartialEq)]
pub struct PassageProps {
    /// The number of the passage.
    pub passage: u32,
    /// Its number within the film, from 1.
    pub position: usize,
    /// A second language to read beside the first.
    #[prop_or_default]
    pub beside: Option<Language>,
}

/// A passage with everything that belongs to it; the target of every reference to it.
#[component]
pub fn PassageBlock(props: &PassageProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let passage = &site.corpus.passages[props.passage as usize];
    let film = passage.film.get();
    let key = &site.corpus.films[film.index()].synopsis.key;
    let sentences: Vec<String> =
        passage.sentences.iter().map(|sentence| format!("{key}-S{}", sentence.to_native())).collect();
    let here = View::of(site.language(), Page::Film(film, Some(desenlace_core::model::PassageId(props.passage))));
    let pointed = site.view.page == here.page;
    html! {
        <section id={passage.id.as_str()} tabindex="-1" class={classes!("passage", pointed.then_some("is-pointed-at"))}>
            <h3>
                <Link to={here} class="passage-number">{ format!("§{}", props.position) }</Link>
                { " " }{ site.text(&passage.title) }
            </h3>
            <div class={classes!("passage-text", props.beside.map(|_| "is-parallel"))}>
                <div><Prose passage={props.passage} language={site.language()} /></div>
                if let Some(language) = props.beside {
                    <div><Prose passage={props.passage} {language} /></div>
                }
            </div>
            if let Some(note) = passage.note.as_ref() {
                <aside class="note"><p><b>{ words.film.note }</b>{ " " }{ site.text(note) }</p></aside>
            }
            <p class="passage-source"><span>{ words.film.rests_on }</span>{ " " }{ sentences.join(", ") }</p>
        </section>
    }
}
