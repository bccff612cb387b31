//! What comes out of a corpus without mistakes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use desenlace_compile::{Files, Tallies, compile, read_directory};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Certainty, Corpus, Language, SpanTarget, Vocabulary};
use desenlace_core::pack::{self, Aligned};
use expect_test::expect;
use std::path::Path;

fn minimal() -> Files {
    read_directory(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal")).unwrap()
}

fn corpus() -> Corpus {
    compile(&minimal()).corpus.unwrap()
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let first = compile(&minimal()).pack().unwrap();
    let mut reversed = Files::new("elsewhere");
    let paths: Vec<_> = minimal().paths().map(str::to_owned).collect();
    for path in paths.iter().rev() {
        reversed.insert(path, minimal().get(path).unwrap());
    }
    assert_eq!(first, compile(&reversed).pack().unwrap());
}

#[test]
fn the_pack_opens() {
    let bytes = compile(&minimal()).pack().unwrap();
    let mut aligned = Aligned([0; 1 << 17]);
    let place = &mut aligned.0[..bytes.len()];
    place.copy_from_slice(&bytes);
    let corpus = pack::open(place).unwrap();
    assert_eq!(corpus.films.len(), 2);
}

#[test]
fn films_stand_by_year_and_everything_else_in_the_order_of_the_files() {
    let corpus = corpus();
    let films: Vec<_> = corpus.films.iter().map(|film| (film.id.as_str(), film.year)).collect();
    assert_eq!(films, [("the-road", 1999), ("the-well", 2001)]);
    let characters: Vec<_> = corpus.characters.iter().map(|character| character.id.as_str()).collect();
    assert_eq!(characters, ["carla", "anna", "bruno", "the-pair"]);
    let passages: Vec<_> = corpus.passages.iter().map(|passage| passage.id.as_str()).collect();
    assert_eq!(passages, ["leaving", "digging", "the-shot"]);
    let evidence: Vec<_> = corpus.characters[1].passages.iter().map(|passage| passage.0).collect();
    assert_eq!(evidence, [1, 2], "evidence ascends, however it is written");
}

#[test]
fn a_story_becomes_plain_text_with_spans() {
    let corpus = corpus();
    let text = &corpus.passages[1].texts[Language::En as usize];
    assert_eq!(
        text.text,
        "In Villa Sola Anna and Bruno, whom everybody calls the pair, dig a well.\nAnna sings Aida."
    );
    let marked: Vec<_> = text
        .spans
        .iter()
        .map(|span| {
            let what = match span.target {
                SpanTarget::Character(character) => corpus.characters[character.index()].id.as_str(),
                SpanTarget::Place(place) => {
                    corpus.vocabularies[Vocabulary::Places as usize][place.index()].id.as_str()
                }
                SpanTarget::Emphasis => "emphasis",
            };
            (&text.text[span.start as usize..span.end as usize], what)
        })
        .collect();
    assert_eq!(
        marked,
        [
            ("Villa Sola", "villa-sola"),
            ("Anna", "anna"),
            ("Bruno", "bruno"),
            ("the pair", "the-pair"),
            ("well", "well"),
            ("Aida", "emphasis"),
        ]
    );
    assert_eq!(corpus.passages[1].title.get(Language::Es), "Cavan");
}

#[test]
fn what_is_left_out_has_its_stand_in() {
    let corpus = corpus();
    let bruno = &corpus.characters[2];
    assert_eq!(bruno.short, bruno.name);
    assert!(!bruno.group && bruno.actor.is_none() && bruno.members.is_empty());
    assert_eq!(corpus.relations[0].certainty, Certainty::Stated);
    assert_eq!(corpus.relations[1].certainty, Certainty::Implied);
    assert_eq!(corpus.sources[1].address, None);
}

/// The ids of the items that have a value of a facet.
fn items(corpus: &Corpus, gallery: Gallery, facet: Facet, value: &str) -> Vec<String> {
    let values: Vec<&str> = match facet.vocabulary() {
        Some(vocabulary) => {
            corpus.vocabularies[vocabulary as usize].iter().map(|term| term.id.as_str()).collect()
        }
        None => Certainty::ALL.iter().map(|certainty| certainty.word()).collect(),
    };
    let value = values.iter().position(|known| *known == value).unwrap();
    names(corpus, gallery, &corpus.index.galleries[gallery as usize].facets[facet as usize].values[value])
}

/// The ids of the items that contain a word.
fn with_word(corpus: &Corpus, gallery: Gallery, word: &str) -> Vec<String> {
    let postings = corpus.index.words.iter().find(|postings| postings.word == word);
    postings.map_or_else(Vec::new, |postings| {
        let items: Vec<u32> = postings.items[gallery as usize].iter().map(|posting| posting.item).collect();
        names(corpus, gallery, &items)
    })
}

fn names(corpus: &Corpus, gallery: Gallery, items: &[u32]) -> Vec<String> {
    let name = |item: &u32| match gallery {
        Gallery::Films => corpus.films[*item as usize].id.clone(),
        Gallery::Characters | Gallery::Fates => corpus.characters[*item as usize].id.clone(),
    };
    items.iter().map(name).collect()
}

#[test]
fn every_facet_has_its_items() {
    let corpus = corpus();
    let nobody: [&str; 0] = [];
    for (gallery, facet, value, expected) in [
        (Gallery::Films, Facet::Theme, "prison", &["the-well"][..]),
        (Gallery::Films, Facet::Theme, "confinement", &["the-well"]), // broader than prison
        (Gallery::Films, Facet::Theme, "escape", &nobody),            // looked for and absent
        (Gallery::Characters, Facet::Theme, "confinement", &["anna"]),
        (Gallery::Characters, Facet::Theme, "escape", &["anna"]), // of her fate
        (Gallery::Fates, Facet::Theme, "escape", &["anna"]),
        (Gallery::Fates, Facet::Theme, "prison", &nobody), // hers, but not of her fate
        (Gallery::Films, Facet::Outcome, "dies", &["the-well"]),
        (Gallery::Characters, Facet::Outcome, "dies", &["anna"]),
        (Gallery::Fates, Facet::Outcome, "untold", &["carla", "bruno"]),
        (Gallery::Fates, Facet::Certainty, "implied", &["anna"]),
        (Gallery::Films, Facet::Certainty, "untold", &["the-road", "the-well"]),
        (Gallery::Characters, Facet::Role, "digger", &["anna", "bruno"]),
        (Gallery::Films, Facet::Role, "digger", &["the-well"]),
        (Gallery::Films, Facet::Place, "villa-sola", &["the-well"]),
        (Gallery::Characters, Facet::Place, "well", &["anna", "bruno"]), // of the event
        (Gallery::Fates, Facet::Place, "villa-sola", &["anna", "bruno"]), // broader than the well
        (Gallery::Films, Facet::Period, "1920s", &["the-road", "the-well"]),
        (Gallery::Fates, Facet::Country, "argentina", &["carla", "anna", "bruno", "the-pair"]),
        (Gallery::Films, Facet::ContentNote, "killing", &["the-well"]),
        (Gallery::Characters, Facet::ContentNote, "killing", &["anna"]), // whose passages it is in
        (Gallery::Characters, Facet::RelationKind, "informs-on", &["anna", "bruno"]),
        (Gallery::Films, Facet::RelationKind, "mistakes", &["the-well"]),
    ] {
        assert_eq!(items(&corpus, gallery, facet, value), expected, "{gallery:?} {facet:?} {value}");
    }
}

#[test]
fn words_are_found_in_every_language() {
    let corpus = corpus();
    let nothing: [&str; 0] = [];
    for (gallery, word, expected) in [
        (Gallery::Films, "cárcel", &["the-well"][..]), // a name of its theme
        (Gallery::Films, "cadeia", &["the-well"]),     // a synonym
        (Gallery::Films, "confinamento", &["the-well"]), // a broader theme
        (Gallery::Films, "duarte", &["the-well"]),     // the director
        (Gallery::Films, "pozo", &["the-well"]),
        (Gallery::Films, "estrada", &["the-road", "the-well"]), // a title, and the name of an actor
        (Gallery::Films, "ana", &["the-well"]),                 // a spelling for the search alone
        (Gallery::Films, "escape", &nothing),                   // an absent theme
        (Gallery::Characters, "digger", &["anna", "bruno"]),
        (Gallery::Characters, "annie", &["anna"]),
        (Gallery::Characters, "pozo", &["anna", "bruno", "the-pair"]),
        (Gallery::Fates, "shot", &["anna"]),
        (Gallery::Fates, "imprisoned", &["anna"]),
        (Gallery::Fates, "dies", &["anna"]),
        (Gallery::Fates, "elsa", &nothing),
    ] {
        assert_eq!(with_word(&corpus, gallery, word), expected, "{gallery:?} {word}");
    }
}

#[test]
fn tallies() {
    expect![[r#"
              2 films
              3 passages
              3 characters
              1 groups
              3 relations
              2 events
              2 themes
              1 parallels
             28 words in en
             27 words in es
             24 words in pt
        fates of characters:
              1 killed (implied)
              2 untold (untold)
        fates of groups:
              1 declared-unknown (declared-unknown)
    "#]]
    .assert_eq(&Tallies::of(&corpus()).to_string());
}
