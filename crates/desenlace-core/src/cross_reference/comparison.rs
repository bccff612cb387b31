//! Films side by side: how much of each a theme is. It compares what is annotated, and takes a theme that
//! nobody looked for neither as present nor as absent.

use super::{numbered, theme_ties};
use crate::model::{FilmId, TermId, Vocabulary, Weight};
use crate::packed::{Corpus, ThemeTie};

/// A theme of at least one of several films, and how much of each of them it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedTheme {
    /// The theme.
    pub theme: TermId,
    /// How much of each film it is, in the order in which the films were asked about; none where nobody looked.
    /// A broad theme weighs as much as the heaviest below it.
    pub weights: Vec<Option<Weight>>,
}

impl SharedTheme {
    /// How many of the films have it.
    #[must_use]
    pub fn films(&self) -> usize {
        self.weights.iter().flatten().filter(|weight| **weight != Weight::Absent).count()
    }
}

/// The themes that films have, in the order of the vocabulary. A theme is listed where it is tied to one of the
/// films by name, not only by a narrower theme. Numbers that are no films are left out. The work grows with the
/// ties of these films.
#[must_use]
pub fn shared_themes(corpus: &Corpus, films: &[FilmId]) -> Vec<SharedTheme> {
    let films: Vec<_> = films.iter().filter_map(|film| corpus.films.get(film.index())).collect();
    let mut shared = Vec::new();
    for (number, _) in numbered(corpus.terms(Vocabulary::Themes)) {
        let theme = TermId(number);
        let named = |tie: ThemeTie<'_>| tie.theme == theme && tie.weight != Weight::Absent;
        if films.iter().any(|film| film.themes.iter().any(named)) {
            let weight = |film| theme_ties(corpus, film, theme).map(|tie| tie.weight).min();
            shared.push(SharedTheme { theme, weights: films.iter().map(|film| weight(*film)).collect() });
        }
    }
    shared
}

#[cfg(test)]
mod tests;
