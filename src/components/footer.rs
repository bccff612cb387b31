//! The foot of every page: where the texts come from, and the keys.

use super::help::help;
use super::page_link;
use crate::markup::{Element, element};
use crate::site::Site;
use crate::view::{Compared, Page};

/// The foot of every page.
pub fn footer(site: &Site) -> Element {
    let words = site.messages();
    let about = page_link(site, Page::About(None)).with(words.about.title);
    let compare = page_link(site, Page::Compare(Compared::default())).with(words.compare.title);
    let text = element("p").with(words.site.footer).with(" ").with(about).with("\u{a0}· ").with(compare);
    element("footer").class("site-footer").with(text).with(help(site))
}
