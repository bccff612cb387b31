//! Who says so: short references to the bibliography.

use crate::markup::{Element, element};
use crate::site::Site;
use desenlace_core::packed::SourceId;

/// The keys of sources; pointing at one says what it is.
pub fn sources(site: &Site, sources: &[SourceId]) -> Element {
    let keys = sources.iter().map(|number| {
        let source = &site.corpus.sources[number.get().index()];
        let description = site.text(&source.description);
        let title = match source.address.as_ref() {
            Some(address) => [description, ", ", address].concat(),
            None => description.to_owned(),
        };
        element("abbr").set("title", title).with(source.id.as_str())
    });
    element("span").class("sources").with_all(keys)
}
