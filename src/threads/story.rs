//! Who takes part in which event of a film, and how it ends for them, as the drawing needs it. It knows the
//! packed corpus and nothing of coordinates.

use super::mark::{mark_of, words_of};
use desenlace_core::cross_reference::{cast_of, groups_of};
use desenlace_core::model::{Certainty, CharacterId, FilmId, Language, Mark, Order, Part};
use desenlace_core::packed::{Corpus, Event};

/// The threads of a film before they are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The people who take part in an event, in the order of the corpus.
    pub strands: Vec<Strand>,
    /// The events, in the order of telling.
    pub occasions: Vec<Occasion>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strand {
    /// The number of the character.
    pub character: u32,
    /// The occasions they take part in, ascending; never empty.
    pub occasions: Vec<usize>,
    /// How the thread ends.
    pub mark: Mark,
    /// Whether the end is only implied.
    pub hollow: bool,
    /// The name, short.
    pub name: String,
    /// What becomes of them, in a few words.
    pub words: String,
}

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The number of the event in the corpus.
    pub event: u32,
    /// Whether it is told in another place than it has in the story.
    pub out_of_order: bool,
}

impl Story {
    /// The story of a film.
    #[must_use]
    pub fn of(corpus: &Corpus, film: FilmId, language: Language) -> Self {
        let events: Vec<(u32, &Event)> =
            (0..).zip(corpus.events.iter()).filter(|(_, event)| event.film.get() == film).collect();
        let strands = cast_of(corpus, film)
            .filter(|(_, character, _)| !character.group)
            .filter_map(|(number, character, fate)| {
                let groups: Vec<CharacterId> = groups_of(corpus, number).map(|(group, _)| group).collect();
                let occasions: Vec<usize> = (0..)
                    .zip(&events)
                    .filter(|(_, (_, event))| takes_part(event, number, &groups))
                    .map(|(column, _)| column)
                    .collect();
                (!occasions.is_empty()).then(|| Strand {
                    character: number.0,
                    occasions,
                    mark: mark_of(corpus, fate),
                    hollow: fate.certainty.get() == Certainty::Implied,
                    name: character.short.get(language).to_owned(),
                    words: words_of(corpus, fate, language),
                })
            })
            .collect();
        let occasions = events
            .iter()
            .map(|(event, packed)| Occasion {
                event: *event,
                out_of_order: packed.order.get() != Order::Told,
            })
            .collect();
        Self { strands, occasions }
    }

    /// The same story without what becomes of anybody: all threads end alike, and nothing is said of it.
    #[must_use]
    pub fn without_ends(mut self) -> Self {
        for strand in &mut self.strands {
            (strand.mark, strand.hollow) = (Mark::Fade, false);
            strand.words.clear();
        }
        self
    }
}

/// Whether somebody is there, in person or as one of a group. Who is named as absent is, whatever the group.
fn takes_part(event: &Event, person: CharacterId, groups: &[CharacterId]) -> bool {
    let part_of = |character: CharacterId| {
        event.participants.iter().find(|one| one.character.get() == character).map(|one| one.part.get())
    };
    match part_of(person) {
        Some(part) => part != Part::Absent,
        None => groups.iter().any(|group| part_of(*group).is_some_and(|part| part != Part::Absent)),
    }
}
