//! One facet: its values with their counts, each to be included or excluded, and whether all or any of them
//! are meant. A broader value is followed by its narrower ones.

use super::notices::facet_name;
use crate::head::capitalized;
use crate::markup::{Element, button, element, heard, seen};
use crate::messages::{fill, number};
use crate::site::Site;
use crate::state::Act;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::fold::fold;
use desenlace_core::model::Certainty;
use desenlace_core::query::ordered;

/// Lists longer than this can be narrowed by typing, and show only their used values at first.
const LONG: usize = 12;
/// At most so many values are listed, unless all are asked for: those with the most results, and those chosen.
const MOST: usize = 80;
/// Of films fewer: there may be tens of thousands, each with one result, and whoever seeks one types its name.
const MOST_FILMS: usize = 20;

/// A facet with the count of each of its values; nothing where it has none. It stands open where it is to, or
/// something in it is chosen.
pub(super) fn facet_group(site: &Site, facet: Facet, open: bool, counts: &[u32]) -> Option<Element> {
    let name = facet_name(site.messages(), facet);
    let list_id = ["facet-", facet.name()].concat();
    let long = counts.len() > LONG;
    let found = found_values(site, facet, counts);
    let total = found.len();
    let values =
        if site.state.handling.listed[facet as usize] { found } else { foremost(site, facet, found, counts) };
    let words = &site.messages().facet;
    let listed = site.state.handling.listed[facet as usize];
    let rest = (total > most(facet)).then(|| {
        let name = if listed { words.fewer.to_owned() } else { words.list.count(total) };
        button().class("facet-rest").on_click(site.acting(Act::List(facet))).with(name)
    });
    let values = values.into_iter().map(|value| facet_value(site, facet, value, counts[value as usize]));
    let choice = site.view().query.choice(facet);
    let narrow = long.then(|| {
        let hint = words.narrow;
        element("input")
            .set("type", "search")
            .class("facet-narrow")
            .set("placeholder", hint)
            .set("autocomplete", "off")
            .set("aria-label", [name, ": ", hint].concat())
            .set("aria-controls", list_id.clone())
            .value(site.state.handling.narrowing[facet as usize].clone())
            .on_input(site.typing(move |text| Act::Narrow(facet, text)))
    });
    let list = element("ul")
        .set("id", list_id.clone())
        .class("facet-values")
        .class_if(long, "is-long")
        .with_all(values);
    let group = element("details")
        .key(facet.name())
        .class("facet")
        .flag(open || !choice.is_empty(), "open")
        .with(element("summary").with(element("h2").with(name)))
        .with(element("div").with((choice.include.len() > 1).then(|| mode(site, facet))))
        .with(element("div").with(narrow))
        .with(list)
        .with(element("div").with(rest));
    (!counts.is_empty()).then_some(group)
}

/// Whether any or all of the included values are meant.
fn mode(site: &Site, facet: Facet) -> Element {
    let words = &site.messages().facet;
    let modes = [(false, words.any), (true, words.all)].map(|(all, name)| {
        let radio = element("input")
            .set("type", "radio")
            .set("name", ["mode-", facet.name()].concat())
            .checked(site.view().query.choice(facet).all == all)
            .on_change(site.acting(Act::RequireAll(facet, all)));
        element("label").with(radio).with(name)
    });
    element("fieldset")
        .class("facet-mode")
        .with(element("legend").class("visually-hidden").with(words.mode))
        .with_all(modes)
}

/// How many values of a facet are listed, unless all are asked for.
fn most(facet: Facet) -> usize {
    if facet == Facet::Film { MOST_FILMS } else { MOST }
}

/// Of many values those with the most results, in the order of all, and always those that are chosen: how much is
/// drawn does not grow with the corpus.
fn foremost(site: &Site, facet: Facet, values: Vec<u32>, counts: &[u32]) -> Vec<u32> {
    if values.len() <= most(facet) {
        return values;
    }
    let choice = site.view().query.choice(facet);
    let chosen = |value: u32| choice.include.contains(&value) || choice.exclude.contains(&value);
    let rank = |value: u32| if chosen(value) { 0 } else { u32::MAX - counts[value as usize] };
    let most = most(facet).max(choice.include.len() + choice.exclude.len());
    let mut foremost = Vec::new();
    let mut last = u32::MAX;
    // Nearly all come after the last of the foremost so far, and need no sorting.
    for some in values.chunks(most) {
        let full = foremost.len() == most;
        foremost.extend(some.iter().filter(|value| !full || rank(**value) < last));
        foremost = ordered(&foremost, rank);
        foremost.truncate(most);
        last = foremost.last().map_or(last, |value| rank(*value));
    }
    ordered(&foremost, |value| value)
}

/// The values to show, in their order: those whose name is being typed, and always those that are chosen.
/// Values that no item has are shown with their 0, so that nothing moves while filtering.
fn found_values(site: &Site, facet: Facet, counts: &[u32]) -> Vec<u32> {
    let sought = fold(site.state.handling.narrowing[facet as usize].trim());
    let choice = site.view().query.choice(facet);
    let used = |value: u32| {
        let galleries = [Gallery::Characters, Gallery::Films];
        galleries.into_iter().any(|gallery| facet.is_used(site.corpus, gallery, value))
    };
    // Not `str::contains`, which would add 3 kB for a search that is fast in long texts.
    let is_sought = |value: u32| {
        let name = || fold(value_name(site, facet, value));
        sought.is_empty() || name().as_bytes().windows(sought.len()).any(|part| part == sought.as_bytes())
    };
    (0..u32::try_from(counts.len()).unwrap_or(u32::MAX))
        .filter(|value| {
            choice.include.contains(value)
                || choice.exclude.contains(value)
                || (used(*value) && is_sought(*value))
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
        None if facet == Facet::Film => site.corpus.films.get(value as usize).map_or("", |film| film.title),
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
fn facet_value(site: &Site, facet: Facet, value: u32, count: u32) -> Element {
    let words = &site.messages().facet;
    let choice = site.view().query.choice(facet);
    let (included, excluded) = (choice.include.contains(&value), choice.exclude.contains(&value));
    let name = value_name(site, facet, value);
    let include = if included { Act::Release(facet, value) } else { Act::Include(facet, value) };
    let exclude = if excluded { Act::Release(facet, value) } else { Act::Exclude(facet, value) };
    let tick = element("input")
        .set("type", "checkbox")
        .checked(included)
        .on_change(site.acting(include))
        .set("data-facet", facet.name())
        .set("data-value", facet.value_id(site.corpus, value))
        .set("data-count", count.to_string());
    let figure = element("span")
        .class("facet-count")
        .with(seen(number(site.language(), count as usize)))
        .with(heard(words.count.count(count as usize)));
    let label = element("label")
        .with(tick)
        .with(element("span").class("facet-name").with(capitalized(name)))
        .with(figure);
    let excluding = fill(words.exclude, "name", name);
    let minus = button()
        .class("facet-exclude")
        .set("aria-pressed", if excluded { "true" } else { "false" })
        .on_click(site.acting(exclude))
        .set("aria-label", excluding.clone())
        .set("title", excluding)
        .with(seen("≠"));
    element("li")
        .key(value)
        .class("facet-value")
        .class_if(included, "is-included")
        .class_if(excluded, "is-excluded")
        .class_if(count == 0, "is-empty")
        .class_if(facet.broader(site.corpus, value).is_some(), "is-narrower")
        .with(label)
        .with(minus)
}
