//! The veil: whose fates are not told until somebody asks. It says which values an item may still be found by and
//! which of its texts may still be read; it hides nothing on a page, which asks it.
//!
//! Under the veil an item has no value that tells how somebody ends, by itself (outcome, certainty), by what they are
//! or do (a role says *informer*, a relation *kills*), by what is told of them (a theme of somebody says *suicide*), or
//! because only the fate brings it (a place of the fate). A film keeps its themes. Words are looked for in names, titles,
//! premises, descriptions and the themes of films, and not in the story, which tells its ending. So the answers about
//! films and characters are the same whatever becomes of anybody.

use crate::facet::{Facet, Gallery};
use crate::model::{FilmId, Language, Vocabulary};
use crate::packed::Corpus;
use crate::search::{Field, fields};
use crate::why::{Subject, claims};

/// Whose fates are not told. By default all of them are.
///
/// ```
/// use desenlace_core::{model::FilmId, veil::Veil};
///
/// let mut veil = Veil::over_all();
/// veil.lift(FilmId(1));
/// assert!(veil.hides(FilmId(0)) && !veil.hides(FilmId(1)));
/// assert!(!Veil::default().hides(FilmId(0)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Veil {
    drawn: bool,
    /// The films whose fates are told all the same.
    lifted: Vec<FilmId>,
}

impl Veil {
    /// A veil over every film.
    #[must_use]
    pub const fn over_all() -> Self {
        Self { drawn: true, lifted: Vec::new() }
    }

    /// Whether it is drawn at all.
    #[must_use]
    pub const fn is_drawn(&self) -> bool {
        self.drawn
    }

    /// Whether the fates of a film are not told.
    #[must_use]
    pub fn hides(&self, film: FilmId) -> bool {
        self.drawn && !self.lifted.contains(&film)
    }

    /// Tells the fates of a film.
    pub fn lift(&mut self, film: FilmId) {
        self.lower(film);
        self.lifted.push(film);
    }

    /// Takes the fates of a film back under the veil.
    pub fn lower(&mut self, film: FilmId) {
        self.lifted.retain(|lifted| *lifted != film);
    }

    /// Whether an item of a gallery belongs to a film whose fates are not told.
    #[must_use]
    pub fn hides_item(&self, corpus: &Corpus, gallery: Gallery, item: u32) -> bool {
        self.drawn
            && match gallery {
                Gallery::Films => self.hides(FilmId(item)),
                Gallery::Characters | Gallery::Fates => {
                    let character = corpus.characters.get(item as usize);
                    character.is_some_and(|character| self.hides(character.film.get()))
                }
            }
    }

    /// Whether an item that has a value may be found by it.
    pub(crate) fn shows(
        &self,
        corpus: &Corpus,
        gallery: Gallery,
        item: u32,
        facet: Facet,
        value: u32,
    ) -> bool {
        if !self.hides_item(corpus, gallery, item) {
            return true;
        }
        match facet {
            Facet::Outcome | Facet::Certainty | Facet::Role | Facet::RelationKind => false,
            Facet::Film | Facet::Period | Facet::Country | Facet::ContentNote => true,
            Facet::Theme => gallery == Gallery::Films,
            Facet::Place => {
                claims(corpus, gallery, item, facet, value).iter().any(|claim| !tells(facet, claim.subject))
            }
        }
    }

    /// Visits those texts of an item that may be read; see [`fields`].
    pub(crate) fn readable(
        &self,
        corpus: &Corpus,
        gallery: Gallery,
        item: u32,
        visit: &mut dyn FnMut(Field, Option<Language>, &str),
    ) {
        let hidden = self.hides_item(corpus, gallery, item);
        fields(corpus, gallery, item, &mut |field, language, text| {
            if !hidden || !field_tells(gallery, field) {
                visit(field, language, text);
            }
        });
    }
}

/// Whether a claim of a value tells how somebody ends.
pub(crate) fn tells(facet: Facet, subject: Subject) -> bool {
    matches!(facet, Facet::Outcome | Facet::Certainty | Facet::Role | Facet::RelationKind)
        || matches!(subject, Subject::Fate(_))
}

/// Whether a text may tell how somebody ends.
fn field_tells(gallery: Gallery, field: Field) -> bool {
    match field {
        Field::Account | Field::Passage(_) | Field::Note => true,
        Field::Term(vocabulary, _) => vocabulary != Vocabulary::Themes || gallery != Gallery::Films,
        Field::Title
        | Field::Name
        | Field::Alias(_)
        | Field::Person
        | Field::Year
        | Field::FilmTitle
        | Field::Premise
        | Field::Description => false,
    }
}

#[cfg(test)]
mod tests;
