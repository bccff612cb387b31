//! How text is written so that whoever reads a format gets the same text: one function, and what each format wants.

/// What a format wants.
pub(super) struct Notation {
    /// What is written instead of a letter.
    pub(super) instead: &'static [(char, &'static str)],
    /// What becomes of line breaks and other control characters.
    pub(super) controls: Controls,
}

/// What becomes of control characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Controls {
    /// They stay.
    Kept,
    /// They are blanks: the format has no way to write them.
    Blanks,
    /// They are written by their number, as JSON does.
    Numbers,
}

/// Text as it is.
pub(super) const PLAIN: Notation = Notation { instead: &[], controls: Controls::Blanks };
/// A cell of a table between quotes.
pub(super) const CSV: Notation = Notation { instead: &[('"', "\"\"")], controls: Controls::Kept };
/// A string of JSON between quotes.
pub(super) const JSON: Notation =
    Notation { instead: &[('"', "\\\""), ('\\', "\\\\")], controls: Controls::Numbers };
/// Text and attributes of XML.
pub(super) const XML: Notation = Notation {
    instead: &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;")],
    controls: Controls::Blanks,
};
/// Text for TeX.
pub(super) const TEX: Notation = Notation {
    instead: &[
        ('\\', "\\textbackslash{}"),
        ('{', "\\{"),
        ('}', "\\}"),
        ('$', "\\$"),
        ('&', "\\&"),
        ('#', "\\#"),
        ('_', "\\_"),
        ('%', "\\%"),
        ('~', "\\textasciitilde{}"),
        ('^', "\\textasciicircum{}"),
    ],
    controls: Controls::Blanks,
};

/// Writes text in a notation.
pub(super) fn write(notation: &Notation, text: &str, into: &mut String) {
    for letter in text.chars() {
        let instead = notation.instead.iter().find(|(special, _)| *special == letter);
        match (instead, notation.controls) {
            (Some((_, instead)), _) => into.push_str(instead),
            (None, Controls::Blanks) if letter < ' ' => into.push(' '),
            (None, Controls::Numbers) if letter < ' ' => {
                into.push_str(if letter < '\u{10}' { "\\u000" } else { "\\u001" });
                into.extend(char::from_digit(u32::from(letter) % 16, 16));
            }
            (None, _) => into.push(letter),
        }
    }
}
