//! Characters and groups, and what becomes of them.

use super::Resolver;
use super::film::optional;
use crate::records::ThemeEvidence;
use crate::records::characters::{Actor, Character};
use crate::records::fates::Fate;
use crate::written::WrittenFilm;
use desenlace_core::model::{self, Certainty, FilmId, Language, Localized, TermId};

/// The characters and groups of a film.
pub(super) fn characters(
    film: &WrittenFilm,
    number: FilmId,
    resolver: &mut Resolver<'_>,
) -> Vec<model::Character> {
    let characters = film.characters.value.0.iter();
    characters
        .map(|(id, character)| self::character(id.id().unwrap_or_default(), character, number, resolver))
        .collect()
}

/// What becomes of them, each at the position of the character.
pub(super) fn fates(film: &WrittenFilm, resolver: &mut Resolver<'_>) -> Vec<model::Fate> {
    let fates = &film.fates.value.0;
    for (character, _) in fates {
        resolver.one(character);
    }
    let characters = film.characters.value.0.iter();
    characters
        .map(|(id, _)| {
            let own = fates.iter().find(|(character, _)| character.id() == id.id());
            own.map_or_else(no_fate, |(_, fate)| self::fate(fate, resolver))
        })
        .collect()
}

fn character(id: &str, character: &Character, film: FilmId, resolver: &mut Resolver<'_>) -> model::Character {
    model::Character {
        id: id.to_owned(),
        film,
        key: character.key.clone(),
        name: character.name.value.clone(),
        short: character.short.as_ref().unwrap_or(&character.name).value.clone(),
        aliases: character.aliases.0.clone(),
        variants: character.variants.clone(),
        group: character.is_group(),
        plural: Language::ALL
            .map(|language| character.plural.iter().any(|each| each.value == Some(language))),
        members: resolver.all(&character.members),
        roles: resolver.all(&character.roles),
        passages: resolver.evidence(&character.passages),
        description: character.description.value.clone(),
        note: optional(character.note.as_ref()),
        actor: character.actor.as_ref().map(|actor| self::actor(actor, resolver)),
        themes: themes(&character.theme, resolver),
    }
}

fn actor(actor: &Actor, resolver: &mut Resolver<'_>) -> model::Actor {
    model::Actor {
        name: actor.name.clone(),
        sources: resolver.all(&actor.sources.0),
        note: optional(actor.note.as_ref()),
    }
}

fn themes(themes: &[ThemeEvidence], resolver: &mut Resolver<'_>) -> Vec<model::ThemeEvidence> {
    resolver.once(themes.iter().map(|tie| &tie.theme));
    let evidence = |tie: &ThemeEvidence| model::ThemeEvidence {
        theme: resolver.one(&tie.theme),
        passages: resolver.evidence(&tie.passages),
    };
    themes.iter().map(evidence).collect()
}

fn fate(fate: &Fate, resolver: &mut Resolver<'_>) -> model::Fate {
    resolver.once(fate.agents.iter().map(|agent| &agent.character));
    model::Fate {
        outcome: resolver.one(&fate.outcome),
        certainty: fate.certainty.value.unwrap_or(Certainty::Untold),
        cause: fate.cause.as_ref().map(|cause| model::Cause {
            term: resolver.one(&cause.term),
            certainty: cause.certainty.value.unwrap_or(Certainty::Untold),
        }),
        agents: fate
            .agents
            .iter()
            .map(|agent| model::Agent {
                character: resolver.one(&agent.character),
                certainty: agent.certainty.value.unwrap_or(Certainty::Untold),
            })
            .collect(),
        place: fate.place.as_ref().map(|place| model::FatePlace {
            place: resolver.one(&place.place),
            certainty: place.certainty.value.unwrap_or(Certainty::Untold),
        }),
        passages: resolver.evidence(&fate.passages),
        account: fate.account.value.clone(),
        caution: optional(fate.caution.as_ref()),
        trajectory: fate
            .trajectory
            .iter()
            .map(|step| model::Step {
                condition: resolver.one(&step.condition),
                passages: resolver.evidence(&step.passages),
            })
            .collect(),
        themes: themes(&fate.theme, resolver),
    }
}

/// What stands in for a fate that is missing; the checks report it.
fn no_fate() -> model::Fate {
    model::Fate {
        outcome: TermId::default(),
        certainty: Certainty::Untold,
        cause: None,
        agents: Vec::new(),
        place: None,
        passages: Vec::new(),
        account: Localized::default(),
        caution: None,
        trajectory: Vec::new(),
        themes: Vec::new(),
    }
}
