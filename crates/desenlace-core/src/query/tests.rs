//! Filtering, first by example in the small corpus, then against a model that looks at every item and knows
//! no index.

use super::{Answer, Choice, Query, answer};
use crate::facet::{Facet, Gallery};
use crate::fold;
use crate::model::Corpus;
use crate::pack::open;
use crate::packed;
use crate::sample::{
    Tape, corpus_from, direct_values, items, packed, query_from, questions, small, tapes, texts_of, values,
};
use crate::search::near::tests::naive;
use crate::search::{Class, Field, Word, parse, stem};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeSet;

// ---- by example ----

/// Reads a query written like an address: `theme=prison not-theme=love all=theme text=…`, the text last. A
/// value may be a number with `#`.
fn read(corpus: &packed::Corpus, query: &str) -> Query {
    let (choices, text) = query.split_once("text=").unwrap_or((query, ""));
    let mut parsed = Query { text: text.to_owned(), ..Query::default() };
    for choice in choices.split_whitespace() {
        let (key, id) = choice.split_once('=').unwrap();
        if key == "all" {
            parsed.choice_mut(Facet::from_name(id).unwrap()).all = true;
            continue;
        }
        let name = key.strip_prefix("not-");
        let facet = Facet::from_name(name.unwrap_or(key)).unwrap();
        let number = id.strip_prefix('#').map(|number| number.parse().unwrap());
        let value = number.or_else(|| facet.value(corpus, id)).unwrap();
        let choice = parsed.choice_mut(facet);
        if name.is_some() { choice.exclude.push(value) } else { choice.include.push(value) }
    }
    parsed
}

/// What remains of a gallery of the small corpus.
#[track_caller]
fn check(gallery: Gallery, query: &str, expect: &[&str]) {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let answer = answer(corpus, gallery, &read(corpus, query));
    let ids: Vec<&str> = answer.items.iter().map(|&item| gallery.item_id(corpus, item)).collect();
    assert_eq!(ids, expect, "{query}");
}

/// What comes nearest in a gallery of the small corpus, of which nothing remains.
#[track_caller]
fn check_nearest(gallery: Gallery, query: &str, expect: &[&str]) {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let answer = answer(corpus, gallery, &read(corpus, query));
    assert_eq!(answer.items, [0; 0], "{query}");
    let ids: Vec<&str> = answer.nearest.iter().map(|&item| gallery.item_id(corpus, item)).collect();
    assert_eq!(ids, expect, "{query}");
}

/// The counts of a facet, the values with 0 left out.
#[track_caller]
fn check_counts(gallery: Gallery, query: &str, facet: Facet, expect: &[(&str, u32)]) {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let answer = answer(corpus, gallery, &read(corpus, query));
    let counts = (0..).zip(&answer.counts[facet as usize]).filter(|&(_, &count)| count > 0);
    let counts: Vec<(&str, u32)> =
        counts.map(|(value, &count)| (facet.value_id(corpus, value), count)).collect();
    assert_eq!(counts, expect, "{query}");
}

const FILMS: Gallery = Gallery::Films;
const PEOPLE: Gallery = Gallery::Characters;
const FATES: Gallery = Gallery::Fates;

#[test]
fn nothing_asked_leaves_everything_in_order() {
    let people = ["nene", "angel", "gang", "irala", "santalo", "luis", "valentin"];
    check(FILMS, "", &["plata-quemada", "la-fuga", "o-beijo"]);
    check(PEOPLE, "", &people);
    check(FATES, "all=theme all=outcome", &people);
    assert!(Query::default().is_empty());
}

#[test]
fn a_query_knows_whether_it_is_empty() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    for (query, expect) in
        [("all=theme", true), ("theme=prison", false), ("not-film=la-fuga", false), ("text=a", false)]
    {
        assert_eq!(read(corpus, query).is_empty(), expect, "{query}");
    }
}

#[test]
fn a_theme_leaves_the_films_that_have_it() {
    check(FILMS, "theme=prison", &["la-fuga", "o-beijo"]);
    check(FILMS, "theme=escape", &["plata-quemada", "la-fuga"]);
    check(FILMS, "theme=love", &["plata-quemada", "o-beijo"]);
}

#[test]
fn values_of_one_facet_are_alternatives() {
    check(FILMS, "theme=prison theme=escape", &["plata-quemada", "la-fuga", "o-beijo"]);
    check(FILMS, "theme=cell theme=betrayal", &["la-fuga", "o-beijo"]);
    check(FILMS, "theme=cell theme=cell", &["o-beijo"]);
    check(PEOPLE, "outcome=goes-free outcome=untold", &["gang", "irala", "valentin"]);
}

#[test]
fn facets_narrow_each_other() {
    check(FILMS, "theme=escape country=uruguay", &["plata-quemada"]);
    check(PEOPLE, "theme=love outcome=killed", &["nene", "angel", "luis"]);
    check(PEOPLE, "theme=love outcome=killed certainty=stated", &["angel", "luis"]);
    check(PEOPLE, "theme=love outcome=killed certainty=stated role=narrator", &["luis"]);
    check(FILMS, "theme=prison country=uruguay", &[]);
}

#[test]
fn all_requires_every_value_of_its_facet() {
    check(FILMS, "theme=prison theme=escape all=theme", &["la-fuga"]);
    check(FILMS, "theme=love theme=betrayal all=theme", &["o-beijo"]);
    check(FILMS, "theme=love theme=betrayal theme=escape all=theme", &[]);
    check(FILMS, "theme=love theme=betrayal all=country", &["plata-quemada", "la-fuga", "o-beijo"]);
    check(PEOPLE, "role=prisoner role=narrator all=role outcome=killed", &["luis"]);
}

#[test]
fn what_is_excluded_is_removed() {
    check(FILMS, "not-theme=love", &["la-fuga"]);
    check(FILMS, "theme=prison not-theme=love", &["la-fuga"]);
    check(FILMS, "theme=prison theme=escape all=theme not-theme=betrayal", &[]);
    check(FILMS, "not-theme=love not-theme=escape", &[]);
    check(FILMS, "theme=escape not-country=uruguay", &["la-fuga"]);
    check(FILMS, "theme=cell not-theme=cell", &[]);
    check(FATES, "not-outcome=dies not-certainty=untold", &["irala", "valentin"]);
}

#[test]
fn a_broader_value_has_what_its_narrower_ones_have() {
    check(FILMS, "theme=cell", &["o-beijo"]);
    check(FILMS, "theme=confinement", &["la-fuga", "o-beijo"]);
    check(PEOPLE, "outcome=dies", &["nene", "angel", "santalo", "luis"]);
    check(PEOPLE, "outcome=killed", &["nene", "angel", "luis"]);
    check(FILMS, "place=argentina", &["plata-quemada", "la-fuga"]);
    check(FILMS, "note=violence", &["plata-quemada", "o-beijo"]);
    check(FILMS, "not-theme=confinement", &["plata-quemada"]);
    check(FILMS, "theme=confinement theme=cell all=theme", &["o-beijo"]);
    check(FILMS, "theme=prison not-theme=cell", &["la-fuga"]);
}

#[test]
fn galleries_share_their_filter() {
    check(FILMS, "theme=betrayal relation=informs-on", &["o-beijo"]);
    check(PEOPLE, "theme=betrayal", &["santalo", "luis"]);
    check(FATES, "theme=betrayal", &["santalo", "luis"]);
    check(FATES, "theme=love", &["angel"]);
    check(PEOPLE, "relation=lover-of", &["nene", "angel", "luis", "valentin"]);
    check(FATES, "film=la-fuga", &["irala", "santalo"]);
    check(PEOPLE, "period=1980s place=montevideo", &[]);
    check(FATES, "place=montevideo", &["nene"]);
}

#[test]
fn every_word_of_a_text_is_required() {
    check(FILMS, "text=money", &["plata-quemada", "la-fuga"]);
    check(FILMS, "text=money burns", &["plata-quemada"]);
    check(FILMS, "text=burns, MONEY!", &["plata-quemada"]);
    check(FILMS, "text=money police", &[]);
    check(FILMS, "theme=betrayal text=money", &["la-fuga"]);
    check(PEOPLE, "text=gaucho", &["angel"]);
}

#[test]
fn the_nearest_have_the_most_of_the_words_and_else_the_most_of_all_that_is_asked() {
    check_nearest(FILMS, "text=money police", &["o-beijo", "plata-quemada", "la-fuga"]);
    check_nearest(FILMS, "theme=escape text=burns police", &["plata-quemada"]);
    check_nearest(FILMS, "film=la-fuga text=burns", &["plata-quemada", "la-fuga"]);
    check_nearest(PEOPLE, "period=1980s place=montevideo", &["nene", "luis", "valentin"]);
    check_nearest(PEOPLE, "period=1980s place=montevideo not-film=plata-quemada", &["luis", "valentin"]);
}

#[test]
fn only_the_last_word_may_be_unfinished() {
    check(FILMS, "text=mon", &["plata-quemada", "la-fuga"]);
    check(FILMS, "text=montev", &["plata-quemada"]);
    check(FILMS, "text=mon burns", &[]);
    check(FILMS, "text=burns mon", &["plata-quemada"]);
    check(FILMS, "text=one", &[]);
    check(FILMS, "text=mon ", &[]);
    check(FILMS, "text=t", &["la-fuga", "plata-quemada", "o-beijo"]);
    check(FILMS, "text=z", &[]);
}

#[test]
fn accents_and_case_do_not_matter() {
    check(PEOPLE, "text=santalo", &["santalo"]);
    check(PEOPLE, "text=SANTALÓ", &["santalo"]);
    check(PEOPLE, "text=Valenti\u{301}n", &["valentin"]);
    check(FILMS, "text=prisao", &["o-beijo"]);
    check(FILMS, "text=mulher-aranha", &["o-beijo"]);
    check(FILMS, "text=tún", &["la-fuga"]);
}

#[test]
fn a_text_without_words_asks_nothing() {
    for text in [" ", "…", "\u{0}\u{1b}\t\r\n", "—«»—", "\u{301}"] {
        check(FILMS, &format!("text={text}"), &["plata-quemada", "la-fuga", "o-beijo"]);
    }
}

#[test]
fn numbers_that_are_no_values_are_ignored() {
    check(FILMS, "theme=#6", &["plata-quemada", "la-fuga", "o-beijo"]);
    check(FILMS, "theme=#6 all=theme", &["plata-quemada", "la-fuga", "o-beijo"]);
    check(FILMS, "not-theme=#4294967295", &["plata-quemada", "la-fuga", "o-beijo"]);
    check(FILMS, "theme=cell theme=#6", &["o-beijo"]);
    check(FILMS, "theme=prison theme=escape theme=#4294967295 all=theme", &["la-fuga"]);
    check(FATES, "certainty=#4 film=#3 outcome=goes-free", &["irala"]);
}

#[test]
fn what_is_chosen_thousands_of_times_counts_once() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    for gallery in Gallery::ALL {
        for all in [false, true] {
            let (mut once, mut often) = (Query::default(), Query::default());
            for facet in Facet::ALL {
                let choice =
                    |times| Choice { include: vec![0; times], exclude: [1, u32::MAX].repeat(times), all };
                (*once.choice_mut(facet), *often.choice_mut(facet)) = (choice(1), choice(50_000));
            }
            assert_eq!(answer(corpus, gallery, &often), answer(corpus, gallery, &once));
        }
    }
}

#[test]
fn values_that_nothing_has_are_counted_as_none() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    for gallery in Gallery::ALL {
        for text in ["", "money", "nothing has this word"] {
            let answer = answer(corpus, gallery, &Query { text: text.to_owned(), ..Query::default() });
            for facet in Facet::ALL {
                assert_eq!(answer.counts[facet as usize].len(), facet.len(corpus), "{facet:?}");
            }
        }
    }
}

#[test]
fn counts_of_alternatives_leave_the_chosen_ones_out() {
    let all = [("confinement", 2), ("prison", 2), ("cell", 1), ("escape", 2), ("love", 2), ("betrayal", 2)];
    check_counts(FILMS, "", Facet::Theme, &all);
    check_counts(FILMS, "theme=cell", Facet::Theme, &all);
    check_counts(FILMS, "theme=cell theme=escape", Facet::Theme, &all);
    check_counts(FILMS, "theme=#99", Facet::Theme, &all);
}

#[test]
fn counts_take_other_facets_and_the_text_into_account() {
    check_counts(FILMS, "country=uruguay", Facet::Theme, &[("escape", 1), ("love", 1)]);
    check_counts(FILMS, "theme=cell", Facet::Country, &[("brasil", 1)]);
    check_counts(FILMS, "theme=cell country=uruguay", Facet::Country, &[("brasil", 1)]);
    check_counts(FILMS, "theme=cell country=uruguay", Facet::Theme, &[("escape", 1), ("love", 1)]);
    check_counts(FILMS, "text=burnt", Facet::Theme, &[("escape", 1), ("love", 1)]);
    check_counts(FILMS, "theme=cell country=uruguay", Facet::Period, &[]);
    let killed = [("confinement", 1), ("prison", 1), ("cell", 1), ("love", 3), ("betrayal", 1)];
    check_counts(PEOPLE, "outcome=killed", Facet::Theme, &killed);
}

#[test]
fn counts_of_required_values_say_what_one_more_would_leave() {
    let with_escape = [("confinement", 1), ("prison", 1), ("escape", 2), ("love", 1), ("betrayal", 1)];
    check_counts(FILMS, "theme=escape all=theme", Facet::Theme, &with_escape);
    let with_both = [("confinement", 1), ("prison", 1), ("escape", 1), ("betrayal", 1)];
    check_counts(FILMS, "theme=escape theme=prison all=theme", Facet::Theme, &with_both);
    check_counts(FILMS, "theme=escape theme=cell all=theme", Facet::Theme, &[]);
}

#[test]
fn counts_leave_out_what_is_excluded_but_say_what_lifting_it_would_show() {
    // Without love only La fuga remains; love itself counts the two films that it would bring back.
    let without_love = [("confinement", 1), ("prison", 1), ("escape", 1), ("love", 2), ("betrayal", 1)];
    check_counts(FILMS, "not-theme=love", Facet::Theme, &without_love);
    check_counts(FILMS, "not-theme=love not-theme=love", Facet::Theme, &without_love);
    // Lifting one exclusion leaves the others in place.
    check_counts(FILMS, "not-theme=love not-theme=escape", Facet::Theme, &[("escape", 1), ("love", 1)]);
    // A narrower value counts nothing while its broader one is excluded.
    let without_prison = [("prison", 2), ("escape", 1), ("love", 1)];
    check_counts(FILMS, "not-theme=prison", Facet::Theme, &without_prison);
    check_counts(FILMS, "not-theme=love", Facet::Country, &[("argentina", 1)]);
    check_counts(
        FILMS,
        "theme=escape all=theme not-theme=love",
        Facet::Theme,
        &[("confinement", 1), ("prison", 1), ("escape", 1), ("love", 1), ("betrayal", 1)],
    );
}

#[test]
fn a_value_is_included_or_excluded_but_not_both() {
    let mut choice = Choice::default();
    let mut check = |act: fn(&mut Choice, u32), value, include: &[u32], exclude: &[u32]| {
        act(&mut choice, value);
        assert_eq!((&*choice.include, &*choice.exclude, choice.all), (include, exclude, false));
    };
    check(Choice::include_value, 5, &[5], &[]);
    check(Choice::include_value, 2, &[2, 5], &[]);
    check(Choice::include_value, 5, &[2, 5], &[]);
    check(Choice::exclude_value, 5, &[2], &[5]);
    check(Choice::exclude_value, 3, &[2], &[3, 5]);
    check(Choice::release, 4, &[2], &[3, 5]);
    check(Choice::include_value, 3, &[2, 3], &[5]);
    check(Choice::release, 2, &[3], &[5]);
    check(Choice::release, 5, &[3], &[]);
}

// ---- against a model without an index ----

/// A corpus read item by item: which values each item has, found by asking of every value it has by itself
/// whether that lies within the value in question.
struct Naive {
    has: [Vec<Vec<bool>>; Facet::COUNT],
    texts: Vec<Vec<(Field, Vec<String>)>>,
}

impl Naive {
    fn of(corpus: &Corpus, gallery: Gallery) -> Self {
        let all = 0..items(corpus, gallery);
        let has = Facet::ALL.map(|facet| {
            let has = |item: usize| {
                let direct = direct_values(corpus, gallery, item, facet);
                let has = |value| direct.iter().any(|&own| lies_within(corpus, facet, own as usize, value));
                (0..values(corpus, facet)).map(has).collect()
            };
            all.clone().map(has).collect()
        });
        let bytes = packed(corpus);
        let opened = open(&bytes).unwrap();
        let texts = all.map(|item| texts_of(opened, gallery, item)).collect();
        Self { has, texts }
    }

    fn has(&self, facet: Facet, item: usize, value: u32) -> bool {
        self.has[facet as usize][item].get(value as usize) == Some(&true)
    }

    fn is_value(&self, facet: Facet, value: u32) -> bool {
        self.has[facet as usize].first().is_some_and(|values| (value as usize) < values.len())
    }

    /// The values of a facet that are asked for and exist.
    fn included(&self, query: &Query, facet: Facet) -> Vec<u32> {
        let include = query.choice(facet).include.iter().copied();
        include.filter(|&value| self.is_value(facet, value)).collect()
    }

    fn passes(&self, query: &Query, facet: Facet, item: usize) -> bool {
        let choice = query.choice(facet);
        let mut included = self.included(query, facet).into_iter().map(|value| self.has(facet, item, value));
        let wanted = match (included.len(), choice.all) {
            (0, _) => true,
            (_, true) => included.all(|has| has),
            (_, false) => included.any(|has| has),
        };
        wanted && !choice.exclude.iter().any(|&value| self.has(facet, item, value))
    }

    /// Whether each item has what the text asks for.
    fn matching(&self, query: &Query) -> Vec<bool> {
        let mut matching = vec![true; self.texts.len()];
        for part in parse(&query.text) {
            let letters = part.phrase || part.excluded;
            let accepted: Vec<BTreeSet<&str>> =
                part.words.iter().map(|word| self.accepted(word, letters).1).collect();
            let in_a_row = |text: &Vec<String>| {
                let mut rows = text.windows(accepted.len());
                rows.any(|row| {
                    row.iter().zip(&accepted).all(|(own, accepted)| accepted.contains(own.as_str()))
                })
            };
            for (matching, texts) in matching.iter_mut().zip(&self.texts) {
                // A word by itself is a row of one.
                *matching &= texts.iter().any(|(_, text)| in_a_row(text)) != part.excluded;
            }
        }
        matching
    }

    /// The words of the gallery that a word stands for, with the best class that any of them has.
    fn accepted(&self, word: &Word, letters: bool) -> (Option<Class>, BTreeSet<&str>) {
        let all: BTreeSet<&str> =
            self.texts.iter().flatten().flat_map(|(_, text)| text).map(String::as_str).collect();
        let folded = |own: &str| fold::fold(own);
        let chosen = |keep: &dyn Fn(&str) -> bool| {
            all.iter().copied().filter(|own| keep(own)).collect::<BTreeSet<_>>()
        };
        let exact = chosen(&|own| {
            own == word.lower
                || (word.unfinished && own.starts_with(&word.lower) && folded(own).starts_with(&word.folded))
        });
        let by_letters = chosen(&|own| {
            folded(own) == word.folded || (word.unfinished && folded(own).starts_with(&word.folded))
        });
        let stemmed = chosen(&|own| !letters && stem(&folded(own)) == stem(&word.folded));
        let class = [(Class::Exact, &exact), (Class::Folded, &by_letters), (Class::Stemmed, &stemmed)];
        let class = class.iter().find(|(_, words)| !words.is_empty()).map(|(class, _)| *class);
        if class.is_some() || letters {
            return (class, by_letters.into_iter().chain(stemmed).collect());
        }
        let allowed = match word.folded.chars().count() {
            0..=3 => return (None, BTreeSet::new()),
            4..=7 => 1,
            _ => 2,
        };
        let whole = |own: &str| naive(&word.folded, &folded(own));
        let begun = |own: &str| {
            let ends = own.char_indices().map(|(at, letter)| at + letter.len_utf8());
            ends.map(|end| naive(&word.folded, &folded(&own[..end]))).min().unwrap_or(usize::MAX)
        };
        // The fewest edits count; among as few, whole words before beginnings.
        let near = (1..=allowed).flat_map(|edits| {
            let within = |distance: &dyn Fn(&str) -> usize| chosen(&|own| distance(own) <= edits);
            [within(&whole), if word.unfinished { within(&begun) } else { BTreeSet::new() }]
        });
        let near = near.into_iter().find(|near| !near.is_empty()).unwrap_or_default();
        ((!near.is_empty()).then_some(Class::Near), near)
    }

    /// The count of a value by its definition: what would remain if it were chosen, alone among alternatives or
    /// on top of what is required, and not excluded.
    fn count(&self, query: &Query, matching: &[bool], facet: Facet, value: u32) -> u32 {
        let choice = query.choice(facet);
        let would_remain = |&item: &usize| {
            let elsewhere =
                Facet::ALL.into_iter().all(|other| other == facet || self.passes(query, other, item));
            let required = !choice.all
                || self.included(query, facet).into_iter().all(|required| self.has(facet, item, required));
            let excluded = choice.exclude.iter().any(|&other| other != value && self.has(facet, item, other));
            elsewhere && required && !excluded && matching[item] && self.has(facet, item, value)
        };
        u32::try_from((0..self.texts.len()).filter(would_remain).count()).unwrap()
    }

    /// The items that remain, in the order of the corpus, and the counts.
    fn answer(&self, query: &Query, corpus: &Corpus) -> (Vec<u32>, [Vec<u32>; Facet::COUNT]) {
        let matching = self.matching(query);
        let remains = |&item: &usize| {
            matching[item] && Facet::ALL.into_iter().all(|facet| self.passes(query, facet, item))
        };
        let items = (0..self.texts.len()).filter(remains).map(|item| u32::try_from(item).unwrap()).collect();
        let counts = Facet::ALL.map(|facet| {
            let values = (0..).take(values(corpus, facet));
            values.map(|value| self.count(query, &matching, facet, value)).collect()
        });
        (items, counts)
    }
}

/// Whether a value is another, or has it somewhere above.
fn lies_within(corpus: &Corpus, facet: Facet, value: usize, broader: usize) -> bool {
    let vocabulary = facet.vocabulary().map(|vocabulary| &corpus.vocabularies[vocabulary as usize]);
    let above = vocabulary.and_then(|terms| terms[value].broader);
    value == broader || above.is_some_and(|above| lies_within(corpus, facet, above.index(), broader))
}

/// What remains of one query of another: all of it or less.
fn narrows(fewer: &Answer, more: &Answer) -> bool {
    fewer.items.iter().all(|item| more.items.contains(item))
}

#[test]
fn random_questions_are_worth_asking() {
    let (mut nothing, mut everything, mut by_text, mut by_choice, mut beyond_a_word) = (0, 0, 0, 0, 0);
    for seed in 0..400u16 {
        let numbers = (0..97u16).map(|at| at.wrapping_mul(7919) ^ seed.wrapping_mul(40503));
        let mut tape = Tape::new(numbers.collect());
        let corpus = corpus_from(&mut tape);
        let gallery = tape.one(&Gallery::ALL);
        let all = items(&corpus, gallery);
        let query = query_from(&mut tape, &corpus);
        let bytes = packed(&corpus);
        let left = answer(open(&bytes).unwrap(), gallery, &query).items.len();
        let something = 0 < left && left < all;
        nothing += usize::from(all > 0 && left == 0);
        everything += usize::from(all > 0 && left == all);
        by_text += usize::from(something && query.choices.iter().all(Choice::is_empty));
        by_choice += usize::from(something && query.text.is_empty());
        beyond_a_word += usize::from(all > 64 && left > 0);
    }
    let times = [nothing, everything, by_text, by_choice, beyond_a_word];
    assert!(times.iter().all(|&times| times >= 10), "{times:?}");
}

proptest! {
    #[test]
    fn an_answer_is_what_looking_at_every_item_finds((corpus, gallery, query) in questions()) {
        let bytes = packed(&corpus);
        let model = Naive::of(&corpus, gallery);
        let naive = model.answer(&query, &corpus);
        let answer = answer(open(&bytes).unwrap(), gallery, &query);
        let mut items = answer.items.clone();
        items.sort_unstable();
        prop_assert_eq!(&items, &naive.0);
        for facet in Facet::ALL {
            // Where a gallery has no item, the model knows no value, and every count is 0.
            prop_assert_eq!(&answer.counts[facet as usize], &naive.1[facet as usize], "{:?}", facet);
        }
        let parts = parse(&query.text);
        let asked = parts.iter().filter(|part| !part.excluded);
        let asked = asked.flat_map(|part| part.words.iter().map(move |word| (part.phrase, word)));
        let classes: Vec<_> = asked.map(|(phrase, word)| model.accepted(word, phrase).0).collect();
        prop_assert_eq!(answer.words.iter().map(|found| found.class).collect::<Vec<_>>(), classes);
    }

    #[test]
    fn a_count_is_the_length_of_the_answer_that_it_promises((corpus, gallery, query) in questions()) {
        let bytes = packed(&corpus);
        let corpus = open(&bytes).unwrap();
        let counts = answer(corpus, gallery, &query).counts;
        for facet in Facet::ALL {
            for (value, &count) in (0..).zip(&counts[facet as usize]) {
                let mut chosen = query.clone();
                let choice = chosen.choice_mut(facet);
                if !choice.all {
                    choice.include.clear();
                }
                choice.include.push(value);
                choice.exclude.retain(|&other| other != value);
                let left = answer(corpus, gallery, &chosen).items.len();
                prop_assert_eq!(count as usize, left, "{:?} {}", facet, value);
            }
        }
    }

    #[test]
    fn asking_for_more_never_adds_results((corpus, gallery, query) in questions(), mut tape in tapes()) {
        let bytes = packed(&corpus);
        let packed = open(&bytes).unwrap();
        let before = answer(packed, gallery, &query);
        let facet = tape.one(&Facet::ALL);
        let value = u32::try_from(tape.below(values(&corpus, facet) + 1)).unwrap();

        let mut excluding = query.clone();
        excluding.choice_mut(facet).exclude.push(value);
        prop_assert!(narrows(&answer(packed, gallery, &excluding), &before), "exclude {:?} {}", facet, value);

        let mut including = query.clone();
        let choice = including.choice_mut(facet);
        // Among alternatives only the first one chosen narrows.
        let first = !choice.include.iter().any(|&other| (other as usize) < values(&corpus, facet));
        if first || choice.all {
            choice.include.push(value);
            prop_assert!(narrows(&answer(packed, gallery, &including), &before), "include {:?} {}", facet, value);
        }

        let mut required = query.clone();
        required.choice_mut(facet).all = true;
        prop_assert!(narrows(&answer(packed, gallery, &required), &before), "all of {:?}", facet);

        let word = ["fuga", "a", "carcel", "aranha", "zz"][tape.below(5)];
        // Not behind: that would finish the last word, which may then be taken for others.
        let wordy = Query { text: format!("{word} {}", query.text), ..query.clone() };
        prop_assert!(narrows(&answer(packed, gallery, &wordy), &before), "text {:?}", wordy.text);
    }

    #[test]
    fn an_answer_does_not_depend_on_the_order_of_choices((corpus, gallery, query) in questions()) {
        let bytes = packed(&corpus);
        let corpus = open(&bytes).unwrap();
        let mut turned = query.clone();
        for choice in &mut turned.choices {
            choice.include.reverse();
            choice.exclude.reverse();
            choice.include.extend(choice.include.clone());
        }
        prop_assert_eq!(answer(corpus, gallery, &turned), answer(corpus, gallery, &query));
    }

    #[test]
    fn any_text_and_any_numbers_have_an_answer(text in any::<String>(), numbers in any::<[u32; 4]>(), all in any::<bool>()) {
        let bytes = packed(&small());
        let corpus = open(&bytes).unwrap();
        let mut query = Query { text, ..Query::default() };
        for facet in Facet::ALL {
            let choice = query.choice_mut(facet);
            (choice.include, choice.exclude) = (numbers[..2].to_vec(), numbers[2..].to_vec());
            choice.all = all;
        }
        for gallery in Gallery::ALL {
            let answer = answer(corpus, gallery, &query);
            prop_assert!(answer.items.iter().all(|&item| (item as usize) < gallery.len(corpus)));
        }
    }
}

#[test]
fn long_and_strange_texts_have_an_answer() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let controls: String = (0..=0x9f).filter_map(char::from_u32).collect();
    let rows = [
        ("one long word", "a".repeat(65536), 0),
        ("many words", "the ".repeat(16384), 3),
        ("many different words", (0..16384).map(|word| format!("w{word} ")).collect(), 0),
        ("only blanks", " ".repeat(65536), 3),
        ("only accents", "\u{301}".repeat(32768), 3),
        ("every control", controls.replace(|letter: char| letter.is_ascii_alphanumeric(), ""), 3),
        ("controls about a word", "\u{0}money\u{7f}".to_owned(), 2),
        ("a family", "👨\u{200d}👩\u{200d}👧\u{200d}👦".repeat(1000), 0),
        ("right to left", "\u{202e}yenom".to_owned(), 0),
        ("the last letter there is", "\u{10ffff}".to_owned(), 0),
    ];
    for (what, text, expect) in rows {
        let query = Query { text, ..Query::default() };
        assert_eq!(answer(corpus, Gallery::Films, &query).items.len(), expect, "{what}");
    }
}
