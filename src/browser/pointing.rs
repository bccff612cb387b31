//! What one points at lights up, with what belongs to it: a thread, the events that it runs through, the passages
//! that tell them. Elements say themselves what they show (`data-thing`: a letter for the kind, and a number) and
//! what they are tied to (`data-ties`, names with blanks between them); two of different kinds that share a tie belong
//! together. It knows neither films nor what light looks like: that is the style sheet's, by `data-lit`.

use super::{document, reveal, target, window};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// The attribute that says how something is lit: `here` where one points, `held` where a finger has tapped, empty where
/// it belongs to that.
const LIT: &str = "data-lit";

/// Listens for whatever points: a mouse or a pen that is somewhere, a finger that taps, the focus.
pub fn listen(listeners: &mut Vec<EventListener>) {
    // Before anything else hears of a click, so that it can be kept from following a link.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    for kind in ["pointerover", "focusin", "click"] {
        listeners.push(EventListener::new_with_options(&window(), kind, options, point));
    }
}

/// Lets go of whatever is lit.
pub fn let_go() {
    mark("[data-lit]", None);
    say(None);
}

/// Lights up what an event points at. A first tap on a drawing only does that; a second one follows the link.
fn point(event: &Event) {
    let kind = event.type_();
    if kind == "focusin" {
        // Firefox scrolls to the middle of a drawing instead of the link in it that keys have reached, but it finds words.
        reveal("svg :focus-visible text");
    }
    let taps = kind == "click";
    let touch = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    if taps != touch {
        return;
    }
    let thing = target(event).and_then(|target| target.closest("[data-thing]").ok().flatten());
    let lit = thing.as_ref().and_then(|thing| thing.get_attribute(LIT)).unwrap_or_default();
    if lit == "held" || (lit == "here" && !taps) {
        return;
    }
    let_go();
    let Some(thing) = thing else { return };
    let own = thing.get_attribute("data-thing").unwrap_or_default();
    let mut selector = ["[data-thing='", &own, "']"].concat();
    for tie in thing.get_attribute("data-ties").unwrap_or_default().split(' ') {
        let kind = own.get(..1).unwrap_or_default();
        selector.extend([",[data-ties~='", tie, "']:not([data-thing^='", kind, "'])"]);
    }
    mark(&selector, Some(""));
    let held = taps && thing.matches("svg *").unwrap_or_default();
    if held {
        event.prevent_default();
        say(thing.text_content());
    }
    let _ = thing.set_attribute(LIT, if held { "held" } else { "here" });
}

/// Says what is held, which a finger has no tooltip for; or nothing any more.
fn say(words: Option<String>) {
    if let Ok(Some(subtitle)) = document().query_selector(".subtitle") {
        subtitle.set_text_content(words.as_deref());
    }
}

/// Says of each element that a selector finds how it is lit.
fn mark(selector: &str, lit: Option<&str>) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for at in 0..found.length() {
        if let Some(element) = found.get(at) {
            let element: &Element = element.unchecked_ref();
            let _ = match lit {
                Some(lit) => element.set_attribute(LIT, lit),
                None => element.remove_attribute(LIT),
            };
        }
    }
}
