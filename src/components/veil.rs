//! What stands where fates are hidden: that they are, and the way to have them told. Whether they are hidden is the
//! business of the core's veil.

use crate::browser;
use crate::markup::{Element, button, element};
use crate::site::Site;
use crate::state::Act;
use desenlace_core::model::FilmId;
use yew::virtual_dom::ListenerKind;

/// The setting that hides all fates until asked.
pub fn veil_switch(site: &Site) -> Element {
    let hidden = site.view().query.veil.is_drawn();
    let tick = element("input")
        .set("type", "checkbox")
        .set("id", "hide-fates")
        .checked(hidden)
        .on(|| ListenerKind::onchange, site.acting(Act::Hide(!hidden)));
    element("label").class("veil-switch").with(tick).with(site.messages().veil.hide)
}

/// Says what is not there because fates are hidden, with the way to have all of them told; nothing where none are.
pub fn veil_note(site: &Site, told: &'static str) -> Option<Element> {
    let show = going(site, Act::Hide(false)).with(site.messages().veil.show_all);
    site.view().query.veil.is_drawn().then(|| note(told, show))
}

/// What stands in place of a part that tells the fates of a film: why it is not there, and the way to it.
pub fn gate(site: &Site, film: FilmId) -> Element {
    let words = &site.messages().veil;
    note(words.gate, going(site, Act::Tell(film, true)).with(words.show_film))
}

fn note(told: &'static str, show: Element) -> Element {
    element("p").class("gate").with(element("span").with(told)).with(" ").with(show)
}

/// Tells the fates of one film, or hides them again; nothing where fates are not hidden at all.
pub fn film_veil(site: &Site, film: FilmId) -> Option<Element> {
    let switch = || element("p").class("gate").with(film_switch(site, film));
    site.view().query.veil.is_drawn().then(switch)
}

/// What stands in place of a fate: that it is hidden, as the way to have those of its film told.
pub fn hidden_fate(site: &Site, film: FilmId) -> Element {
    let words = &site.messages().veil;
    let name = [words.hidden, " · ", words.show_film].concat();
    going(site, Act::Tell(film, true)).class("fate-mark veiled").set("aria-label", name).with(words.hidden)
}

/// A button that tells the fates of a film, or hides them again.
fn film_switch(site: &Site, film: FilmId) -> Element {
    let (words, hidden) = (&site.messages().veil, site.hides(film));
    let switch = button().class("film-veil").on_click(site.acting(Act::Tell(film, hidden)));
    switch.with(if hidden { words.show_film } else { words.hide_film })
}

/// A button that is not there any more when it has acted: what it stood in takes its focus.
fn going(site: &Site, act: Act) -> Element {
    let go = site.asking(move |event, acts| {
        browser::give_focus_back(event);
        acts.emit(act.clone());
    });
    button().class("film-veil").on_click(go)
}
