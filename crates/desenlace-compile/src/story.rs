//! `story.<language>.md`: the retold story as CommonMark. It becomes plain texts with marked stretches, and
//! whatever the stories do not use is reported. It does not know which ids there are.

mod marks;
mod reader;

use crate::decode::{At, Damage, Ref, kind, text_of};
use crate::files::Files;
use crate::report::{Report, Spot};
use std::ops::Range;

/// A story in one language.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    /// The beginning of the file.
    pub(crate) spot: Spot,
    /// The title of the film.
    pub(crate) title: At<String>,
    /// The passages, in the order of the file.
    pub(crate) passages: Vec<Told>,
    /// What may be missing.
    pub(crate) damage: Damage,
}

/// A passage in one language.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The id that the heading gives.
    pub(crate) id: Ref<kind::Passage>,
    /// The title.
    pub(crate) title: String,
    /// The text without markup; paragraphs are parted by a newline.
    pub(crate) text: String,
    /// What is marked in it, ascending and without overlap.
    pub(crate) marks: Vec<Mark>,
    /// Where stretches of the text stand in the file: from this byte of the text on, from this byte of it.
    pub(crate) origins: Vec<(usize, usize)>,
}

/// A marked stretch of a text, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// The stretch.
    pub(crate) range: Range<usize>,
    /// What it stands for.
    pub(crate) target: Target,
}

/// What a marked stretch stands for.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    /// A character or group.
    Character(Ref<kind::Character>),
    /// A place.
    Place(Ref<kind::Place>),
    /// The title of a work, or a foreign word.
    Emphasis,
}

impl Told {
    /// Where a byte of the text stands in the file.
    pub(crate) fn spot_of(&self, byte: usize) -> Spot {
        let before = self.origins.partition_point(|(text, _)| *text <= byte);
        let origin = before.checked_sub(1).and_then(|last| self.origins.get(last));
        self.id.spot().at(origin.map_or(0, |(text, file)| file + (byte - text)))
    }
}

/// Reads a story.
pub(crate) fn story(path: &str, files: &Files, report: &mut Report) -> Story {
    let spot = report.file(path);
    match text_of(path, files, report) {
        Some(text) => reader::read(&text, spot, report),
        None => {
            let title = At { value: None, spot };
            Story { spot, title, passages: Vec::new(), damage: Damage::Lost }
        }
    }
}
