//! Who says so: short references to the bibliography.

use super::page_link;
use crate::markup::{Element, element};
use crate::site::Site;
use crate::view::Page;
use desenlace_core::model::SourceId;

/// The keys of sources; pointing at one says what it is, following it leads to it in the bibliography.
pub fn sources(site: &Site, sources: impl Iterator<Item = SourceId>) -> Element {
    let keys = sources.map(|number| {
        let source = &site.corpus.sources[number.index()];
        let description = site.text(&source.description);
        let title = match source.address.as_ref() {
            Some(address) => [description, ", ", address].concat(),
            None => description.to_owned(),
        };
        page_link(site, Page::About(Some(number))).set("title", title).with(source.id.as_str())
    });
    element("span").class("sources").with_all(keys)
}
