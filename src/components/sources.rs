//! Who says so: short references to the bibliography.

use crate::markup::{Element, element};
use crate::site::Site;
use desenlace_core::model::SourceId;

/// The keys of sources; pointing at one says what it is.
pub fn sources(site: &Site, sources: impl Iterator<Item = SourceId>) -> Element {
    let keys = sources.map(|number| {
        let source = &site.corpus.sources[number.index()];
        let description = site.text(&source.description);
        let title = match source.address.as_ref() {
            Some(address) => [description, ", ", address].concat(),
            None => description.to_owned(),
        };
        element("abbr").set("title", title).with(source.id.as_str())
    });
    element("span").class("sources").with_all(keys)
}
