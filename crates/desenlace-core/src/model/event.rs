//! Events: what happens, to whom, where, and when in the telling and in the story.

use super::film::{packed_words, words};
use super::{CharacterId, EventId, FilmId, Localized, PassageId, TermId};
use rkyv::{Archive, Serialize};

/// Something that happens. Events stand in the order of telling, film by film.
#[derive(Clone, Debug, PartialEq, Archive, Serialize)]
pub struct Event {
    /// The id, unique within the film.
    pub id: String,
    /// The film.
    pub film: FilmId,
    /// The row of the source inventory.
    pub key: String,
    /// What happens, in a sentence.
    pub summary: Localized,
    /// How it is told.
    pub order: Order,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Where, where told: a term of the places.
    pub place: Option<TermId>,
    /// Its themes.
    pub themes: Vec<TermId>,
    /// The evidence, ascending.
    pub passages: Vec<PassageId>,
    /// What comes directly before it in the story; where the source gives no order, there is none here.
    pub after: Vec<EventId>,
    /// What it happens inside of.
    pub during: Option<EventId>,
}

/// Who takes part in an event, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Archive, Serialize)]
pub struct Participant {
    /// Who.
    pub character: CharacterId,
    /// How.
    pub part: Part,
}

words! {
    /// How an event is told.
    Order {
        /// Where it belongs in the story.
        Told = "told",
        /// Later than it happens.
        Flashback = "flashback",
        /// As something earlier that nobody knew.
        Revealed = "revealed",
    }
}

words! {
    /// How somebody takes part in an event.
    Part {
        /// Does it.
        Acts = "acts",
        /// Has it done to them.
        Undergoes = "undergoes",
        /// Is there.
        Present = "present",
        /// Is only spoken or thought of.
        Absent = "absent",
    }
}

packed_words! {
    ArchivedOrder => Order { Told Flashback Revealed }
    ArchivedPart => Part { Acts Undergoes Present Absent }
}
