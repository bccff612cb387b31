//! `themes.toml` of a film: the themes that it has, and those that were looked for and are absent.

use crate::decode::{At, Entries, Ref, Text, kind, record};
use desenlace_core::model::Weight;

/// Ties by the id of the theme.
pub(crate) type Themes = Entries<kind::Theme, ThemeTie>;

record! {
    /// A theme of the film, or one that was looked for and is absent.
    ThemeTie {
        /// How much of the film it is.
        weight: At<Weight>,
        /// Why, in one sentence.
        motivation: Text,
        /// The passages that show it; none where it is absent.
        passages: Vec<Ref<kind::Passage>>,
    }
}
