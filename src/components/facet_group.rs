//! One facet: its values with their counts, each to be included or excluded, and whether all or any of them
//! are meant. A broader value is followed by its narrower ones.

use super::notices::facet_name;
use crate::head::capitalized;
use crate::messages::fill;
use crate::site::{Site, use_site};
use crate::state::Act;
use desenlace_core::facet::Facet;
use desenlace_core::fold::fold;
use desenlace_core::model::Certainty;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a facet shows.
#[derive(Properties, PartialEq)]
pub struct FacetGroupProps {
    /// The facet.
    pub facet: Facet,
    /// Whether it stands open at first.
    pub open: bool,
    /// The count of each value.
    pub counts: Vec<u32>,
}

/// Lists longer than this can be narrowed by typing, and show only their used values at first.
const LONG: usize = 12;

/// A facet.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let facet = props.facet;
    let narrowing = use_state(String::new);
    let choice = site.view.query.choice(facet);
    let long = props.counts.len() > LONG;
    let values: Vec<u32> = shown_values(&site, facet, &props.counts, &narrowing);
    if props.counts.is_empty() {
        return html! {};
    }
    let oninput = {
        let narrowing = narrowing.clone();
        Callback::from(move |event: InputEvent| {
            narrowing.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let list_id = format!("facet-{}", facet.name());
    html! {
        <details class="facet" open={props.open || !choice.is_empty()}>
            <summary>
                <h2>{ facet_name(words, facet) }</h2>
            </summary>
            <div>
                if choice.include.len() > 1 {
                    <fieldset class="facet-mode">
                        <legend class="visually-hidden">{ words.facet.mode }</legend>
                        { for [(false, words.facet.any), (true, words.facet.all)].map(|(all, name)| html! {
                            <label>
                                <input type="radio" name={format!("mode-{}", facet.name())} checked={choice.all == all}
                                    onchange={site.acting(Act::RequireAll(facet, all))} />
                                { name }
                            </label>
                        }) }
                    </fieldset>
                }
            </div>
            <div>
                if long {
                    <input type="search" class="facet-narrow" placeholder={words.facet.narrow} autocomplete="off"
                        aria-label={format!("{}: {}", facet_name(words, facet), words.facet.narrow)}
                        aria-controls={list_id.clone()} {oninput} />
                }
            </div>
            <ul id={list_id} class={classes!("facet-values", long.then_some("is-long"))}>
                { for values.into_iter().map(|value| html! {
                    { facet_value(&site, facet, value, props.counts[value as usize]) }
                }) }
            </ul>
        </details>
    }
}

/// The values to show, in their order: those whose name is being typed, and always those that are chosen.
/// Values that no item has are shown with their 0, so that nothing moves while filtering.
fn shown_values(site: &Site, facet: Facet, counts: &[u32], narrowing: &str) -> Vec<u32> {
    let sought = fold(narrowing.trim());
    let choice = site.view.query.choice(facet);
    let used = |value: u32| {
        let index = site.corpus.gallery(desenlace_core::facet::Gallery::Characters);
        let films = site.corpus.gallery(desenlace_core::facet::Gallery::Films);
        [index, films].iter().any(|gallery| !gallery.facets[facet as usize].values[value as usize].is_empty())
    };
    (0..u32::try_from(counts.len()).unwrap_or(u32::MAX))
        .filter(|value| {
            choice.include.contains(value)
                || choice.exclude.contains(value)
                || (used(*value)
                    && (sought.is_empty() || fold(value_name(site, facet, *value)).contains(&sought)))
        })
        .collect()
}

/// The name of a value in the language of the page.
pub(super) fn value_name(site: &Site, facet: Facet, value: u32) -> &'static str {
    let words = &site.messages().certainty;
    match facet.vocabulary() {
        Some(vocabulary) => {
            site.corpus.terms(vocabulary).get(value as usize).map_or("", |term| site.text(&term.name))
        }
        None if facet == Facet::Film => {
            site.corpus.films.get(value as usize).map_or("", |film| film.title.as_str())
        }
        None => match Certainty::ALL.get(value as usize) {
            Some(Certainty::Stated) => words.stated,
            Some(Certainty::Implied) => words.implied,
            Some(Certainty::DeclaredUnknown) => words.declared_unknown,
            Some(Certainty::Untold) => words.untold,
            None => "",
        },
    }
}

/// A value of a facet: a box to include it, its count, a button to exclude it.
fn facet_value(site: &Site, facet: Facet, value: u32, count: u32) -> Html {
    let words = site.messages();
    let choice = site.view.query.choice(facet);
    let (included, excluded) = (choice.include.contains(&value), choice.exclude.contains(&value));
    let name = value_name(site, facet, value);
    let include = if included { Act::Release(facet, value) } else { Act::Include(facet, value) };
    let exclude = if excluded { Act::Release(facet, value) } else { Act::Exclude(facet, value) };
    let depth =
        std::iter::successors(facet.broader(site.corpus, value), |above| facet.broader(site.corpus, *above));
    let class = classes!(
        "facet-value",
        included.then_some("is-included"),
        excluded.then_some("is-excluded"),
        (count == 0).then_some("is-empty"),
        (depth.count() > 0).then_some("is-narrower"),
    );
    html! {
        <li key={value} {class}>
            <label>
                <input type="checkbox" checked={included} onchange={site.acting(include)} data-facet={facet.name()}
                    data-value={facet.value_id(site.corpus, value)} data-count={count.to_string()} />
                <span class="facet-name">{ capitalized(name) }</span>
                <span class="facet-count">
                    <span aria-hidden="true">{ count }</span>
                    <span class="visually-hidden">{ words.facet.count.count(count as usize) }</span>
                </span>
            </label>
            <button type="button" class="facet-exclude" aria-pressed={excluded.to_string()} onclick={site.acting(exclude)}
                aria-label={fill(words.facet.exclude, "name", name)} title={fill(words.facet.exclude, "name", name)}>
                <span aria-hidden="true">{ "−" }</span>
            </button>
        </li>
    }
}
