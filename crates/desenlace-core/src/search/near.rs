//! Nearness: how many edits part a typed word from the words of the dictionary. An edit is a letter too many, too
//! few, another, or two neighbours swapped. All letters of the typed word are compared at once, a bit for each, and
//! along a sorted dictionary only what is new of each word is looked at. It does not know which words may be near.

use crate::fold;

/// The most edits that are ever counted.
pub(crate) const MOST: usize = 3;
/// The longest word that can be compared, in letters.
const LONGEST: usize = 60;

/// A typed word, to be compared with others.
pub(crate) struct Pattern {
    letters: Vec<char>,
    /// For each letter of ASCII, where it stands.
    masks: [u64; 128],
    edits: usize,
    accept: u64,
    /// The start, and the states behind each letter of the word compared last.
    states: Vec<State>,
}

/// How the first letters of a word compare.
#[derive(Clone, Copy)]
struct State {
    /// The last of them.
    letter: char,
    /// Where the letter ends in its word, in bytes.
    end: usize,
    /// A bit for each count of letters of the pattern that the word so far matches with at most so many edits.
    rows: [u64; MOST + 1],
    /// The same, a letter before.
    before: [u64; MOST + 1],
    /// Where the last letter stands in the pattern.
    mask: u64,
    /// Whether any beginning of the word so far is near.
    begins_near: bool,
}

impl Pattern {
    /// A folded word, to be compared with at most so many edits; none where it is too long.
    pub(crate) fn new(word: &str, edits: usize) -> Option<Self> {
        let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
        if letters.len() > LONGEST {
            return None;
        }
        let edits = edits.min(MOST);
        let mut pattern =
            Self { accept: 1 << letters.len(), letters, masks: [0; 128], edits, states: Vec::new() };
        for letter in 0..128u8 {
            pattern.masks[usize::from(letter)] = pattern.places(char::from(letter));
        }
        let rows = std::array::from_fn(|edits| (2 << edits) - 1);
        let start = State { letter: '\0', end: 0, rows, before: [0; MOST + 1], mask: 0, begins_near: false };
        pattern.states.push(start);
        Some(pattern)
    }

    /// Where no word that begins like the one compared last can be near: how many bytes of that beginning it takes to
    /// know. Where `beginnings` count too, none of those may be near either.
    pub(crate) fn beyond(&self, beginnings: bool) -> Option<usize> {
        let last = self.states.last()?;
        let beyond = last.rows[self.edits] == 0 && !(beginnings && last.begins_near);
        beyond.then_some(last.end)
    }

    /// Whether a word is near, and whether one of its beginnings is. The word is in the form of [`fold::lower`].
    pub(crate) fn compare(&mut self, word: &str) -> (bool, bool) {
        let known = self.states[1..].iter().zip(word.chars());
        let known = known.take_while(|(state, letter)| state.letter == *letter).count();
        self.states.truncate(known + 1);
        let mut state = self.states[known];
        let rest = word.get(state.end..).unwrap_or_default();
        for (at, letter) in rest.char_indices() {
            if state.rows[self.edits] == 0 {
                // Nothing that follows can make up for it.
                return (false, state.begins_near);
            }
            let end = word.len() - rest.len() + at + letter.len_utf8();
            if letter.is_ascii() {
                state = self.step(state, letter);
            } else {
                for folded in fold::fold(letter.encode_utf8(&mut [0; 4])).chars() {
                    state = self.step(state, folded);
                }
            }
            (state.letter, state.end) = (letter, end);
            self.states.push(state);
        }
        (self.is_near(&state), state.begins_near)
    }

    fn step(&self, state: State, letter: char) -> State {
        let mask = self.masks.get(letter as usize).copied().unwrap_or_else(|| self.places(letter));
        let mut rows = [0; MOST + 1];
        rows[0] = (state.rows[0] << 1) & mask;
        for edits in 1..=self.edits {
            let same = (state.rows[edits] << 1) & mask;
            let more_or_other = state.rows[edits - 1] | state.rows[edits - 1] << 1;
            let fewer = rows[edits - 1] << 1;
            let swapped = (((state.before[edits - 1] << 1) & mask) << 1) & state.mask;
            rows[edits] = (same | more_or_other | fewer | swapped) & (self.accept << 1).wrapping_sub(1);
        }
        let mut next = State { rows, before: state.rows, mask, ..state };
        next.begins_near |= self.is_near(&next);
        next
    }

    fn is_near(&self, state: &State) -> bool {
        state.rows[self.edits] & self.accept != 0
    }

    /// A bit for each place at which a letter stands in the pattern.
    fn places(&self, letter: char) -> u64 {
        let places = self.letters.iter().enumerate().filter(|(_, own)| **own == letter);
        places.map(|(at, _)| 2 << at).sum()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The edits between two words, letter by letter in a table.
    pub(crate) fn naive(one: &str, other: &str) -> usize {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                let mut least = if i == 0 { j } else { i };
                if i > 0 && j > 0 {
                    let changed = table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
                    least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                }
                table[i][j] = least;
            }
        }
        table[one.len()][other.len()]
    }

    #[track_caller]
    fn check(one: &str, other: &str, expect: usize) {
        assert_eq!(naive(one, other), expect);
        for edits in 0..=MOST {
            let near = Pattern::new(one, edits).unwrap().compare(other).0;
            assert_eq!(near, expect <= edits, "{one} {other} within {edits}");
        }
    }

    #[test]
    fn edits_are_counted() {
        check("excape", "escape", 1);
        check("prisno", "prison", 1);
        check("carcel", "carcere", 2);
        assert_eq!(Pattern::new("santalo", 1).unwrap().compare("santaló"), (true, true));
        assert_eq!(Pattern::new("excap", 1).unwrap().compare("escapes"), (false, true));
    }

    proptest::proptest! {
        #[test]
        fn comparing_along_a_dictionary_agrees_with_a_table(
            pattern in "[abñ]{1,7}",
            mut words in proptest::collection::btree_set("[abñc]{1,8}", 1..30),
            edits in 0..=MOST,
        ) {
            words.insert(pattern.clone());
            let pattern = fold::fold(&pattern);
            let mut compared = Pattern::new(&pattern, edits).unwrap();
            for word in words {
                let folded = fold::fold(&word);
                let ends = folded.char_indices().map(|(at, letter)| at + letter.len_utf8());
                let begins = ends.map(|end| naive(&pattern, &folded[..end])).min().unwrap_or(usize::MAX);
                let expect = (naive(&pattern, &folded) <= edits, begins <= edits);
                proptest::prop_assert_eq!(compared.compare(&word), expect, "{} {}", pattern, word);
            }
        }
    }
}
