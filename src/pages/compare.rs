//! Films beside each other: where and when they are set, their themes, their fates, the shape of their telling,
//! and the parallels between just them.

mod fates;
mod shape;
mod themes;

use super::page_head;
use crate::components::{
    column_head, evidence, film_link, page_link, parallel_link, row_head, table_cell, table_part, table_row,
    titled,
};
use crate::head::hides_parallel;
use crate::markup::{Element, Part, element, section, seen};
use crate::messages::fill;
use crate::site::Site;
use crate::view::{Compared, Page};
use desenlace_core::model::{FilmId, TermId, Vocabulary};
use desenlace_core::packed::{Film, List};

/// The most films of which every two are offered together.
const FEW: usize = 6;

/// Two or three films beside each other, and the choice of them.
pub fn compare_page(site: &Site, compared: Compared) -> Element {
    let words = &site.messages().compare;
    let films: Vec<FilmId> = compared.films().collect();
    let beside = films.len() > 1;
    let sections = element("div").with_all(beside.then(|| {
        element("div")
            .class("compared")
            .with(setting(site, &films))
            .with(themes::themes(site, &films))
            .with(fates::fates(site, &films))
            .with(shape::shape(site, &films))
            .with(parallels(site, &films))
    }));
    element("article")
        .class("compare")
        .with(page_head(words.title, words.hint))
        .with(chooser(site, compared))
        .with(element("div").with((!beside).then(|| pairs(site, &films))))
        .with(sections)
}

/// The films to put beside each other, or to take away: those that are chosen in the order of their columns, then the
/// others; of very many, the first.
fn chooser(site: &Site, compared: Compared) -> Element {
    let words = site.messages();
    let shown = site.view().shown;
    let others = (0..site.corpus.films.len()).map(FilmId::from_index).filter(|film| !compared.has(*film));
    let films = compared.films().chain(others).filter_map(|film_id| {
        let film = site.corpus.films.at(film_id.index());
        let chosen = compared.has(film_id);
        let changed = if chosen {
            compared.without(film_id)
        } else {
            compared.with(film_id).filter(|_| film_id.index() < shown)?
        };
        let (sign, hint) = if chosen { ("×", words.gallery.remove) } else { ("+", words.compare.add) };
        let title = element("cite").set("lang", film.title_language).with(film.title);
        let link = page_link(site, Page::Compare(changed))
            .class("chip")
            .class_if(chosen, "is-chosen")
            .set("aria-label", fill(hint, "name", film.title))
            .with(title)
            .with(" ")
            .with(seen(sign).class("chip-remove"));
        Some(element("li").key(film_id.0).with(link))
    });
    let count = compared.films().count();
    let said = if count < 2 { words.compare.more.to_owned() } else { words.gallery.films.count(count) };
    element("div")
        .with(element("ul").class("chips").set("aria-label", words.site.films).with_all(films))
        .with(element("p").class("hint").set("role", "status").with(said))
}

/// Every two films together, or one that is chosen with every other.
fn pairs(site: &Site, chosen: &[FilmId]) -> Option<Element> {
    let films = site.corpus.films.len();
    let numbers = 0..films.min(site.view().shown);
    let first = |film: usize| match chosen.first() {
        Some(chosen) => chosen.index() == film,
        None => films <= FEW,
    };
    let pairs = numbers.clone().filter(|film| first(*film)).flat_map(|one| {
        let others =
            numbers.clone().filter(move |other| *other > one || (*other < one && !chosen.is_empty()));
        others.map(move |other| [one, other].map(FilmId::from_index))
    });
    let items = pairs.map(|pair| {
        let compared =
            pair.into_iter().fold(Compared::default(), |those, film| those.with(film).unwrap_or(those));
        let titles = pair.map(|film| {
            let film = site.corpus.films.at(film.index());
            element("cite").set("lang", film.title_language).with(film.title)
        });
        element("li").with(page_link(site, Page::Compare(compared)).joined(" · ", titles))
    });
    let list = element("ul").class("plain-list").only_with(items)?;
    Some(section("pairs", site.messages().compare.pairs).with(list))
}

/// A table with a column for each film, in a frame that scrolls where the screen is narrow.
fn table(
    site: &Site,
    id: &'static str,
    title: &'static str,
    films: &[FilmId],
    rows: impl IntoIterator<Item = Element>,
) -> Element {
    let columns = films.iter().map(|film| column_head().with(film_link(site, film.0)));
    let heads = table_row().with(table_cell()).with_all(columns);
    let table = table_part("table", "table")
        .class("compare-table")
        .with(table_part("thead", "rowgroup").with(heads))
        .with_all(rows);
    let frame = element("div")
        .class("table-frame")
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-labelledby", id)
        .with(table);
    section(id, title).with(frame)
}

/// A row of a table: its name, and a cell for each film.
fn row(name: impl Part, cells: impl IntoIterator<Item = Element>) -> Element {
    table_row().with(row_head().with(name)).with_all(cells)
}

/// When and where each film was made, and is set.
fn setting(site: &Site, films: &[FilmId]) -> Element {
    let words = site.messages();
    let of = |film: &FilmId| site.corpus.films.at(film.index());
    let named = |name, vocabulary, terms: fn(Film<'static>) -> List<'static, TermId>| {
        let cell = |film| {
            let names = terms(of(film)).iter();
            table_cell().joined(", ", names.map(|term| site.term_name(vocabulary, term)))
        };
        row(name, films.iter().map(cell))
    };
    let year = |film| table_cell().with(of(film).year.to_string());
    let rows = table_part("tbody", "rowgroup")
        .with(row(words.compare.year, films.iter().map(year)))
        .with(named(words.facet.country, Vocabulary::Countries, |film| film.countries))
        .with(named(words.facet.place, Vocabulary::Places, |film| film.places))
        .with(named(words.facet.period, Vocabulary::Periods, |film| film.periods));
    table(site, "setting", words.compare.setting, films, [rows])
}

/// The parallels of which every side is one of the films, with the evidence on each side.
fn parallels(site: &Site, films: &[FilmId]) -> Option<Element> {
    let parallels = (0..).zip(site.corpus.parallels.iter());
    let veil = &site.view().query.veil;
    let between = parallels.filter(|(_, parallel)| {
        parallel.sides.iter().all(|side| films.contains(&side.film.get())) && !hides_parallel(veil, parallel)
    });
    let items = between.map(|(number, parallel)| {
        let sides = parallel.sides.iter().map(|side| {
            element("div")
                .class("card-facts")
                .with(film_link(site, side.film.get().0))
                .with(evidence(site, &side.passages))
        });
        element("li")
            .with(element("h3").with(parallel_link(site, number)))
            .with(element("p").with_all(titled(site, parallel, site.text(&parallel.likeness))))
            .with_all(sides)
    });
    let list = element("ul").class("parallel-list tells").only_with(items)?;
    Some(section("parallels", site.messages().compare.parallels).with(list))
}
