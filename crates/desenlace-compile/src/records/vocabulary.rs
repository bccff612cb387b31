//! The files of `vocabularies/`: terms with names, synonyms and definitions, and what the terms of some
//! vocabularies have besides. All become one form, [`Term`].

use crate::decode::{At, Decode, Entries, Loaded, Ref, Text, TextLists, document, kind, record, words};
use crate::files::Files;
use crate::report::{Report, Spot};
use desenlace_core::model::{Coordinates, Mark, Vocabulary};

/// A term of any vocabulary.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) broader: Option<Ref<kind::Term>>,
    pub(crate) name: Text,
    pub(crate) synonyms: TextLists,
    pub(crate) definition: Text,
    pub(crate) extra: Extra,
}

/// What the terms of some vocabularies have besides.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extra {
    pub(crate) inverse: Option<Text>,
    pub(crate) plural: Option<Text>,
    pub(crate) inverse_plural: Option<Text>,
    pub(crate) mutual: bool,
    pub(crate) mark: Option<Mark>,
    pub(crate) kind: Option<&'static str>,
    pub(crate) coordinates: Option<Coordinates>,
}

/// The terms of a vocabulary, in the order of its file.
pub(crate) type Terms = Vec<(Ref<kind::Term>, Term)>;

/// The files of most vocabularies.
pub(crate) type PlainTerms = Entries<kind::Term, PlainTerm>;

/// The files of outcomes and conditions.
pub(crate) type MarkedTerms = Entries<kind::Term, MarkedTerm>;

/// The file of relation kinds.
pub(crate) type RelationKinds = Entries<kind::Term, RelationKind>;

/// The file of places.
pub(crate) type Places = Entries<kind::Term, Place>;

/// Where the file of a vocabulary is.
pub(crate) fn path(vocabulary: Vocabulary) -> String {
    format!("vocabularies/{}.toml", vocabulary.name())
}

/// Reads a vocabulary.
pub(crate) fn load(vocabulary: Vocabulary, files: &Files, report: &mut Report) -> Loaded<Terms> {
    match vocabulary {
        Vocabulary::RelationKinds => load_as::<RelationKind>(vocabulary, files, report),
        Vocabulary::Places => load_as::<Place>(vocabulary, files, report),
        Vocabulary::Outcomes | Vocabulary::Conditions => load_as::<MarkedTerm>(vocabulary, files, report),
        _ => load_as::<PlainTerm>(vocabulary, files, report),
    }
}

fn load_as<T: Decode + IntoTerm>(
    vocabulary: Vocabulary,
    files: &Files,
    report: &mut Report,
) -> Loaded<Terms> {
    let Loaded { value, damage, spot } = document::<Entries<kind::Term, T>>(&path(vocabulary), files, report);
    let terms = value.0.into_iter().map(|(id, term)| (id, term.into_term(report))).collect();
    Loaded { value: terms, damage, spot }
}

/// A record that is a term.
trait IntoTerm {
    fn into_term(self, report: &mut Report) -> Term;
}

/// Declares a kind of term: what all have, and what this one has besides.
macro_rules! terms {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident { $( $(#[doc = $field_doc:literal])* $field:ident: $type:ty, )* }
        |$this:ident, $report:ident| $extra:expr;
    )*) => {$(
        record! {
            $(#[doc = $doc])*
            $name {
                /// The term that contains this one, an id of the same file.
                broader: Option<Ref<kind::Term>>,
                /// The name.
                name: Text,
                /// What a visitor might type for it.
                synonyms: TextLists,
                /// What counts as this, and what does not.
                definition: Text,
                $( $(#[doc = $field_doc])* $field: $type, )*
            }
        }

        impl IntoTerm for $name {
            fn into_term(self, $report: &mut Report) -> Term {
                let $this = &self;
                let extra = $extra;
                let Self { broader, name, synonyms, definition, .. } = self;
                Term { broader, name, synonyms, definition, extra }
            }
        }
    )*};
}

terms! {
    /// A defined term.
    PlainTerm {}
    |_term, _report| Extra::default();

    /// What becomes of somebody, or a state on the way there.
    MarkedTerm {
        /// How a thread shows it.
        mark: At<Mark>,
        /// The name behind one that is plural: “die” for “dies”. The singular, if left out.
        plural: Option<Text>,
    }
    |term, _report| Extra { mark: term.mark.value, plural: term.plural.clone(), ..Extra::default() };

    /// What one character is to another: either mutual, or with a name for the other direction.
    RelationKind {
        /// The name as read from the other side: “is informed on by” for “informs on”.
        inverse: Option<Text>,
        /// The name behind one that is plural: “inform on” for “informs on”. The singular, if left out.
        plural: Option<Text>,
        /// The same for the inverse.
        inverse_plural: Option<Text>,
        /// Whether it reads the same from both sides.
        mutual: bool,
    }
    |term, report| {
        either_inverse_or_mutual(term, report);
        Extra {
            inverse: term.inverse.clone(),
            plural: term.plural.clone(),
            inverse_plural: term.inverse_plural.clone(),
            mutual: term.mutual,
            ..Extra::default()
        }
    };

    /// Where things happen.
    Place {
        /// What kind of place it is.
        kind: At<PlaceKind>,
        /// Degrees north, only for the few that are real points on a map.
        latitude: Option<At<f64>>,
        /// Degrees east, only for the few that are real points on a map.
        longitude: Option<At<f64>>,
    }
    |place, report| Extra {
        kind: place.kind.value.map(crate::decode::Words::word),
        coordinates: coordinates(place, report),
        ..Extra::default()
    };
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PlaceKind {
    Country,
    City,
    Building,
    Site,
    Street,
    Imagined,
}

words!(PlaceKind {
    Country = "country",
    City = "city",
    Building = "building",
    Site = "site",
    Street = "street",
    Imagined = "imagined",
});

words!(Mark { Knot = "knot", Open = "open", Bars = "bars", Fade = "fade", Dots = "dots", Split = "split" });

fn either_inverse_or_mutual(kind: &RelationKind, report: &mut Report) {
    match (&kind.inverse, kind.mutual) {
        (Some(_), true) => {
            let hint = "leave out “inverse”, or “mutual” if the two directions have different names";
            report.error(kind.spot, "a mutual relation reads the same from both sides", hint);
        }
        (None, false) => {
            let hint = "add inverse.en, inverse.es and inverse.pt, or mutual = true";
            report.error(kind.spot, "missing field “inverse”", hint);
        }
        _ => {}
    }
}

fn coordinates(place: &Place, report: &mut Report) -> Option<Coordinates> {
    let mut degrees = |field: &Option<At<f64>>, most: f64, name: &str| {
        let At { value, spot } = field.as_ref()?;
        if value.is_some_and(|value| value.abs() > most) {
            report.error(
                *spot,
                format!("“{name}” is out of range"),
                format!("degrees from -{most} to {most}"),
            );
        }
        *value
    };
    let latitude = degrees(&place.latitude, 90.0, "latitude");
    let longitude = degrees(&place.longitude, 180.0, "longitude");
    let lonely: Option<(Spot, &str)> = match (&place.latitude, &place.longitude) {
        (Some(latitude), None) => Some((latitude.spot, "longitude")),
        (None, Some(longitude)) => Some((longitude.spot, "latitude")),
        _ => None,
    };
    if let Some((spot, missing)) = lonely {
        report.error(
            spot,
            format!("missing field “{missing}”"),
            "a point on a map has latitude and longitude",
        );
    }
    Some(Coordinates { latitude: latitude?, longitude: longitude? })
}
