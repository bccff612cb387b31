//! The dictionary of words with the items that contain them, as it lies in the pack. Words ascend by their folded
//! form; each is written as what it does not share with the one before, and every 32nd begins anew, so that a word
//! is found by halving. Items are differences, each in one number with its impact. Words that have the same items, as
//! the synonyms of a theme do, share one list; words and lists lie apart, so that walking along the words passes
//! over no items, and what is alike lies together, for whoever compresses the pack.
//!
//! It does not know what is asked of words, nor what an impact means.

mod beginnings;
mod items;

pub(crate) use items::Items;

use super::WordPostings;
use super::number::{number, write_number};
use crate::facet::Gallery;
use crate::fold;
use beginnings::{LEAST, beginnings};
use items::distances;
use rkyv::rancor::Fallible;
use rkyv::with::{ArchiveWith, SerializeWith};
use rkyv::{Archive, Place, Serialize};
use std::collections::BTreeMap;

/// How many words a block has.
const BLOCK: usize = 32;
/// A nibble that says that the number follows.
const LONG: usize = 15;

/// Packs words with their items.
pub struct InDictionary;

impl ArchiveWith<Vec<WordPostings>> for InDictionary {
    type Archived = ArchivedDictionary;
    type Resolver = (Dictionary, DictionaryResolver);

    fn resolve_with(
        _: &Vec<WordPostings>,
        (dictionary, resolver): Self::Resolver,
        out: Place<Self::Archived>,
    ) {
        dictionary.resolve(resolver, out);
    }
}

impl<S> SerializeWith<Vec<WordPostings>, S> for InDictionary
where
    S: Fallible + ?Sized,
    Dictionary: Serialize<S>,
{
    fn serialize_with(field: &Vec<WordPostings>, serializer: &mut S) -> Result<Self::Resolver, S::Error> {
        let dictionary = Dictionary::of(field);
        let resolver = dictionary.serialize(serializer)?;
        Ok((dictionary, resolver))
    }
}

/// Words with their items, in bytes.
#[derive(Archive, Serialize)]
pub struct Dictionary {
    /// For each block, where its uses and its own lists begin; for each word, how many bytes are shared with the word
    /// before and how many follow (two nibbles, or two numbers), and those bytes.
    words: Vec<u8>,
    /// For each word, 0 if its list is the next new one, else where the list is that it uses, plus one.
    uses: Vec<u8>,
    /// Lists: how many bytes follow, with a bit for each gallery that has items; for each such gallery how many bytes
    /// it has (but for the last), and for each item the distance from the one before, less one, times 16, with its
    /// impact.
    lists: Vec<u8>,
    /// Where each block begins.
    blocks: Vec<u32>,
    /// Which items have words that begin with each of the most frequent letters.
    beginnings: Vec<u8>,
}

impl Dictionary {
    fn of(words: &[WordPostings]) -> Self {
        Self::with_beginnings(words, LEAST)
    }

    /// Words must ascend. What begins with a letter has a list in galleries with at least so many items.
    pub(crate) fn with_beginnings(words: &[WordPostings], least: usize) -> Self {
        let mut dictionary = Self {
            words: Vec::new(),
            uses: Vec::new(),
            lists: Vec::new(),
            blocks: Vec::new(),
            beginnings: beginnings(words, least),
        };
        let mut known: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
        let mut before = "";
        for (position, entry) in words.iter().enumerate() {
            if position.is_multiple_of(BLOCK) {
                dictionary.blocks.push(u32::try_from(dictionary.words.len()).unwrap_or(u32::MAX));
                write_number(&mut dictionary.words, dictionary.uses.len());
                write_number(&mut dictionary.words, dictionary.lists.len());
                before = "";
            }
            dictionary.word(before, &entry.word);
            let list = list(entry);
            if let Some(at) = known.get(&list) {
                write_number(&mut dictionary.uses, at + 1);
            } else {
                write_number(&mut dictionary.uses, 0);
                let at = dictionary.lists.len();
                dictionary.lists.extend_from_slice(&list);
                known.insert(list, at);
            }
            before = &entry.word;
        }
        dictionary
    }

    /// What a word does not share with the one before; letters are never parted.
    fn word(&mut self, before: &str, word: &str) {
        let same = before.chars().zip(word.chars()).take_while(|(one, other)| one == other);
        let shared: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
        let rest = word.len() - shared;
        if shared < LONG && rest < LONG {
            self.words.push((shared << 4 | rest) as u8);
        } else {
            self.words.push(u8::MAX);
            write_number(&mut self.words, shared);
            write_number(&mut self.words, rest);
        }
        self.words.extend_from_slice(&word.as_bytes()[shared..]);
    }
}

/// The list of a word.
fn list(entry: &WordPostings) -> Vec<u8> {
    let (mut all, mut last) = (Vec::new(), Vec::new());
    let mut galleries = 0;
    for (gallery, items) in entry.items.iter().enumerate().filter(|(_, items)| !items.is_empty()) {
        if galleries != 0 {
            write_number(&mut all, last.len());
            all.append(&mut last);
        }
        galleries |= 1 << gallery;
        last = distances(items);
    }
    all.append(&mut last);
    let mut list = Vec::with_capacity(all.len() + 2);
    write_number(&mut list, all.len() << Gallery::COUNT | galleries);
    list.append(&mut all);
    list
}

impl ArchivedDictionary {
    /// A walk along the words, from the first whose folded form is not below `folded`, or a few before it.
    pub(crate) fn from(&self, folded: &str) -> Walk<'_> {
        let mut walk = Walk {
            dictionary: self,
            words: &[],
            uses: &[],
            block: 0,
            left: 0,
            unread: 0,
            next_list: 0,
            list: &[],
            galleries: 0,
            word: String::new(),
            folded: String::new(),
            plain: true,
        };
        let block = self.blocks.partition_point(|block| {
            // The first word of a block is written whole.
            walk.enter(block.to_native());
            walk.advance() && walk.folded() < folded
        });
        walk.block = block.saturating_sub(1);
        walk.left = 0;
        walk
    }
}

/// A walk along the words of a dictionary. A damaged dictionary only ends early.
pub(crate) struct Walk<'a> {
    dictionary: &'a ArchivedDictionary,
    words: &'a [u8],
    uses: &'a [u8],
    /// The next block, and how many words of the present one are left.
    block: usize,
    left: usize,
    /// Of how many words, up to this one, the lists are not read: those of most words are never asked for.
    unread: usize,
    /// Where the next new list begins.
    next_list: usize,
    /// The list of the word, once it is read, and which galleries are in it.
    list: &'a [u8],
    galleries: usize,
    word: String,
    folded: String,
    /// Whether the word is its own folded form.
    plain: bool,
}

impl<'a> Walk<'a> {
    /// Goes to the next word; false behind the last one.
    pub(crate) fn advance(&mut self) -> bool {
        if self.left == 0 {
            let Some(block) = self.dictionary.blocks.get(self.block) else { return false };
            self.enter(block.to_native());
            self.block += 1;
        }
        self.left -= 1;
        self.read().is_some()
    }

    /// Goes to the next word of this block, if it shares at least so many bytes with the one before, and does not read
    /// it: [`Walk::word`] stays what it was, of which that many bytes are those of the word.
    pub(crate) fn advance_within(&mut self, shared: usize) -> bool {
        let mut words = self.words;
        let Some((_, length)) = lengths(&mut words).filter(|(same, _)| self.left > 0 && *same >= shared)
        else {
            return false;
        };
        let Some(rest) = words.get(length..) else { return false };
        self.words = rest;
        self.left -= 1;
        self.unread += 1;
        true
    }

    /// Where a block is about to begin: what all its words begin with, folded or not, as far as that is ASCII.
    pub(crate) fn block(&self) -> Option<&'a str> {
        if self.left > 0 {
            return None;
        }
        let (first, next) = (self.head(self.block)?, self.head(self.block + 1)?);
        // Words between two ascend by their folded form; ASCII is its own.
        let same = first.iter().zip(next).take_while(|(one, other)| one == other && one.is_ascii());
        std::str::from_utf8(&first[..same.count()]).ok()
    }

    /// Passes over the block that is about to begin, and over all behind it that have nothing but words with the same
    /// beginning, which is ASCII.
    pub(crate) fn pass_blocks(&mut self, beginning: &str) {
        self.block += 1;
        while self.head(self.block + 1).is_some_and(|head| head.starts_with(beginning.as_bytes())) {
            self.block += 1;
        }
    }

    /// The first word of a block.
    fn head(&self, block: usize) -> Option<&'a [u8]> {
        let start = self.dictionary.blocks.get(block)?.to_native();
        let mut words = self.dictionary.words.get(start as usize..)?;
        number(&mut words)?;
        number(&mut words)?;
        let (_, length) = lengths(&mut words)?;
        words.get(..length)
    }

    /// The word.
    pub(crate) fn word(&self) -> &str {
        &self.word
    }

    /// The word, folded.
    pub(crate) fn folded(&self) -> &str {
        if self.plain { self.word() } else { &self.folded }
    }

    /// Whether any item of a gallery contains the word.
    pub(crate) fn is_in(&mut self, gallery: Gallery) -> bool {
        while self.unread > 0 {
            self.unread -= 1;
            if self.read_list().is_none() {
                (self.list, self.galleries) = (&[], 0);
            }
        }
        self.galleries >> gallery as usize & 1 == 1
    }

    /// The items of a gallery that contain the word.
    pub(crate) fn items(&mut self, gallery: Gallery) -> Items<'a> {
        let mut rest = if self.is_in(gallery) { self.list } else { &[] };
        for before in 0..gallery as usize {
            if self.galleries >> before & 1 == 1 {
                let length = number(&mut rest).unwrap_or(usize::MAX);
                rest = rest.get(length..).unwrap_or_default();
            }
        }
        if self.galleries >> gallery as usize > 1 {
            let length = number(&mut rest).unwrap_or(usize::MAX);
            rest = rest.get(..length).unwrap_or_default();
        }
        Items::Distances { bytes: rest, next: 0 }
    }

    fn enter(&mut self, block: u32) {
        self.words = self.dictionary.words.get(block as usize..).unwrap_or_default();
        let uses = number(&mut self.words).unwrap_or(usize::MAX);
        self.uses = self.dictionary.uses.get(uses..).unwrap_or_default();
        self.next_list = number(&mut self.words).unwrap_or(usize::MAX);
        self.word.clear();
        self.left = BLOCK;
        self.unread = 0;
    }

    fn read(&mut self) -> Option<()> {
        let (shared, length) = lengths(&mut self.words)?;
        let (own, rest) = self.words.split_at_checked(length)?;
        self.words = rest;
        self.word.truncate(self.word.floor_char_boundary(shared));
        self.word.push_str(std::str::from_utf8(own).ok()?);
        self.plain = self.word.is_ascii();
        if !self.plain {
            self.folded = fold::fold(&self.word);
        }
        self.unread += 1;
        Some(())
    }

    /// The list of the next word that has none yet.
    fn read_list(&mut self) -> Option<()> {
        let used = number(&mut self.uses)?;
        let lists = self.dictionary.lists.get(used.checked_sub(1).unwrap_or(self.next_list)..)?;
        let mut list = lists;
        let header = number(&mut list)?;
        self.galleries = header & ((1 << Gallery::COUNT) - 1);
        self.list = list.get(..header >> Gallery::COUNT)?;
        if used == 0 {
            self.next_list += lists.len() - list.len() + self.list.len();
        }
        Some(())
    }
}

/// How many bytes of a word are shared with the one before, and how many follow.
#[inline(always)] // a misspelled word passes over thousands of others
fn lengths(words: &mut &[u8]) -> Option<(usize, usize)> {
    let (&nibbles, rest) = words.split_first()?;
    *words = rest;
    if nibbles == u8::MAX {
        long_lengths(words)
    } else {
        Some((usize::from(nibbles >> 4), usize::from(nibbles & 15)))
    }
}

#[inline(never)]
fn long_lengths(words: &mut &[u8]) -> Option<(usize, usize)> {
    Some((number(words)?, number(words)?))
}

#[cfg(test)]
mod tests;
