//! The search box: what is typed narrows the gallery at once; the address follows when typing rests. Under it stand
//! suggestions, which arrows walk through and Enter follows.

use super::suggestions::{LIST, Suggestions, option_id, step};
use crate::browser;
use crate::markup::{Element, button, element};
use crate::site::Site;
use crate::state::{Act, Suggesting};
use yew::Callback;
use yew::virtual_dom::ListenerKind;

/// The search box of a gallery.
pub fn search_box(site: &Site) -> Element {
    let words = &site.messages().gallery;
    let text = &site.view().query.text;
    let suggestions = Suggestions::of(site);
    // The address already says everything; sending the form would only load the page again.
    let submit = site.on(|event| {
        event.prevent_default();
        Some(Act::Suggest(Suggesting::Closed))
    });
    let label = element("label").set("for", "search").class("visually-hidden").with(words.search_label);
    let clear = button()
        .class("search-clear")
        .set("aria-label", words.search_clear)
        .on_click(clearing(site))
        .with("×");
    let list = (!suggestions.targets.is_empty()).then(|| suggestions.list(site));
    element("form")
        .class("search")
        .set("role", "search")
        .on(|| ListenerKind::onsubmit, submit)
        .on(|| ListenerKind::onfocusout, site.acting(Act::Suggest(Suggesting::Closed)))
        .with(label)
        .with(element("div").with(input(site, &suggestions)))
        .with(element("div").with((!text.is_empty()).then_some(clear)))
        .with(element("div").with(list))
}

/// The box itself. It has the focus all the while; the chosen suggestion is only pointed at.
fn input(site: &Site, suggestions: &Suggestions) -> Element {
    let open = !suggestions.targets.is_empty();
    let chosen = suggestions.chosen(site);
    let input = element("input")
        .set("id", "search")
        .set("type", "search")
        .set("name", "q")
        .set("role", "combobox")
        .set("aria-autocomplete", "list")
        .set("aria-expanded", if open { "true" } else { "false" })
        .set("aria-keyshortcuts", "/")
        .set("autocomplete", "off")
        .set("enterkeyhint", "search")
        .set("spellcheck", "false")
        .set("maxlength", "500")
        .set("placeholder", site.messages().gallery.search_label)
        .value(site.view().query.text.clone())
        .on_input(site.typing(Act::Type))
        .on(|| ListenerKind::onkeydown, keys(site, suggestions, chosen));
    let input = if open { input.set("aria-controls", LIST) } else { input };
    match chosen {
        Some(place) => input.set("aria-activedescendant", option_id(place)),
        None => input,
    }
}

/// What keys do in the box: arrows open the suggestions and walk through them, Enter follows the chosen one, Escape
/// closes them, and a second one empties the box. All others are left to the browser.
fn keys(site: &Site, suggestions: &Suggestions, chosen: Option<usize>) -> Callback<web_sys::Event> {
    let targets = suggestions.targets.clone();
    let empty = site.view().query.text.is_empty();
    site.on(move |event| {
        let key = browser::key(event);
        let act = match (key.as_str(), chosen) {
            ("Escape", _) if !targets.is_empty() => Act::Suggest(Suggesting::Closed),
            ("Escape", _) if !empty => Act::Type(String::new()),
            ("Enter", Some(place)) => {
                browser::keep_place();
                Act::Visit(targets[place].clone())
            }
            ("ArrowDown", None) if targets.is_empty() => Act::Suggest(Suggesting::Open),
            (key, _) => Act::Suggest(step(key, chosen, targets.len())?),
        };
        event.prevent_default();
        Some(act)
    })
}

/// Empties the box, and goes on in it.
fn clearing(site: &Site) -> Callback<web_sys::Event> {
    site.on(|_| {
        browser::focus_first("#search");
        Some(Act::Type(String::new()))
    })
}
