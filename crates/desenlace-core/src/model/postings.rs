//! Which items have each value of a facet, as it lies in the pack: for each value how many items have it, and then
//! their distances from each other, most of them one byte. It does not know what a value is.

use super::number::{number, write_number};
use rkyv::rancor::Fallible;
use rkyv::with::{ArchiveWith, SerializeWith};
use rkyv::{Archive, Place, Serialize};

/// Packs ascending lists of items.
pub struct InPostings;

/// Lists of items, in bytes.
#[derive(Archive, Serialize)]
pub struct Postings {
    /// For each value how many items it has, and for each item the distance from the one before, less one.
    lists: Vec<u8>,
    /// Where the list of each value begins.
    starts: Vec<u32>,
}

impl Postings {
    fn of(values: &[Vec<u32>]) -> Self {
        let mut postings = Self { lists: Vec::new(), starts: Vec::with_capacity(values.len()) };
        for items in values {
            postings.starts.push(u32::try_from(postings.lists.len()).unwrap_or(u32::MAX));
            write_number(&mut postings.lists, items.len());
            let mut next = 0u32;
            for &item in items {
                // Items that do not ascend, which no compiler writes, are refused when the pack is opened.
                write_number(&mut postings.lists, item.wrapping_sub(next) as usize);
                next = item.wrapping_add(1);
            }
        }
        postings
    }
}

impl ArchivedPostings {
    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The items of a value, ascending; none for a number that is no value.
    pub(crate) fn items(&self, value: u32) -> ValueItems<'_> {
        let start = self.starts.get(value as usize).map_or(usize::MAX, |start| start.to_native() as usize);
        let mut bytes = self.lists.get(start..).unwrap_or_default();
        let left = number(&mut bytes).unwrap_or_default();
        ValueItems { bytes, left, next: 0 }
    }
}

/// The items of a value.
#[derive(Clone, Debug)]
pub(crate) struct ValueItems<'a> {
    bytes: &'a [u8],
    left: usize,
    next: u32,
}

impl ValueItems<'_> {
    /// How many are left.
    pub(crate) fn left(&self) -> usize {
        self.left
    }
}

impl Iterator for ValueItems<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.left = self.left.checked_sub(1)?;
        let item = self.next.wrapping_add(number(&mut self.bytes)? as u32);
        self.next = item.wrapping_add(1);
        Some(item)
    }
}

impl ArchiveWith<Vec<Vec<u32>>> for InPostings {
    type Archived = ArchivedPostings;
    type Resolver = (Postings, PostingsResolver);

    fn resolve_with(_: &Vec<Vec<u32>>, (postings, resolver): Self::Resolver, out: Place<Self::Archived>) {
        postings.resolve(resolver, out);
    }
}

impl<S> SerializeWith<Vec<Vec<u32>>, S> for InPostings
where
    S: Fallible + ?Sized,
    Postings: Serialize<S>,
{
    fn serialize_with(field: &Vec<Vec<u32>>, serializer: &mut S) -> Result<Self::Resolver, S::Error> {
        let postings = Postings::of(field);
        let resolver = postings.serialize(serializer)?;
        Ok((postings, resolver))
    }
}
