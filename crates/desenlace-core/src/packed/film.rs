//! A film as a record: how it is written, and how it is read in place. Each `write` stands beside its `read`, in the
//! same order. It knows nothing of what films are asked.

use crate::model::record::{List, Read, Reader, Record, Text, Writer};
use crate::model::{self, FactKind, PassageId, SourceId, TermId, Weight};

/// A [`model::Film`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct Film<'c> {
    /// The id, used in addresses.
    pub id: &'c str,
    /// The original title.
    pub title: &'c str,
    /// The language of the original title, as a language tag.
    pub title_language: &'c str,
    /// Titles elsewhere.
    pub alternative_titles: List<'c, AlternativeTitle<'c>>,
    /// The year of its first showing.
    pub year: u32,
    /// Countries of production, terms of the countries.
    pub countries: List<'c, TermId>,
    /// Languages spoken in it, terms of the languages.
    pub languages: List<'c, TermId>,
    /// When it is set, terms of the periods.
    pub periods: List<'c, TermId>,
    /// Where it is set, terms of the places.
    pub places: List<'c, TermId>,
    /// What it is about, giving no ending away.
    pub premise: Text<'c>,
    /// The text that the corpus rests on.
    pub synopsis: Synopsis<'c>,
    /// Facts from outside the synopsis, with their sources.
    pub facts: List<'c, Fact<'c>>,
    /// Its themes, and those that were looked for and are absent.
    pub themes: List<'c, ThemeTie<'c>>,
    /// What a visitor may want to be warned of.
    pub content_notes: List<'c, ContentTie<'c>>,
}

impl Record for model::Film {
    type Read<'c> = Film<'c>;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.text(&self.id);
        writer.text(&self.title);
        writer.word(&self.title_language);
        writer.list(&self.alternative_titles, |writer, title| {
            writer.text(&title.text);
            writer.word(&title.language);
            cited(writer, &title.sources);
            writer.option(title.note.as_ref(), Writer::localized);
        });
        writer.number(self.year);
        for terms in [&self.countries, &self.languages, &self.periods, &self.places] {
            writer.list(terms, |writer, term| writer.number(term.0));
        }
        writer.localized(&self.premise);
        writer.word(&self.synopsis.key);
        writer.word(&self.synopsis.language);
        writer.number(self.synopsis.sentences);
        writer.word(&self.synopsis.licence);
        writer.number(self.synopsis.source.0);
        writer.list(&self.facts, fact);
        writer.list(&self.themes, |writer, tie| {
            writer.number(tie.theme.0);
            writer.number(tie.weight as u32);
            writer.localized(&tie.motivation);
            told(writer, &tie.passages);
        });
        writer.list(&self.content_notes, |writer, tie| {
            writer.number(tie.topic.0);
            writer.localized(&tie.detail);
            told(writer, &tie.passages);
        });
    }
}

impl<'c> Read<'c> for Film<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self {
            id: reader.text(),
            title: reader.text(),
            title_language: reader.word(),
            alternative_titles: List::read(reader),
            year: reader.number(),
            countries: List::read(reader),
            languages: List::read(reader),
            periods: List::read(reader),
            places: List::read(reader),
            premise: Text::read(reader),
            synopsis: Synopsis::read(reader),
            facts: List::read(reader),
            themes: List::read(reader),
            content_notes: List::read(reader),
        }
    }
}

/// A [`model::Synopsis`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct Synopsis<'c> {
    /// The letter in front of its sentence numbers: `B` for `B-S12`.
    pub key: &'c str,
    /// The language it is written in, as a language tag.
    pub language: &'c str,
    /// How many sentences it has.
    pub sentences: u32,
    /// Its licence.
    pub licence: &'c str,
    /// Where it was read.
    pub source: SourceId,
}

impl<'c> Read<'c> for Synopsis<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self {
            key: reader.word(),
            language: reader.word(),
            sentences: reader.number(),
            licence: reader.word(),
            source: SourceId::read(reader),
        }
    }
}

/// A [`model::AlternativeTitle`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct AlternativeTitle<'c> {
    /// The title.
    pub text: &'c str,
    /// Its language, as a language tag.
    pub language: &'c str,
    /// Who says so.
    pub sources: List<'c, SourceId>,
    /// What a reader should know about it.
    pub note: Option<Text<'c>>,
}

impl<'c> Read<'c> for AlternativeTitle<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self {
            text: reader.text(),
            language: reader.word(),
            sources: List::read(reader),
            note: reader.option(),
        }
    }
}

/// A [`model::Fact`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct Fact<'c> {
    /// What it is about.
    pub kind: FactKind,
    /// The fact.
    pub value: Text<'c>,
    /// Who says so; several sources may be one origin.
    pub sources: List<'c, SourceId>,
    /// What a reader should know about it.
    pub note: Option<Text<'c>>,
    /// Who says otherwise.
    pub conflicts: List<'c, Conflict<'c>>,
}

fn fact(writer: &mut Writer<'_>, fact: &model::Fact) {
    writer.number(fact.kind as u32);
    writer.localized(&fact.value);
    cited(writer, &fact.sources);
    writer.option(fact.note.as_ref(), Writer::localized);
    writer.list(&fact.conflicts, |writer, conflict| {
        writer.localized(&conflict.value);
        cited(writer, &conflict.sources);
        writer.option(conflict.note.as_ref(), Writer::localized);
    });
}

impl<'c> Read<'c> for Fact<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self {
            kind: FactKind::ALL.get(reader.number() as usize).copied().unwrap_or(FactKind::Release),
            value: Text::read(reader),
            sources: List::read(reader),
            note: reader.option(),
            conflicts: List::read(reader),
        }
    }
}

/// A [`model::Conflict`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct Conflict<'c> {
    /// The other value.
    pub value: Text<'c>,
    /// Who says so.
    pub sources: List<'c, SourceId>,
    /// What a reader should know about it.
    pub note: Option<Text<'c>>,
}

impl<'c> Read<'c> for Conflict<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self { value: Text::read(reader), sources: List::read(reader), note: reader.option() }
    }
}

/// A [`model::ThemeTie`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct ThemeTie<'c> {
    /// The theme.
    pub theme: TermId,
    /// How much of the film it is.
    pub weight: Weight,
    /// Why, in a sentence.
    pub motivation: Text<'c>,
    /// The evidence; none where it is absent.
    pub passages: List<'c, PassageId>,
}

impl<'c> Read<'c> for ThemeTie<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self {
            theme: TermId::read(reader),
            weight: Weight::ALL.get(reader.number() as usize).copied().unwrap_or(Weight::Absent),
            motivation: Text::read(reader),
            passages: List::read(reader),
        }
    }
}

/// A [`model::ContentTie`], read in place.
#[derive(Clone, Copy, Debug)]
pub struct ContentTie<'c> {
    /// What, a term of the content notes.
    pub topic: TermId,
    /// What there is of it in this film.
    pub detail: Text<'c>,
    /// Where.
    pub passages: List<'c, PassageId>,
}

impl<'c> Read<'c> for ContentTie<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self { topic: TermId::read(reader), detail: Text::read(reader), passages: List::read(reader) }
    }
}

/// Sources.
fn cited(writer: &mut Writer<'_>, sources: &[SourceId]) {
    writer.list(sources, |writer, source| writer.number(source.0));
}

/// Passages.
fn told(writer: &mut Writer<'_>, passages: &[PassageId]) {
    writer.list(passages, |writer, passage| writer.number(passage.0));
}
