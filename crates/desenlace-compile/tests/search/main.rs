//! Searching the real corpus gives what a person would expect first, in three languages. The expectations are a
//! table, `expectations.txt`; it does not know why they hold, only that they must.

use desenlace_compile::{compile_directory, indexed};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Corpus, Film, Language, Localized};
use desenlace_core::pack::{self, ALIGNMENT};
use desenlace_core::packed;
use desenlace_core::query::{Query, answer};
use desenlace_core::search::{Class, Field, Group, Terms, fields, snippet, suggest};
use desenlace_core::veil::Veil;
use desenlace_core::why::{claims, why};
use rkyv::util::AlignedVec;
use std::path::Path;
use std::sync::OnceLock;

/// The real corpus, opened once.
#[allow(clippy::unwrap_used, reason = "a corpus that does not compile fails every test here")]
fn corpus() -> &'static packed::Corpus {
    static CORPUS: OnceLock<&packed::Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
        let bytes = aligned(&compile_directory(&root).unwrap().pack().unwrap());
        pack::open(Box::leak(Box::new(bytes))).unwrap()
    })
}

fn aligned(bytes: &[u8]) -> AlignedVec<ALIGNMENT> {
    let mut aligned = AlignedVec::new();
    aligned.extend_from_slice(bytes);
    aligned
}

fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

#[test]
fn what_is_expected_comes_first() {
    let table = include_str!("expectations.txt");
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut wrong = Vec::new();
    let mut rows_seen = 0;
    for row in rows {
        rows_seen += 1;
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let gallery = Gallery::ALL.into_iter().find(|gallery| gallery.name() == cells[0]).unwrap();
        let found = answer(corpus(), gallery, &text(cells[1])).items;
        let ids: Vec<&str> = found.iter().map(|&item| gallery.item_id(corpus(), item)).collect();
        let first: Vec<&str> = cells[2].split_whitespace().collect();
        let all = cells.get(3).filter(|cell| !cell.is_empty()).map(|cell| cell.parse::<usize>().unwrap());
        if !ids.starts_with(&first) || all.is_some_and(|all| all != ids.len()) {
            wrong.push(format!("{row}\n    found {} {:?}", ids.len(), &ids[..ids.len().min(6)]));
        }
    }
    assert!(rows_seen >= 60, "{rows_seen} expectations");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn near_words_say_what_they_were_taken_for() {
    let answer = answer(corpus(), Gallery::Films, &text("excape"));
    assert_eq!(
        (answer.words[0].class, answer.words[0].near.clone()),
        (Some(Class::Near), vec!["escape".into()])
    );
}

#[test]
fn instead_of_an_empty_page_the_nearest_are_offered() {
    let answer = answer(corpus(), Gallery::Films, &text("prison xylophone"));
    assert!(answer.items.is_empty());
    assert_eq!((answer.words[1].class, answer.words[1].near.clone()), (None, vec!["telephone".into()]));
    let nearest: Vec<&str> =
        answer.nearest.iter().map(|&item| Gallery::Films.item_id(corpus(), item)).collect();
    assert_eq!(nearest, ["o-beijo-da-mulher-aranha", "plata-quemada", "la-fuga"]);
}

#[test]
fn one_language_can_be_asked_alone() {
    for (typed, language, expect) in [
        ("veneno", None, 1),
        ("veneno", Some(Language::Es), 1),
        ("veneno", Some(Language::En), 0),
        ("poison", Some(Language::En), 1),
        ("puig", Some(Language::Pt), 1),
    ] {
        let query = Query { language, ..text(typed) };
        assert_eq!(answer(corpus(), Gallery::Films, &query).items.len(), expect, "{typed} {language:?}");
    }
}

#[test]
fn suggestions_stand_in_groups() {
    let names = |typed: &str, language| -> Vec<(Group, Vec<String>)> {
        let groups = suggest(corpus(), typed, language, &Veil::default()).into_iter();
        groups.map(|(group, all)| (group, all.into_iter().map(|one| one.name).collect())).collect()
    };
    assert_eq!(names("santalo", Language::En), [(Group::Characters, vec!["Domingo Santaló".to_owned()])]);
    assert_eq!(
        names("mulher ar", Language::En),
        [(Group::Films, vec!["O Beijo da Mulher-Aranha".to_owned()])]
    );
    let prison = names("carc", Language::Es);
    assert_eq!(prison[0].0, Group::Themes);
    assert_eq!(prison[0].1[0], "cárcel");
    assert!(prison.iter().any(|(group, _)| *group == Group::Places));
    assert_eq!(names("excape", Language::En)[0], (Group::Themes, vec!["escape".to_owned()]));
    assert!(names("", Language::En).is_empty());
}

#[test]
fn what_is_suggested_is_marked_where_it_was_typed() {
    for typed in ["carc", "prison", "mulher ar", "san", "excape", "pol"] {
        for language in Language::ALL {
            for (_, suggestions) in suggest(corpus(), typed, language, &Veil::default()) {
                assert!(suggestions.len() <= 5);
                for one in suggestions {
                    assert!(!one.matches.is_empty(), "{typed}: {}", one.name);
                    one.matches.iter().for_each(|range| assert!(one.name.get(range.clone()).is_some()));
                }
            }
        }
    }
}

#[test]
fn snippets_show_the_words_of_every_result() {
    for typed in ["carcel", "excape", "\"mulher aranha\"", "burning money", "tunel"] {
        for gallery in Gallery::ALL {
            let terms = Terms::of(corpus(), gallery, typed);
            for item in answer(corpus(), gallery, &text(typed)).items {
                let mut shown = 0;
                fields(corpus(), gallery, item, &mut |_, _, text| {
                    if let Some(snippet) = snippet(text, &terms, 80) {
                        shown += snippet.highlights.len();
                        assert!(text.get(snippet.range.clone()).is_some());
                    }
                });
                // Synonyms of vocabularies that are not shown stand in the index, but not in the pack.
                let unshown = gallery != Gallery::Films;
                assert!(shown > 0 || unshown, "{typed} {}", gallery.item_id(corpus(), item));
            }
        }
    }
}

#[test]
fn every_value_of_every_item_has_its_reasons() {
    for gallery in Gallery::ALL {
        let index = corpus().gallery(gallery);
        for facet in Facet::ALL {
            for value in (0..).take(facet.len(corpus())) {
                let mut query = text("");
                query.choice_mut(facet).include_value(value);
                let having = answer(corpus(), gallery, &query).items;
                for item in 0..index.items.to_native() {
                    let claims = claims(corpus(), gallery, item, facet, value);
                    let id = gallery.item_id(corpus(), item);
                    assert_eq!(
                        !claims.is_empty(),
                        having.contains(&item),
                        "{gallery:?} {id} {facet:?} {value}"
                    );
                }
            }
        }
    }
}

#[test]
fn reasons_name_claims_passages_and_words() {
    let mut query = text("tunel");
    let prison = Facet::Theme.value(corpus(), "prison").unwrap();
    query.choice_mut(Facet::Theme).include_value(prison);
    let item = answer(corpus(), Gallery::Films, &query).items[0];
    let why = why(corpus(), Gallery::Films, item, &query);
    assert_eq!((why.facets[0].facet, why.facets[0].value), (Facet::Theme, prison));
    assert!(!why.facets[0].claims[0].passages.is_empty());
    assert!(why.texts.iter().any(|mention| matches!(mention.field, Field::Passage(_))));
    for mention in &why.texts {
        assert!(mention.highlights.iter().all(|range| mention.text.get(range.clone()).is_some()));
        assert!(mention.words.iter().all(|(word, _)| *word == 0));
    }
}

/// Films of one text each.
fn films(texts: &[(&str, &str)]) -> AlignedVec<ALIGNMENT> {
    let films = texts.iter().map(|(title, premise)| Film {
        id: (*title).to_owned(),
        title: (*title).to_owned(),
        premise: Localized::same(premise),
        ..Film::default()
    });
    let sources = vec![Default::default()];
    aligned(&pack::encode(&indexed(Corpus { films: films.collect(), sources, ..Corpus::default() })))
}

/// The titles in the order in which they are found.
#[track_caller]
#[allow(clippy::unwrap_used, reason = "a pack that does not open fails the test")]
fn check(texts: &[(&str, &str)], typed: &str, expect: &[&str]) {
    let bytes = films(texts);
    let corpus = pack::open(&bytes).unwrap();
    let found = answer(corpus, Gallery::Films, &text(typed)).items;
    let titles: Vec<&str> = found.iter().map(|&item| Gallery::Films.item_id(corpus, item)).collect();
    assert_eq!(titles, expect, "{typed}");
}

#[test]
fn titles_come_before_texts() {
    let texts = [("One", "fuga fuga fuga"), ("Two", "nothing"), ("La fuga de noche", "x"), ("Fuga", "y")];
    check(&texts, "fuga", &["Fuga", "La fuga de noche", "One"]);
}

#[test]
fn better_matches_come_first() {
    let texts = [
        ("1", "la fugo x"),
        ("2", "la fúga x"),
        ("3", "la fugaz x"),
        ("4", "la fuga x"),
        ("5", "la carta x"),
    ];
    check(&texts, "fuga ", &["4", "2", "1"]);
    check(&texts, "fuga", &["4", "2", "3", "1"]);
    check(&texts, "fugaa ", &["2", "3", "4"]);
    let senal = [("1", "el senal x"), ("2", "el señal x")];
    check(&senal, "señal", &["2", "1"]);
    check(&senal, "senal", &["1", "2"]);
}

#[test]
fn frequent_words_in_short_texts_come_first() {
    let texts = [("1", "fuga y otra cosa más larga"), ("2", "fuga fuga"), ("3", "nada"), ("4", "nada")];
    check(&texts, "fuga", &["2", "1"]);
}

#[test]
fn rare_words_weigh_more() {
    let texts =
        [("1", "a b b b b"), ("2", "a a a a b"), ("3", "a x"), ("4", "a x"), ("5", "a x"), ("6", "a x")];
    check(&texts, "a b ", &["1", "2"]);
}

#[test]
fn equals_stand_in_the_order_of_the_corpus() {
    let texts = [("1", "fuga"), ("2", "fuga"), ("3", "fuga")];
    check(&texts, "fuga", &["1", "2", "3"]);
    check(&texts, "-x", &["1", "2", "3"]);
}
