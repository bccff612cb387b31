//! `characters.toml`: the people and groups of a film.

use super::{Citations, Evidence, ThemeEvidence};
use crate::decode::{At, Entries, Ref, Text, TextLists, kind, record};
use desenlace_core::model::Language;

/// People and groups by id.
pub(crate) type Characters = Entries<kind::Character, Character>;

record! {
    /// One person, or a group acting as one.
    Character {
        /// The row of the source inventory.
        key: String,
        /// The name, as the page shows it.
        name: Text,
        /// The name for the threads and other tight places; the name, if left out.
        short: Option<Text>,
        /// Other names in the story.
        aliases: TextLists,
        /// Spellings that only the search should know.
        variants: Vec<String>,
        /// Whether this is a group.
        group: Option<At<bool>>,
        /// The languages in which the name takes its verbs in the plural.
        plural: Vec<At<Language>>,
        /// Whom the group is known to consist of, ids of characters.
        members: Vec<Ref<kind::Character>>,
        /// What they are or do, ids of vocabularies/roles.toml.
        roles: Vec<Ref<kind::Role>>,
        /// The passages where they appear or are meant.
        passages: Evidence,
        /// Who they are, without what becomes of them.
        description: Text,
        /// What a reader should know.
        note: Option<Text>,
        /// Who plays them, only where verified.
        actor: Option<Actor>,
        /// Their themes, with evidence.
        theme: Vec<ThemeEvidence>,
    }
}

impl Character {
    /// Whether this is a group.
    pub(crate) fn is_group(&self) -> bool {
        self.group.as_ref().is_some_and(At::get)
    }
}

record! {
    /// Who plays a character.
    Actor {
        /// The name.
        name: String,
        /// Who says so, ids of sources.toml.
        sources: Citations,
        /// What a reader should know about it.
        note: Option<Text>,
    }
}
