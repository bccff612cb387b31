//! `events.toml`: what happens, in the order of telling and, as far as the source gives one, of the story.

use super::Evidence;
use crate::decode::{At, Entries, Ref, Text, kind, record};
use desenlace_core::model::{Order, Part};

/// Events by id, in the order of telling.
pub(crate) type Events = Entries<kind::Event, Event>;

record! {
    /// Something that happens.
    Event {
        /// The row of the source inventory.
        key: String,
        /// What happens, in a sentence.
        summary: Text,
        /// The passages that tell it.
        passages: Evidence,
        /// Where, an id of vocabularies/places.toml; left out where none is told.
        place: Option<Ref<kind::Place>>,
        /// How it is told: where it belongs, told back, or revealed as something earlier.
        order: At<Order>,
        /// Who takes part, and how.
        participants: Vec<Participant>,
        /// Its themes, ids of vocabularies/themes.toml.
        themes: Vec<Ref<kind::Theme>>,
        /// What comes directly before it in the story, ids of events of this film.
        after: Vec<Ref<kind::Event>>,
        /// What it happens inside of, the id of an event of this film.
        during: Option<Ref<kind::Event>>,
    }
}

record! {
    /// Who takes part in an event, and how.
    Participant {
        /// Who, the id of a character.
        character: Ref<kind::Character>,
        /// How: acts, undergoes, is present, or is absent and only spoken of.
        part: At<Part>,
    }
}
