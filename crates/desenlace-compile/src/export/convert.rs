//! From the corpus to the records of the open data: every number becomes the id of what it stands for.

use super::records;
use super::value::PerLanguage;
use desenlace_core::model::{
    self, CharacterId, Corpus, EventId, FilmId, Language, PassageId, SourceId, SpanTarget, TermId, Vocabulary,
};

/// Everything.
pub(super) fn corpus(corpus: &Corpus) -> records::Corpus {
    let ids = Ids(corpus);
    let terms = |vocabulary: Vocabulary| {
        let terms = corpus.vocabularies[vocabulary as usize].iter();
        terms.map(|term| ids.term_record(vocabulary, term)).collect()
    };
    records::Corpus {
        licence: "CC BY 4.0".to_owned(),
        languages: Language::ALL.map(|language| language.tag().to_owned()).to_vec(),
        films: corpus.films.iter().map(|film| ids.film_record(film)).collect(),
        passages: corpus.passages.iter().map(|passage| ids.passage_record(passage)).collect(),
        characters: corpus.characters.iter().map(|character| ids.character_record(character)).collect(),
        fates: corpus.characters.iter().zip(&corpus.fates).map(|pair| ids.fate_record(pair)).collect(),
        relations: corpus.relations.iter().map(|relation| ids.relation_record(relation)).collect(),
        events: corpus.events.iter().map(|event| ids.event_record(event)).collect(),
        parallels: corpus.parallels.iter().map(|parallel| ids.parallel_record(parallel)).collect(),
        sources: corpus.sources.iter().map(source_record).collect(),
        vocabularies: records::Vocabularies {
            themes: terms(Vocabulary::Themes),
            outcomes: terms(Vocabulary::Outcomes),
            conditions: terms(Vocabulary::Conditions),
            causes: terms(Vocabulary::Causes),
            roles: terms(Vocabulary::Roles),
            relation_kinds: terms(Vocabulary::RelationKinds),
            content_notes: terms(Vocabulary::ContentNotes),
            places: terms(Vocabulary::Places),
            countries: terms(Vocabulary::Countries),
            languages: terms(Vocabulary::Languages),
            periods: terms(Vocabulary::Periods),
        },
    }
}

/// The ids behind the numbers.
struct Ids<'a>(&'a Corpus);

impl Ids<'_> {
    fn film(&self, film: FilmId) -> String {
        self.0.films.get(film.index()).map_or_else(String::new, |film| film.id.clone())
    }

    fn passage(&self, passage: PassageId) -> String {
        let passage = self.0.passages.get(passage.index());
        passage.map_or_else(String::new, |passage| format!("{}/{}", self.film(passage.film), passage.id))
    }

    fn event(&self, event: EventId) -> String {
        let event = self.0.events.get(event.index());
        event.map_or_else(String::new, |event| format!("{}/{}", self.film(event.film), event.id))
    }

    fn character(&self, character: CharacterId) -> String {
        self.0.characters.get(character.index()).map_or_else(String::new, |character| character.id.clone())
    }

    fn term(&self, vocabulary: Vocabulary, term: TermId) -> String {
        let terms = &self.0.vocabularies[vocabulary as usize];
        terms.get(term.index()).map_or_else(String::new, |term| term.id.clone())
    }

    fn source(&self, source: SourceId) -> String {
        self.0.sources.get(source.index()).map_or_else(String::new, |source| source.id.clone())
    }

    fn passages(&self, passages: &[PassageId]) -> Vec<String> {
        passages.iter().map(|passage| self.passage(*passage)).collect()
    }

    fn characters(&self, characters: &[CharacterId]) -> Vec<String> {
        characters.iter().map(|character| self.character(*character)).collect()
    }

    fn terms(&self, vocabulary: Vocabulary, terms: &[TermId]) -> Vec<String> {
        terms.iter().map(|term| self.term(vocabulary, *term)).collect()
    }

    fn sources(&self, sources: &[SourceId]) -> Vec<String> {
        sources.iter().map(|source| self.source(*source)).collect()
    }

    fn film_record(&self, film: &model::Film) -> records::Film {
        let model::Synopsis { key, language, sentences, licence, source } = film.synopsis.clone();
        let source = self.source(source);
        records::Film {
            id: film.id.clone(),
            title: film.title.clone(),
            title_language: film.title_language.clone(),
            alternative_titles: film
                .alternative_titles
                .iter()
                .map(|title| records::AlternativeTitle {
                    text: title.text.clone(),
                    language: title.language.clone(),
                    sources: self.sources(&title.sources),
                    note: title.note.clone(),
                })
                .collect(),
            year: film.year,
            countries: self.terms(Vocabulary::Countries, &film.countries),
            languages: self.terms(Vocabulary::Languages, &film.languages),
            periods: self.terms(Vocabulary::Periods, &film.periods),
            places: self.terms(Vocabulary::Places, &film.places),
            premise: film.premise.clone(),
            synopsis: records::Synopsis { key, language, sentences, licence, source },
            facts: film.facts.iter().map(|fact| self.fact_record(fact)).collect(),
            themes: film
                .themes
                .iter()
                .map(|tie| records::ThemeTie {
                    theme: self.term(Vocabulary::Themes, tie.theme),
                    weight: tie.weight,
                    motivation: tie.motivation.clone(),
                    passages: self.passages(&tie.passages),
                })
                .collect(),
            content_notes: film
                .content_notes
                .iter()
                .map(|tie| records::ContentTie {
                    topic: self.term(Vocabulary::ContentNotes, tie.topic),
                    detail: tie.detail.clone(),
                    passages: self.passages(&tie.passages),
                })
                .collect(),
        }
    }

    fn fact_record(&self, fact: &model::Fact) -> records::Fact {
        let conflict = |conflict: &model::Conflict| records::Conflict {
            value: conflict.value.clone(),
            sources: self.sources(&conflict.sources),
            note: conflict.note.clone(),
        };
        records::Fact {
            kind: fact.kind,
            value: fact.value.clone(),
            sources: self.sources(&fact.sources),
            note: fact.note.clone(),
            conflicts: fact.conflicts.iter().map(conflict).collect(),
        }
    }

    fn passage_record(&self, passage: &model::Passage) -> records::Passage {
        let film = self.0.films.get(passage.film.index());
        let key = film.map_or("", |film| film.synopsis.key.as_str());
        let sentences = passage.sentences.iter();
        records::Passage {
            id: format!("{}/{}", self.film(passage.film), passage.id),
            film: self.film(passage.film),
            title: passage.title.clone(),
            sentences: sentences.map(|number| format!("{key}-S{number}")).collect(),
            texts: PerLanguage(Language::ALL.map(|language| self.marked(&passage.texts[language as usize]))),
            note: passage.note.clone(),
        }
    }

    fn marked(&self, text: &model::PassageText) -> records::Marked {
        let characters = |bytes: u32| {
            let before = text.text.get(..bytes as usize).unwrap_or(&text.text);
            u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
        };
        let mark = |span: &model::Span| {
            let (character, place) = match span.target {
                SpanTarget::Character(character) => (Some(self.character(character)), None),
                SpanTarget::Place(place) => (None, Some(self.term(Vocabulary::Places, place))),
                SpanTarget::Emphasis => (None, None),
            };
            records::Span { start: characters(span.start), end: characters(span.end), character, place }
        };
        records::Marked { text: text.text.clone(), marks: text.spans.iter().map(mark).collect() }
    }

    fn character_record(&self, character: &model::Character) -> records::Character {
        records::Character {
            id: character.id.clone(),
            film: self.film(character.film),
            key: character.key.clone(),
            name: character.name.clone(),
            short: character.short.clone(),
            aliases: PerLanguage(character.aliases.clone()),
            variants: character.variants.clone(),
            group: character.group,
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

    fn fate_record(&self, (character, fate): (&model::Character, &model::Fate)) -> records::Fate {
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

    fn relation_record(&self, relation: &model::Relation) -> records::Relation {
        records::Relation {
            from: self.character(relation.from),
            kind: self.term(Vocabulary::RelationKinds, relation.kind),
            to: self.character(relation.to),
            third: relation.third.map(|third| self.character(third)),
            certainty: relation.certainty,
            passages: self.passages(&relation.passages),
        }
    }

    fn event_record(&self, event: &model::Event) -> records::Event {
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

    fn parallel_record(&self, parallel: &model::Parallel) -> records::Parallel {
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

    fn term_record(&self, vocabulary: Vocabulary, term: &model::Term) -> records::Term {
        records::Term {
            id: term.id.clone(),
            broader: term.broader.map(|broader| self.term(vocabulary, broader)),
            name: term.name.clone(),
            synonyms: PerLanguage(term.synonyms.clone()),
            definition: term.definition.clone(),
            inverse: term.inverse.clone(),
            mutual: (vocabulary == Vocabulary::RelationKinds).then_some(term.mutual),
            mark: term.mark,
            kind: term.kind.clone(),
            latitude: term.coordinates.map(|point| point.latitude),
            longitude: term.coordinates.map(|point| point.longitude),
        }
    }
}

fn source_record(source: &model::Source) -> records::Source {
    records::Source {
        id: source.id.clone(),
        address: source.address.clone(),
        description: source.description.clone(),
    }
}
