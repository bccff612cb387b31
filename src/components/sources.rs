//! Who says so: short references to the bibliography.

use crate::site::Site;
use desenlace_core::packed::SourceId;
use yew::prelude::*;

/// The keys of sources; pointing at one says what it is.
pub fn sources(site: &Site, sources: &[SourceId]) -> Html {
    html! {
        <span class="sources">
            { for sources.iter().map(|number| {
                let source = &site.corpus.sources[number.get().index()];
                let mut title = site.text(&source.description).to_owned();
                if let Some(address) = source.address.as_ref() {
                    title = format!("{title}, {address}");
                }
                html! { <abbr {title}>{ source.id.as_str() }</abbr> }
            }) }
        </span>
    }
}
