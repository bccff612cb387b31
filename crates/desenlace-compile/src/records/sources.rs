//! `sources.toml`: the bibliography.

use crate::decode::{Entries, Text, kind, record};

/// Sources by the key that facts cite them by.
pub(crate) type Sources = Entries<kind::Source, Source>;

record! {
    /// Where facts were read.
    Source {
        /// The address, without a scheme; left out where there is none to open.
        address: Option<String>,
        /// What it is.
        description: Text,
    }
}
