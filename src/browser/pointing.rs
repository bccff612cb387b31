//! What one points at lights up, with what belongs to it: a thread, the events that it runs through, the passages
//! that tell them. Elements say themselves what they show (`data-thing`: a letter for the kind, and a number) and
//! what they are tied to (`data-ties`); two of different kinds that share a tie belong together. It knows neither
//! films nor what light looks like: that is the style sheet's, by `data-lit`.

use super::{document, target, window};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// The attribute that says what a thing is.
pub const THING: &str = "data-thing";
/// The attribute that says what it is tied to, by names with blanks between them.
pub const TIES: &str = "data-ties";

/// What is lit, and how: `here` where one points, `held` where a finger has tapped, empty where it belongs to that.
const LIT: &str = "data-lit";

/// Where it stands in words what a finger has tapped, which sees no tooltip.
const SUBTITLE: &str = ".subtitle";

/// Listens for whatever points: a mouse or a pen that is somewhere, a finger that taps, the focus.
pub fn listen() -> [EventListener; 3] {
    // Before anything else hears of a click, so that it can be kept from following a link.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    ["pointerover", "focusin", "click"]
        .map(|kind| EventListener::new_with_options(&window(), kind, options, point))
}

/// Lets go of whatever is lit.
pub fn let_go() {
    each(&["[", LIT, "]"].concat(), &|lit| {
        let _ = lit.remove_attribute(LIT);
    });
    say(None);
}

/// Lights up what an event points at. A first tap on a drawing only does that; a second one follows the link.
fn point(event: &Event) {
    let taps = event.type_() == "click";
    let touch = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    if taps != touch {
        return;
    }
    let thing = target(event).and_then(|target| target.closest(&["[", THING, "]"].concat()).ok().flatten());
    let lit = thing.as_ref().and_then(|thing| thing.get_attribute(LIT)).unwrap_or_default();
    if lit == "held" || (lit == "here" && !taps) {
        return;
    }
    let_go();
    let Some(thing) = thing else { return };
    light(&thing);
    let held = taps && thing.matches("svg *").unwrap_or_default();
    if held {
        event.prevent_default();
        say(thing.text_content());
    }
    let _ = thing.set_attribute(LIT, if held { "held" } else { "here" });
}

/// Lights up a thing wherever it is shown, and what belongs to it.
fn light(thing: &Element) {
    let own = thing.get_attribute(THING).unwrap_or_default();
    let mut selector = ["[", THING, "='", &own, "']"].concat();
    for tie in thing.get_attribute(TIES).unwrap_or_default().split_whitespace() {
        selector.extend([",[", TIES, "~='", tie, "']"]);
    }
    each(&selector, &|other| {
        let its = other.get_attribute(THING).unwrap_or_default();
        if its == own || its.get(..1) != own.get(..1) {
            let _ = other.set_attribute(LIT, "");
        }
    });
}

/// Says what is held, or nothing any more.
fn say(words: Option<String>) {
    each(SUBTITLE, &|subtitle| subtitle.set_text_content(words.as_deref()));
}

/// Does something to each element that a selector finds.
fn each(selector: &str, act: &dyn Fn(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    (0..found.length()).filter_map(|at| found.get(at)).for_each(|node| act(node.unchecked_ref()));
}
