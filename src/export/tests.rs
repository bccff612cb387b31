//! What is taken along, read back by other readers.

use super::citation::written;
use super::*;
use crate::corpus::corpus;
use crate::view::{Page, Spot, View};
use desenlace_core::cross_reference::cast_of;
use desenlace_core::facet::Gallery;
use desenlace_core::model::{FilmId, Language};
use desenlace_core::veil::Veil;
use proptest::prelude::{any, prop_assert_eq, proptest};
use serde_json::{Value, json as value};

/// Names with everything that some format takes for its own.
const AWKWARD: [&str; 6] = [
    "O Beijo da Mulher-Aranha, § 3: «Ñandú»",
    "{Curly} \\ back\\slash 100 % & #1 _under_ $5 ~ ^",
    "“Quoted” 'and' \"straight\"",
    "A line\nand another\tand \u{1}control",
    "{name} {address} {day} <b>&amp;</b>",
    "",
];

fn occasion() -> Occasion {
    let (root, day_told) = ("https://example.org/a/".to_owned(), "5 January 2026".to_owned());
    Occasion { root, day: [2026, 1, 5], day_told }
}

fn cited(form: Form, name: &str) -> String {
    written(form, Language::En, name, "en/films/la-fuga/#the-tunnel", &occasion())
}

/// The same text with a blank for each control character.
fn in_a_line(text: &str) -> String {
    text.chars().map(|letter| if letter < ' ' { ' ' } else { letter }).collect()
}

#[test]
fn a_plain_citation_is_a_sentence_in_the_language_of_the_page() {
    for (language, expect) in [
        (Language::En, "“La fuga.” Desenlace. https://example.org/a/en/about/ (accessed 5 January 2026)."),
        (Language::Es, "«La fuga». Desenlace. https://example.org/a/en/about/ (consulta: 5 January 2026)."),
        (Language::Pt, "“La fuga”. Desenlace. https://example.org/a/en/about/ (acesso em 5 January 2026)."),
    ] {
        assert_eq!(written(Form::Plain, language, "La fuga", "en/about/", &occasion()), expect);
    }
    for name in AWKWARD {
        let begin = format!("“{}.” Desenlace. https://example.org/a/en/", in_a_line(name));
        assert!(cited(Form::Plain, name).starts_with(&begin), "{name:?}");
    }
}

#[test]
fn csl_json_is_json_with_the_name_and_the_day() {
    for name in AWKWARD {
        let read: Value = serde_json::from_str(&cited(Form::CslJson, name)).unwrap();
        let expect = value!([{
            "id": "desenlace-en-films-la-fuga-the-tunnel",
            "type": "webpage",
            "title": name,
            "container-title": "Desenlace",
            "language": "en",
            "URL": "https://example.org/a/en/films/la-fuga/#the-tunnel",
            "accessed": { "date-parts": [[2026, 1, 5]] },
        }]);
        assert_eq!(read, expect);
    }
}

#[test]
fn ris_has_a_tag_on_every_line() {
    for name in AWKWARD {
        let cited = cited(Form::Ris, name);
        let lines: Vec<(&str, &str)> =
            cited.split_terminator("\r\n").map(|line| line.split_once("  - ").unwrap()).collect();
        assert_eq!(lines.first(), Some(&("TY", "ELEC")));
        assert_eq!(lines.last(), Some(&("ER", "")));
        assert!(lines.contains(&("TI", &in_a_line(name))), "{lines:?}");
        assert!(lines.contains(&("Y2", "2026/01/05")), "{lines:?}");
    }
}

#[test]
fn bibtex_keeps_its_braces_balanced_and_gives_the_name_back() {
    for name in AWKWARD {
        let cited = cited(Form::BibTex, name);
        let title = cited.split_once("title = {{").unwrap().1.split_once("}},\n").unwrap().0;
        let mut read = title.replace("\\textbackslash{}", "\u{0}");
        for (written, letter) in [("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^")] {
            read = read.replace(written, letter);
        }
        for letter in ["{", "}", "$", "&", "#", "_", "%"] {
            read = read.replace(&format!("\\{letter}"), letter);
        }
        assert_eq!(read.replace('\u{0}', "\\"), in_a_line(name));
        let unescaped = cited.replace("\\{", "").replace("\\}", "");
        assert_eq!(unescaped.matches('{').count(), unescaped.matches('}').count(), "{cited}");
        assert!(cited.starts_with("@misc{desenlace-en-films-la-fuga-the-tunnel,\n"), "{cited}");
        assert!(cited.contains("urldate = {2026-01-05}"), "{cited}");
    }
}

#[test]
fn every_view_has_a_name_to_be_cited_by() {
    let corpus = corpus().unwrap();
    for mut view in View::all(corpus) {
        assert!(!cited_name(corpus, &view).is_empty(), "{}", view.address(corpus));
        view.query.veil = Veil::over_all();
        assert!(!cited_name(corpus, &view).is_empty(), "{}", view.address(corpus));
    }
    let (mut view, _) = View::at(corpus, "en/films/la-fuga/#the-tunnel");
    let name = cited_name(corpus, &view);
    assert!(name.starts_with("La fuga, § ") && name.contains(": "), "{name}");
    view.query.veil = Veil::over_all();
    assert!(!cited_name(corpus, &view).contains(": "));
}

#[test]
fn a_passage_is_quoted_word_for_word_with_where_it_stands() {
    let corpus = corpus().unwrap();
    let (view, _) = View::at(corpus, "pt/films/la-fuga/#the-tunnel");
    let Page::Film(_, Some(Spot::Passage(passage))) = view.page else { panic!("no passage at {view:?}") };
    let quoted = quote(corpus, &view, passage, &occasion());
    let text = corpus.passages.at(passage.index()).texts[Language::Pt as usize].text();
    let citation = quoted.strip_prefix(text).unwrap().strip_prefix("\n\n").unwrap();
    assert_eq!(citation, cite(corpus, &view, Form::Plain, &occasion()));
}

/// The rows of a gallery.
fn told(address: &str, gallery: Gallery, veil: Veil) -> Vec<Vec<String>> {
    let corpus = corpus().unwrap();
    let (mut view, problems) = View::at(corpus, address);
    assert_eq!(problems, []);
    view.query.veil = veil;
    rows(corpus, &view, gallery, "https://example.org/")
}

#[test]
fn the_rows_are_the_result_that_is_shown() {
    let films = told("es/films/?theme=prison", Gallery::Films, Veil::default());
    let column = |name| films[0].iter().position(|column| column == name).unwrap();
    let ids: Vec<&str> = films[1..].iter().map(|row| row[column("id")].as_str()).collect();
    assert_eq!(ids, ["o-beijo-da-mulher-aranha", "la-fuga"]);
    assert_eq!(films[2][column("address")], "https://example.org/es/films/la-fuga/");
    let people = told("en/fates/?outcome=dies", Gallery::Fates, Veil::default());
    assert!(people.len() > 5 && people.iter().all(|row| row.iter().all(|cell| !cell.is_empty())));
}

#[test]
fn the_rows_tell_no_fate_that_is_hidden() {
    for gallery in [Gallery::Characters, Gallery::Fates] {
        let shown = told("en/characters/", gallery, Veil::default());
        let hidden = told("en/characters/", gallery, Veil::over_all());
        assert_eq!(hidden.len(), shown.len());
        for (place, column) in hidden[0].iter().enumerate() {
            let telling = ["roles", "outcome", "certainty", "account", "passages"].contains(&column.as_str());
            assert_eq!(hidden[1..].iter().all(|row| row[place].is_empty()), telling, "{column}");
        }
    }
}

/// What a table holds so that a spreadsheet takes no cell for a formula.
fn guarded(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

proptest! {
    #[test]
    fn a_table_is_read_back_from_csv_and_from_json(
        cells in proptest::collection::vec("([=+@\\-\t\r])?([a-zñ ,;\"'\\\\{}]|\\PC|[\u{0}-\u{1f}]){0,8}", 1..20),
        columns in 1..5usize,
        named in any::<bool>(),
    ) {
        let mut table: Vec<Vec<String>> = cells.chunks(columns).map(<[String]>::to_vec).collect();
        table.retain(|row| row.len() == columns);
        let written = csv(&table);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
        let read: Vec<Vec<String>> = reader.records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let expect: Vec<Vec<String>> =
            table.iter().map(|row| row.iter().map(|cell| guarded(cell)).collect()).collect();
        prop_assert_eq!(read, expect);

        let names = (0..columns).map(|column| if named { format!("\"{column}\\") } else { column.to_string() });
        table.insert(0, names.collect());
        let read: Vec<Value> = serde_json::from_str(&json(&table)).unwrap();
        prop_assert_eq!(read.len(), table.len() - 1);
        for (row, object) in table[1..].iter().zip(&read) {
            for (column, cell) in table[0].iter().zip(row) {
                prop_assert_eq!(&object[column], cell);
            }
        }
    }
}

#[test]
fn a_graph_has_everybody_and_every_relation_of_a_film_and_hides_what_is_hidden() {
    let corpus = corpus().unwrap();
    for film in (0u32..).take(corpus.films.len()).map(FilmId) {
        let cast: Vec<&str> = cast_of(corpus, film).map(|(_, who, _)| who.id.as_str()).collect();
        for veil in [Veil::default(), Veil::over_all()] {
            let text = graph(corpus, film, Language::Es, &veil);
            // It reads nothing that is not well formed.
            let document = roxmltree::Document::parse(&text).unwrap();
            let all = |name: &'static str| {
                document
                    .descendants()
                    .filter(move |it| it.has_tag_name(("http://graphml.graphdrawing.org/xmlns", name)))
            };
            let said = |name, key: &str| -> Vec<String> {
                all(name).map(|it| it.attribute(key).unwrap().to_owned()).collect()
            };
            assert_eq!(said("node", "id"), cast);
            let relations = corpus
                .relations
                .iter()
                .map(|relation| Gallery::Characters.item_id(corpus, relation.from.get().0));
            let edges = relations.filter(|from| cast.contains(from)).count();
            assert_eq!(all("edge").count(), edges);
            let ends = [said("edge", "source"), said("edge", "target")].concat();
            assert!(ends.iter().all(|id| cast.contains(&id.as_str())));
            let data = said("data", "key");
            let keys = |key: &str| data.iter().filter(|data| *data == key).count();
            assert_eq!(keys("name"), cast.len());
            let told = !veil.hides(film);
            assert_eq!((keys("outcome"), keys("kind")), if told { (cast.len(), edges) } else { (0, 0) });
            let declared = said("key", "id");
            assert!(data.iter().all(|key| declared.contains(key)));
            let names = all("data").filter(|it| it.attribute("key") == Some("name")).map(|it| it.text());
            let names: Vec<Option<&str>> = names.collect();
            let expect = cast_of(corpus, film).map(|(_, who, _)| Some(who.name.get(Language::Es)));
            assert!(names.into_iter().eq(expect));
        }
    }
}
