//! A gallery: the facets, the search box, the filter in words, and the items that remain.

use super::questions::ready_made;
use crate::components::{
    character_card, chips, facet_panel, fate_card, film_card, headline, instead, near_words, reasons,
    search_box, tools, veil_note,
};
use crate::markup::{Element, button, element};
use crate::messages::{fill, number};
use crate::site::Site;
use crate::state::Act;
use crate::view::FIRST_SHOWN;
use desenlace_core::facet::Gallery;
use desenlace_core::search::Terms;

/// A gallery, filtered.
pub fn gallery_page(site: &Site, gallery: Gallery) -> Element {
    let words = &site.messages().gallery;
    let answer = site.answer(gallery);
    let total = answer.items.len();
    let shown = total.min(site.view().shown);
    let drawn = shown.min(site.state.handling.drawn.unwrap_or(shown));
    let (results, card): (_, fn(&Site, &Terms, u32) -> Element) = match gallery {
        Gallery::Films => (words.films.count(total), film_card),
        Gallery::Characters => (words.characters.count(total), character_card),
        Gallery::Fates => (words.fates.count(total), fate_card),
    };
    let class = match gallery {
        Gallery::Films => "results-films",
        Gallery::Characters => "results-characters",
        Gallery::Fates => "results-fates",
    };
    let terms = Terms::taken(&site.view().query.text, &answer.words);
    let card = |item: u32| card(site, &terms, item).with(reasons(site, gallery, &terms, item));
    let list = element("ul")
        .set("id", "results")
        .key(class)
        .class("results")
        .class(class)
        .flag(drawn < shown, "data-unfinished")
        .set("data-total", total.to_string())
        .with_all(answer.items.iter().take(drawn).map(|item| card(*item)));
    let handling = &site.state.handling;
    let side = element("div").class("gallery-side").with(facet_panel(site, &answer, &results));
    let search = element("div").class("gallery-head").with(element("div").with(search_box(site)));
    let is_home = gallery == Gallery::Films && site.view().query.is_empty();
    // Silent while somebody types, so that only the number that they stop at is read out.
    let status = (!handling.typing).then_some(results);
    let main = element("div")
        .class("gallery-main")
        .flag(handling.filters_open, "inert")
        .with(search)
        .with(headline(site, gallery, total))
        .with(element("p").class("visually-hidden").set("role", "status").with(status))
        .with(element("div").with(chips(site)))
        .with(element("div").with(veil_note(site, site.messages().veil.search)))
        .with(element("div").with(near_words(site, &answer)))
        .with(tools(site, gallery))
        .with(list)
        .with(element("div").with((total == 0).then(|| instead(site, gallery, &answer, card, class))))
        .with(element("div").with((shown < total).then(|| more(site, shown, total))))
        .with(element("div").with(is_home.then(|| ready_made(site, false))));
    element("div").class("gallery").with(side).with(main)
}

/// How many of all items are shown, and the way to more.
pub(super) fn more(site: &Site, shown: usize, total: usize) -> Element {
    let words = &site.messages().gallery;
    let written = |count| number(site.language(), count);
    let shares = fill(&fill(words.shown, "shown", &written(shown)), "total", &written(total));
    let next = words.more.count((total - shown).min(FIRST_SHOWN));
    element("p")
        .class("more")
        .with(element("span").with(shares))
        .with(button().on_click(site.acting(Act::ShowMore)).with(next))
}
