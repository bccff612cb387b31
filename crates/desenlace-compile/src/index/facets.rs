//! The items that have each value of each facet. A broader value has the items of its narrower ones.

use super::{count, with_broader};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{
    Certainty, CharacterId, Corpus, Event, FacetPostings, FilmId, Part, Passage, PassageId, Relation,
    SpanTarget, TermId, ThemeEvidence, Weight,
};
use std::collections::BTreeSet;

/// The postings of a gallery, for each facet at its position.
pub(super) fn facets(corpus: &Corpus, gallery: Gallery) -> [FacetPostings; Facet::COUNT] {
    let facets = Facet::ALL.map(|facet| empty(corpus, facet));
    let mut postings = Postings { corpus, owned: &Owned::of(corpus), item: 0, facets };
    for item in 0..count(corpus, gallery) {
        postings.item = item;
        match gallery {
            Gallery::Films => postings.film(FilmId(item)),
            Gallery::Characters => postings.character(CharacterId(item)),
            Gallery::Fates => postings.fate(CharacterId(item)),
        }
    }
    postings.facets.map(|values| FacetPostings {
        values: values.into_iter().map(|items| items.into_iter().collect()).collect(),
    })
}

/// The items of each value of a facet.
type Values = Vec<BTreeSet<u32>>;

fn empty(corpus: &Corpus, facet: Facet) -> Values {
    let values = match facet.vocabulary() {
        Some(vocabulary) => corpus.vocabularies[vocabulary as usize].len(),
        // Which film an item is of, the item says itself.
        None if facet == Facet::Film => 0,
        None => Certainty::ALL.len(),
    };
    vec![BTreeSet::new(); values]
}

/// What belongs to each film and to each character, gathered once, so that the work grows with the corpus and
/// not with its square.
struct Owned<'a> {
    passages: Vec<Vec<&'a Passage>>,
    events: Vec<Vec<&'a Event>>,
    cast: Vec<Vec<CharacterId>>,
    /// The events that a character takes part in, being there.
    lived: Vec<Vec<&'a Event>>,
    relations: Vec<Vec<&'a Relation>>,
}

impl<'a> Owned<'a> {
    fn of(corpus: &'a Corpus) -> Self {
        let (films, people) = (corpus.films.len(), corpus.characters.len());
        let cast = (0..people).map(CharacterId::from_index).zip(&corpus.characters);
        let lived = corpus.events.iter().flat_map(|event| {
            let present = event.participants.iter().filter(|participant| participant.part != Part::Absent);
            present.map(move |participant| (participant.character.index(), event))
        });
        let ends = corpus
            .relations
            .iter()
            .flat_map(|relation| [(relation.from.index(), relation), (relation.to.index(), relation)]);
        Self {
            passages: grouped(films, corpus.passages.iter().map(|passage| (passage.film.index(), passage))),
            events: grouped(films, corpus.events.iter().map(|event| (event.film.index(), event))),
            cast: grouped(films, cast.map(|(number, character)| (character.film.index(), number))),
            lived: grouped(people, lived),
            relations: grouped(people, ends),
        }
    }
}

/// Things by whose they are.
fn grouped<T>(owners: usize, things: impl Iterator<Item = (usize, T)>) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = (0..owners).map(|_| Vec::new()).collect();
    for (owner, thing) in things {
        if let Some(group) = groups.get_mut(owner) {
            group.push(thing);
        }
    }
    groups
}

struct Postings<'a> {
    corpus: &'a Corpus,
    owned: &'a Owned<'a>,
    /// The item at hand.
    item: u32,
    facets: [Values; Facet::COUNT],
}

impl Postings<'_> {
    fn film(&mut self, number: FilmId) {
        let corpus = self.corpus;
        let Some(film) = corpus.films.get(number.index()) else { return };
        let present = film.themes.iter().filter(|tie| tie.weight != Weight::Absent);
        self.terms(Facet::Theme, present.map(|tie| tie.theme));
        self.terms(Facet::Place, film.places.iter().copied());
        self.terms(Facet::ContentNote, film.content_notes.iter().map(|tie| tie.topic));
        self.setting(number);
        let owned = self.owned;
        for passage in &owned.passages[number.index()] {
            let spans = passage.texts.iter().flat_map(|text| &text.spans);
            let places = spans.filter_map(|span| match span.target {
                SpanTarget::Place(place) => Some(place),
                SpanTarget::Character(_) | SpanTarget::Emphasis => None,
            });
            self.terms(Facet::Place, places);
        }
        owned.events[number.index()].iter().for_each(|event| self.terms(Facet::Place, event.place));
        owned.cast[number.index()].iter().for_each(|character| self.person(*character));
    }

    fn character(&mut self, number: CharacterId) {
        let corpus = self.corpus;
        let Some(character) = corpus.characters.get(number.index()) else { return };
        self.themes(&character.themes);
        self.fate(number);
    }

    fn fate(&mut self, number: CharacterId) {
        let corpus = self.corpus;
        let Some(character) = corpus.characters.get(number.index()) else { return };
        let Some(fate) = corpus.fates.get(number.index()) else { return };
        self.themes(&fate.themes);
        self.setting(character.film);
        self.person(number);
        let owned = self.owned;
        owned.lived[number.index()].iter().for_each(|event| self.terms(Facet::Place, event.place));
        let film = corpus.films.get(character.film.index());
        for tie in film.into_iter().flat_map(|film| &film.content_notes) {
            if tie.passages.iter().any(|passage| contains(&character.passages, *passage)) {
                self.terms(Facet::ContentNote, [tie.topic]);
            }
        }
    }

    /// What a character brings to itself, to its fate and to its film alike.
    fn person(&mut self, number: CharacterId) {
        let corpus = self.corpus;
        let Some(character) = corpus.characters.get(number.index()) else { return };
        let Some(fate) = corpus.fates.get(number.index()) else { return };
        self.terms(Facet::Role, character.roles.iter().copied());
        self.terms(Facet::Outcome, [fate.outcome]);
        self.value(Facet::Certainty, fate.certainty as usize);
        self.terms(Facet::Place, fate.place.map(|place| place.place));
        let own = self.owned.relations[number.index()].iter();
        self.terms(Facet::RelationKind, own.map(|relation| relation.kind));
    }

    /// When a film is set and where it was made.
    fn setting(&mut self, number: FilmId) {
        let corpus = self.corpus;
        let Some(film) = corpus.films.get(number.index()) else { return };
        self.terms(Facet::Period, film.periods.iter().copied());
        self.terms(Facet::Country, film.countries.iter().copied());
    }

    fn themes(&mut self, themes: &[ThemeEvidence]) {
        self.terms(Facet::Theme, themes.iter().map(|tie| tie.theme));
    }

    /// Gives the item at hand some terms, and whatever is broader.
    fn terms(&mut self, facet: Facet, terms: impl IntoIterator<Item = TermId>) {
        let Some(vocabulary) = facet.vocabulary() else { return };
        for term in terms {
            for (broader, _) in with_broader(self.corpus, vocabulary, term) {
                self.value(facet, broader.index());
            }
        }
    }

    /// Gives the item at hand a value.
    fn value(&mut self, facet: Facet, value: usize) {
        if let Some(items) = self.facets[facet as usize].get_mut(value) {
            items.insert(self.item);
        }
    }
}

/// Whether a passage is among some, which ascend.
fn contains(passages: &[PassageId], passage: PassageId) -> bool {
    passages.binary_search(&passage).is_ok()
}
