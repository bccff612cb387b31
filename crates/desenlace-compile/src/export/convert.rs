//! From the corpus to the records of the open data: every number becomes the id of what it stands for.

mod film;
mod happenings;
mod people;
mod story;
mod vocabulary;

use super::records;
use desenlace_core::model::{
    CharacterId, Corpus, EventId, FilmId, Language, PassageId, SourceId, TermId, Vocabulary,
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
        sources: corpus.sources.iter().map(vocabulary::source_record).collect(),
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
}
