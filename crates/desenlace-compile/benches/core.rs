//! What the core's answers cost natively: opening, facets, search, suggestions and cross-references, on the films of
//! this repository and on bulk corpora. `cargo xtask bench --only native` runs it and makes the bulk corpora; `cargo
//! bench --package desenlace-compile` alone measures the few films only. It compares with nothing.

#![allow(clippy::unwrap_used, reason = "without a corpus there is nothing to measure")]

use desenlace_core::cross_reference::{self, pattern};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{CharacterId, Language, TermId, Vocabulary};
use desenlace_core::pack;
use desenlace_core::packed::Corpus;
use desenlace_core::query::{self, Query};
use desenlace_core::search::suggest;
use desenlace_core::veil::Veil;
use divan::{Bencher, black_box};
use rkyv::util::AlignedVec;
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The folder with `films.pack` and `people.pack`, bulk corpora without and with characters.
const BULK: &str = "DESENLACE_BENCH_PACKS";

fn main() {
    divan::main();
}

/// A corpus and the pack that it lies in.
#[derive(Clone, Copy)]
struct Subject {
    name: &'static str,
    bytes: &'static [u8],
    corpus: &'static Corpus,
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, {} films", self.name, self.corpus.films.len())
    }
}

impl Subject {
    fn new(name: &'static str, pack: &[u8]) -> Self {
        let mut aligned = AlignedVec::<{ pack::ALIGNMENT }>::with_capacity(pack.len());
        aligned.extend_from_slice(pack);
        let bytes: &'static [u8] = Box::leak(Box::new(aligned));
        Self { name, bytes, corpus: pack::open(bytes).unwrap() }
    }
}

/// This repository's corpus, then the bulk corpora, if they were made.
fn subjects() -> &'static [Subject] {
    static SUBJECTS: OnceLock<Vec<Subject>> = OnceLock::new();
    SUBJECTS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
        let own = desenlace_compile::compile_directory(&root).unwrap().pack().unwrap();
        let mut subjects = vec![Subject::new("own", &own)];
        if let Some(folder) = std::env::var_os(BULK) {
            for (name, file) in [("bulk", "films.pack"), ("bulk with people", "people.pack")] {
                subjects.push(Subject::new(name, &fs::read(Path::new(&folder).join(file)).unwrap()));
            }
        }
        subjects
    })
}

/// A corpus and what is asked of it.
struct Asked {
    subject: Subject,
    text: &'static str,
}

impl fmt::Display for Asked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.subject, self.text)
    }
}

/// A beginning, a word, two words, a typing mistake, two of them, a phrase, and a word left out.
fn asked() -> impl Iterator<Item = Asked> {
    const TEXTS: [&str; 7] =
        ["p", "prison", "prison esc", "prisn", "prisn excape", "\"the prison\"", "prison -war"];
    subjects().iter().flat_map(|subject| TEXTS.map(|text| Asked { subject: *subject, text }))
}

#[divan::bench(args = subjects())]
fn open(bencher: Bencher<'_, '_>, subject: &Subject) {
    bencher.bench(|| pack::open(black_box(subject.bytes)).map(|corpus| corpus.films.len()));
}

#[divan::bench(args = subjects())]
fn facets_with_nothing_ticked(bencher: Bencher<'_, '_>, subject: &Subject) {
    bencher.bench(|| query::answer(subject.corpus, Gallery::Films, black_box(&Query::default())));
}

#[divan::bench(args = subjects())]
fn facets_with_two_themes_and_one_excluded(bencher: Bencher<'_, '_>, subject: &Subject) {
    let mut query = Query::default();
    let choice = query.choice_mut(Facet::Theme);
    choice.include_value(1);
    choice.include_value(2);
    choice.exclude_value(3);
    bencher.bench(|| query::answer(subject.corpus, Gallery::Films, black_box(&query)));
}

#[divan::bench(args = asked())]
fn search(bencher: Bencher<'_, '_>, asked: &Asked) {
    let query = Query { text: asked.text.to_owned(), ..Query::default() };
    bencher.bench(|| query::answer(asked.subject.corpus, Gallery::Films, black_box(&query)));
}

#[divan::bench(args = subjects())]
fn suggestions(bencher: Bencher<'_, '_>, subject: &Subject) {
    bencher.bench(|| suggest(subject.corpus, black_box("pris"), Language::En, &Veil::default()));
}

#[divan::bench(args = with_characters())]
fn kindred_characters(bencher: Bencher<'_, '_>, subject: &Subject) {
    bencher.bench(|| cross_reference::kindred(subject.corpus, black_box(CharacterId(0)), 12));
}

#[divan::bench(args = with_characters())]
fn kindred_fates(bencher: Bencher<'_, '_>, subject: &Subject) {
    bencher.bench(|| cross_reference::kindred_fates(subject.corpus, black_box(CharacterId(0)), 12));
}

#[divan::bench(args = with_characters())]
fn pattern_of_outcome_and_theme(bencher: Bencher<'_, '_>, subject: &Subject) {
    let pattern = pattern::Pattern { outcome: Some(TermId(0)), theme: Some(TermId(0)), ..Default::default() };
    bencher.bench(|| pattern::answer(subject.corpus, black_box(&pattern)));
}

#[divan::bench(args = subjects())]
fn themes_that_go_together(bencher: Bencher<'_, '_>, subject: &Subject) {
    let themes = subject.corpus.terms(Vocabulary::Themes).len() as u32;
    bencher.bench(|| cross_reference::theme_co_occurrence(subject.corpus, black_box(TermId(themes / 2))));
}

/// The corpora of which people are told.
fn with_characters() -> impl Iterator<Item = &'static Subject> {
    subjects().iter().filter(|subject| !subject.corpus.characters.is_empty())
}
