//! Ids: the names by which things of the corpus refer to each other. It knows what kinds of things have ids;
//! what an id leads to is found out later, when all files are read.

use super::scalar::Scalar;
use super::{Decode, Node};
use crate::report::{Report, Spot};
use crate::schema::{Definitions, Schema};
use desenlace_core::model::Vocabulary;
use serde_json::{Value, json};
use std::marker::PhantomData;

/// An id of some kind of thing, with its place.
#[derive(Clone, Debug)]
pub(crate) struct Ref<K> {
    id: Option<String>,
    spot: Spot,
    kind: PhantomData<K>,
}

impl<K> Ref<K> {
    /// An id.
    pub(crate) fn new(id: &str, spot: Spot) -> Self {
        Self { id: Some(id.to_owned()), spot, kind: PhantomData }
    }

    /// The id, unless it was left out or mistaken.
    pub(crate) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Where it begins.
    pub(crate) fn spot(&self) -> Spot {
        self.spot
    }
}

impl<K: Kind> Decode for Ref<K> {
    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        Self { id: String::read(node, report), spot: node.spot, kind: PhantomData }
    }

    fn lost(spot: Spot) -> Self {
        Self { id: None, spot, kind: PhantomData }
    }
}

impl<K: Kind> Schema for Ref<K> {
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string", "pattern": K::FORM.pattern(), "title": format!("the id of a {}", K::NOUN) })
    }
}

/// What ids look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Words in lower case joined by hyphens, as they stand in addresses.
    Words,
    /// The same, known only within a film; from outside, with the film and a slash before it.
    InFilm,
    /// Keys of the bibliography, which may have capitals.
    Key,
}

impl Form {
    /// The regular expression of a reference.
    pub(crate) fn pattern(self) -> &'static str {
        match self {
            Self::Words => "^[a-z0-9]+(-[a-z0-9]+)*$",
            Self::InFilm => "^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$",
            Self::Key => "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",
        }
    }

    /// Whether something may be given this id.
    pub(crate) fn admits(self, id: &str) -> bool {
        let may_stand = |byte: u8| match self {
            Self::Words | Self::InFilm => byte.is_ascii_lowercase() || byte.is_ascii_digit(),
            Self::Key => byte.is_ascii_alphanumeric(),
        };
        id.split('-').all(|word| !word.is_empty() && word.bytes().all(may_stand))
    }
}

/// The list that an id names something of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    Films,
    Passages,
    Characters,
    Events,
    Sources,
    Parallels,
    Terms(Vocabulary),
    /// The vocabulary that the id itself stands in.
    OwnTerms,
}

/// A kind of thing that has an id.
pub(crate) trait Kind: Clone + std::fmt::Debug {
    /// What it is called.
    const NOUN: &'static str;
    /// What its ids look like.
    const FORM: Form;
    /// The list it is in.
    const LIST: List;
    /// The number that stands for it in the corpus.
    type Number: Copy + Ord;

    /// The number of the thing at a position of its list.
    fn number(position: usize) -> Self::Number;
}

/// The kinds of things that have ids.
pub(crate) mod kind {
    use super::{Form, Kind, List};
    use desenlace_core::model::{CharacterId, EventId, FilmId, PassageId, SourceId, TermId, Vocabulary};

    macro_rules! kinds {
        ($($name:ident: $noun:literal, $form:ident, $list:expr, $number:ident;)*) => {$(
            #[derive(Clone, Debug)]
            pub(crate) enum $name {}

            impl Kind for $name {
                const NOUN: &'static str = $noun;
                const FORM: Form = Form::$form;
                const LIST: List = $list;
                type Number = $number;

                fn number(position: usize) -> $number {
                    $number::from_index(position)
                }
            }
        )*};
    }

    kinds! {
        Film: "film", Words, List::Films, FilmId;
        Passage: "passage", InFilm, List::Passages, PassageId;
        Character: "character", Words, List::Characters, CharacterId;
        Event: "event", InFilm, List::Events, EventId;
        Source: "source", Key, List::Sources, SourceId;
        Parallel: "parallel", Words, List::Parallels, TermId;
        Term: "term", Words, List::OwnTerms, TermId;
        Theme: "theme", Words, List::Terms(Vocabulary::Themes), TermId;
        Outcome: "outcome", Words, List::Terms(Vocabulary::Outcomes), TermId;
        Condition: "condition", Words, List::Terms(Vocabulary::Conditions), TermId;
        Cause: "cause", Words, List::Terms(Vocabulary::Causes), TermId;
        Role: "role", Words, List::Terms(Vocabulary::Roles), TermId;
        RelationKind: "relation kind", Words, List::Terms(Vocabulary::RelationKinds), TermId;
        ContentNote: "content note", Words, List::Terms(Vocabulary::ContentNotes), TermId;
        Place: "place", Words, List::Terms(Vocabulary::Places), TermId;
        Country: "country", Words, List::Terms(Vocabulary::Countries), TermId;
        Language: "language", Words, List::Terms(Vocabulary::Languages), TermId;
        Period: "period", Words, List::Terms(Vocabulary::Periods), TermId;
    }
}
