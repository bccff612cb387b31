//! Sets of items as plain bits. At the sizes of this product (tens of thousands of items) 64 bits a word,
//! AND and a population count are faster than any compressed form, and smaller in the Wasm.

/// A set of the items `0 .. length`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    length: usize,
}

impl Bits {
    /// No item.
    pub(crate) fn none(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(64)], length }
    }

    /// Every item.
    pub(crate) fn all(length: usize) -> Self {
        let mut words = vec![u64::MAX; length.div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !length.is_multiple_of(64)
        {
            *last = (1 << (length % 64)) - 1;
        }
        Self { words, length }
    }

    /// Adds an item; says whether it is new. A number beyond the length is ignored.
    pub(crate) fn insert(&mut self, item: u32) -> bool {
        if item as usize >= self.length {
            return false;
        }
        let (word, bit) = (&mut self.words[item as usize / 64], 1 << (item % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Adds the items of a list; numbers beyond the length are ignored.
    pub(crate) fn insert_all(&mut self, items: impl IntoIterator<Item = u32>) {
        for item in items {
            self.insert(item);
        }
    }

    /// Whether an item is in the set.
    pub(crate) fn contains(&self, item: u32) -> bool {
        self.words.get(item as usize / 64).is_some_and(|word| word >> (item % 64) & 1 == 1)
    }

    /// Keeps what is also in `other`.
    pub(crate) fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Removes what is in `other`.
    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Keeps the items that a function wants.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(u32) -> bool) {
        for (word, position) in self.words.iter_mut().zip(0u32..) {
            let mut rest = *word;
            while rest != 0 {
                if !keep(position * 64 + rest.trailing_zeros()) {
                    *word &= !(rest & rest.wrapping_neg());
                }
                rest &= rest - 1;
            }
        }
    }

    /// How many items there are.
    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many items there are whose bit is set in some bytes, the lowest item first.
    pub(crate) fn count_common(&self, bytes: &[u8]) -> usize {
        let (eights, rest) = bytes.as_chunks::<8>();
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        let words = eights.iter().chain([&last]).map(|bytes| u64::from_le_bytes(*bytes));
        words.zip(&self.words).map(|(bits, word)| (bits & word).count_ones() as usize).sum()
    }

    /// Whether there is no item.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Calls with each item, ascending.
    pub(crate) fn each(&self, mut call: impl FnMut(u32)) {
        for (&word, position) in self.words.iter().zip(0u32..) {
            let mut rest = word;
            while rest != 0 {
                call(position * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// The items, ascending.
    pub(crate) fn items(&self) -> Vec<u32> {
        let mut items = Vec::with_capacity(self.count());
        self.each(|item| items.push(item));
        items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_has_exactly_its_items() {
        for length in [0, 1, 63, 64, 65, 128, 200] {
            let items: Vec<u32> = Bits::all(length).items();
            assert_eq!(items, (0..u32::try_from(length).unwrap()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn items_beyond_the_length_are_ignored() {
        let mut bits = Bits::none(70);
        bits.insert_all([3, 69, 70, 4_000_000_000]);
        assert_eq!(bits.items(), [3, 69]);
        assert!(bits.contains(69) && !bits.contains(70) && !bits.contains(4_000_000_000));
    }
}
