//! The result of a gallery as rows of text, and rows as CSV and as JSON.

use super::write::{CSV, JSON, write};
use crate::view::{Page, View};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{self, CharacterId, FilmId, Language, Vocabulary, Weight};
use desenlace_core::packed::{Corpus, TermId};
use desenlace_core::query::answer;

/// A row of cells.
type Row = Vec<String>;

/// The names of the columns, the same in all languages.
const FILM_COLUMNS: [&str; 8] =
    ["id", "title", "year", "countries", "places", "themes", "premise", "address"];
const PERSON_COLUMNS: [&str; 10] =
    ["id", "name", "film", "group", "roles", "outcome", "certainty", "account", "passages", "address"];

/// Everything that remains in a gallery of a view: first the names of the columns, then a row for each item. Several
/// things in a cell are parted by a semicolon; what is hidden is empty.
#[must_use]
pub fn rows(corpus: &Corpus, view: &View, gallery: Gallery, root: &str) -> Vec<Row> {
    let columns: &[&str] = if gallery == Gallery::Films { &FILM_COLUMNS } else { &PERSON_COLUMNS };
    let row = if gallery == Gallery::Films { film } else { person };
    let mut rows = vec![columns.iter().map(|column| (*column).to_owned()).collect()];
    rows.extend(answer(corpus, gallery, &view.query).items.iter().map(|item| row(corpus, view, *item, root)));
    rows
}

fn film(corpus: &Corpus, view: &View, item: u32, root: &str) -> Row {
    let (film, language) = (corpus.films.at(item as usize), view.language);
    let present = film.themes.iter().filter(|tie| tie.weight != Weight::Absent);
    let page = Page::Film(FilmId(item), None);
    vec![
        film.id.to_owned(),
        film.title.to_owned(),
        film.year.to_string(),
        terms(corpus, language, Vocabulary::Countries, film.countries.iter()),
        terms(corpus, language, Vocabulary::Places, film.places.iter()),
        terms(corpus, language, Vocabulary::Themes, present.map(|tie| tie.theme)),
        film.premise.get(language).to_owned(),
        [root, &View::of(language, page).address(corpus)].concat(),
    ]
}

fn person(corpus: &Corpus, view: &View, item: u32, root: &str) -> Row {
    let (who, fate) = (&corpus.characters[item as usize], &corpus.fates[item as usize]);
    let (film, language) = (who.film.get(), view.language);
    let told = !view.query.veil.hides(film);
    let one = |vocabulary, term: &TermId| terms(corpus, language, vocabulary, [term.get()].into_iter());
    let passages = fate.passages.iter().map(|passage| corpus.passages.at(passage.get().index()).id);
    let page = Page::Character(CharacterId(item));
    let if_told = |text: String| if told { text } else { String::new() };
    vec![
        who.id.as_str().to_owned(),
        who.name.get(language).to_owned(),
        corpus.films.at(film.index()).title.to_owned(),
        if who.group { "yes" } else { "no" }.to_owned(),
        if_told(terms(corpus, language, Vocabulary::Roles, who.roles.iter().map(TermId::get))),
        if_told(one(Vocabulary::Outcomes, &fate.outcome)),
        if_told(Facet::Certainty.value_id(corpus, fate.certainty.get() as u32).to_owned()),
        if_told(fate.account.get(language).to_owned()),
        if_told(listed(passages)),
        [root, &View::of(language, page).address(corpus)].concat(),
    ]
}

/// The names of terms in one cell.
fn terms(
    corpus: &Corpus,
    language: Language,
    vocabulary: Vocabulary,
    terms: impl Iterator<Item = model::TermId>,
) -> String {
    listed(terms.map(|term| corpus.terms(vocabulary)[term.index()].name.get(language)))
}

fn listed<'c>(things: impl Iterator<Item = &'c str>) -> String {
    things.collect::<Vec<&str>>().join("; ")
}

/// Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.
#[must_use]
pub fn csv(rows: &[Row]) -> String {
    let mut written = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            written.push_str(if place > 0 { ",\"" } else { "\"" });
            if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                written.push('\'');
            }
            write(&CSV, cell, &mut written);
            written.push('"');
        }
        written.push_str("\r\n");
    }
    written
}

/// Rows as a JSON array of objects, each with the names of the columns.
#[must_use]
pub fn json(rows: &[Row]) -> String {
    let mut written = String::from("[");
    let (columns, rows) = rows.split_first().map_or((&[][..], rows), |(first, rows)| (&first[..], rows));
    for (place, row) in rows.iter().enumerate() {
        written.push_str(if place > 0 { ",\n{" } else { "\n{" });
        for (place, (column, cell)) in columns.iter().zip(row).enumerate() {
            written.push_str(if place > 0 { ",\"" } else { "\"" });
            write(&JSON, column, &mut written);
            written.push_str("\":\"");
            write(&JSON, cell, &mut written);
            written.push('"');
        }
        written.push('}');
    }
    written.push_str("\n]\n");
    written
}
