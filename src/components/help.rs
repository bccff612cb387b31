//! The keys that the page knows, on a sheet of its own: opened by `?` or by its button, closed by Escape.

use crate::browser;
use crate::markup::{Element, button, element};
use crate::site::Site;
use yew::Callback;

/// The id of the sheet.
pub const SHEET: &str = "help";

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
    // A form of this kind closes its dialog without a line of program.
    let close = element("form").set("method", "dialog").with(element("button").with(words.close));
    let sheet = element("dialog")
        .set("id", SHEET)
        .class("help")
        .set("aria-labelledby", "help-title")
        .with(element("h2").set("id", "help-title").with(words.title))
        .with(element("dl").with_all(keys))
        .with(element("p").with(words.query))
        .with(close);
    element("div").with(open).with(sheet)
}
