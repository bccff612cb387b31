//! The keys that the page knows, on a sheet of its own: opened by `?` or by its button, closed by Escape; and the box that
//! turns off those that are letters.

use crate::browser;
use crate::markup::{Element, button, element};
use crate::site::Site;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

/// The id of the sheet.
pub const SHEET: &str = "help";
/// The preference of who wants no keys that are letters. It is a matter between its box and the keys alone: nothing else
/// on the page looks different, so no state has it.
pub const KEYS: &str = "keys";
/// The id of its box.
pub const KEYS_BOX: &str = "keys-off";

/// The button that opens the sheet, and the sheet.
pub(super) fn help(site: &Site) -> Element {
    let words = &site.messages().help;
    let open = button()
        .class("help-button")
        .set("aria-haspopup", "dialog")
        .set("aria-keyshortcuts", "?")
        .on_click(Callback::from(|_| browser::show_dialog(SHEET)))
        .with(element("kbd").with("?"))
        .with(" ")
        .with(words.title);
    let keys = [
        ("/", words.search),
        ("↓ ↑", words.arrows),
        ("Enter", words.enter),
        ("Esc", words.escape),
        ("?", words.sheet),
    ];
    let keys = keys.map(|(key, told)| {
        let key = element("dt").with(element("kbd").with(key));
        element("div").with(key).told(told)
    });
    let turn = |_| browser::set_preference(KEYS, browser::preference(KEYS).is_none().then_some("off"));
    let off = element("input")
        .set("type", "checkbox")
        .set("id", KEYS_BOX)
        .on(|| ListenerKind::onchange, Callback::from(turn));
    let off = element("label").class("keys-off").with(off).with(words.off);
    // A form of this kind closes its dialog without a line of program.
    let close = element("form").set("method", "dialog").with(element("button").with(words.close));
    let sheet = element("dialog")
        .set("id", SHEET)
        .class("help")
        .set("aria-labelledby", "help-title")
        .with(
            element("h2")
                .set("id", "help-title")
                .set("tabindex", "-1")
                .flag(true, "autofocus")
                .with(words.title),
        )
        .with(element("dl").with_all(keys))
        .with(off)
        .with(element("p").with(words.query))
        .with(close);
    element("div").with(open).with(sheet)
}
