//! From the rows of a table to films: every cell is checked, every mistake of every row is noted, and only what
//! is in order goes on. It does not know what a corpus looks like.

use super::cells::{Cells, Named};
use super::plan::{Field, Plan, slug};
use super::table::{Row, Table, quoted};
use crate::diagnostic::Severity::Warning;
use crate::nearest::suggestion;
use desenlace_core::model::Language;
use std::collections::{BTreeMap, BTreeSet};

/// A film out of a row.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) year: u32,
    pub(super) language: Language,
    /// The story; empty where there is none.
    pub(super) text: String,
    /// The ids of its themes, each once.
    pub(super) themes: Vec<String>,
    /// People, each once, with the word that stands for each in an id.
    pub(super) people: Vec<(String, String)>,
}

/// The films of the rows that are in order, and the themes that they have: id and name.
#[derive(Debug, Default)]
pub(super) struct Films {
    pub(super) films: Vec<Listed>,
    pub(super) themes: BTreeMap<String, String>,
}

/// Checks the rows of a table, which are used up.
pub(super) fn films(plan: &Plan, table: &mut Table<'_>) -> Films {
    let mut check = Check { plan, ids: BTreeMap::new(), spellings: BTreeSet::new(), films: Films::default() };
    for mut row in std::mem::take(&mut table.rows) {
        let listed = if row.is_broken { None } else { check.row(&mut row, table) };
        let skipped = plan.skip_bad_rows && !row.is_endless && row.is_bad();
        table.report(&row, skipped);
        if let Some((listed, themes)) = listed.filter(|_| !row.is_bad()) {
            for (id, name) in themes {
                check.films.themes.entry(id).or_insert(name);
            }
            check.films.films.push(listed);
        }
    }
    check.films
}

struct Check<'a> {
    plan: &'a Plan,
    /// The ids so far, with their rows.
    ids: BTreeMap<String, usize>,
    /// The spellings of themes that were named as such.
    spellings: BTreeSet<String>,
    films: Films,
}

impl Check<'_> {
    /// A row, with the ids and names of its themes; what is wrong with it is noted in it.
    fn row(&mut self, row: &mut Row<'_>, table: &Table<'_>) -> Option<(Listed, Vec<Named>)> {
        let mut cells = Cells { plan: self.plan, table, row };
        let title = cells.line(Field::Title);
        let year = cells.year();
        let id = self.id(&mut cells, title.as_deref(), year);
        let number = cells.row.number;
        let language = cells.language();
        let text = cells.text();
        let themes = self.themes(&mut cells);
        let people = cells.people();
        // A row that is skipped takes no id from others; where none is skipped, all are held against each other.
        if let Some(id) = id.clone().filter(|_| !self.plan.skip_bad_rows || !cells.row.is_bad()) {
            self.ids.insert(id, number);
        }
        let listed = Listed {
            id: id?,
            title: title?,
            year: year?,
            language,
            text,
            themes: themes.iter().map(|(id, _)| id.clone()).collect(),
            people,
        };
        Some((listed, themes))
    }

    fn id(&self, cells: &mut Cells<'_, '_, '_>, title: Option<&str>, year: Option<u32>) -> Option<String> {
        let (field, id) = if self.plan.column(Field::Id).is_some() {
            (Field::Id, cells.line(Field::Id)?)
        } else {
            (Field::Title, slug(&format!("{} {}", title?, year?)))
        };
        if let Some(letter) = id.chars().find(|letter| !fits_id(*letter)) {
            let hint = format!("for example “{}”", slug(&id));
            cells.error(field, &format!("{} cannot be an id, because of “{letter}”", quoted(&id)), hint);
            return None;
        }
        if let Some(earlier) = self.ids.get(&id) {
            let hint = match field {
                Field::Id => "give one of them another id, or take one of the rows away",
                _ => "take one of the rows away, or give the films ids in a column of their own",
            };
            cells.error(field, &format!("{} is already the id of row {earlier}", quoted(&id)), hint);
            return None;
        }
        Some(id)
    }

    /// The themes of a row, each once.
    fn themes(&mut self, cells: &mut Cells<'_, '_, '_>) -> Vec<Named> {
        let mut themes: Vec<Named> = Vec::new();
        for value in cells.list(Field::Themes) {
            let id = match &self.plan.themes {
                Some(given) => match given.iter().find(|(known, _)| *known == value) {
                    Some((_, term)) => term.id.clone(),
                    None => {
                        let known = given.iter().map(|(known, _)| known.as_str());
                        let hint =
                            suggestion(&value, known, "add it to the mapping as a [[theme]], or change it");
                        cells.error(Field::Themes, &format!("{} is no theme", quoted(&value)), hint);
                        continue;
                    }
                },
                None => slug(&value),
            };
            if id.is_empty() {
                let message = format!("{} has no letter and no digit", quoted(&value));
                cells.error(Field::Themes, &message, "write a theme in letters, or leave the cell empty");
                continue;
            }
            if self.plan.themes.is_none()
                && let Some(first) = self.films.themes.get(&id).filter(|first| **first != value)
                && self.spellings.insert(value.clone())
            {
                let message = format!("{} counts as {}", quoted(&value), quoted(first));
                cells.note(Warning, Field::Themes, &message, "write both alike, if they are one theme");
            }
            if !themes.iter().any(|(known, _)| *known == id) {
                themes.push((id, value));
            }
        }
        themes
    }
}

/// Whether a letter can stand in an id, which is part of addresses.
fn fits_id(letter: char) -> bool {
    !(letter.is_whitespace() || letter.is_control() || "/\\?#%&=+\"<>".contains(letter))
}
