//! What can be browsed (the galleries) and by what it can be filtered (the facets). It knows the names that
//! addresses use; it does not know how a filter is drawn or asked.

use crate::model::{Certainty, Vocabulary};
use crate::packed::Corpus;

/// A gallery: the same corpus seen as films, as characters, or as fates. All share one filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gallery {
    /// The films.
    #[default]
    Films,
    /// The characters and groups.
    Characters,
    /// What becomes of each of them.
    Fates,
}

impl Gallery {
    /// How many galleries there are.
    pub const COUNT: usize = 3;
    /// All galleries, in the order in which the page offers them.
    pub const ALL: [Self; Self::COUNT] = [Self::Films, Self::Characters, Self::Fates];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Films => "films",
            Self::Characters => "characters",
            Self::Fates => "fates",
        }
    }

    /// How many items it has.
    #[must_use]
    pub fn len(self, corpus: &Corpus) -> usize {
        match self {
            Self::Films => corpus.films.len(),
            Self::Characters => corpus.characters.len(),
            Self::Fates => corpus.fates.len(),
        }
    }

    /// The id of an item; a fate has the id of its character. Empty for a number that is not an item.
    #[must_use]
    pub fn item_id(self, corpus: &Corpus, item: u32) -> &str {
        match self {
            Self::Films => corpus.films.get(item as usize).map_or("", |film| film.id),
            Self::Characters | Self::Fates => {
                corpus.characters.get(item as usize).map_or("", |character| &character.id)
            }
        }
    }
}

/// A property by which every gallery can be filtered. Its values are numbers: positions in a vocabulary, in
/// the list of films, or in [`Certainty::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// What it is about.
    Theme,
    /// What becomes of somebody.
    Outcome,
    /// How sure the source is of it.
    Certainty,
    /// The film.
    Film,
    /// What somebody is or does.
    Role,
    /// Where.
    Place,
    /// When.
    Period,
    /// Country of production.
    Country,
    /// What a visitor may want to be warned of.
    ContentNote,
    /// What characters are to each other.
    RelationKind,
}

impl Facet {
    /// How many facets there are.
    pub const COUNT: usize = 10;
    /// All facets, in the order in which the page shows them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Theme,
        Self::Outcome,
        Self::Certainty,
        Self::Film,
        Self::Role,
        Self::Place,
        Self::Period,
        Self::Country,
        Self::ContentNote,
        Self::RelationKind,
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Outcome => "outcome",
            Self::Certainty => "certainty",
            Self::Film => "film",
            Self::Role => "role",
            Self::Place => "place",
            Self::Period => "period",
            Self::Country => "country",
            Self::ContentNote => "note",
            Self::RelationKind => "relation",
        }
    }

    /// The facet with a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }

    /// The vocabulary that its values come from; none for films and certainties.
    #[must_use]
    pub const fn vocabulary(self) -> Option<Vocabulary> {
        match self {
            Self::Theme => Some(Vocabulary::Themes),
            Self::Outcome => Some(Vocabulary::Outcomes),
            Self::Role => Some(Vocabulary::Roles),
            Self::Place => Some(Vocabulary::Places),
            Self::Period => Some(Vocabulary::Periods),
            Self::Country => Some(Vocabulary::Countries),
            Self::ContentNote => Some(Vocabulary::ContentNotes),
            Self::RelationKind => Some(Vocabulary::RelationKinds),
            Self::Certainty | Self::Film => None,
        }
    }

    /// How many values it has.
    #[must_use]
    pub fn len(self, corpus: &Corpus) -> usize {
        match (self, self.vocabulary()) {
            (_, Some(vocabulary)) => corpus.terms(vocabulary).len(),
            (Self::Film, None) => corpus.films.len(),
            _ => Certainty::ALL.len(),
        }
    }

    /// The id of a value; empty for a number that is not a value.
    #[must_use]
    pub fn value_id(self, corpus: &Corpus, value: u32) -> &str {
        match (self, self.vocabulary()) {
            (_, Some(vocabulary)) => corpus.terms(vocabulary).get(value as usize).map_or("", |term| &term.id),
            (Self::Film, None) => Gallery::Films.item_id(corpus, value),
            _ => Certainty::ALL.get(value as usize).map_or("", |certainty| certainty.word()),
        }
    }

    /// The value with an id.
    #[must_use]
    pub fn value(self, corpus: &Corpus, id: &str) -> Option<u32> {
        match (self, self.vocabulary()) {
            (_, Some(vocabulary)) => corpus.term(vocabulary, id).map(|(number, _)| number.0),
            (Self::Film, None) => corpus.film(id).map(|(number, _)| number.0),
            _ => (0..).zip(Certainty::ALL).find(|(_, value)| value.word() == id).map(|(number, _)| number),
        }
    }

    /// Whether any item of a gallery has the value.
    #[must_use]
    pub fn is_used(self, corpus: &Corpus, gallery: Gallery, value: u32) -> bool {
        let postings = &corpus.gallery(gallery).facets[self as usize].values;
        self == Self::Film || postings.items(value).next().is_some()
    }

    /// The value that contains this one, where there is one.
    #[must_use]
    pub fn broader(self, corpus: &Corpus, value: u32) -> Option<u32> {
        let term = corpus.terms(self.vocabulary()?).get(value as usize)?;
        term.broader.as_ref().map(|broader| broader.get().0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::pack::open;
    use crate::sample::{corpora, items, packed, small, values};
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn a_thing_stands_at_its_own_position() {
        assert_eq!(Gallery::ALL.map(|it| it as usize), [0, 1, 2]);
        assert_eq!(
            Facet::ALL.map(|it| it as usize),
            std::array::from_fn::<usize, { Facet::COUNT }, _>(|at| at)
        );
        assert_eq!(
            Vocabulary::ALL.map(|it| it as usize),
            std::array::from_fn::<usize, { Vocabulary::COUNT }, _>(|at| at)
        );
        assert_eq!(Language::ALL.map(|it| it as usize), [0, 1, 2]);
        assert!(Certainty::ALL.iter().map(|it| *it as usize).eq(0..4));
    }

    #[test]
    fn names_are_those_of_the_addresses() {
        let names = "theme outcome certainty film role place period country note relation";
        assert_eq!(Facet::ALL.map(Facet::name).join(" "), names);
        assert_eq!(Gallery::ALL.map(Gallery::name), ["films", "characters", "fates"]);
        for facet in Facet::ALL {
            assert_eq!(Facet::from_name(facet.name()), Some(facet));
        }
        for name in ["", "Theme", "themes", "not-theme", "text"] {
            assert_eq!(Facet::from_name(name), None, "{name}");
        }
    }

    #[test]
    fn values_are_known_by_their_ids() {
        let bytes = packed(&small());
        let corpus = open(&bytes).unwrap();
        for (facet, id, expect) in [
            (Facet::Theme, "escape", Some(3)),
            (Facet::Theme, "montevideo", None),
            (Facet::Outcome, "untold", Some(3)),
            (Facet::Certainty, "declared-unknown", Some(2)),
            (Facet::Certainty, "declared unknown", None),
            (Facet::Certainty, "declared", None),
            (Facet::Film, "o-beijo", Some(2)),
            (Facet::Role, "robber", Some(1)),
            (Facet::Place, "montevideo", Some(2)),
            (Facet::Period, "1920s", Some(0)),
            (Facet::Country, "uruguay", Some(2)),
            (Facet::ContentNote, "torture", Some(1)),
            (Facet::RelationKind, "informs-on", Some(1)),
            (Facet::RelationKind, "", None),
        ] {
            assert_eq!(facet.value(corpus, id), expect, "{facet:?} {id}");
        }
    }

    #[test]
    fn broader_values_are_found_where_there_are_any() {
        let bytes = packed(&small());
        let corpus = open(&bytes).unwrap();
        for (facet, value, expect) in [
            (Facet::Theme, 2, Some(1)),
            (Facet::Theme, 0, None),
            (Facet::Theme, 6, None),
            (Facet::Place, 0, Some(1)),
            (Facet::Film, 1, None),
            (Facet::Certainty, 1, None),
        ] {
            assert_eq!(facet.broader(corpus, value), expect, "{facet:?} {value}");
        }
    }

    proptest! {
        #[test]
        fn every_value_has_an_id_and_no_other_number_has(corpus in corpora()) {
            let bytes = packed(&corpus);
            let opened = open(&bytes).unwrap();
            for facet in Facet::ALL {
                let length = values(&corpus, facet);
                prop_assert_eq!(facet.len(opened), length);
                for value in (0..).take(length) {
                    prop_assert_eq!(facet.value(opened, facet.value_id(opened, value)), Some(value));
                }
                for beyond in [u32::try_from(length).unwrap(), u32::MAX] {
                    prop_assert_eq!(facet.value_id(opened, beyond), "");
                    prop_assert_eq!(facet.broader(opened, beyond), None);
                }
            }
            for gallery in Gallery::ALL {
                let length = items(&corpus, gallery);
                prop_assert_eq!(gallery.len(opened), length);
                for item in 0..length {
                    let id = match gallery {
                        Gallery::Films => &corpus.films[item].id,
                        _ => &corpus.characters[item].id,
                    };
                    prop_assert_eq!(gallery.item_id(opened, u32::try_from(item).unwrap()), id);
                }
                prop_assert_eq!(gallery.item_id(opened, u32::try_from(length).unwrap()), "");
            }
        }
    }
}
