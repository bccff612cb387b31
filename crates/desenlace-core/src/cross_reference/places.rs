//! What happens where: from a place to everything tied to it, and from a film or a character to its places.
//! It does not know where a place is on a map.

use super::{is_within, numbered};
use crate::model::{CharacterId, EventId, FilmId, Part, PassageId, SpanTarget, TermId, Vocabulary};
use crate::packed::Corpus;

/// Something that is tied to a place; its passages are found at what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceTie {
    /// A film is set there.
    Setting(FilmId),
    /// A passage names it, in any language.
    Passage(PassageId),
    /// An event happens there.
    Event(EventId),
    /// The fate of a character comes about there.
    Fate(CharacterId),
}

impl PlaceTie {
    /// The film that it belongs to; none for a number that is nothing.
    #[must_use]
    pub fn film(self, corpus: &Corpus) -> Option<FilmId> {
        match self {
            Self::Setting(film) => corpus.films.get(film.index()).map(|_| film),
            Self::Passage(passage) => corpus.passages.get(passage.index()).map(|it| it.film),
            Self::Event(event) => corpus.events.get(event.index()).map(|it| it.film.get()),
            Self::Fate(character) => corpus.characters.get(character.index()).map(|it| it.film.get()),
        }
    }
}

/// Everything tied to a place or to one inside it: settings, then passages, events and fates, each in the order
/// of the corpus.
#[must_use]
pub fn ties_of(corpus: &Corpus, place: TermId) -> Vec<PlaceTie> {
    let mut ties: Vec<_> = all(corpus)
        .into_iter()
        .filter(|(at, _)| is_within(corpus, Vocabulary::Places, *at, place))
        .map(|(_, tie)| tie)
        .collect();
    ties.sort_unstable();
    ties.dedup();
    ties
}

/// The places of a film, in the order of the vocabulary, each as it is named, with what ties the film to it.
#[must_use]
pub fn places_of(corpus: &Corpus, film: FilmId) -> Vec<(TermId, Vec<PlaceTie>)> {
    grouped(all(corpus).into_iter().filter(|(_, tie)| tie.film(corpus) == Some(film)).collect())
}

/// The places of a character, in the order of the vocabulary: where they take part in an event, being there,
/// and where their fate comes about.
#[must_use]
pub fn places_with(corpus: &Corpus, character: CharacterId) -> Vec<(TermId, Vec<PlaceTie>)> {
    let is_there = |event: EventId| {
        corpus.events[event.index()].participants.iter().any(|participant| {
            participant.character.get() == character && participant.part.get() != Part::Absent
        })
    };
    let own = all(corpus).into_iter().filter(|(_, tie)| match tie {
        PlaceTie::Event(event) => is_there(*event),
        PlaceTie::Fate(whose) => *whose == character,
        PlaceTie::Setting(_) | PlaceTie::Passage(_) => false,
    });
    grouped(own.collect())
}

/// Every tie of every place, as it is named.
fn all(corpus: &Corpus) -> Vec<(TermId, PlaceTie)> {
    let settings = numbered(corpus.films.iter()).flat_map(|(number, film)| {
        film.places.iter().map(move |place| (place, PlaceTie::Setting(FilmId(number))))
    });
    let named = numbered(corpus.passages.iter()).flat_map(|(number, passage)| {
        let spans = passage.texts.into_iter().flat_map(|text| text.spans.iter());
        spans.filter_map(move |span| match span.target {
            SpanTarget::Place(place) => Some((place, PlaceTie::Passage(PassageId(number)))),
            SpanTarget::Character(_) | SpanTarget::Emphasis => None,
        })
    });
    let events = numbered(corpus.events.iter()).filter_map(|(number, event)| {
        event.place.as_ref().map(|place| (place.get(), PlaceTie::Event(EventId(number))))
    });
    let fates = numbered(corpus.fates.iter()).filter_map(|(number, fate)| {
        fate.place.as_ref().map(|place| (place.place.get(), PlaceTie::Fate(CharacterId(number))))
    });
    settings.chain(named).chain(events).chain(fates).collect()
}

/// The ties of each place together, each once.
fn grouped(mut ties: Vec<(TermId, PlaceTie)>) -> Vec<(TermId, Vec<PlaceTie>)> {
    ties.sort_unstable();
    ties.dedup();
    let places = ties.chunk_by(|one, other| one.0 == other.0);
    places.map(|ties| (ties[0].0, ties.iter().map(|(_, tie)| *tie).collect())).collect()
}

#[cfg(test)]
mod tests;
