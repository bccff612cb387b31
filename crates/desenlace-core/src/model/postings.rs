//! Which items have each value of a facet, as it lies in the pack: for each value how many items have it, and then
//! either their distances from each other, most of them one byte, or, where many have it, a bit for each item, of which
//! eight are counted at once. It does not know what a value is.

use super::number::{number, write_number};
use crate::bits::Bits;
use rkyv::rancor::Fallible;
use rkyv::with::{ArchiveWith, SerializeWith};
use rkyv::{Archive, Place, Serialize};

/// Packs ascending lists of items.
pub struct InPostings;

/// Bits may take so many times the bytes that distances do; counting them takes a fraction of the time.
const WORTH_BITS: usize = 4;

/// Lists of items, in bytes.
#[derive(Archive, Serialize)]
pub struct Postings {
    /// For each value: twice the number of items it has, and one more where bits follow; then for each item the
    /// distance from the one before, less one, or how many bytes there are, and those bytes, the lowest item first.
    lists: Vec<u8>,
    /// Where the list of each value begins.
    starts: Vec<u32>,
}

impl Postings {
    fn of(values: &[Vec<u32>]) -> Self {
        let mut postings = Self { lists: Vec::new(), starts: Vec::with_capacity(values.len()) };
        for items in values {
            postings.starts.push(u32::try_from(postings.lists.len()).unwrap_or(u32::MAX));
            let (mut distances, mut next) = (Vec::new(), 0u32);
            for &item in items {
                // Items that do not ascend, which no compiler writes, are refused when the pack is opened.
                write_number(&mut distances, item.wrapping_sub(next) as usize);
                next = item.wrapping_add(1);
            }
            let length = items.last().map_or(0, |item| *item as usize / 8 + 1);
            if length <= distances.len() * WORTH_BITS && items.is_sorted_by(|one, other| one < other) {
                let mut bits = vec![0; length];
                items.iter().for_each(|item| bits[*item as usize / 8] |= 1 << (item % 8));
                write_number(&mut postings.lists, items.len() << 1 | 1);
                write_number(&mut postings.lists, length);
                postings.lists.append(&mut bits);
            } else {
                write_number(&mut postings.lists, items.len() << 1);
                postings.lists.append(&mut distances);
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

    /// How many items have a value; 0 for a number that is no value.
    pub(crate) fn count(&self, value: u32) -> usize {
        self.items(value).left
    }

    /// How many items of a set have a value.
    pub(crate) fn count_among(&self, value: u32, among: &Bits) -> usize {
        let items = self.items(value);
        if items.bits {
            among.count_common(items.bytes)
        } else {
            items.filter(|item| among.contains(*item)).count()
        }
    }

    /// The items of a value, ascending; none for a number that is no value.
    pub(crate) fn items(&self, value: u32) -> ValueItems<'_> {
        let start = self.starts.get(value as usize).map_or(usize::MAX, |start| start.to_native() as usize);
        let mut bytes = self.lists.get(start..).unwrap_or_default();
        let header = number(&mut bytes).unwrap_or_default();
        let bits = header & 1 == 1;
        if bits {
            let length = number(&mut bytes).unwrap_or_default();
            bytes = bytes.get(..length).unwrap_or_default();
        }
        ValueItems { bytes, bits, left: header >> 1, next: 0 }
    }

    /// Whether the list of a value ascends below a number, and has as many items as it says.
    pub(crate) fn is_sound(&self, value: u32, below: u32) -> bool {
        let (mut items, mut next) = (self.items(value), 0);
        if items.bits {
            let last =
                items.bytes.last().map_or(0, |last| items.bytes.len() * 8 - last.leading_zeros() as usize);
            let count: usize = items.bytes.iter().map(|byte| byte.count_ones() as usize).sum();
            return last <= below as usize && count == items.left;
        }
        // Each at or behind what may come next; a list that ends too early has some left.
        items.all(|item| std::mem::replace(&mut next, item.wrapping_add(1)) <= item && item < below)
            && items.left == 0
    }
}

/// The items of a value.
#[derive(Clone, Debug)]
pub(crate) struct ValueItems<'a> {
    /// Distances that are left, or all bits.
    bytes: &'a [u8],
    bits: bool,
    left: usize,
    next: u32,
}

impl Iterator for ValueItems<'_> {
    type Item = u32;

    #[inline] // counting is a loop over this
    fn next(&mut self) -> Option<u32> {
        self.left = self.left.checked_sub(1)?;
        let item = if self.bits {
            self.next_bit()?
        } else {
            self.next.wrapping_add(number(&mut self.bytes)? as u32)
        };
        self.next = item.wrapping_add(1);
        Some(item)
    }
}

impl ValueItems<'_> {
    /// The first item at or behind the next one whose bit is set.
    fn next_bit(&self) -> Option<u32> {
        let mut item = self.next;
        loop {
            let rest = self.bytes.get(item as usize / 8)? >> (item % 8);
            if rest != 0 {
                return Some(item + rest.trailing_zeros());
            }
            item = (item | 7) + 1;
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use rkyv::rancor::Failure;

    /// Lists of items as a part of a pack.
    #[derive(Archive, Serialize)]
    struct Packed {
        #[rkyv(with = InPostings)]
        values: Vec<Vec<u32>>,
    }

    fn with(values: Vec<Vec<u32>>, check: impl FnOnce(&ArchivedPostings)) {
        let bytes = rkyv::to_bytes::<Failure>(&Packed { values }).unwrap();
        check(&rkyv::access::<ArchivedPacked, Failure>(&bytes).unwrap().values);
    }

    #[test]
    fn what_does_not_ascend_or_goes_too_far_is_not_sound() {
        let values = vec![vec![], vec![0, 1, 2, 3, 6], vec![3, 3], vec![4, 1], vec![900], vec![u32::MAX]];
        with(values, |packed| {
            let sound: Vec<bool> = (0..7).map(|value| packed.is_sound(value, 7)).collect();
            assert_eq!(sound, [true, true, false, false, false, false, true]);
            assert!(!packed.is_sound(1, 6) && packed.is_sound(4, 901));
        });
    }

    #[test]
    fn many_items_take_a_bit_each() {
        with(vec![(0..8000).step_by(2).collect(), (0..8000).step_by(100).collect()], |packed| {
            assert!(packed.items(0).bits && !packed.items(1).bits);
            assert_eq!(packed.lists.len(), 2 + 2 + 1000 + 2 + 80);
        });
    }

    proptest::proptest! {
        #[test]
        fn either_form_says_which_items_there_are(
            lists in proptest::collection::vec(proptest::collection::btree_set(0u32..300, 0..200), 1..4),
            among in proptest::collection::btree_set(0u32..300, 0..200),
        ) {
            let mut set = Bits::none(300);
            set.insert_all(among.iter().copied());
            let values = lists.iter().map(|list| list.iter().copied().collect()).collect();
            with(values, |packed| {
                for (value, list) in (0u32..).zip(&lists) {
                    assert!(packed.is_sound(value, 300));
                    assert!(packed.items(value).eq(list.iter().copied()));
                    assert_eq!(packed.count(value), list.len());
                    assert_eq!(packed.count_among(value, &set), list.intersection(&among).count());
                }
            });
        }
    }
}
