//! Why an item is among the answers: for each chosen value, the claims by which the item has it, with their passages;
//! for each word, the texts that have it. It follows the same ties as the index that the compiler derives, and does
//! not know how reasons are shown.

mod mention;

pub use mention::{Mention, excerpt, mentions};

use crate::cross_reference as cross;
use crate::facet::{Facet, Gallery};
use crate::model::{CharacterId, EventId, FilmId, Part, PassageId, SpanTarget, TermId, Weight};
use crate::packed::{self, Character, Corpus, Fate, Film, ThemeEvidence};
use crate::query::Query;
use crate::search::Terms;
use crate::veil::{Veil, tells};

/// Why an item is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// For each included value that the item has, in the order of the facets.
    pub facets: Vec<Because>,
    /// The texts that have any of the words, those that mean most first.
    pub texts: Vec<Mention>,
}

/// By what an item has a chosen value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The facet.
    pub facet: Facet,
    /// The chosen value.
    pub value: u32,
    /// The claims, at least one.
    pub claims: Vec<Claim>,
}

/// A claim by which an item has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What the claim is made of.
    pub subject: Subject,
    /// The value that is claimed: the chosen one, or one that it contains.
    pub value: u32,
    /// The evidence, ascending; none for facts from outside the story.
    pub passages: Vec<PassageId>,
}

/// What a claim is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The film itself.
    Film(FilmId),
    /// A character.
    Character(CharacterId),
    /// What becomes of a character.
    Fate(CharacterId),
    /// A relation, by its position in the corpus.
    Relation(u32),
    /// An event.
    Event(EventId),
    /// A passage that names it.
    Passage(PassageId),
}

/// Why an item of a gallery is an answer to a query. What does not apply is left out: nothing is said of a number
/// that is no item, or of a value that the item does not have.
#[must_use]
pub fn why(corpus: &Corpus, gallery: Gallery, item: u32, query: &Query) -> Why {
    let mut because = Vec::new();
    for facet in Facet::ALL {
        for &value in &query.choice(facet).include {
            let claims = told_claims(corpus, gallery, item, facet, value, &query.veil);
            if !claims.is_empty() {
                because.push(Because { facet, value, claims });
            }
        }
    }
    let terms = Terms::of(corpus, gallery, &query.text);
    Why { facets: because, texts: mentions(corpus, gallery, item, &terms, query) }
}

/// The claims by which an item of a gallery has a value, or one that it contains.
#[must_use]
pub fn claims(corpus: &Corpus, gallery: Gallery, item: u32, facet: Facet, value: u32) -> Vec<Claim> {
    let mut collected = Claims { corpus, facet, value, claims: Vec::new() };
    match gallery {
        Gallery::Films => collected.film(FilmId(item)),
        Gallery::Characters | Gallery::Fates => collected.person(CharacterId(item), gallery),
    }
    collected.claims
}

/// The same, without those that the veil hides.
#[must_use]
pub fn told_claims(
    corpus: &Corpus,
    gallery: Gallery,
    item: u32,
    facet: Facet,
    value: u32,
    veil: &Veil,
) -> Vec<Claim> {
    let mut claims = claims(corpus, gallery, item, facet, value);
    if veil.hides_item(corpus, gallery, item) {
        claims.retain(|claim| !tells(facet, claim.subject));
    }
    claims
}

/// The claims by which an item has a value.
struct Claims<'c> {
    corpus: &'c Corpus,
    facet: Facet,
    value: u32,
    claims: Vec<Claim>,
}

impl Claims<'_> {
    fn film(&mut self, number: FilmId) {
        let corpus = self.corpus;
        let Some(film) = corpus.films.get(number.index()) else { return };
        for tie in film.themes.iter().filter(|tie| tie.weight != Weight::Absent) {
            self.term(Facet::Theme, tie.theme, Subject::Film(number), &mut tie.passages.iter());
        }
        self.value(Facet::Film, number.0, Subject::Film(number), &[]);
        for place in film.places.iter() {
            self.term(Facet::Place, place, Subject::Film(number), &mut std::iter::empty());
        }
        for tie in film.content_notes.iter() {
            self.term(Facet::ContentNote, tie.topic, Subject::Film(number), &mut tie.passages.iter());
        }
        self.setting(number, &film);
        if self.facet == Facet::Place {
            self.named_places(number);
            self.events(|event| event.film.get() == number);
        }
        for (id, character, fate) in cross::cast_of(corpus, number) {
            self.properties(id, character, fate);
        }
    }

    fn person(&mut self, number: CharacterId, gallery: Gallery) {
        let corpus = self.corpus;
        let Some(character) = corpus.characters.get(number.index()) else { return };
        let Some(fate) = corpus.fates.get(number.index()) else { return };
        if gallery == Gallery::Characters {
            self.themes(&character.themes, Subject::Character(number));
        }
        self.themes(&fate.themes, Subject::Fate(number));
        let id = character.film.get();
        self.value(Facet::Film, id.0, Subject::Film(id), &[]);
        self.properties(number, character, fate);
        if self.facet == Facet::Place {
            self.events(|event| {
                let mut parts = event.participants.iter();
                parts.any(|one| one.character.get() == number && one.part.get() != Part::Absent)
            });
        }
        let Some(film) = corpus.films.get(id.index()) else { return };
        self.setting(id, &film);
        if self.facet == Facet::ContentNote {
            for tie in film.content_notes.iter() {
                let shared: Vec<PassageId> =
                    tie.passages.iter().filter(|at| appears(character, *at)).collect();
                if !shared.is_empty() && self.is_within(tie.topic) {
                    let (subject, value) = (Subject::Character(number), tie.topic.0);
                    self.claims.push(Claim { subject, value, passages: shared });
                }
            }
        }
    }

    /// The places that the passages of a film name.
    fn named_places(&mut self, film: FilmId) {
        for (passage, told) in cross::passages_of(self.corpus, film) {
            let spans = told.texts.into_iter().flat_map(|text| text.spans.iter());
            let mut places = spans.filter_map(|span| match span.target {
                SpanTarget::Place(place) => Some(place),
                SpanTarget::Character(_) | SpanTarget::Emphasis => None,
            });
            if let Some(place) = places.find(|place| self.is_within(*place)) {
                let subject = Subject::Passage(passage);
                self.claims.push(Claim { subject, value: place.0, passages: vec![passage] });
            }
        }
    }

    /// What a character brings to itself, to its fate and to its film alike.
    fn properties(&mut self, id: CharacterId, character: &Character, fate: &Fate) {
        for role in character.roles.iter() {
            self.term(Facet::Role, role.get(), Subject::Character(id), &mut numbers(&character.passages));
        }
        self.term(Facet::Outcome, fate.outcome.get(), Subject::Fate(id), &mut numbers(&fate.passages));
        self.value(Facet::Certainty, fate.certainty.get() as u32, Subject::Fate(id), &fate.passages);
        for place in &fate.place {
            self.term(Facet::Place, place.place.get(), Subject::Fate(id), &mut numbers(&fate.passages));
        }
        if self.facet == Facet::RelationKind {
            self.relations(id);
        }
    }

    fn relations(&mut self, id: CharacterId) {
        for (at, relation) in (0..).zip(self.corpus.relations.iter()) {
            let subject = Subject::Relation(at);
            // Both ends may belong to one film.
            let is_new = self.claims.iter().all(|claim| claim.subject != subject);
            if is_new && (relation.from.get() == id || relation.to.get() == id) {
                self.term(
                    Facet::RelationKind,
                    relation.kind.get(),
                    subject,
                    &mut numbers(&relation.passages),
                );
            }
        }
    }

    /// When a film is set and where it was made.
    fn setting(&mut self, number: FilmId, film: &Film<'_>) {
        for period in film.periods.iter() {
            self.term(Facet::Period, period, Subject::Film(number), &mut std::iter::empty());
        }
        for country in film.countries.iter() {
            self.term(Facet::Country, country, Subject::Film(number), &mut std::iter::empty());
        }
    }

    fn themes(&mut self, ties: &[ThemeEvidence], subject: Subject) {
        for tie in ties {
            self.term(Facet::Theme, tie.theme.get(), subject, &mut numbers(&tie.passages));
        }
    }

    /// The places of some events.
    fn events(&mut self, wanted: impl Fn(&packed::Event) -> bool) {
        let events = (0..).map(EventId).zip(self.corpus.events.iter());
        for (id, event) in events.filter(|(_, event)| wanted(event)) {
            for place in &event.place {
                self.term(Facet::Place, place.get(), Subject::Event(id), &mut numbers(&event.passages));
            }
        }
    }

    /// A claim of a term, if it is the chosen one or narrower.
    fn term(
        &mut self,
        facet: Facet,
        term: TermId,
        subject: Subject,
        passages: &mut dyn Iterator<Item = PassageId>,
    ) {
        if facet == self.facet && self.is_within(term) {
            self.claims.push(Claim { subject, value: term.0, passages: passages.collect() });
        }
    }

    /// A claim of a value that is no term.
    fn value(&mut self, facet: Facet, value: u32, subject: Subject, passages: &[packed::PassageId]) {
        if facet == self.facet && value == self.value {
            let passages = numbers(passages).collect();
            self.claims.push(Claim { subject, value, passages });
        }
    }

    fn is_within(&self, term: TermId) -> bool {
        self.facet
            .vocabulary()
            .is_some_and(|vocabulary| cross::is_within(self.corpus, vocabulary, term, TermId(self.value)))
    }
}

/// The numbers of a packed list of passages.
fn numbers(passages: &[packed::PassageId]) -> impl Iterator<Item = PassageId> + '_ {
    passages.iter().map(packed::PassageId::get)
}

/// Whether a character appears in a passage or is meant there.
fn appears(character: &Character, passage: PassageId) -> bool {
    character.passages.binary_search_by_key(&passage, packed::PassageId::get).is_ok()
}
