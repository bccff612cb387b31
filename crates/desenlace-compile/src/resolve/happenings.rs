//! What happens between characters, in a film and across films: relations, events, parallels.

use super::{Names, Resolver, Scope};
use crate::records::parallels::{Parallels, Side};
use crate::report::Report;
use crate::written::WrittenFilm;
use desenlace_core::model::{self, Certainty, FilmId, Order, Part, Strength};

/// The relations of a film.
pub(super) fn relations(film: &WrittenFilm, resolver: &mut Resolver<'_>) -> Vec<model::Relation> {
    let relations = film.relations.value.relation.iter();
    relations
        .map(|relation| model::Relation {
            from: resolver.one(&relation.from),
            kind: resolver.one(&relation.kind),
            to: resolver.one(&relation.to),
            third: resolver.maybe(relation.r#as.as_ref()),
            certainty: relation
                .certainty
                .as_ref()
                .and_then(|certainty| certainty.value)
                .unwrap_or(Certainty::Stated),
            passages: resolver.evidence(&relation.passages),
        })
        .collect()
}

/// The events of a film.
pub(super) fn events(film: &WrittenFilm, number: FilmId, resolver: &mut Resolver<'_>) -> Vec<model::Event> {
    let events = film.events.value.0.iter();
    events
        .map(|(id, event)| model::Event {
            id: id.id().unwrap_or_default().to_owned(),
            film: number,
            key: event.key.clone(),
            summary: event.summary.value.clone(),
            order: event.order.value.unwrap_or(Order::Told),
            participants: event
                .participants
                .iter()
                .map(|participant| model::Participant {
                    character: resolver.one(&participant.character),
                    part: participant.part.value.unwrap_or(Part::Present),
                })
                .collect(),
            place: resolver.maybe(event.place.as_ref()),
            themes: resolver.all(&event.themes),
            passages: resolver.evidence(&event.passages),
            after: resolver.all(&event.after),
            during: resolver.maybe(event.during.as_ref()),
        })
        .collect()
}

/// The parallels between films.
pub(super) fn parallels(parallels: &Parallels, names: &Names, report: &mut Report) -> Vec<model::Parallel> {
    let parallels = parallels.0.iter();
    parallels
        .map(|(id, parallel)| model::Parallel {
            id: id.id().unwrap_or_default().to_owned(),
            key: parallel.key.clone(),
            title: parallel.title.value.clone(),
            likeness: parallel.likeness.value.clone(),
            difference: parallel.difference.value.clone(),
            strength: parallel.strength.value.unwrap_or(Strength::Loose),
            sides: parallel.side.iter().map(|each| side(each, names, report)).collect(),
        })
        .collect()
}

/// One side: its characters and passages are those of its film. Where the film itself is not known, nothing
/// else can be said about the side.
fn side(side: &Side, names: &Names, report: &mut Report) -> model::Side {
    let mut resolver = Resolver { names, scope: Scope::Corpus, report };
    let Some((film, number)) = resolver.film(&side.film) else { return model::Side::default() };
    resolver.scope = Scope::Film(film);
    model::Side {
        film: number,
        characters: resolver.all(&side.characters),
        passages: resolver.evidence(&side.passages),
    }
}
