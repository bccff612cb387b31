//! Which films are compared. It knows how many there can be, and nothing of what is compared.

use desenlace_core::model::FilmId;

/// The films that are compared: each once, in the order in which they were chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared([Option<FilmId>; Compared::MOST]);

impl Compared {
    /// How many films fit beside each other.
    pub const MOST: usize = 3;

    /// The films.
    pub fn films(self) -> impl Iterator<Item = FilmId> {
        self.0.into_iter().flatten()
    }

    /// Whether a film is among them.
    #[must_use]
    pub fn has(self, film: FilmId) -> bool {
        self.0.contains(&Some(film))
    }

    /// With a film, behind the others; nothing where there is no room for it. One that is there stays.
    #[must_use]
    pub fn with(mut self, film: FilmId) -> Option<Self> {
        if !self.has(film) {
            *self.0.iter_mut().find(|place| place.is_none())? = Some(film);
        }
        Some(self)
    }

    /// Without a film; those behind it move up.
    #[must_use]
    pub fn without(self, film: FilmId) -> Self {
        self.films().filter(|other| *other != film).fold(Self::default(), |those, other| {
            // Fewer than there were have room.
            those.with(other).unwrap_or(those)
        })
    }
}
