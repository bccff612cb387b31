//! Characters, fates and relations.

use super::Ids;
use crate::export::records;
use crate::export::value::PerLanguage;
use desenlace_core::model::{self, Language, Vocabulary};

impl Ids<'_> {
    pub(super) fn character_record(&self, character: &model::Character) -> records::Character {
        records::Character {
            id: character.id.clone(),
            film: self.film(character.film),
            key: character.key.clone(),
            name: character.name.clone(),
            short: character.short.clone(),
            aliases: PerLanguage(character.aliases.clone()),
            variants: character.variants.clone(),
            group: character.group,
            plural: Language::ALL
                .into_iter()
                .filter(|language| character.plural[*language as usize])
                .map(|language| language.tag().to_owned())
                .collect(),
            members: self.characters(&character.members),
            roles: self.terms(Vocabulary::Roles, &character.roles),
            passages: self.passages(&character.passages),
            description: character.description.clone(),
            note: character.note.clone(),
            actor: character.actor.as_ref().map(|actor| records::Actor {
                name: actor.name.clone(),
                sources: self.sources(&actor.sources),
                note: actor.note.clone(),
            }),
            themes: self.themes(&character.themes),
        }
    }

    fn themes(&self, themes: &[model::ThemeEvidence]) -> Vec<records::ThemeEvidence> {
        let evidence = |tie: &model::ThemeEvidence| records::ThemeEvidence {
            theme: self.term(Vocabulary::Themes, tie.theme),
            passages: self.passages(&tie.passages),
        };
        themes.iter().map(evidence).collect()
    }

    pub(super) fn fate_record(&self, (character, fate): (&model::Character, &model::Fate)) -> records::Fate {
        records::Fate {
            character: character.id.clone(),
            outcome: self.term(Vocabulary::Outcomes, fate.outcome),
            certainty: fate.certainty,
            cause: fate.cause.map(|cause| records::Cause {
                term: self.term(Vocabulary::Causes, cause.term),
                certainty: cause.certainty,
            }),
            agents: fate
                .agents
                .iter()
                .map(|agent| records::Agent {
                    character: self.character(agent.character),
                    certainty: agent.certainty,
                })
                .collect(),
            place: fate.place.map(|place| records::FatePlace {
                place: self.term(Vocabulary::Places, place.place),
                certainty: place.certainty,
            }),
            passages: self.passages(&fate.passages),
            account: fate.account.clone(),
            caution: fate.caution.clone(),
            trajectory: fate
                .trajectory
                .iter()
                .map(|step| records::Step {
                    condition: self.term(Vocabulary::Conditions, step.condition),
                    passages: self.passages(&step.passages),
                })
                .collect(),
            themes: self.themes(&fate.themes),
        }
    }

    pub(super) fn relation_record(&self, relation: &model::Relation) -> records::Relation {
        records::Relation {
            from: self.character(relation.from),
            kind: self.term(Vocabulary::RelationKinds, relation.kind),
            to: self.character(relation.to),
            third: relation.third.map(|third| self.character(third)),
            certainty: relation.certainty,
            passages: self.passages(&relation.passages),
        }
    }
}
