//! The themes of several films: first those that all share, then those of some, then those of one alone.

use super::super::themes::sign;
use super::{row, table};
use crate::components::{table_cell, table_part, table_row, theme_link_as};
use crate::head::capitalized;
use crate::markup::{Element, seen};
use crate::site::Site;
use desenlace_core::cross_reference::shared_themes;
use desenlace_core::model::{FilmId, Vocabulary};

/// How much of each film each theme is.
pub(super) fn themes(site: &Site, films: &[FilmId]) -> Element {
    let words = site.messages();
    let shared = shared_themes(site.corpus, films);
    let groups = (1..=films.len()).rev().map(|sharing| {
        let name = match sharing {
            1 => words.compare.one,
            _ if sharing == films.len() => words.compare.shared,
            _ => words.compare.some,
        };
        let heading = table_part("th", "rowheader")
            .set("scope", "rowgroup")
            .set("colspan", (films.len() + 1).to_string())
            .with(name);
        let rows = shared.iter().filter(|shared| shared.films() == sharing).map(|shared| {
            let name = capitalized(site.term_name(Vocabulary::Themes, shared.theme));
            let cells = shared.weights.iter().map(|weight| {
                let [class, sign, word] = sign(words, *weight);
                table_cell().class(class).with(seen(sign).class("sign")).with(" ").with(word)
            });
            row(theme_link_as(site, shared.theme.0, name), cells)
        });
        table_part("tbody", "rowgroup").with(table_row().class("table-group").with(heading)).with_all(rows)
    });
    table(site, "themes", words.site.themes, films, groups)
}
