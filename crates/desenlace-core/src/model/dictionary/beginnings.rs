//! For each letter that words of nearly every item begin with: the items that have such a word, as one list. A letter
//! stands for thousands of words, and adding up their lists would take longer than everything else that is asked.
//!
//! It does not know what is asked, nor what the letter is worth as a word.

use super::ArchivedDictionary;
use super::items::{Items, distances, halves};
use crate::facet::Gallery;
use crate::fold;
use crate::model::number::{number, write_number};
use crate::model::{Posting, WordPostings};
use std::collections::BTreeMap;

/// How many items a gallery needs for its letters to have lists: with fewer, adding up is no work.
pub(super) const LEAST: usize = 1024;

/// What begins with one letter.
#[derive(Default)]
struct Beginning {
    /// How many postings the words have together.
    postings: usize,
    /// The best impact of each item, for words that begin with the very letter, and for those that do when folded.
    items: [BTreeMap<u32, u8>; 2],
}

/// Writes the lists: for each the letter with the gallery, and then, each behind its length, the items that have a word
/// with the very letter, in halves of bytes, and those that have one which begins so when folded, by their distances.
/// Left out are galleries with fewer than `least` items, and letters with no more postings than there are items.
pub(super) fn beginnings(words: &[WordPostings], least: usize) -> Vec<u8> {
    let mut letters: BTreeMap<usize, Beginning> = BTreeMap::new();
    for entry in words {
        let folded = fold::fold(&entry.word);
        let mut rest = folded.chars();
        // A word that is but the letter is a whole word and counts for more.
        let Some(letter) = rest.next().filter(|_| !rest.as_str().is_empty()) else { continue };
        for (items, gallery) in entry.items.iter().zip(Gallery::ALL) {
            let beginning = letters.entry(key(letter, gallery)).or_default();
            beginning.postings += items.len();
            for posting in items {
                let own = &mut beginning.items[usize::from(!entry.word.starts_with(letter))];
                let best = own.entry(posting.item).or_default();
                *best = posting.impact.max(*best);
            }
        }
    }
    let mut bytes = Vec::new();
    for (key, Beginning { postings, items }) in letters {
        let [own, folded] = items.map(|items| -> Vec<Posting> {
            items.into_iter().map(|(item, impact)| Posting { item, impact }).collect()
        });
        let length = own.last().map_or(0, |last| last.item as usize + 1);
        if length < least || postings <= length {
            continue;
        }
        let Some(own) = halves(&own) else { continue };
        write_number(&mut bytes, key);
        for mut list in [own, distances(&folded)] {
            write_number(&mut bytes, list.len());
            bytes.append(&mut list);
        }
    }
    bytes
}

/// A letter of a gallery as one number.
fn key(letter: char, gallery: Gallery) -> usize {
    letter as usize * Gallery::COUNT + gallery as usize
}

impl ArchivedDictionary {
    /// The items of a gallery that have a longer word which begins with the very letter, and those that have one which
    /// does only when it is folded, each with its best impact; none where that must be added up word by word.
    pub(crate) fn beginning(&self, letter: char, gallery: Gallery) -> Option<[Items<'_>; 2]> {
        let mut bytes = self.beginnings.as_slice();
        loop {
            let found = number(&mut bytes)? == key(letter, gallery);
            let mut list = || {
                let length = number(&mut bytes)?;
                let (list, rest) = bytes.split_at_checked(length)?;
                bytes = rest;
                Some(list)
            };
            let (own, folded) = (list()?, list()?);
            if found {
                return Some([
                    Items::Halves { bytes: own, next: 0 },
                    Items::Distances { bytes: folded, next: 0 },
                ]);
            }
        }
    }
}
