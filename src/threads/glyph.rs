//! The shapes of the marks that end a thread, around the point where it ends, running to the right. It knows
//! neither colours nor what the marks mean to anybody.

use super::pen::Tenths;
use desenlace_core::model::Mark;

/// A part of a mark: its class and the data of its path.
pub(super) type Piece = (&'static str, &'static str);

/// The parts of a mark, in pixels, none of them further than 14 from its point.
#[must_use]
pub(super) fn pieces(mark: Mark, hollow: bool) -> &'static [Piece] {
    match mark {
        Mark::Knot if hollow => &[("mark-ring", "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0Z")],
        Mark::Knot => &[("mark-dot", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z")],
        Mark::Open if hollow => &[("mark-ring", "M1-5L9 0L1 5Z")],
        Mark::Open => &[("mark-line", "M0 0H8.5M4-5L9 0L4 5")],
        Mark::Bars if hollow => &[("mark-ring", "M1-6.5H8.6V6.5H1Z"), ("mark-line", "M4.8-6.5V6.5")],
        Mark::Bars => &[("mark-line", "M0 0H2M1-6.5V6.5M4.8-6.5V6.5M8.6-6.5V6.5")],
        Mark::Fade => &[
            ("mark-line fade-1", "M2 0h3.6"),
            ("mark-line fade-2", "M7.6 0h2.6"),
            ("mark-line fade-3", "M12.2 0h1.4"),
        ],
        Mark::Dots => &[(
            "mark-dot",
            "M1.7 0a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0ZM6.3 0a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0ZM10.9 0a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0Z",
        )],
        Mark::Split => &[("mark-line", "M0 0C5 0 3-5 10-5M0 0C5 0 3 5 10 5")],
    }
}

/// How far a mark reaches beyond its point.
#[must_use]
pub(super) fn reach(mark: Mark) -> Tenths {
    match mark {
        Mark::Knot => 50,
        Mark::Open | Mark::Bars | Mark::Split => 100,
        Mark::Fade | Mark::Dots => 140,
    }
}

/// The class of whatever has a mark, for its colour.
#[must_use]
pub(super) fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Knot => "dies",
        Mark::Open => "free",
        Mark::Bars => "held",
        Mark::Fade => "untold",
        Mark::Dots => "unknown",
        Mark::Split => "divided",
    }
}
