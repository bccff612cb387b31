//! The packed forms of the model, under the names of the things they are. Reading code uses these; they
//! live in the bytes of the pack and are never copied out of it.

mod film;
mod passage;

pub use film::{AlternativeTitle, Conflict, ContentTie, Fact, Film, Synopsis, ThemeTie};
pub use passage::{Passage, PassageText};

pub use crate::model::character::{
    ArchivedCertainty as Certainty, ArchivedCharacter as Character, ArchivedFate as Fate,
    ArchivedRelation as Relation, ArchivedStep as Step, ArchivedThemeEvidence as ThemeEvidence,
};
pub use crate::model::corpus::{ArchivedCorpus as Corpus, ArchivedGalleryIndex as GalleryIndex};
pub use crate::model::event::{ArchivedEvent as Event, ArchivedParticipant as Participant};
pub use crate::model::language::ArchivedLocalized as Localized;
pub use crate::model::parallel::{
    ArchivedParallel as Parallel, ArchivedSide as Side, ArchivedSource as Source,
};
pub(crate) use crate::model::postings::ArchivedPostings as Postings;
pub use crate::model::record::{ArchivedRecords as Records, List, Text};
pub use crate::model::vocabulary::{ArchivedMark as Mark, ArchivedTerm as Term};
pub use crate::model::{
    ArchivedCharacterId as CharacterId, ArchivedEventId as EventId, ArchivedFilmId as FilmId,
    ArchivedPassageId as PassageId, ArchivedSourceId as SourceId, ArchivedTermId as TermId,
};

use crate::facet::Gallery;
use crate::model::{self, Language, Vocabulary};

impl Corpus {
    /// The terms of a vocabulary, in the order of its file.
    #[must_use]
    pub fn terms(&self, vocabulary: Vocabulary) -> &[Term] {
        &self.vocabularies[vocabulary as usize]
    }

    /// The term with this id, and its number.
    #[must_use]
    pub fn term(&self, vocabulary: Vocabulary, id: &str) -> Option<(model::TermId, &Term)> {
        find(self.terms(vocabulary), id, |term| &term.id).map(|(index, term)| (model::TermId(index), term))
    }

    /// The film with this id, and its number.
    #[must_use]
    pub fn film(&self, id: &str) -> Option<(model::FilmId, Film<'_>)> {
        (0..).map(model::FilmId).zip(self.films.iter()).find(|(_, film)| film.id == id)
    }

    /// The character with this id, and its number.
    #[must_use]
    pub fn character(&self, id: &str) -> Option<(model::CharacterId, &Character)> {
        find(&self.characters, id, |character| &character.id)
            .map(|(index, character)| (model::CharacterId(index), character))
    }

    /// The parallel with this id.
    #[must_use]
    pub fn parallel(&self, id: &str) -> Option<&Parallel> {
        find(&self.parallels, id, |parallel| &parallel.id).map(|(_, parallel)| parallel)
    }

    /// The index of a gallery.
    #[must_use]
    pub fn gallery(&self, gallery: Gallery) -> &GalleryIndex {
        &self.index.galleries[gallery as usize]
    }
}

impl Term {
    /// The label of a relation kind as read from one side.
    #[must_use]
    pub fn relation_label(&self, inverse: bool, language: Language) -> &str {
        self.label_behind(None, inverse, language)
    }

    /// The label of a relation kind or an outcome behind the name of somebody, in the number of that name.
    #[must_use]
    pub fn label_behind(&self, subject: Option<&Character>, inverse: bool, language: Language) -> &str {
        let (label, plural) = match self.inverse.as_ref() {
            Some(label) if inverse => (label, &self.inverse_plural),
            _ => (&self.name, &self.plural),
        };
        let plural = plural.as_ref().filter(|_| subject.is_some_and(|who| who.plural[language as usize]));
        plural.unwrap_or(label).get(language)
    }
}

/// The thing with an id, and its number. Lists of things with ids are short enough to be walked.
fn find<'a, T>(things: &'a [T], id: &str, id_of: impl Fn(&T) -> &str) -> Option<(u32, &'a T)> {
    things.iter().zip(0..).find(|(thing, _)| id_of(thing) == id).map(|(thing, number)| (number, thing))
}
