//! Hints: which of the known words somebody may have meant. It does not know what the words are for.

/// The known word nearest to a mistaken one, where one is near enough to be meant: by few letters, or because
/// one is a part of the other. The first of equals.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let few = length.div_ceil(3).min(4);
    let near = known.into_iter().filter_map(|candidate| {
        let distance = distance(word, candidate);
        let is_part =
            (length >= 3 && candidate.contains(word)) || (candidate.len() >= 3 && word.contains(candidate));
        (distance <= few || is_part).then_some((distance > few, distance, candidate))
    });
    near.min_by_key(|(far, distance, _)| (*far, *distance)).map(|(.., candidate)| candidate)
}

/// A hint for a mistaken word: the nearest known one; or all of them where they are few; or `otherwise`.
pub(crate) fn suggestion<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
    otherwise: &str,
) -> String {
    let known = known.into_iter();
    if let Some(meant) = nearest(word, known.clone()) {
        return format!("did you mean “{meant}”?");
    }
    match known.clone().count() {
        1..=9 => format!("one of: {}", known.collect::<Vec<_>>().join(", ")),
        _ => otherwise.to_owned(),
    }
}

/// How many letters must be added, taken away, replaced or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.to_lowercase().chars().collect();
    let other: Vec<char> = other.to_lowercase().chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, against) in other.iter().enumerate() {
            let mut least = (row[j] + usize::from(letter != against)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *against {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (one, other, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("santalu", "santalo", 1),
            ("nnee", "nene", 1),
            ("Irala", "irala", 0),
            ("bar", "barra", 2),
        ] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
            assert_eq!(distance(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn only_what_is_near_is_suggested() {
        let known = ["santalo", "irala", "opitti"];
        assert_eq!(nearest("santalu", known), Some("santalo"));
        assert_eq!(nearest("opiti", known), Some("opitti"));
        assert_eq!(nearest("domingo-santalo", known), Some("santalo"));
        assert_eq!(nearest("molina", known), None);
        assert_eq!(suggestion("molina", known, "look elsewhere"), "one of: santalo, irala, opitti");
        assert_eq!(suggestion("molina", [], "look elsewhere"), "look elsewhere");
    }
}
