//! The panel of facets beside a gallery; on narrow screens it is folded away behind a button.

use super::FacetGroup;
use crate::site::use_site;
use crate::state::Act;
use desenlace_core::facet::Facet;
use desenlace_core::query::Answer;
use std::rc::Rc;
use yew::prelude::*;

/// What the panel shows.
#[derive(Properties, PartialEq)]
pub struct FacetPanelProps {
    /// The answer whose counts stand beside the values.
    pub answer: Rc<Answer>,
    /// What the button says that closes the panel on narrow screens: how many results there are.
    pub results: String,
}

/// The facets that stand open at first; the others are folded until something in them is chosen.
const OPEN: [Facet; 3] = [Facet::Theme, Facet::Outcome, Facet::Film];

/// The panel of facets.
#[component]
pub fn FacetPanel(props: &FacetPanelProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let chosen: usize = Facet::ALL
        .iter()
        .map(|facet| site.view.query.choice(*facet))
        .map(|choice| choice.include.len() + choice.exclude.len())
        .sum();
    html! {
        <div class={classes!("facets", open.then_some("is-open"))}>
            <button type="button" class="facets-toggle" aria-expanded={open.to_string()} aria-controls="facets"
                onclick={toggle.clone()}>
                { words.gallery.filters }
                if chosen > 0 { <span class="badge">{ chosen }</span> }
            </button>
            <section id="facets" class="facets-panel" aria-label={words.gallery.filters}>
                { for Facet::ALL.map(|facet| html! {
                    <FacetGroup key={facet.name()} {facet} open={OPEN.contains(&facet)}
                        counts={props.answer.counts[facet as usize].clone()} />
                }) }
                <div class="facets-foot">
                    if !site.view.query.is_empty() {
                        <button type="button" onclick={site.acting(Act::Clear)}>{ words.gallery.clear }</button>
                    }
                    <button type="button" class="facets-close" onclick={toggle}>
                        { words.gallery.show_results }{ " · " }{ props.results.clone() }
                    </button>
                </div>
            </section>
        </div>
    }
}
