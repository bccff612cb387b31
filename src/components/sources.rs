//! Who says so: short references to the bibliography.

use crate::site::use_site;
use desenlace_core::packed::SourceId;
use yew::prelude::*;

/// Which sources are named.
#[derive(Properties, PartialEq)]
pub struct SourcesProps {
    /// Their numbers.
    pub sources: Vec<u32>,
}

impl SourcesProps {
    /// The numbers of packed sources.
    #[must_use]
    pub fn numbers(sources: &[SourceId]) -> Vec<u32> {
        sources.iter().map(|source| source.get().0).collect()
    }
}

/// The keys of sources; pointing at one says what it is.
#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let site = use_site();
    html! {
        <span class="sources">
            { for props.sources.iter().map(|number| {
                let source = &site.corpus.sources[*number as usize];
                let mut title = site.text(&source.description).to_owned();
                if let Some(address) = source.address.as_ref() {
                    title = format!("{title}, {address}");
                }
                html! { <abbr {title}>{ source.id.as_str() }</abbr> }
            }) }
        </span>
    }
}
