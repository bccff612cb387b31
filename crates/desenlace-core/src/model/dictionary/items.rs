//! Lists of items with their impacts, in two forms: distances where few have something, half a byte for each where
//! nearly all do. It does not know what they have.

use crate::model::Posting;
use crate::model::number::{number, write_number};

/// An impact that no posting has: in halves of bytes it stands for items that are not in the list.
const NONE: u8 = 11;

/// Items with their impacts, ascending as the compiler writes them. Damaged ones come to an end too.
#[derive(Clone)]
pub(crate) enum Items<'a> {
    /// For each the distance from the one before, less one, times 16, with its impact, as one number.
    Distances { bytes: &'a [u8], next: u32 },
    /// For each that there could be half a byte, the even one the lower: its impact, or [`NONE`].
    Halves { bytes: &'a [u8], next: u32 },
}

impl Iterator for Items<'_> {
    type Item = (u32, u8);

    #[inline] // adding up is a loop over this
    fn next(&mut self) -> Option<(u32, u8)> {
        match self {
            Self::Distances { bytes, next } => {
                let number = number(bytes)?;
                let item = next.wrapping_add((number >> 4) as u32);
                *next = item.wrapping_add(1);
                Some((item, (number & 15) as u8))
            }
            Self::Halves { bytes, next } => loop {
                let item = *next;
                let impact = bytes.get(item as usize / 2)? >> (item % 2 * 4) & 15;
                *next += 1;
                if impact != NONE {
                    return Some((item, impact));
                }
            },
        }
    }
}

/// Writes the distances of items.
pub(super) fn distances(items: &[Posting]) -> Vec<u8> {
    let (mut bytes, mut next) = (Vec::new(), 0);
    for posting in items {
        let distance = u64::from(posting.item.saturating_sub(next));
        write_number(&mut bytes, (distance << 4 | u64::from(posting.impact & 15)) as usize);
        next = posting.item.saturating_add(1);
    }
    bytes
}

/// Writes halves of bytes, up to the last item; nothing where an impact stands for something else.
pub(super) fn halves(items: &[Posting]) -> Option<Vec<u8>> {
    let length = items.last().map_or(0, |last| last.item as usize / 2 + 1);
    let mut bytes = vec![NONE << 4 | NONE; length];
    for posting in items {
        let impact = posting.impact & 15;
        if impact == NONE {
            return None;
        }
        bytes[posting.item as usize / 2] ^= (NONE ^ impact) << (posting.item % 2 * 4);
    }
    Some(bytes)
}
