//! How one thing leads to another: from a film to its passages and people, from a character to whoever they
//! are bound to, from a theme to everything that carries it, always with the evidence.
//!
//! What stands in this file derives nothing that the corpus does not say. The modules below it compare and
//! combine: [`kindred`] finds likeness across films, [`theme_co_occurrence`] what goes with what, [`ties_of`]
//! what happens at a place, [`StoryOrder`] in which order, [`shared_themes`] sets films beside each other, and
//! [`pattern`] answers questions with several conditions. None of them knows how a tie is shown.

mod co_occurrence;
mod comparison;
mod kindred;
pub mod pattern;
mod places;
mod rarity;
mod story_order;

pub use co_occurrence::{CoOccurrence, Together, theme_co_occurrence, together};
pub use comparison::{SharedTheme, shared_themes};
pub use kindred::{Kindred, Reason, Shared, kindred, kindred_fates};
pub use places::{PlaceTie, places_of, places_with, ties_of};
pub use story_order::{StoryOrder, StoryPlace};

use crate::model::{CharacterId, EventId, FilmId, Part, PassageId, TermId, Vocabulary, Weight};
use crate::packed::{
    self, Character, Corpus, Event, Fate, Film, Parallel, Passage, Relation, Term, ThemeEvidence, ThemeTie,
};

/// A theme as a film has it, with its term.
pub type FilmTheme<'a> = (TermId, &'a Term, ThemeTie<'a>);

/// The passages of a film with their numbers, in the order of telling.
pub fn passages_of(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = (PassageId, Passage<'_>)> {
    let first = corpus.passages.partition_point(|passage| passage.film < film);
    (first..corpus.passages.len())
        .map(|position| (PassageId::from_index(position), corpus.passages.at(position)))
        .take_while(move |(_, passage)| passage.film == film)
}

/// The characters and groups of a film with their numbers and fates.
pub fn cast_of(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = (CharacterId, &Character, &Fate)> {
    let first = corpus.characters.partition_point(|character| character.film.get() < film);
    let fates = corpus.fates.get(first..).unwrap_or_default();
    (first..)
        .map(CharacterId::from_index)
        .zip(corpus.characters[first..].iter().zip(fates))
        .take_while(move |(_, (character, _))| character.film.get() == film)
        .map(|(number, (character, fate))| (number, character, fate))
}

/// The events of a film with their numbers, in the order of telling.
pub fn events_of(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = (EventId, &Event)> {
    numbered(corpus.events.iter())
        .filter(move |(_, event)| event.film.get() == film)
        .map(|(number, event)| (EventId(number), event))
}

/// The themes of a film with their ties; those looked for and absent come with that weight.
pub fn themes_of<'a>(corpus: &'a Corpus, film: &Film<'a>) -> impl Iterator<Item = FilmTheme<'a>> + use<'a> {
    let terms = corpus.terms(Vocabulary::Themes);
    film.themes.iter().map(move |tie| (tie.theme, &terms[tie.theme.index()], tie))
}

/// The relations of a character, read from their side: whether the label is the inverse one, who is at the
/// other end, and the relation.
pub fn relations_of(
    corpus: &Corpus,
    character: CharacterId,
) -> impl Iterator<Item = (bool, CharacterId, &Relation)> {
    corpus.relations.iter().filter_map(move |relation| {
        let (from, to) = (relation.from.get(), relation.to.get());
        if from == character {
            Some((false, to, relation))
        } else if to == character {
            Some((true, from, relation))
        } else {
            None
        }
    })
}

/// The groups that a character is known to belong to.
pub fn groups_of(corpus: &Corpus, character: CharacterId) -> impl Iterator<Item = (CharacterId, &Character)> {
    numbered(corpus.characters.iter())
        .filter(move |(_, group)| group.members.iter().any(|member| member.get() == character))
        .map(|(number, group)| (CharacterId(number), group))
}

/// The events that a character takes part in, in the order of telling.
pub fn events_with(corpus: &Corpus, character: CharacterId) -> impl Iterator<Item = &Event> {
    corpus.events.iter().filter(move |event| {
        event.participants.iter().any(|participant| participant.character.get() == character)
    })
}

/// Whether somebody takes part in an event, in person or as one of a group. Who is only spoken of does not,
/// whatever the group.
#[must_use]
pub fn takes_part(corpus: &Corpus, character: CharacterId, event: &Event) -> bool {
    let is_group = |group: CharacterId| {
        let group = corpus.characters.get(group.index());
        group.is_some_and(|group| group.members.iter().any(|member| member.get() == character))
    };
    let mut participants = event.participants.iter();
    let is_there = |other: &packed::Participant| other.part.get() != Part::Absent;
    match participants.clone().find(|other| other.character.get() == character) {
        Some(own) => is_there(own),
        None => participants.any(|other| is_there(other) && is_group(other.character.get())),
    }
}

/// The parallels that a film is a side of, with their positions.
pub fn parallels_with_film(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = (u32, &Parallel)> {
    numbered(corpus.parallels.iter())
        .filter(move |(_, parallel)| parallel.sides.iter().any(|side| side.film.get() == film))
}

/// The parallels that a character stands in, with their positions.
pub fn parallels_with_character(
    corpus: &Corpus,
    character: CharacterId,
) -> impl Iterator<Item = (u32, &Parallel)> {
    numbered(corpus.parallels.iter()).filter(move |(_, parallel)| {
        parallel.sides.iter().any(|side| side.characters.iter().any(|member| member.get() == character))
    })
}

/// The terms directly below a term.
pub fn narrower(
    corpus: &Corpus,
    vocabulary: Vocabulary,
    broader: TermId,
) -> impl Iterator<Item = (TermId, &Term)> {
    numbered(corpus.terms(vocabulary))
        .filter(move |(_, term)| term.broader.as_ref().is_some_and(|above| above.get() == broader))
        .map(|(number, term)| (TermId(number), term))
}

/// Whether a term is another, or lies somewhere below it.
#[must_use]
pub fn is_within(corpus: &Corpus, vocabulary: Vocabulary, term: TermId, broader: TermId) -> bool {
    with_broader(corpus, vocabulary, term).any(|above| above == broader)
}

/// A term and everything broader, from the narrowest on. A number that is no term stands alone.
pub fn with_broader(
    corpus: &Corpus,
    vocabulary: Vocabulary,
    term: TermId,
) -> impl Iterator<Item = TermId> + '_ {
    let terms = corpus.terms(vocabulary);
    // An opened pack has no cycles, so this walk comes to an end.
    std::iter::successors(Some(term), |number| {
        terms.get(number.index())?.broader.as_ref().map(packed::TermId::get)
    })
}

/// The films that have a theme or a narrower one, or that were searched for it in vain, with the ties.
pub fn films_with_theme(
    corpus: &Corpus,
    theme: TermId,
) -> impl Iterator<Item = (FilmId, Film<'_>, Vec<ThemeTie<'_>>)> {
    numbered(corpus.films.iter()).filter_map(move |(number, film)| {
        let ties: Vec<_> = theme_ties(corpus, film, theme).collect();
        (!ties.is_empty()).then_some((FilmId(number), film, ties))
    })
}

/// The ties of a film to a theme or a narrower one, or to the theme as one that was searched for in vain.
pub fn theme_ties<'a>(
    corpus: &'a Corpus,
    film: Film<'a>,
    theme: TermId,
) -> impl Iterator<Item = ThemeTie<'a>> {
    film.themes.iter().filter(move |tie| {
        let absent = tie.weight == Weight::Absent;
        // That a narrower theme is absent says nothing about the broader one.
        tie.theme == theme || (!absent && is_within(corpus, Vocabulary::Themes, tie.theme, theme))
    })
}

/// The characters that have a theme or a narrower one, themselves or in their fate, with the evidence.
pub fn characters_with_theme(
    corpus: &Corpus,
    theme: TermId,
) -> impl Iterator<Item = (CharacterId, &Character, &Fate, Vec<&ThemeEvidence>)> {
    numbered(corpus.characters.iter()).zip(corpus.fates.iter()).filter_map(
        move |((number, character), fate)| {
            let ties: Vec<_> = character
                .themes
                .iter()
                .chain(fate.themes.iter())
                .filter(|tie| is_within(corpus, Vocabulary::Themes, tie.theme.get(), theme))
                .collect();
            (!ties.is_empty()).then_some((CharacterId(number), character, fate, ties))
        },
    )
}

/// The events that have a theme or a narrower one, with their numbers.
pub fn events_with_theme(corpus: &Corpus, theme: TermId) -> impl Iterator<Item = (EventId, &Event)> {
    numbered(corpus.events.iter())
        .filter(move |(_, event)| {
            event.themes.iter().any(|tie| is_within(corpus, Vocabulary::Themes, tie.get(), theme))
        })
        .map(|(number, event)| (EventId(number), event))
}

/// The fates with an outcome or a narrower one, with whose they are.
pub fn fates_with_outcome(corpus: &Corpus, outcome: TermId) -> impl Iterator<Item = (CharacterId, &Fate)> {
    numbered(corpus.fates.iter())
        .filter(move |(_, fate)| is_within(corpus, Vocabulary::Outcomes, fate.outcome.get(), outcome))
        .map(|(number, fate)| (CharacterId(number), fate))
}

/// The fates that a character brings about, with whose they are; their own among them.
pub fn fates_brought_about(
    corpus: &Corpus,
    character: CharacterId,
) -> impl Iterator<Item = (CharacterId, &Fate)> {
    numbered(corpus.fates.iter())
        .filter(move |(_, fate)| fate.agents.iter().any(|agent| agent.character.get() == character))
        .map(|(number, fate)| (CharacterId(number), fate))
}

/// The relations between two others that a character is the third of: *mistakes* … *for* this one.
pub fn relations_through(corpus: &Corpus, character: CharacterId) -> impl Iterator<Item = &Relation> {
    corpus
        .relations
        .iter()
        .filter(move |relation| relation.third.as_ref().is_some_and(|third| third.get() == character))
}

/// Passages, ascending, each once.
fn in_order(passages: impl IntoIterator<Item = PassageId>) -> Vec<PassageId> {
    let mut passages: Vec<_> = passages.into_iter().collect();
    passages.sort_unstable();
    passages.dedup();
    passages
}

/// The numbers of a packed list of passages.
fn numbers(passages: &[packed::PassageId]) -> impl Iterator<Item = PassageId> + '_ {
    passages.iter().map(packed::PassageId::get)
}

/// The things of a list with their numbers.
fn numbered<Things: IntoIterator>(things: Things) -> impl Iterator<Item = (u32, Things::Item)> {
    (0..).zip(things)
}

#[cfg(test)]
mod tests;
