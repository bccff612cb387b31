//! Records: how those things are packed that a corpus may have tens of thousands of. A reference of an archive takes
//! eight bytes, and a film has a dozen of them, most of them to nothing; a record is a string of bytes in which what is
//! not there takes one byte. It is read in place, field by field, and any bytes read as some record, so that
//! reading needs no errors; whether its references lead anywhere is checked when a pack is opened.
//!
//! It does not know what is in a record; that is said once for each kind, where it is written and read.

use super::language::ArchivedLocalized;
use super::number::{number, write_number};
use super::{Language, Localized, PassageId, SourceId, TermId};
use rkyv::rancor::Fallible;
use rkyv::string::ArchivedString;
use rkyv::with::{ArchiveWith, SerializeWith};
use rkyv::{Archive, Place, Serialize};
use std::collections::BTreeMap;
use std::marker::PhantomData;

/// A kind of thing that is packed as a record.
pub trait Record {
    /// The thing as it is read in place.
    type Read<'c>: Read<'c>;

    /// Writes the thing.
    fn write(&self, writer: &mut Writer<'_>);
}

/// What can be read out of a record.
pub trait Read<'c> {
    /// Takes it from the front of what is left.
    fn read(reader: &mut Reader<'c>) -> Self;
}

/// Things of one kind as records.
#[derive(Archive, Serialize)]
pub struct Records<Kind> {
    bytes: Vec<u8>,
    /// Where each record begins.
    starts: Vec<u32>,
    /// Words that many records have in common: language tags, licences, keys.
    words: Vec<String>,
    kind: PhantomData<Kind>,
}

impl<Kind: Record> Records<Kind> {
    fn of(things: &[Kind]) -> Self {
        let mut writer = Writer { bytes: Vec::new(), words: &mut BTreeMap::new() };
        let mut starts = Vec::with_capacity(things.len());
        for thing in things {
            starts.push(u32::try_from(writer.bytes.len()).unwrap_or(u32::MAX));
            thing.write(&mut writer);
        }
        let mut words = vec![String::new(); writer.words.len()];
        for (word, number) in writer.words.iter() {
            words[*number].clone_from(word);
        }
        Self { bytes: writer.bytes, starts, words, kind: PhantomData }
    }
}

impl<Kind: Record> ArchivedRecords<Kind> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The one at a position.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<Kind::Read<'_>> {
        let start = self.starts.get(position)?.to_native() as usize;
        let bytes = self.bytes.get(start..).unwrap_or_default();
        Some(Kind::Read::read(&mut Reader { bytes, words: &self.words }))
    }

    /// The one at a position that is known to exist; behind the last, one in which everything is empty.
    #[must_use]
    pub fn at(&self, position: usize) -> Kind::Read<'_> {
        let nothing = || Kind::Read::read(&mut Reader { bytes: &[], words: &self.words });
        self.get(position).unwrap_or_else(nothing)
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Kind::Read<'_>> + Clone {
        (0..self.len()).map(|position| self.at(position))
    }

    /// The position of the first of which something does not hold, where those of which it holds come first.
    pub(crate) fn partition_point(&self, holds: impl Fn(Kind::Read<'_>) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.at(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Packs things as records.
pub struct InRecords;

impl<Kind: Record> ArchiveWith<Vec<Kind>> for InRecords {
    type Archived = ArchivedRecords<Kind>;
    type Resolver = (Records<Kind>, RecordsResolver<Kind>);

    fn resolve_with(_: &Vec<Kind>, (records, resolver): Self::Resolver, out: Place<Self::Archived>) {
        records.resolve(resolver, out);
    }
}

impl<Kind, S> SerializeWith<Vec<Kind>, S> for InRecords
where
    Kind: Record,
    S: Fallible + ?Sized,
    Records<Kind>: Serialize<S, Archived = ArchivedRecords<Kind>, Resolver = RecordsResolver<Kind>>,
{
    fn serialize_with(field: &Vec<Kind>, serializer: &mut S) -> Result<Self::Resolver, S::Error> {
        let records = Records::of(field);
        let resolver = records.serialize(serializer)?;
        Ok((records, resolver))
    }
}

/// Writes what a record consists of.
pub struct Writer<'w> {
    bytes: Vec<u8>,
    words: &'w mut BTreeMap<String, usize>,
}

impl Writer<'_> {
    /// A number.
    pub(crate) fn number(&mut self, number: u32) {
        write_number(&mut self.bytes, number as usize);
    }

    /// A text of its own.
    pub(crate) fn text(&mut self, text: &str) {
        write_number(&mut self.bytes, text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// A word that other records are likely to have too.
    pub(crate) fn word(&mut self, word: &str) {
        let next = self.words.len();
        let number = *self.words.entry(word.to_owned()).or_insert(next);
        write_number(&mut self.bytes, number);
    }

    /// A text in every language.
    pub(crate) fn localized(&mut self, text: &Localized) {
        self.text(&super::joined::Joined::join(&text.0));
    }

    /// Something that may be missing.
    pub(crate) fn option<T>(&mut self, thing: Option<&T>, write: impl FnOnce(&mut Self, &T)) {
        self.number(u32::from(thing.is_some()));
        if let Some(thing) = thing {
            write(self, thing);
        }
    }

    /// A list, with its length in bytes before it, so that it can be passed over.
    pub(crate) fn list<T>(&mut self, things: &[T], mut write: impl FnMut(&mut Self, &T)) {
        let before = std::mem::take(&mut self.bytes);
        things.iter().for_each(|thing| write(self, thing));
        let list = std::mem::replace(&mut self.bytes, before);
        write_number(&mut self.bytes, list.len());
        self.bytes.extend_from_slice(&list);
    }
}

/// Reads what a record consists of. Where the bytes end too early, numbers are 0 and texts empty.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'c> {
    bytes: &'c [u8],
    words: &'c [ArchivedString],
}

impl<'c> Reader<'c> {
    /// A number.
    pub(crate) fn number(&mut self) -> u32 {
        number(&mut self.bytes).and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
    }

    /// A text of its own, still unread.
    pub(crate) fn bytes(&mut self) -> &'c [u8] {
        let length = number(&mut self.bytes).unwrap_or_default();
        let (own, rest) = self.bytes.split_at_checked(length).unwrap_or_default();
        self.bytes = rest;
        own
    }

    /// A text of its own.
    pub(crate) fn text(&mut self) -> &'c str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// A word that other records are likely to have too.
    pub(crate) fn word(&mut self) -> &'c str {
        let number = self.number();
        self.words.get(number as usize).map_or("", |word| word.as_str())
    }

    /// Something that may be missing.
    pub(crate) fn option<T: Read<'c>>(&mut self) -> Option<T> {
        (self.number() != 0).then(|| T::read(self))
    }
}

/// A list in a record.
#[derive(Clone, Copy, Debug)]
pub struct List<'c, T> {
    reader: Reader<'c>,
    of: PhantomData<T>,
}

impl<'c, T: Read<'c>> List<'c, T> {
    /// Whether it has nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reader.bytes.is_empty()
    }

    /// What is in it, in its order.
    pub fn iter(&self) -> impl Iterator<Item = T> + Clone + use<'c, T> {
        let mut reader = self.reader;
        std::iter::from_fn(move || (!reader.bytes.is_empty()).then(|| T::read(&mut reader)))
    }
}

impl<'c, T> Read<'c> for List<'c, T> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self { reader: Reader { bytes: reader.bytes(), words: reader.words }, of: PhantomData }
    }
}

/// A text in every language, in a record.
#[derive(Clone, Copy, Debug)]
pub struct Text<'c>(&'c [u8]);

impl<'c> Text<'c> {
    /// The text in one language.
    #[must_use]
    pub fn get(self, language: Language) -> &'c str {
        super::joined::get(self.joined(), language)
    }

    /// Each text with its language; once, without one, where it is the same in all.
    pub(crate) fn each(self) -> impl Iterator<Item = (Option<Language>, &'c str)> {
        super::joined::each(self.joined())
    }

    fn joined(self) -> &'c str {
        std::str::from_utf8(self.0).unwrap_or_default()
    }
}

impl<'c> From<&'c ArchivedLocalized> for Text<'c> {
    fn from(text: &'c ArchivedLocalized) -> Self {
        Self(text.joined().as_bytes())
    }
}

impl<'c> Read<'c> for Text<'c> {
    fn read(reader: &mut Reader<'c>) -> Self {
        Self(reader.bytes())
    }
}

impl Read<'_> for u32 {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.number()
    }
}

macro_rules! read_numbers {
    ($($name:ident)*) => {$(
        impl Read<'_> for $name {
            fn read(reader: &mut Reader<'_>) -> Self {
                Self(reader.number())
            }
        }
    )*};
}

read_numbers!(TermId PassageId SourceId);
