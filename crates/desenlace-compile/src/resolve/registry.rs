//! The ids of one list: which thing each leads to, and whether anything refers to it.

use crate::decode::{Damage, Kind, Ref};
use crate::nearest::{nearest, suggestion};
use crate::report::Report;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of one list. Ids of passages and events are unique within their film: the film is their section.
pub(crate) struct Registry {
    file: String,
    entries: BTreeMap<(String, String), Entry>,
    length: usize,
    damages: Vec<(String, Damage)>,
    used: RefCell<BTreeSet<usize>>,
}

/// What an id leads to.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The position in the list.
    pub(crate) position: usize,
    /// The film that the thing belongs to.
    pub(crate) film: Option<String>,
}

impl Registry {
    /// No ids yet; `file` is where they are defined.
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            entries: BTreeMap::new(),
            length: 0,
            damages: Vec::new(),
            used: RefCell::default(),
        }
    }

    /// Notes that some of the ids of a section may not have been readable.
    pub(crate) fn damaged(&mut self, section: &str, damage: &Damage) {
        self.damages.push((section.to_owned(), damage.clone()));
    }

    /// Adds the next thing of the list. Its position counts even where its id is of no use.
    pub(crate) fn add<K: Kind>(
        &mut self,
        section: &str,
        film: Option<&str>,
        id: &Ref<K>,
        report: &mut Report,
    ) {
        let position = self.length;
        self.length += 1;
        let Some(name) = id.id() else { return };
        if !K::FORM.admits(name) {
            let hint = format!("for example “{}”", well_formed(name));
            let message = format!("“{name}” is no id: ids are lower-case words joined by hyphens");
            report.error(id.spot(), message, hint);
        }
        let key = (section.to_owned(), name.to_owned());
        if let Some(first) = self.entries.get(&key) {
            let elsewhere = first.film.as_deref().filter(|other| Some(*other) != film);
            let hint = match elsewhere {
                Some(film) => format!("“{film}” has it too, and a {} is known by its id alone", K::NOUN),
                None => "give one of them another id, or make them one".to_owned(),
            };
            report.error(id.spot(), format!("duplicate {} “{name}”", K::NOUN), hint);
            return;
        }
        let entry = Entry { position, film: film.map(str::to_owned) };
        self.entries.insert(key, entry);
    }

    /// What an id leads to.
    pub(crate) fn get(&self, section: &str, id: &str) -> Option<&Entry> {
        self.entries.get(&(section.to_owned(), id.to_owned()))
    }

    /// The ids of a section, ascending.
    pub(crate) fn ids(&self, section: &str) -> impl Iterator<Item = &str> + Clone {
        let own = section.to_owned();
        self.entries.keys().filter(move |(section, _)| *section == own).map(|(_, id)| id.as_str())
    }

    /// Notes that something refers to a thing.
    pub(crate) fn mark_used(&self, position: usize) {
        self.used.borrow_mut().insert(position);
    }

    /// Whether anything refers to a thing.
    pub(crate) fn is_used(&self, position: usize) -> bool {
        self.used.borrow().contains(&position)
    }

    /// Whether an id may be defined where it could not be read.
    pub(crate) fn may_hide(&self, section: &str, id: &str) -> bool {
        self.damages.iter().any(|(damaged, damage)| damaged == section && damage.may_hide(id))
    }

    /// Reports an id that leads nowhere, unless it may be defined where it could not be read. What it is
    /// taken for counts as referred to.
    pub(crate) fn report_unknown<K: Kind>(
        &self,
        section: &str,
        film: Option<&str>,
        id: &Ref<K>,
        report: &mut Report,
    ) {
        let name = id.id().map_or("", |id| id.rsplit('/').next().unwrap_or(id));
        if self.may_hide(section, name) {
            return;
        }
        let own = self.entries.iter().filter(|((own, _), entry)| {
            own == section && (film.is_none() || entry.film.is_none() || entry.film.as_deref() == film)
        });
        let ids = own.map(|((_, id), _)| id.as_str());
        let elsewhere = self.entries.keys().find(|(_, other)| other == name);
        let hint = match elsewhere {
            Some((section, _)) => format!("“{name}” is a {} of another film, “{section}”", K::NOUN),
            None => suggestion(name, ids.clone(), &format!("define it in {}", self.file)),
        };
        if let Some(entry) = nearest(name, ids).and_then(|meant| self.get(section, meant)) {
            self.mark_used(entry.position);
        }
        report.error(id.spot(), format!("unknown {} “{name}”", K::NOUN), hint);
    }
}

/// An id like a malformed one.
fn well_formed(id: &str) -> String {
    let words: Vec<_> = desenlace_core::fold::words(id).filter(|word| word.is_ascii()).collect();
    if words.is_empty() { "the-tunnel".to_owned() } else { words.join("-") }
}
