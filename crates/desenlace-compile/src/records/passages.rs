//! `passages.toml`: the passages of a film in the order of telling. Their texts stand in the stories.

use crate::decode::{At, Filled, Ref, Text, kind, record};

record! {
    /// The passages of a film, in the order of telling.
    Passages {
        /// A step of the story.
        passage: Vec<Passage>,
    }
}

record! {
    /// A step of the story, and the sentences of the synopsis that it rests on.
    Passage {
        /// The id, unique within the film.
        id: Ref<kind::Passage>,
        /// The sentences of the synopsis: B-S1, B-S2, …
        sentences: Filled<At<String>>,
        /// What a reader should know.
        note: Option<Text>,
    }
}
