//! Events and parallels.

use super::Ids;
use crate::export::records;
use desenlace_core::model::{self, Vocabulary};

impl Ids<'_> {
    pub(super) fn event_record(&self, event: &model::Event) -> records::Event {
        let participants = event.participants.iter();
        records::Event {
            id: format!("{}/{}", self.film(event.film), event.id),
            film: self.film(event.film),
            key: event.key.clone(),
            summary: event.summary.clone(),
            order: event.order,
            participants: participants
                .map(|participant| records::Participant {
                    character: self.character(participant.character),
                    part: participant.part,
                })
                .collect(),
            place: event.place.map(|place| self.term(Vocabulary::Places, place)),
            themes: self.terms(Vocabulary::Themes, &event.themes),
            passages: self.passages(&event.passages),
            after: event.after.iter().map(|earlier| self.event(*earlier)).collect(),
            during: event.during.map(|outer| self.event(outer)),
        }
    }

    pub(super) fn parallel_record(&self, parallel: &model::Parallel) -> records::Parallel {
        let side = |side: &model::Side| records::Side {
            film: self.film(side.film),
            characters: self.characters(&side.characters),
            passages: self.passages(&side.passages),
        };
        records::Parallel {
            id: parallel.id.clone(),
            key: parallel.key.clone(),
            title: parallel.title.clone(),
            likeness: parallel.likeness.clone(),
            difference: parallel.difference.clone(),
            strength: parallel.strength,
            sides: parallel.sides.iter().map(side).collect(),
        }
    }
}
