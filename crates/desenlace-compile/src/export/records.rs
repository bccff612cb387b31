//! The records of the open data. Their doc comments are what its readers are told.

mod film;
mod happenings;
mod people;
mod story;
mod vocabulary;

pub(super) use film::{AlternativeTitle, Conflict, ContentTie, Fact, Film, Synopsis, ThemeTie};
pub(super) use happenings::{Event, Parallel, Participant, Side};
pub(super) use people::{Actor, Agent, Cause, Character, Fate, FatePlace, Relation, Step, ThemeEvidence};
pub(super) use story::{Marked, Passage, Span};
pub(super) use vocabulary::{Source, Term, Vocabularies};

use super::value::exported;

exported! {
    /// Films, what they tell, who is in them and what becomes of them. Lists are in the order in which
    /// things are told, films by year. Characters, films and terms are referred to by their id, passages and
    /// events by the id of the film, a slash, and their own.
    Corpus {
        /// The licence of this data.
        licence: String,
        /// The languages in which every text exists.
        languages: Vec<String>,
        /// The films.
        films: Vec<Film>,
        /// The retold stories, passage by passage: the evidence of everything else.
        passages: Vec<Passage>,
        /// People, and groups acting as one.
        characters: Vec<Character>,
        /// What becomes of each character.
        fates: Vec<Fate>,
        /// What characters are to each other.
        relations: Vec<Relation>,
        /// What happens, film by film in the order of telling.
        events: Vec<Event>,
        /// Curated links between films.
        parallels: Vec<Parallel>,
        /// The bibliography.
        sources: Vec<Source>,
        /// The controlled vocabularies.
        vocabularies: Vocabularies,
    }
}
