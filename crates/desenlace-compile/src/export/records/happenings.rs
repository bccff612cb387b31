//! Events, and parallels between films.

use crate::export::value::exported;
use desenlace_core::model::{Localized, Order, Part, Strength};

exported! {
    /// Something that happens.
    Event {
        /// The id of the film, a slash, and the event’s own.
        id: String,
        /// The film.
        film: String,
        /// The row of the source inventory.
        key: String,
        /// What happens.
        summary: Localized,
        /// How it is told: where it belongs, later than it happens, or as something earlier that nobody knew.
        order: Order,
        /// Who takes part.
        participants: Vec<Participant>,
        /// Where, where told.
        place: Option<String>,
        /// Its themes.
        themes: Vec<String>,
        /// The evidence.
        passages: Vec<String>,
        /// The events directly before it in the story, as far as the synopsis gives an order.
        after: Vec<String>,
        /// The event that it happens inside of.
        during: Option<String>,
    }

    /// Who takes part in an event.
    Participant {
        /// The character.
        character: String,
        /// How.
        part: Part,
    }

    /// A curated link between things of different films.
    Parallel {
        /// The id.
        id: String,
        /// The row of the source inventory.
        key: String,
        /// A short title.
        title: Localized,
        /// What is alike.
        likeness: Localized,
        /// What must be kept apart.
        difference: Localized,
        /// How much it carries.
        strength: Strength,
        /// What is compared.
        sides: Vec<Side>,
    }

    /// One side of a parallel.
    Side {
        /// The film.
        film: String,
        /// Whom it concerns.
        characters: Vec<String>,
        /// The evidence.
        passages: Vec<String>,
    }
}
