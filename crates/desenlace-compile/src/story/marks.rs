//! Markup that was meant but is not. CommonMark has no errors: what is not closed is plain text. So a bracket
//! or a star left over in plain text is taken for a mistake, unless a backslash says that it is meant.

use crate::report::{Report, Spot};
use std::ops::Range;

/// What was left over in the paragraph so far.
#[derive(Debug, Default)]
pub(super) struct Literals {
    /// Brackets that were reported and whose counterpart need not be.
    brackets: usize,
}

/// Reports markup left over in a stretch of plain text.
pub(super) fn literals(
    source: &str,
    text: &str,
    range: &Range<usize>,
    found: &mut Literals,
    spot: Spot,
    report: &mut Report,
) {
    if source.get(range.clone()) != Some(text) {
        return; // an entity such as `&amp;`, which cannot be left over markup
    }
    let escaped = source[..range.start].ends_with('\\');
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let run = before == Some(letter) || source[..range.start + at].ends_with(letter);
        before = Some(letter);
        if at == 0 && escaped {
            continue;
        }
        let spot = spot.at(range.start + at);
        match letter {
            '[' => {
                found.brackets += 1;
                let hint =
                    "a link is closed like this: [Nene](character:nene); a plain bracket is written \\[";
                report.error(spot, "unterminated link", hint);
            }
            ']' if found.brackets > 0 => found.brackets -= 1,
            ']' => {
                let hint = "a link begins with “[”: [Nene](character:nene); a plain bracket is written \\]";
                report.error(spot, "stray “]”", hint);
            }
            '*' | '_' if !run => {
                let hint =
                    format!("emphasis is closed like this: *Aida*; a plain “{letter}” is written \\{letter}");
                report.error(spot, format!("unterminated emphasis “{letter}”"), hint);
            }
            '`' if !run => report.error(spot, "stray “`”", "use typographic quotes; stories have no code"),
            _ => {}
        }
    }
}
