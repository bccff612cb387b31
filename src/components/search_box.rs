//! The search box: what is typed narrows the gallery at once; the address follows when typing rests.

use crate::markup::{Element, button, element};
use crate::site::Site;
use crate::state::Act;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

/// The search box of a gallery.
pub fn search_box(site: &Site) -> Element {
    let words = &site.messages().gallery;
    let text = &site.view().query.text;
    // The address already says everything; sending the form would only load the page again.
    let stay = Callback::from(|event: web_sys::Event| event.prevent_default());
    let label = element("label").set("for", "search").class("visually-hidden").with(words.search_label);
    let input = element("input")
        .set("id", "search")
        .set("type", "search")
        .set("name", "q")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("maxlength", "500")
        .set("placeholder", words.search)
        .value(text.clone())
        .on_input(site.typing(Act::Type));
    let clear = button()
        .class("search-clear")
        .set("aria-label", words.search_clear)
        .on_click(site.acting(Act::Type(String::new())))
        .with("×");
    element("form")
        .class("search")
        .set("role", "search")
        .on(|| ListenerKind::onsubmit, stay)
        .with(label)
        .with(element("div").with(input))
        .with(element("div").with((!text.is_empty()).then_some(clear)))
}
