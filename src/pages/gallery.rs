//! A gallery: the facets, the search box, the filter in words, and the items that remain.

use super::questions::ready_made;
use crate::components::{character_card, chips, facet_panel, fate_card, film_card, headline, search_box};
use crate::markup::{Element, button, element};
use crate::messages::{fill, number};
use crate::site::Site;
use crate::state::Act;
use crate::view::FIRST_SHOWN;
use desenlace_core::facet::Gallery;

/// A gallery, filtered.
pub fn gallery_page(site: &Site, gallery: Gallery) -> Element {
    let words = &site.messages().gallery;
    let answer = site.answer(gallery);
    let total = answer.items.len();
    let shown = total.min(site.view().shown);
    let (results, card): (_, fn(&Site, u32) -> Element) = match gallery {
        Gallery::Films => (words.films.count(total), film_card),
        Gallery::Characters => (words.characters.count(total), character_card),
        Gallery::Fates => (words.fates.count(total), fate_card),
    };
    let class = match gallery {
        Gallery::Films => "results-films",
        Gallery::Characters => "results-characters",
        Gallery::Fates => "results-fates",
    };
    let cards = answer.items.iter().take(shown).map(|item| card(site, *item));
    let list = element("ul")
        .set("id", "results")
        .class("results")
        .class(class)
        .set("data-total", total.to_string())
        .with_all(cards);
    let side = element("div").class("gallery-side").with(facet_panel(site, &answer, &results));
    let search = element("div").class("gallery-head").with(element("div").with(search_box(site)));
    let is_home = gallery == Gallery::Films && site.view().query.is_empty();
    let nothing = (total == 0).then(|| element("p").class("empty").with(words.empty));
    let main = element("div")
        .class("gallery-main")
        .with(search)
        .with(headline(site, gallery, total))
        .with(element("p").class("visually-hidden").set("role", "status").with(results))
        .with(element("div").with(chips(site)))
        .with(list)
        .with(element("div").with(nothing))
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
