//! Words beside threads: how wide they are, roughly, where they are best broken, and where they stand. It knows
//! the two faces of the page only by the width of their letters, before anything is on a screen.

use super::glyph;
use super::layout::Place;
use super::pen::Tenths;
use super::story::Strand;

/// Between a name and its thread.
pub(super) const NAME_GAP: Tenths = 70;
/// From one line of words to the next.
pub(super) const LINE: Tenths = 130;

/// Words beside a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The lines, with the point on the base line where each begins, or ends.
    pub lines: Vec<(Place, String)>,
    /// Whether the words end at their points.
    pub ends_there: bool,
    /// The upper left corner of the room they take.
    pub corner: Place,
    /// The width and height of that room.
    pub room: Place,
}

/// On which side of a thread its labels stand where it runs downwards, and how many steps further out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stand {
    pub(super) name_before: bool,
    pub(super) name_steps: i32,
    pub(super) words_before: bool,
    pub(super) words_steps: i32,
}

/// The name beside the point where a thread starts.
pub(super) fn name(strand: &Strand, before: bool, at: Place) -> Label {
    let width = name_width(strand);
    let (x, y) = (if before { at.x - NAME_GAP } else { at.x + NAME_GAP }, at.y + 50);
    Label {
        lines: vec![(Place { x, y }, strand.name.clone())],
        ends_there: before,
        corner: Place { x: if before { x - width } else { x }, y: y - 130 },
        room: Place { x: width, y: 170 },
    }
}

/// The words beside the point where a thread ends.
pub(super) fn words(strand: &Strand, before: bool, downwards: bool, at: Place) -> Label {
    let lines = lines(strand, downwards);
    let (width, gap) = (words_width(strand, downwards), words_gap(strand, downwards));
    let x = if before { at.x - gap } else { at.x + gap };
    let y = at.y + 42 - LINE / 2 * i32::from(lines.len() > 1);
    Label {
        ends_there: before,
        corner: Place { x: if before { x - width } else { x }, y: y - 105 },
        room: Place { x: width, y: LINE * i32::from(lines.len() > 1) + 135 },
        lines: (0..).zip(lines).map(|(line, words)| (Place { x, y: y + line * LINE }, words)).collect(),
    }
}

/// How wide a name is.
pub(super) fn name_width(strand: &Strand) -> Tenths {
    width(&strand.name, Face::Name)
}

/// How wide the words of an outcome are.
pub(super) fn words_width(strand: &Strand, downwards: bool) -> Tenths {
    lines(strand, downwards).iter().map(|line| width(line, Face::Words)).max().unwrap_or(0)
}

/// Between the end of a thread, with its mark, and its words.
pub(super) fn words_gap(strand: &Strand, downwards: bool) -> Tenths {
    if downwards { 120 } else { glyph::reach(strand.mark) + 60 }
}

/// The words of an outcome, in shorter lines where the page is narrow.
pub(super) fn lines(strand: &Strand, downwards: bool) -> Vec<String> {
    let words = &strand.words;
    // Where room is scarce a pause counts for little.
    if downwards { broken(words, 12, 2) } else { broken(words, 16, words.chars().count() / 4) }
}

/// Words in one line, or in two where they are longer than so many letters: broken in the middle, or where they pause
/// if that makes the longer line longer by fewer letters than a pause is worth.
fn broken(words: &str, longest: usize, pause: usize) -> Vec<String> {
    let length = words.chars().count();
    let spaces = words.char_indices().filter(|(_, letter)| *letter == ' ');
    let halves = spaces.filter_map(|(at, _)| Some((words.get(..at)?, words.get(at + 1..)?)));
    let best = halves.min_by_key(|(first, second)| {
        let before = first.chars().count();
        let pauses = first.ends_with([',', ';']) || second.starts_with('(');
        let widest = before.max(length - before);
        if pauses { widest } else { widest + pause }
    });
    match best {
        Some((first, second)) if length > longest => vec![first.to_owned(), second.to_owned()],
        _ => vec![words.to_owned()],
    }
}

/// The face of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Names, in the condensed italic.
    Name,
    /// Outcomes, in the quiet sans.
    Words,
}

/// The size of the type of names, in pixels.
const NAME_SIZE: i32 = 17;
/// The size of the type of outcomes, in pixels.
const WORDS_SIZE: i32 = 12;

/// How wide a text is; rather too much than too little.
pub(super) fn width(text: &str, face: Face) -> Tenths {
    text.chars().map(|letter| letter_width(letter, face)).sum()
}

fn letter_width(letter: char, face: Face) -> Tenths {
    // Thousandths of the size of the type: the widest letter of each kind, measured on the faces.
    let (thousandths, size) = match face {
        Face::Name => {
            let width = match letter {
                'i' | 'í' | 'j' | 'l' | 'f' | 't' | '’' | '.' | ',' | ' ' => 290,
                'c' | 'ç' | 'e' | 'é' | 'ê' | 'r' | 's' | 'z' => 385,
                'm' => 745,
                'w' | 'M' | 'W' => 665,
                'n' | 'ñ' | 'u' | 'ú' | 'A'..='Z' | 'À'..='Þ' => 540,
                _ => 476,
            };
            (width, NAME_SIZE)
        }
        Face::Words => {
            let width = match letter {
                'i' | 'í' | 'j' | 'l' | '’' | '.' | ',' | ';' | ' ' => 255,
                'f' | 'r' | 't' | '(' | ')' => 406,
                'm' => 922,
                'w' | 'A'..='Z' | 'À'..='Þ' => 786,
                _ => 606,
            };
            (width, WORDS_SIZE)
        }
    };
    (thousandths * size + 99) / 100
}
