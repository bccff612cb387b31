//! What comes out of tables without mistakes.

use super::{CSV, CSV_MAPPING, JSON, JSON_MAPPING, compiled, edited, said};
use desenlace_core::cross_reference::{kindred, theme_co_occurrence};
use desenlace_core::facet::Gallery;
use desenlace_core::model::{Certainty, CharacterId, Corpus, FactKind, Language, TermId, Vocabulary};
use desenlace_core::pack::{self, Aligned};
use desenlace_core::query::{self, Query};

fn corpus(mapping: &str, table: &str) -> Corpus {
    assert_eq!(said(mapping.as_bytes(), table.as_bytes()), "");
    compiled(mapping.as_bytes(), table.as_bytes()).corpus.unwrap()
}

#[test]
fn films_stand_by_year_with_their_text_in_their_language() {
    let corpus = corpus(CSV_MAPPING, CSV);
    let films: Vec<_> = corpus.films.iter().map(|film| (film.id.as_str(), film.year)).collect();
    assert_eq!(films, [("o-beijo", 1985), ("plata-quemada", 2000), ("la-fuga", 2001)]);
    let texts = |at: usize| corpus.passages[at].texts.each_ref().map(|text| text.text.as_str());
    assert_eq!(texts(0), ["", "", "Dois homens numa cela contam filmes."]);
    assert_eq!(
        texts(1)[Language::En as usize],
        "Two robbers, called the twins, hide in Montevideo.\nThey burn the money."
    );
    assert_eq!(texts(2)[Language::Es as usize], "Siete presos cavan un túnel que da a una \"carbonería\".");
    let licences: Vec<_> = corpus.films.iter().map(|film| film.synopsis.licence.as_str()).collect();
    assert_eq!(licences, ["CC0"; 3]);
}

#[test]
fn the_column_makes_the_themes_and_the_cast_is_a_fact() {
    let corpus = corpus(CSV_MAPPING, CSV);
    let themes = &corpus.vocabularies[Vocabulary::Themes as usize];
    let names: Vec<_> =
        themes.iter().map(|theme| (theme.id.as_str(), theme.name.get(Language::Pt))).collect();
    assert_eq!(names, [("crime", "Crime"), ("drama", "Drama"), ("prison", "Prison")]);
    let own: Vec<_> = corpus.films[1].themes.iter().map(|tie| (tie.theme.0, tie.passages[0].0)).collect();
    assert_eq!(own, [(0, 1), (1, 1)]);
    let cast = &corpus.films[0].facts[0];
    assert_eq!((cast.kind, cast.value.get(Language::Es)), (FactKind::Cast, "William Hurt, Raúl Juliá"));
    assert!(corpus.characters.is_empty());
}

#[test]
fn people_become_characters_and_given_themes_have_names_where_the_mapping_says_so() {
    let corpus = corpus(JSON_MAPPING, JSON);
    let people: Vec<_> = corpus.characters.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(
        people,
        [
            "o-beijo-da-mulher-aranha-1985:luis",
            "o-beijo-da-mulher-aranha-1985:valentin",
            "la-fuga-2001:irala",
            "la-fuga-2001:santalo"
        ]
    );
    assert!(corpus.fates.iter().all(|fate| fate.certainty == Certainty::Untold));
    let themes = &corpus.vocabularies[Vocabulary::Themes as usize];
    assert_eq!((themes[1].name.get(Language::Pt), themes[1].broader), ("prisão", Some(TermId(0))));
}

#[test]
fn the_pack_opens_and_answers() {
    for (mapping, table, word) in [(CSV_MAPPING, CSV, "hurt"), (JSON_MAPPING, JSON, "cell")] {
        let bytes = compiled(mapping.as_bytes(), table.as_bytes()).pack().unwrap();
        let mut aligned = Aligned([0; 1 << 16]);
        let place = &mut aligned.0[..bytes.len()];
        place.copy_from_slice(&bytes);
        let corpus = pack::open(place).unwrap();
        let found = query::answer(corpus, Gallery::Films, &Query { text: word.into(), ..Query::default() });
        assert_eq!(found.items, [0], "{word}");
        assert!(kindred(corpus, CharacterId(0), 9).is_empty(), "names alone make nobody kindred");
        assert!(theme_co_occurrence(corpus, TermId(0)).len() < 3);
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_make_no_difference() {
    let plain = compiled(CSV_MAPPING.as_bytes(), CSV.as_bytes()).pack();
    let from_windows = format!("\u{feff}{}", CSV.replace('\n', "\r\n"));
    assert_eq!(compiled(CSV_MAPPING.as_bytes(), from_windows.as_bytes()).pack(), plain);
    let semicolons = edited(CSV_MAPPING, "[source]", "delimiter = \"tab\"\n[source]");
    let table = "Code\tTitle\tYear\tStory\tGenres\tCast\tLang\na\tA, B\t1999\tC; D.\tX;Y\tP,Q\tes\n";
    assert_eq!(corpus(&semicolons, table).films[0].title, "A, B");
}
