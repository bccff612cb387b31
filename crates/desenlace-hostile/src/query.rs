//! Any text and any choice of facet values, asked of a corpus that has one of everything: always an answer, whose parts
//! fit together.

use crate::given::smallest_corpus;
use crate::read;
use arbitrary::Arbitrary;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::Language;
use desenlace_core::query::{Choice, Query, answer};
use desenlace_core::search::{Terms, snippet, suggest};
use desenlace_core::veil::Veil;
use desenlace_core::why::why;
use std::hint::black_box;

#[derive(Arbitrary, Debug)]
struct Asked<'a> {
    text: &'a str,
    gallery: u8,
    language: Option<u8>,
    choices: Vec<Chosen>,
}

#[derive(Arbitrary, Debug)]
struct Chosen {
    facet: u8,
    value: u32,
    /// Whether the value is taken as one that there is.
    known: bool,
    exclude: bool,
    all: bool,
}

/// Asks a question.
///
/// # Panics
/// If the parts of the answer do not fit together.
pub fn query(bytes: &[u8]) {
    let Some(asked) = read::<Asked<'_>>(bytes) else { return };
    let corpus = smallest_corpus();
    let gallery = Gallery::ALL[usize::from(asked.gallery) % Gallery::COUNT];
    let language = |number: u8| Language::ALL[usize::from(number) % Language::ALL.len()];
    let mut query =
        Query { text: asked.text.into(), language: asked.language.map(language), ..Query::default() };
    for chosen in asked.choices.iter().take(64) {
        let facet = Facet::ALL[usize::from(chosen.facet) % Facet::COUNT];
        let values = u32::try_from(facet.len(corpus)).unwrap_or(u32::MAX).max(1);
        let value = if chosen.known { chosen.value % values } else { chosen.value };
        let choice: &mut Choice = query.choice_mut(facet);
        choice.all = chosen.all;
        if chosen.exclude { choice.exclude_value(value) } else { choice.include_value(value) }
    }
    let answer = answer(corpus, gallery, &query);
    let mut items = answer.items.clone();
    items.sort_unstable();
    items.dedup();
    assert_eq!(items.len(), answer.items.len(), "no item twice");
    assert!(items.iter().all(|item| (*item as usize) < gallery.len(corpus)));
    for facet in Facet::ALL {
        assert_eq!(answer.counts[facet as usize].len(), facet.len(corpus), "every value has a count");
    }
    for item in answer.items.iter().take(3) {
        black_box(why(corpus, gallery, *item, &query));
    }
    let terms = Terms::of(corpus, gallery, asked.text);
    if let Some(found) = snippet(asked.text, &terms, 80) {
        assert!(asked.text.get(found.range).is_some());
        assert!(found.highlights.into_iter().all(|range| asked.text.get(range).is_some()));
    }
    black_box(suggest(corpus, asked.text, language(asked.language.unwrap_or_default()), &Veil::default()));
}
