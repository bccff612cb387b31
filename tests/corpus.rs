//! What must hold for the three films, whoever edits them: nothing missing, nothing claimed beyond the
//! synopses, nothing copied from them. The numbers are those of the sentence-by-sentence inventory of the
//! synopses that the corpus was written from.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use desenlace_compile::{Compiled, compile_directory, open_data};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::fold;
use desenlace_core::model::{Certainty, CharacterId, Corpus, Language, Order, TermId, Vocabulary};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| compile_directory(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap());

fn corpus() -> &'static Corpus {
    match &COMPILED.corpus {
        Some(corpus) => corpus,
        None => panic!("the corpus has mistakes:\n{}", diagnostics()),
    }
}

fn diagnostics() -> String {
    COMPILED.diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

fn terms(vocabulary: Vocabulary) -> &'static [desenlace_core::model::Term] {
    &corpus().vocabularies[vocabulary as usize]
}

fn term(vocabulary: Vocabulary, id: &str) -> TermId {
    let position = terms(vocabulary).iter().position(|term| term.id == id);
    TermId::from_index(position.unwrap_or_else(|| panic!("{} has no term {id}", vocabulary.name())))
}

/// The number of things of each film.
fn by_film<T>(things: &[T], film: impl Fn(&T) -> usize) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(corpus().films[film(thing)].id.as_str()).or_default() += 1;
    }
    counts
}

const FILMS: [(&str, &str); 3] =
    [("plata-quemada", "A"), ("la-fuga", "B"), ("o-beijo-da-mulher-aranha", "C")];

fn counts(a: usize, b: usize, c: usize) -> BTreeMap<&'static str, usize> {
    FILMS.into_iter().map(|(film, _)| film).zip([a, b, c]).collect()
}

#[test]
fn the_check_is_clean() {
    assert_eq!(diagnostics(), "");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let again = compile_directory(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap();
    assert!(COMPILED.pack() == again.pack());
}

#[test]
fn all_sentences_are_covered() {
    let mut covered: BTreeSet<(&str, u32)> = BTreeSet::new();
    for passage in &corpus().passages {
        let film = &corpus().films[passage.film.index()];
        covered.extend(passage.sentences.iter().map(|sentence| (film.id.as_str(), *sentence)));
    }
    let expected = FILMS
        .into_iter()
        .zip([34, 30, 16])
        .flat_map(|((film, _), count)| (1..=count).map(move |each| (film, each)));
    let expected: BTreeSet<_> = expected.collect();
    assert_eq!(expected.len(), 80);
    assert_eq!(covered, expected);
}

#[test]
fn everything_in_the_inventory_is_here() {
    let corpus = corpus();
    let (groups, individuals): (Vec<_>, Vec<_>) =
        corpus.characters.iter().partition(|character| character.group);
    assert_eq!(by_film(&individuals, |character| character.film.index()), counts(11, 21, 6));
    assert_eq!(by_film(&groups, |character| character.film.index()), counts(7, 7, 6));
    assert_eq!(by_film(&corpus.events, |event| event.film.index()), counts(37, 39, 18));
    assert_eq!((individuals.len(), groups.len()), (38, 20));
    assert_eq!((corpus.events.len(), corpus.parallels.len()), (94, 35));
}

#[test]
fn a_plural_name_has_its_verbs_in_the_plural() {
    let corpus = corpus();
    for language in Language::ALL {
        for character in &corpus.characters {
            let (name, plural) = (character.name.get(language), character.plural[language as usize]);
            assert!(character.group || !plural, "{name} is one person");
            let articles = match language {
                Language::En => continue,
                Language::Es => ["los ", "las "],
                Language::Pt => ["os ", "as "],
            };
            assert_eq!(plural, articles.iter().any(|article| name.starts_with(article)), "{name}");
        }
        let is_plural = |who: CharacterId| corpus.characters[who.index()].plural[language as usize];
        let name = |who: CharacterId| corpus.characters[who.index()].name.get(language);
        for relation in &corpus.relations {
            let kind = &terms(Vocabulary::RelationKinds)[relation.kind.index()];
            let inverse = if kind.mutual { &kind.plural } else { &kind.inverse_plural };
            for (who, plural) in [(relation.from, &kind.plural), (relation.to, inverse)] {
                assert!(!is_plural(who) || plural.is_some(), "{} stands behind {}", kind.id, name(who));
            }
        }
        for (who, fate) in (0..).map(CharacterId).zip(&corpus.fates) {
            let outcome = &terms(Vocabulary::Outcomes)[fate.outcome.index()];
            // These speak of the telling, not of those whose fate it is.
            let needs_none = ["untold", "declared-unknown", "divided"].contains(&&*outcome.id);
            let agrees = needs_none || outcome.plural.is_some();
            assert!(!is_plural(who) || agrees, "{} stands behind {}", outcome.id, name(who));
        }
    }
}

#[test]
fn every_row_of_the_inventory_is_here_once() {
    let keys = |prefix: &str, count: usize, width: usize| -> BTreeSet<String> {
        (1..=count).map(|number| format!("{prefix}{number:0width$}")).collect()
    };
    let corpus = corpus();
    let characters: BTreeSet<String> =
        corpus.characters.iter().map(|character| character.key.clone()).collect();
    let expected = [
        keys("A", 11, 2),
        keys("AG", 7, 1),
        keys("B", 21, 2),
        keys("BG", 7, 1),
        keys("C", 6, 2),
        keys("CG", 6, 1),
    ];
    assert_eq!(characters, expected.into_iter().flatten().collect());
    let parallels: BTreeSet<String> = corpus.parallels.iter().map(|parallel| parallel.key.clone()).collect();
    assert_eq!(parallels, keys("X", 35, 1));
}

#[test]
fn events_stand_in_the_order_of_telling() {
    for ((film, letter), count) in FILMS.into_iter().zip([37, 39, 18]) {
        let events = corpus().events.iter().filter(|event| corpus().films[event.film.index()].id == film);
        let keys: Vec<&str> = events.map(|event| event.key.as_str()).collect();
        let mut expected: Vec<String> = (1..=count).map(|number| format!("{letter}{number}")).collect();
        if letter == "C" {
            expected.swap(8, 9); // the release is told before the farewell that came before it
        }
        assert_eq!(keys, expected);
    }
}

#[test]
fn what_is_told_back_or_revealed_is_marked() {
    let other = corpus().events.iter().filter(|event| event.order != Order::Told);
    let keys: BTreeSet<&str> = other.map(|event| event.key.as_str()).collect();
    let expected = "A8 A9 A14 A22 B7 B8 B9 B15 B16 B17 B18 B19 B22 B24 B25 B26 B31 B32 B33 C9 C16";
    assert_eq!(keys, expected.split(' ').collect());
}

/// Whether an event comes, as far as anything is claimed, after another or happens inside it.
fn follows(event: usize, other: usize) -> bool {
    let events = &corpus().events;
    let mut open = vec![event];
    let mut seen = BTreeSet::new();
    while let Some(current) = open.pop() {
        for earlier in events[current].after.iter().chain(&events[current].during) {
            if earlier.index() == other {
                return true;
            }
            if seen.insert(earlier.index()) {
                open.push(earlier.index());
            }
        }
    }
    false
}

#[test]
fn no_order_is_invented_between_the_threads_of_la_fuga() {
    let before = ["B7 B8 B9", "B16 B17 B18 B19 B22", "B24 B25 B26", "B31"];
    let after =
        ["B4 B5 B6", "B10 B11 B12 B13 B14", "B21 B23", "B27 B28 B29 B30", "B34 B35", "B36 B37 B38 B39"];
    let event = |key: &str| corpus().events.iter().position(|event| event.key == key).unwrap();
    for threads in [&before[..], &after[..]] {
        for (one, other) in threads.iter().flat_map(|one| threads.iter().map(move |other| (one, other))) {
            if one == other {
                continue;
            }
            for (event_key, other_key) in
                one.split(' ').flat_map(|one| other.split(' ').map(move |other| (one, other)))
            {
                assert!(!follows(event(event_key), event(other_key)), "{event_key} is put after {other_key}");
            }
        }
    }
}

#[test]
fn fates_tally_with_the_inventory() {
    let corpus = corpus();
    let dies = term(Vocabulary::Outcomes, "dies");
    let outcomes = terms(Vocabulary::Outcomes);
    let mut tally: BTreeMap<String, usize> = BTreeMap::new();
    for (character, fate) in
        corpus.characters.iter().zip(&corpus.fates).filter(|(character, _)| !character.group)
    {
        let deadly = fate.outcome == dies || outcomes[fate.outcome.index()].broader == Some(dies);
        let outcome = if deadly { "death" } else { &outcomes[fate.outcome.index()].id };
        let certainty = fate.certainty.word();
        let name = if outcome == certainty { outcome.to_owned() } else { format!("{outcome}, {certainty}") };
        *tally.entry(name).or_default() += 1;
        assert!(fate.certainty != Certainty::Untold || !deadly, "{}", character.id);
    }
    let expected = [
        ("death, stated", 11),
        ("death, implied", 6),
        ("captured, stated", 1),
        ("coerced, stated", 1),
        ("goes-free, stated", 1),
        ("declared-unknown", 2),
        ("captive, stated", 1),
        ("untold", 15),
    ];
    assert_eq!(tally, expected.into_iter().map(|(name, count)| (name.to_owned(), count)).collect());
}

#[test]
fn what_is_not_told_is_not_survival() {
    let lives = term(Vocabulary::Outcomes, "lives");
    for id in ["untold", "declared-unknown", "captured", "coerced"] {
        let outcome = &terms(Vocabulary::Outcomes)[term(Vocabulary::Outcomes, id).index()];
        assert_ne!(outcome.broader, Some(lives), "{id}");
    }
}

#[test]
fn themes_leave_the_films_that_have_them() {
    let films = &corpus().index.galleries[Gallery::Films as usize].facets[Facet::Theme as usize].values;
    let with = |theme: &str| -> BTreeSet<&str> {
        let items = &films[term(Vocabulary::Themes, theme).index()];
        items.iter().map(|film| corpus().films[*film as usize].id.as_str()).collect()
    };
    let [a, b, c] = FILMS.map(|(film, _)| film);
    for (theme, expected) in [
        ("prison", &[b, c][..]),
        ("escape", &[a, b]),
        ("release", &[c]),
        ("informing", &[a, c]),
        ("money", &[a, b]),
        ("hearing-voices", &[a]),
        ("anarchism", &[b]),
        ("farewell-kiss", &[c]),
        ("love-between-men", &[a, b, c]),
        ("betrayal", &[a, b, c]),
        ("sacrifice", &[a, b, c]),
    ] {
        assert_eq!(with(theme), expected.iter().copied().collect(), "{theme}");
    }
}

/// The words in a row that would be a copy.
const ROW: usize = 8;

/// FNV-1a of some words in a row, with 64 bits, joined by spaces.
fn hash(words: &[String]) -> u64 {
    words
        .join(" ")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every text of the data with its place, in every language.
fn texts<'a>(place: String, value: &'a Value, found: &mut Vec<(String, &'a str)>) {
    match value {
        Value::String(text) => found.push((place, text)),
        Value::Array(values) => {
            values
                .iter()
                .enumerate()
                .for_each(|(index, value)| texts(format!("{place}/{index}"), value, found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| texts(format!("{place}/{name}"), value, found));
        }
        _ => {}
    }
}

#[test]
fn no_eight_words_in_a_row_are_copied() {
    let fixture = include_str!("fixtures/source-shingles.txt");
    let lines = fixture.lines().filter(|line| !line.starts_with('#'));
    let copied: BTreeSet<u64> = lines.map(|line| u64::from_str_radix(line, 16).unwrap()).collect();
    assert!(copied.len() > 1000, "the fixture is whole");
    let data = open_data(corpus());
    let mut found = Vec::new();
    texts(String::new(), &data, &mut found);
    let mut copies = Vec::new();
    for (place, text) in found {
        let words: Vec<String> = fold::words(text).collect();
        let rows = words.windows(ROW).filter(|row| copied.contains(&hash(row)));
        copies.extend(rows.map(|row| format!("{place}: {}", row.join(" "))));
    }
    assert!(copies.is_empty(), "these words stand in a row in a source, too:\n{}", copies.join("\n"));
}

#[test]
fn words_in_a_row_are_hashed_as_in_the_fixture() {
    let words: Vec<String> = fold::words("Uno, dos, três, QUATRO: cinco — seis «siete» ocho!").collect();
    assert_eq!(words.len(), ROW);
    assert_eq!(hash(&words), SAMPLE);
}

const SAMPLE: u64 = 0x7cb1_dd34_3e38_e244;
