//! A gallery: the facets, the search box, the filter in words, and the items that remain.

use crate::components::{FacetPanel, SearchBox, character_card, chips, fate_card, film_card, headline};
use crate::messages::fill;
use crate::site::use_site;
use crate::state::Act;
use crate::view::FIRST_SHOWN;
use desenlace_core::facet::Gallery;
use desenlace_core::query;
use std::rc::Rc;
use yew::prelude::*;

/// Which gallery is shown.
#[derive(Properties, PartialEq)]
pub struct GalleryProps {
    /// The gallery.
    pub gallery: Gallery,
}

/// A gallery, filtered.
#[component]
pub fn GalleryPage(props: &GalleryProps) -> Html {
    let site = use_site();
    let words = &site.messages().gallery;
    let gallery = props.gallery;
    let answer = use_memo((gallery, site.view.query.clone()), |(gallery, query)| {
        query::answer(site.corpus, *gallery, query)
    });
    let total = answer.items.len();
    let shown = total.min(site.view.shown);
    let results = match gallery {
        Gallery::Films => words.films.count(total),
        Gallery::Characters => words.characters.count(total),
        Gallery::Fates => words.fates.count(total),
    };
    html! {
        <div class="gallery">
            <div class="gallery-side">
                <FacetPanel answer={Rc::clone(&answer)} results={results.clone()} />
            </div>
            <div class="gallery-main">
                <div class="gallery-head">
                    <div><SearchBox /></div>
                </div>
                { headline(&site, gallery, total) }
                <p class="visually-hidden" role="status">{ results }</p>
                <div>{ chips(&site) }</div>
                <ul id="results" class={classes!("results", format!("results-{}", gallery.name()))}
                    data-total={total.to_string()}>
                    { for answer.items.iter().take(shown).map(|&item| match gallery {
                        Gallery::Films => film_card(&site, item),
                        Gallery::Characters => character_card(&site, item),
                        Gallery::Fates => fate_card(&site, item),
                    }) }
                </ul>
                <div>
                    if total == 0 { <p class="empty">{ words.empty }</p> }
                </div>
                <div>
                    if shown < total {
                        <p class="more">
                            <span>{ fill(&fill(words.shown, "shown", &shown.to_string()), "total", &total.to_string()) }</span>
                            <button type="button" onclick={site.acting(Act::ShowMore)}>
                                { words.more.count((total - shown).min(FIRST_SHOWN)) }
                            </button>
                        </p>
                    }
                </div>
            </div>
        </div>
    }
}
