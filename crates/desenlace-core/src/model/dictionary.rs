//! The dictionary of words with the items that contain them, as it lies in the pack: words ascend, each is
//! written as what it does not share with the one before, and every sixteenth begins anew, so that a word is
//! found by halving. Lists of items are differences. It does not know how words are folded or asked for.

use super::WordPostings;
use crate::facet::Gallery;
use rkyv::rancor::Fallible;
use rkyv::with::{ArchiveWith, SerializeWith};
use rkyv::{Archive, Place, Serialize};

/// How many words a block has.
const BLOCK: usize = 16;

/// Packs words with their items.
pub struct InDictionary;

impl ArchiveWith<Vec<WordPostings>> for InDictionary {
    type Archived = ArchivedDictionary;
    type Resolver = DictionaryResolver;

    fn resolve_with(field: &Vec<WordPostings>, resolver: Self::Resolver, out: Place<Self::Archived>) {
        Dictionary::of(field).resolve(resolver, out);
    }
}

impl<S> SerializeWith<Vec<WordPostings>, S> for InDictionary
where
    S: Fallible + ?Sized,
    Dictionary: Serialize<S>,
{
    fn serialize_with(field: &Vec<WordPostings>, serializer: &mut S) -> Result<Self::Resolver, S::Error> {
        Dictionary::of(field).serialize(serializer)
    }
}

/// Words with their items, in bytes.
#[derive(Archive, Serialize)]
pub struct Dictionary {
    /// The words: how many bytes are shared with the word before, how many follow, those bytes; then for each
    /// gallery how many items there are, and the differences between them.
    bytes: Vec<u8>,
    /// Where each block begins.
    blocks: Vec<u32>,
}

impl Dictionary {
    /// Words must ascend.
    fn of(words: &[WordPostings]) -> Self {
        let mut dictionary = Self { bytes: Vec::new(), blocks: Vec::new() };
        let mut before = "";
        for (position, entry) in words.iter().enumerate() {
            if position.is_multiple_of(BLOCK) {
                dictionary.blocks.push(u32::try_from(dictionary.bytes.len()).unwrap_or(u32::MAX));
                before = "";
            }
            let shared =
                before.bytes().zip(entry.word.bytes()).take_while(|(one, other)| one == other).count();
            let bytes = &mut dictionary.bytes;
            write_number(bytes, shared);
            write_number(bytes, entry.word.len() - shared);
            bytes.extend_from_slice(&entry.word.as_bytes()[shared..]);
            for items in &entry.items {
                write_number(bytes, items.len());
                let mut last = 0;
                for &item in items {
                    write_number(bytes, (item - last) as usize);
                    last = item;
                }
            }
            before = &entry.word;
        }
        dictionary
    }
}

impl ArchivedDictionary {
    /// Calls with every word from the first that is not below `word`, and its items in a gallery, for as long as
    /// the call says so. A damaged dictionary only ends early.
    pub fn visit_from(
        &self,
        word: &[u8],
        gallery: Gallery,
        mut visit: impl FnMut(&[u8], &mut dyn Iterator<Item = u32>) -> bool,
    ) {
        let block = self.blocks.partition_point(|block| {
            // The first word of a block is written whole.
            let mut reader = Reader { bytes: self.from(block.to_native()) };
            let mut first = Vec::new();
            reader.word(&mut first).is_some() && first.as_slice() < word
        });
        let start = self.blocks.get(block.saturating_sub(1)).map_or(0, |block| block.to_native());
        let mut reader = Reader { bytes: self.from(start) };
        let mut current = Vec::new();
        while reader.word(&mut current).is_some() {
            let wanted = current.as_slice() >= word;
            for each in Gallery::ALL {
                let Some(count) = reader.number() else { return };
                if wanted && each == gallery {
                    let mut last = 0u32;
                    let mut items = (0..count).map_while(|_| {
                        last = last.checked_add(u32::try_from(reader.number()?).ok()?)?;
                        Some(last)
                    });
                    let goes_on = visit(&current, &mut items);
                    items.by_ref().for_each(drop);
                    if !goes_on {
                        return;
                    }
                } else {
                    for _ in 0..count {
                        if reader.number().is_none() {
                            return;
                        }
                    }
                }
            }
        }
    }

    fn from(&self, start: u32) -> &[u8] {
        self.bytes.get(start as usize..).unwrap_or_default()
    }
}

/// Reads what [`Dictionary::of`] wrote.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    /// The next word, made from the one before.
    fn word(&mut self, word: &mut Vec<u8>) -> Option<()> {
        let shared = if self.bytes.is_empty() { return None } else { self.number()? };
        let length = self.number()?;
        let (rest, behind) = self.bytes.split_at_checked(length)?;
        self.bytes = behind;
        word.truncate(shared);
        word.extend_from_slice(rest);
        Some(())
    }

    /// The next number: seven bits a byte, the lowest first, the highest bit where more follow.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0usize;
        for shift in (0..usize::BITS).step_by(7) {
            let (&byte, behind) = self.bytes.split_first()?;
            self.bytes = behind;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests;
