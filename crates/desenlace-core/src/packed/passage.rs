//! A passage as a record: how it is written, and how it is read in place. Each `write` stands beside its `read`, in
//! the same order. It does not know whether a span fits its text; that is checked when a pack is opened.

use crate::model::record::{List, Read, Reader, Record, Text, Writer};
use crate::model::{self, CharacterId, FilmId, Language, Span, SpanTarget, TermId};

/// A [`model::Passage`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'c> {
    /// The id, unique within the film; with `#` in front, its address on the film's page.
    pub id: &'c str,
    /// The film.
    pub film: FilmId,
    /// A short title.
    pub title: Text<'c>,
    /// The numbers of the source sentences that it rests on, ascending.
    pub sentences: List<'c, u32>,
    /// The text in each language.
    pub texts: [PassageText<'c>; Language::COUNT],
    /// What the editor wants a reader to know.
    pub note: Option<Text<'c>>,
}

impl Record for model::Passage {
    type Read<'c> = Passage<'c>;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.word(&self.id);
        writer.number(self.film.0);
        writer.localized(&self.title);
        writer.list(&self.sentences, |writer, sentence| writer.number(*sentence));
        for text in &self.texts {
            writer.text(&text.text);
            writer.list(&text.spans, span);
        }
        writer.option(self.note.as_ref(), Writer::localized);
    }
}

impl<'c> Read<'c> for Passage<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self {
            id: reader.word(),
            film: FilmId(reader.number()),
            title: Text::read(reader),
            sentences: List::read(reader),
            texts: std::array::from_fn(|_| PassageText { text: reader.bytes(), spans: List::read(reader) }),
            note: reader.option(),
        }
    }
}

/// A [`model::PassageText`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct PassageText<'c> {
    text: &'c [u8],
    /// What is marked in it, ascending and without overlap.
    pub spans: List<'c, Span>,
}

impl<'c> PassageText<'c> {
    /// The text without any markup.
    #[must_use]
    pub fn text(&self) -> &'c str {
        std::str::from_utf8(self.text).unwrap_or_default()
    }
}

/// What a span marks, as a number: nothing but emphasis, a character, a place.
const EMPHASIS: u32 = 0;
const CHARACTER: u32 = 1;
const PLACE: u32 = 2;

fn span(writer: &mut Writer<'_>, span: &Span) {
    writer.number(span.start);
    writer.number(span.end.wrapping_sub(span.start));
    let (kind, target) = match span.target {
        SpanTarget::Emphasis => (EMPHASIS, None),
        SpanTarget::Character(character) => (CHARACTER, Some(character.0)),
        SpanTarget::Place(place) => (PLACE, Some(place.0)),
    };
    writer.number(kind);
    target.into_iter().for_each(|target| writer.number(target));
}

impl Read<'_> for Span {
    fn read(reader: &mut Reader<'_>) -> Self {
        let start = reader.number();
        let end = start.wrapping_add(reader.number());
        let target = match reader.number() {
            CHARACTER => SpanTarget::Character(CharacterId(reader.number())),
            PLACE => SpanTarget::Place(TermId(reader.number())),
            _ => SpanTarget::Emphasis,
        };
        Self { start, end, target }
    }
}
