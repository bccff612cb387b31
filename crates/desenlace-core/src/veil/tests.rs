//! That nothing leaks: under the veil the answers are the same whatever becomes of anybody.

use super::Veil;
use crate::facet::{Facet, Gallery};
use crate::model::{Corpus, Fate, FilmId, Vocabulary};
use crate::pack::open;
use crate::packed;
use crate::query::{Answer, Query, answer};
use crate::sample::{Tape, corpus_from, indexed, packed, query_from, random_fate, small, tapes};
use crate::search::Field;
use crate::why::{Subject, Why, why};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

/// What a query under a veil gives, and why each item is there.
fn told(corpus: &packed::Corpus, gallery: Gallery, query: &Query) -> (Answer, Vec<Why>) {
    let answer = answer(corpus, gallery, query);
    let reasons = (0u32..).take(gallery.len(corpus)).map(|item| why(corpus, gallery, item, query));
    let reasons = reasons.collect();
    (answer, reasons)
}

/// The query that is asked in the small corpus, under the veil or not.
#[track_caller]
fn check(gallery: Gallery, facet: Facet, value: &str, text: &str, hidden: &[&str], shown: &[&str]) {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let mut query = Query { text: text.to_owned(), ..Query::default() };
    if !value.is_empty() {
        query.choice_mut(facet).include.push(facet.value(corpus, value).unwrap());
    }
    for (veil, expect) in [(Veil::over_all(), hidden), (Veil::default(), shown)] {
        query.veil = veil;
        let items = answer(corpus, gallery, &query).items;
        let ids: Vec<&str> = items.iter().map(|item| gallery.item_id(corpus, *item)).collect();
        assert_eq!(ids, expect, "{value} {text} {:?}", query.veil);
    }
}

#[test]
fn what_tells_an_ending_finds_nobody_under_the_veil() {
    let dead = ["nene", "angel", "santalo", "luis"];
    check(Gallery::Characters, Facet::Outcome, "dies", "", &[], &dead);
    check(Gallery::Characters, Facet::Certainty, "untold", "", &[], &["gang"]);
    check(Gallery::Characters, Facet::Role, "narrator", "", &[], &["irala", "luis"]);
    check(Gallery::Films, Facet::RelationKind, "informs-on", "", &[], &["o-beijo"]);
    check(Gallery::Films, Facet::Outcome, "killed", "", &[], &["plata-quemada", "o-beijo"]);
}

#[test]
fn what_tells_none_finds_the_same_under_the_veil() {
    let films = ["la-fuga", "o-beijo"];
    check(Gallery::Films, Facet::Theme, "prison", "", &films, &films);
    check(Gallery::Films, Facet::Country, "uruguay", "", &["plata-quemada"], &["plata-quemada"]);
    check(Gallery::Characters, Facet::Film, "la-fuga", "", &["irala", "santalo"], &["irala", "santalo"]);
    check(Gallery::Characters, Facet::Film, "", "gaucho", &["angel"], &["angel"]);
    check(Gallery::Fates, Facet::Film, "", "santaló", &["santalo"], &["santalo"]);
}

#[test]
fn a_film_is_told_as_soon_as_its_veil_is_lifted() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let mut query = Query { veil: Veil::over_all(), ..Query::default() };
    let dies = Facet::Outcome.value(corpus, "dies").unwrap();
    query.choice_mut(Facet::Outcome).include.push(dies);
    assert!(answer(corpus, Gallery::Films, &query).items.is_empty());
    query.veil.lift(FilmId(1));
    query.veil.lift(FilmId(1));
    let lifted = answer(corpus, Gallery::Films, &query);
    assert_eq!((lifted.items, lifted.counts[Facet::Outcome as usize][dies as usize]), (vec![1], 1));
    query.veil.lower(FilmId(1));
    assert!(answer(corpus, Gallery::Films, &query).items.is_empty());
}

/// Whether a text says nothing of how anybody ends.
fn may_be_read(gallery: Gallery, field: Field) -> bool {
    match field {
        Field::Term(vocabulary, _) => vocabulary == Vocabulary::Themes && gallery == Gallery::Films,
        field => !matches!(field, Field::Account | Field::Passage(_) | Field::Note),
    }
}

/// The same corpus with other fates.
fn with_other_fates(corpus: &Corpus, tape: &mut Tape) -> Corpus {
    let fates: Vec<Fate> = corpus.fates.iter().map(|_| random_fate(tape, corpus)).collect();
    indexed(Corpus { fates, ..corpus.clone() })
}

proptest! {
    /// Non-interference: what becomes of people has no influence on any answer about films and characters, nor on
    /// the reasons for it. The places of events are left out, which the plain index of these tests does not know.
    #[test]
    fn under_the_veil_answers_are_the_same_whatever_becomes_of_anybody(
        mut corpus in tapes(), mut other in tapes(), mut question in tapes()
    ) {
        let mut corpus = corpus_from(&mut corpus);
        corpus.events.iter_mut().for_each(|event| event.place = None);
        let corpus = indexed(corpus);
        let other = with_other_fates(&corpus, &mut other);
        let query = Query { veil: Veil::over_all(), ..query_from(&mut question, &corpus) };
        let (bytes, other_bytes) = (packed(&corpus), packed(&other));
        let (corpus, other) = (open(&bytes).unwrap(), open(&other_bytes).unwrap());
        for gallery in [Gallery::Films, Gallery::Characters] {
            prop_assert_eq!(told(corpus, gallery, &query), told(other, gallery, &query));
        }
    }

    #[test]
    fn under_the_veil_no_reason_is_a_fate_or_a_text_that_may_tell_one(
        mut corpus in tapes(), mut question in tapes()
    ) {
        let corpus = corpus_from(&mut corpus);
        let query = Query { veil: Veil::over_all(), ..query_from(&mut question, &corpus) };
        let bytes = packed(&corpus);
        let corpus = open(&bytes).unwrap();
        for gallery in Gallery::ALL {
            let (answer, reasons) = told(corpus, gallery, &query);
            for facet in [Facet::Outcome, Facet::Certainty, Facet::Role, Facet::RelationKind] {
                prop_assert!(answer.counts[facet as usize].iter().all(|count| *count == 0));
            }
            let mut claims = reasons.iter().flat_map(|why| &why.facets).flat_map(|because| &because.claims);
            prop_assert!(claims.all(|claim| !matches!(claim.subject, Subject::Fate(_))));
            let mut fields = reasons.iter().flat_map(|why| &why.texts).map(|mention| mention.field);
            prop_assert!(fields.all(|field| may_be_read(gallery, field)));
        }
    }

    #[test]
    fn a_veil_that_is_lifted_from_every_film_hides_nothing(mut corpus in tapes(), mut question in tapes()) {
        let corpus = corpus_from(&mut corpus);
        let query = query_from(&mut question, &corpus);
        let mut lifted = Query { veil: Veil::over_all(), ..query.clone() };
        (0u32..).take(corpus.films.len()).for_each(|film| lifted.veil.lift(FilmId(film)));
        let bytes = packed(&corpus);
        let corpus = open(&bytes).unwrap();
        for gallery in Gallery::ALL {
            prop_assert_eq!(told(corpus, gallery, &lifted), told(corpus, gallery, &query));
        }
    }
}
