//! Words of a command line, one after the other, and the nearest word to a mistyped one. It knows no command.

use crate::error::Error;

/// The words that are still to be read.
pub(super) struct Words(pub(super) std::vec::IntoIter<String>);

impl Words {
    /// Words as they are typed.
    pub(super) fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self(words.into_iter().flat_map(split_value).collect::<Vec<_>>().into_iter())
    }

    /// Nothing, if no word is left.
    pub(super) fn end(mut self) -> Result<(), Error> {
        self.0.next().map_or(Ok(()), |word| Err(Error::Usage(format!("`{word}` is one word too many"))))
    }

    /// The value of an option, which is the next word.
    pub(super) fn value(&mut self, flag: &str) -> Result<String, Error> {
        match self.0.next() {
            Some(value) if !value.starts_with("--") => Ok(value),
            _ => Err(Error::Usage(format!("`{flag}` needs a value after it"))),
        }
    }

    /// The same as a number, or as anything else that is read from a word; `expected` says what it is like.
    pub(super) fn number<T: std::str::FromStr>(&mut self, flag: &str, expected: &str) -> Result<T, Error> {
        let value = self.value(flag)?;
        value.parse().map_err(|_| Error::Usage(format!("`{flag} {value}`: {expected}")))
    }
}

/// A word of a kind that there is none of, with the nearest that there is.
pub(super) fn unknown(kind: &str, word: &str, known: &[&str]) -> Error {
    Error::Usage(match nearest(word, known) {
        Some(near) => format!("unknown {kind} `{word}`: did you mean `{near}`?"),
        None => format!("unknown {kind} `{word}`: there is {}", known.join(", ")),
    })
}

/// The known word that `word` was most likely meant to be, if any is near.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).max(1);
    known
        .iter()
        .map(|candidate| (distance(word, candidate), *candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `--port=80` is `--port 80`.
fn split_value(word: String) -> Vec<String> {
    match word.split_once('=') {
        Some((flag, value)) if flag.starts_with("--") => vec![flag.into(), value.into()],
        _ => vec![word],
    }
}

/// Edits between two words (insert, delete, replace).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        let mut left_of = i + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(&right) {
            let above = *cell;
            let edited = (diagonal + usize::from(a != *b)).min(above + 1).min(left_of + 1);
            diagonal = above;
            left_of = edited;
            *cell = edited;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (left, right, expected) in
            [("", "", 0), ("", "abc", 3), ("serve", "serve", 0), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(left, right), expected, "{left} {right}");
            assert_eq!(distance(right, left), expected, "{right} {left}");
        }
    }
}
