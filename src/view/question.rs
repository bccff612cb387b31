//! A question as an address holds it: slots, each empty or filled. It knows what a slot asks of the core, and
//! not how it is put into words.

use desenlace_core::cross_reference::pattern::{Bond, Other, Pattern};
use desenlace_core::facet::Facet;
use desenlace_core::model::{FilmId, TermId, Vocabulary};
use desenlace_core::packed::Corpus;

/// What can be asked of a character. In an address each slot is a parameter: *informed on by a lover, and dies*
/// is `inverse-relation=informs-on&also=lover-of&outcome=dies`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// `role`: what the character is or does.
    Role,
    /// `relation` or `inverse-relation`: what they are to somebody, or somebody to them.
    Relation,
    /// `by`: the role of that somebody.
    By,
    /// `also` or `inverse-also`: what they are to the same somebody besides.
    Also,
    /// `theme`: what they, or their fate, are tied to.
    Theme,
    /// `film`: where.
    Film,
    /// `outcome`: what becomes of them.
    Outcome,
}

impl Slot {
    /// How many slots there are.
    pub const COUNT: usize = 7;
    /// All slots, in the order in which a question is read.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Role, Self::Relation, Self::By, Self::Also, Self::Theme, Self::Film, Self::Outcome];

    /// Its name in addresses; behind `inverse-`, a relation is read from the other side.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Relation => "relation",
            Self::By => "by",
            Self::Also => "also",
            Self::Theme => "theme",
            Self::Film => "film",
            Self::Outcome => "outcome",
        }
    }

    /// The facet that has the same values.
    #[must_use]
    pub const fn facet(self) -> Facet {
        match self {
            Self::Role | Self::By => Facet::Role,
            Self::Relation | Self::Also => Facet::RelationKind,
            Self::Theme => Facet::Theme,
            Self::Film => Facet::Film,
            Self::Outcome => Facet::Outcome,
        }
    }
}

/// What a slot holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filling {
    /// The value, as its facet numbers it.
    pub value: u32,
    /// Whether a relation is read from the other side; never for mutual kinds, which have no other side.
    pub inverse: bool,
}

impl Filling {
    /// A value of a slot. Only relations that are not mutual can be read from the other side.
    #[must_use]
    pub fn new(corpus: &Corpus, slot: Slot, value: u32, inverse: bool) -> Self {
        let kind = corpus.terms(Vocabulary::RelationKinds).get(value as usize);
        let two_sided = slot.facet() == Facet::RelationKind && kind.is_some_and(|kind| !kind.mutual);
        Self { value, inverse: inverse && two_sided }
    }
}

/// A question. Without any filled slot it asks nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question([Option<Filling>; Slot::COUNT]);

impl Question {
    /// What a slot holds.
    #[must_use]
    pub fn filling(self, slot: Slot) -> Option<Filling> {
        self.0[slot as usize]
    }

    /// The same question with a slot filled otherwise, or emptied.
    #[must_use]
    pub fn with(mut self, slot: Slot, filling: Option<Filling>) -> Self {
        self.0[slot as usize] = filling;
        self
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Whether somebody at the other end of a relation is asked for.
    #[must_use]
    pub fn has_company(self) -> bool {
        [Slot::Relation, Slot::By, Slot::Also].into_iter().any(|slot| self.filling(slot).is_some())
    }

    /// What it asks of the core.
    #[must_use]
    pub fn pattern(self) -> Pattern {
        let term = |slot| self.filling(slot).map(|filling| TermId(filling.value));
        let bonds = [Slot::Relation, Slot::Also].into_iter().filter_map(|slot| self.filling(slot));
        Pattern {
            bonds: bonds.map(|bond| Bond { kind: TermId(bond.value), inverse: bond.inverse }).collect(),
            other: term(Slot::By).map(Other::Role),
            role: term(Slot::Role),
            outcome: term(Slot::Outcome),
            theme: term(Slot::Theme),
            film: self.filling(Slot::Film).map(|film| FilmId(film.value)),
        }
    }
}
