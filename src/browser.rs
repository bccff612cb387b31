//! Everything that is asked of the browser: the address, the history, the title, focus, scrolling, stored
//! preferences. All of it is called from effects and event handlers only, never while rendering.

pub mod hand_over;
pub mod pointing;

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent,
    MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Fixes the root of the site: a relative `<base>` would move with the address.
pub fn fix_base() {
    if let Ok(Some(base)) = document().query_selector("base") {
        let _ = base.set_attribute("href", &root());
    }
}

/// The address of the page relative to the root of the site, with query and fragment.
#[must_use]
pub fn address() -> String {
    let location = window().location().href().unwrap_or_default();
    let root = root();
    match location.strip_prefix(&root) {
        Some(address) => address.to_owned(),
        None => String::new(),
    }
}

/// The absolute address of the root of the site.
fn root() -> String {
    document().base_uri().ok().flatten().unwrap_or_default()
}

/// Makes a new entry in the history.
pub fn push_address(address: &str) {
    if let Ok(history) = window().history() {
        // A browser that refuses (too many calls) keeps the old address; the page itself is unharmed.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&(root() + address)));
    }
}

/// Remembers in the current entry of the history how far the page is scrolled. It must be asked before another page
/// is drawn, which may be shorter.
pub fn keep_place() {
    if let (Ok(history), Ok(place)) = (window().history(), window().scroll_y()) {
        // A browser that refuses only scrolls to the top when somebody comes back.
        let _ = history.replace_state(&JsValue::from_f64(place), "");
    }
}

/// Scrolls to where the page was when somebody left it. The browser does so too, but before the page is drawn.
pub fn return_to_place() {
    let place = window().history().and_then(|history| history.state());
    if let Some(place) = place.ok().and_then(|place| place.as_f64()) {
        window().scroll_to_with_x_and_y(0.0, place);
    }
}

/// Changes the address of the current entry, which keeps its place.
pub fn replace_address(address: &str) {
    if let Ok(history) = window().history() {
        let place = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&place, "", Some(&(root() + address)));
    }
}

/// Sets the title and the language of the document.
pub fn set_head(title: &str, language: &str) {
    document().set_title(title);
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("lang", language);
    }
}

/// Says on the document that the page is alive.
pub fn mark_hydrated() {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-hydrated", "true");
    }
}

/// Whether the page came with its content already in it.
#[must_use]
pub fn is_prerendered() -> bool {
    document().document_element().is_some_and(|html| html.has_attribute("data-prerendered"))
}

/// Brings an element into view and gives it the focus.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        take_focus(&element);
    }
}

/// Gives the focus to the first element that a selector finds, wherever the page is scrolled, and says whether there
/// is one.
pub fn focus_first(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    found.iter().for_each(take_focus);
    found.is_some()
}

/// Whether a selector finds anything.
#[must_use]
pub fn is_there(selector: &str) -> bool {
    matches!(document().query_selector(selector), Ok(Some(_)))
}

/// Keeps the first element that a selector finds as high as it is, whatever comes to be in it, so that the page stays scrolled
/// where it is.
pub fn keep_height(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let element = element.unchecked_ref::<HtmlElement>();
        // A browser that refuses lets the page jump.
        let _ = element
            .style()
            .set_property("min-height", &[&element.offset_height().to_string(), "px"].concat());
    }
}

/// Lets the first element that a selector finds be as high as what is in it.
pub fn let_shrink(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.unchecked_ref::<HtmlElement>().style().remove_property("min-height");
    }
}

/// Clicks the first element that a selector finds.
pub fn click_first(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.unchecked_ref::<HtmlElement>().click();
    }
}

/// Gives the focus to the first element that a selector finds, and leaves the page scrolled as it is.
pub fn focus_in_place(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // What cannot have the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Gives the focus of what is going away to the beginning of what it stands in, and leaves the page scrolled as it is.
pub fn give_focus_back(event: &Event) {
    let around = target(event).and_then(|target| target.closest("li, section, article, main").ok().flatten());
    let Some(first) = around.and_then(|around| around.query_selector("a, [tabindex]").ok().flatten()) else {
        return;
    };
    let selector = match first.get_attribute("href") {
        Some(address) => ["#content a[href=\"", &address, "\"]"].concat(),
        None => ["#", &first.id()].concat(),
    };
    // What is drawn meanwhile may put another element in its place.
    Timeout::new(0, move || focus_in_place(&selector)).forget();
}

/// Scrolls what lies around the first element that a selector finds so far that it can be seen.
pub fn reveal(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus from an item of a list to the next one, or to the one before, and says whether it was in a list.
pub fn step(event: &Event, forward: bool) -> bool {
    let item = target(event).and_then(|target| target.closest(LISTED).ok().flatten());
    let Some(item) = item else { return false };
    let other = if forward { item.next_element_sibling() } else { item.previous_element_sibling() };
    if let Some(Ok(Some(control))) = other.map(|other| other.query_selector("a, input")) {
        take_focus(&control);
    }
    true
}

/// The items of lists that arrows walk through.
const LISTED: &str = ".results > li, .facet-values > li";

/// Sets every list to what the page says is chosen in it.
pub fn settle_choices() {
    let Ok(lists) = document().query_selector_all("[data-chosen]") else { return };
    for number in 0..lists.length() {
        if let Some(list) = lists.get(number).and_then(|list| list.dyn_into::<Element>().ok()) {
            // A list has its value by the same name as a box.
            let chosen = list.get_attribute("data-chosen").unwrap_or_default();
            list.unchecked_ref::<HtmlInputElement>().set_value(&chosen);
        }
    }
}

/// Opens a dialog above the page, unless what it belongs to rests behind another one: it would rest with it.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = document().get_element_by_id(id)
        && let Ok(None) = dialog.closest("[inert]")
    {
        // One that is open already stays so.
        let _ = dialog.unchecked_ref::<HtmlDialogElement>().show_modal();
    }
}

/// The key of a keyboard event, by its standard name; empty where it is pressed together with others that make
/// another command of it, and for any other event.
#[must_use]
pub fn key(event: &Event) -> String {
    let event = event.dyn_ref::<KeyboardEvent>();
    let plain = event.filter(|event| !(event.ctrl_key() || event.meta_key() || event.alt_key()));
    plain.map(KeyboardEvent::key).unwrap_or_default()
}

/// Whether an event happens to something that takes in what is typed.
#[must_use]
pub fn is_typed_into(event: &Event) -> bool {
    target(event).is_some_and(|target| target.matches(TYPED).unwrap_or_default())
}

/// What takes in what is typed.
const TYPED: &str = "input:not([type='checkbox'], [type='radio']), select, textarea";

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn take_focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // What cannot have the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Goes back to where a link to this address was followed, if the page has one.
pub fn return_to(address: &str) -> bool {
    focus_first(&["#content a[href=\"", address, "\"]"].concat())
}

/// Gives the heading of a new page the focus and shows its beginning.
pub fn begin_page() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus_first("#title");
}

/// Whether a click means “go there in this tab”, and not a new tab, a download or a context menu.
#[must_use]
pub fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented()
    })
}

/// What was typed into a box, or chosen from a list.
#[must_use]
pub fn value(event: &Event) -> String {
    // A list has its value by the same name as a box, so neither needs to be told from the other.
    event.target().map(|target| target.unchecked_ref::<HtmlInputElement>().value()).unwrap_or_default()
}

/// A stored preference; none where storage is off.
#[must_use]
pub fn preference(name: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(name).ok().flatten()
}

/// Stores a preference, or forgets it.
pub fn set_preference(name: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or forbidden storage only means that the preference is asked for again.
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}

/// Ticks a box, as if it had come ticked.
pub fn tick(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.set_attribute("checked", "");
    }
}

/// Sets or removes an attribute of the document element.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(html) = document().document_element() {
        let _ = match value {
            Some(value) => html.set_attribute(name, value),
            None => html.remove_attribute(name),
        };
    }
}
