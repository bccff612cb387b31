//! What a visitor takes along from any page: its address, its citation, and where there is one its data. The texts
//! are made by [`export`](crate::export) when somebody asks, and handed to the browser.

use crate::browser::hand_over::{copy, occasion, save, share};
use crate::browser::value;
use crate::export::{self, Form, Occasion, cite, cited_name};
use crate::markup::{Element, button, element};
use crate::messages::fill;
use crate::site::Site;
use crate::state::{Act, Handed};
use crate::view::{Page, Spot, View};
use desenlace_core::model::PassageId;
use std::rc::Rc;
use web_sys::Event;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

/// What can be taken along from the page that is shown.
pub fn take_along(site: &Site) -> Element {
    let words = &site.messages().sharing;
    let (corpus, view) = (site.corpus, site.view().clone());
    let sharing = asks(site, words.share, move |place, done| {
        share(&cited_name(corpus, &view), &[&place.root, &*view.address(corpus)].concat(), done);
    });
    let said = site.state.handed.map(|handed| match handed {
        Handed::Copied => words.copied,
        Handed::Given => words.given,
        Handed::Refused => words.refused,
    });
    element("aside")
        .class("take-along")
        .set("aria-label", words.title)
        .with(element("div").class("take-along-ways").with(sharing).with_all(data(site)))
        .with(citation(site))
        .with(element("p").set("role", "status").with(said))
}

/// Copies a passage with its citation.
pub fn quote_button(site: &Site, passage: PassageId, position: &str) -> Element {
    let (corpus, words) = (site.corpus, &site.messages().sharing);
    let film = corpus.passages.at(passage.index()).film;
    let here = site.view().to(Page::Film(film, Some(Spot::Passage(passage))));
    let name = fill(words.quote, "number", position);
    asks(site, words.copy, move |place, done| copy(export::quote(corpus, &here, passage, &place), done))
        .class("passage-quote")
        .set("aria-label", name.clone())
        .set("title", name)
}

/// The view as a citation, in a form that can be chosen. It is written when somebody unfolds it, because only then
/// may the browser be asked for the day.
fn citation(site: &Site) -> Element {
    let words = &site.messages().sharing;
    let language = site.language().tag();
    let citing = site.state.handling.citing.as_ref();
    let form = citing.map(|(form, _)| *form).unwrap_or_default();
    let unfold = site.asking(move |_, acts| acts.emit(Act::Cite(Some((form, occasion(language))))));
    let choose = site.asking(move |event, acts| {
        acts.emit(Act::Cite(Some((Form::named(&value(event)), occasion(language)))));
    });
    let options = Form::ALL.map(|each| {
        let name = if each == Form::Plain { words.plain_name } else { each.name() };
        element("option").set("value", each.name()).flag(each == form, "selected").with(name)
    });
    let select = element("select").set("aria-label", words.form).on_change(choose).with_all(options);
    let written = citing.map(|(form, place)| {
        let text = cite(site.corpus, site.view(), *form, place);
        let (copied, file) = (text.clone(), form.file_name());
        let saved = text.clone();
        element("div")
            .with(element("pre").class("citation").set("tabindex", "0").set("lang", language).with(text))
            .with(asks(site, words.copy, move |_, done| copy(copied.clone(), done)))
            .with(" ")
            .with(asks(site, words.save, move |_, done| save(file, &saved, done)))
    });
    element("details")
        .class("cite")
        .on(|| ListenerKind::ontoggle, unfold)
        .with(element("summary").with(words.cite))
        .with(select)
        .with(element("div").with(written))
}

/// How rows are written to a file.
type Written = fn(&[Vec<String>]) -> String;

/// The data of a page: of a gallery its result, of a film its relations.
fn data(site: &Site) -> Vec<Element> {
    let words = &site.messages().sharing;
    let (corpus, view) = (site.corpus, site.view().clone());
    match view.page {
        Page::Gallery(gallery) => {
            let files = [(words.csv, ".csv", export::csv as Written), (words.json, ".json", export::json)];
            let files = files.map(|(name, ending, write)| {
                let view: View = view.clone();
                asks(site, name, move |place, done| {
                    let rows = export::rows(corpus, &view, gallery, &place.root);
                    save(&["desenlace-", gallery.name(), ending].concat(), &write(&rows), done);
                })
            });
            files.into()
        }
        Page::Film(film, _) => {
            let graph = asks(site, words.graph, move |_, done| {
                let graph = export::graph(corpus, film, view.language, &view.query.veil);
                save(&["desenlace-", corpus.films.at(film.index()).id, ".graphml"].concat(), &graph, done);
            });
            vec![graph]
        }
        _ => Vec::new(),
    }
}

/// A button that has something handed over, and says what came of it.
fn asks(site: &Site, name: &'static str, hand: impl Fn(Occasion, Callback<Handed>) + 'static) -> Element {
    asks_for(site, name, Rc::new(hand))
}

/// The same, compiled once for all that can be handed over.
fn asks_for(site: &Site, name: &'static str, hand: Rc<dyn Fn(Occasion, Callback<Handed>)>) -> Element {
    let language = site.language().tag();
    let ask = site.asking(move |_: &Event, acts| hand(occasion(language), acts.reform(Act::Hand)));
    button().on_click(ask).with(name)
}
