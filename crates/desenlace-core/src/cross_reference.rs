//! How one thing leads to another: from a film to its passages and people, from a character to whoever they
//! are bound to, from a theme to everything that carries it, always with the evidence. It derives nothing
//! that the corpus does not say.

use crate::model::{CharacterId, FilmId, PassageId, TermId, Vocabulary, Weight};
use crate::packed::{
    Character, Corpus, Event, Fate, Film, Parallel, Passage, Relation, Term, ThemeEvidence, ThemeTie,
};

/// A theme as a film has it, with its term.
pub type FilmTheme<'a> = (TermId, &'a Term, &'a ThemeTie);

/// The passages of a film with their numbers, in the order of telling.
pub fn passages_of(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = (PassageId, &Passage)> {
    numbered(&corpus.passages)
        .filter(move |(_, passage)| passage.film.get() == film)
        .map(|(number, passage)| (PassageId(number), passage))
}

/// The characters and groups of a film with their numbers and fates.
pub fn cast_of(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = (CharacterId, &Character, &Fate)> {
    numbered(&corpus.characters)
        .zip(corpus.fates.iter())
        .filter(move |((_, character), _)| character.film.get() == film)
        .map(|((number, character), fate)| (CharacterId(number), character, fate))
}

/// The events of a film, in the order of telling.
pub fn events_of(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = &Event> {
    corpus.events.iter().filter(move |event| event.film.get() == film)
}

/// The themes of a film with their ties; those looked for and absent come with that weight.
pub fn themes_of<'a>(corpus: &'a Corpus, film: &'a Film) -> impl Iterator<Item = FilmTheme<'a>> {
    film.themes.iter().map(|tie| {
        let theme = tie.theme.get();
        (theme, &corpus.terms(Vocabulary::Themes)[theme.index()], tie)
    })
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
    numbered(&corpus.characters)
        .filter(move |(_, group)| group.members.iter().any(|member| member.get() == character))
        .map(|(number, group)| (CharacterId(number), group))
}

/// The events that a character takes part in, in the order of telling.
pub fn events_with(corpus: &Corpus, character: CharacterId) -> impl Iterator<Item = &Event> {
    corpus.events.iter().filter(move |event| {
        event.participants.iter().any(|participant| participant.character.get() == character)
    })
}

/// The parallels that a film is a side of, with their positions.
pub fn parallels_with_film(corpus: &Corpus, film: FilmId) -> impl Iterator<Item = (u32, &Parallel)> {
    numbered(&corpus.parallels)
        .filter(move |(_, parallel)| parallel.sides.iter().any(|side| side.film.get() == film))
}

/// The parallels that a character stands in, with their positions.
pub fn parallels_with_character(
    corpus: &Corpus,
    character: CharacterId,
) -> impl Iterator<Item = (u32, &Parallel)> {
    numbered(&corpus.parallels).filter(move |(_, parallel)| {
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
    let terms = corpus.terms(vocabulary);
    let mut current = Some(term);
    // An opened pack has no cycles, so this walk comes to an end.
    while let Some(number) = current {
        if number == broader {
            return true;
        }
        current =
            terms.get(number.index()).and_then(|term| term.broader.as_ref().map(crate::packed::TermId::get));
    }
    false
}

/// The films that have a theme or a narrower one, or that were searched for it in vain, with the ties.
pub fn films_with_theme(
    corpus: &Corpus,
    theme: TermId,
) -> impl Iterator<Item = (FilmId, &Film, Vec<&ThemeTie>)> {
    numbered(&corpus.films).filter_map(move |(number, film)| {
        let ties: Vec<_> = film
            .themes
            .iter()
            .filter(|tie| {
                let absent = tie.weight.get() == Weight::Absent;
                let tied = tie.theme.get();
                // That a narrower theme is absent says nothing about the broader one.
                tied == theme || (!absent && is_within(corpus, Vocabulary::Themes, tied, theme))
            })
            .collect();
        (!ties.is_empty()).then_some((FilmId(number), film, ties))
    })
}

/// The characters that have a theme or a narrower one, themselves or in their fate, with the evidence.
pub fn characters_with_theme(
    corpus: &Corpus,
    theme: TermId,
) -> impl Iterator<Item = (CharacterId, &Character, &Fate, Vec<&ThemeEvidence>)> {
    numbered(&corpus.characters).zip(corpus.fates.iter()).filter_map(move |((number, character), fate)| {
        let ties: Vec<_> = character
            .themes
            .iter()
            .chain(fate.themes.iter())
            .filter(|tie| is_within(corpus, Vocabulary::Themes, tie.theme.get(), theme))
            .collect();
        (!ties.is_empty()).then_some((CharacterId(number), character, fate, ties))
    })
}

/// The things of a list with their numbers.
fn numbered<T>(things: &[T]) -> impl Iterator<Item = (u32, &T)> {
    (0..).zip(things)
}

#[cfg(test)]
mod tests;
