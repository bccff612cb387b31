//! Passages, with their marks counted in characters instead of bytes.

use super::Ids;
use crate::export::records;
use crate::export::value::PerLanguage;
use desenlace_core::model::{self, Language, SpanTarget, Vocabulary};

impl Ids<'_> {
    pub(super) fn passage_record(&self, passage: &model::Passage) -> records::Passage {
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
}
