//! What a visitor sees in the drawings of a film and in what the core compares: threads in either order, things that
//! light each other up, relations, kindred, themes that go together.

use crate::visitor::visit;
use serde_json::json;

/// The numbers of the events on the map, from left to right.
const NUMBERS: &str =
    "return [...document.querySelectorAll('.threads-wide .event-number')].map(number => number.textContent)";
/// The numbers of the events in the table, from top to bottom.
const ROWS: &str =
    "return [...document.querySelectorAll('.threads-table tbody th')].map(number => number.textContent)";
/// What is lit among the passages.
const LIT_PASSAGES: &str =
    "return [...document.querySelectorAll('.passage[data-lit]')].map(passage => passage.id)";
/// What is said of what is tapped.
const SUBTITLE: &str = "return document.querySelector('.subtitle').textContent.trim()";
const NENE: &str = ".threads-wide [data-character=nene]";

/// A script that gives the focus to an element, and says so itself where the window of the test lies behind another.
fn focus(selector: &str) -> String {
    format!(
        "const element = document.querySelector('{selector}');
        element.focus();
        if (!document.hasFocus()) element.dispatchEvent(new FocusEvent('focusin', {{ bubbles: true }}))"
    )
}

/// A script in which a pointer does something to an element.
fn pointer(kind: &str, how: &str, selector: &str) -> String {
    let event =
        format!("new PointerEvent('{how}', {{ pointerType: '{kind}', bubbles: true, cancelable: true }})");
    format!("document.querySelector(\"{selector}\").dispatchEvent({event})")
}

#[test]
fn the_map_switches_to_the_order_of_the_story_and_the_address_says_so() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        let told: Vec<String> = (1..=39).map(|number| number.to_string()).collect();
        visitor.sees(NUMBERS, json!(told)).await;
        visitor.sees("return document.querySelectorAll('.rail').length", json!(0)).await;
        visitor.click(".threads-section .chips a:last-child").await;
        visitor.sees_address("en/films/la-fuga/?order=story").await;
        // What is told back of Santaló, of Bordiola, of Opitti happens before the escape.
        let first = [NUMBERS, ".slice(0, 4)"].concat();
        visitor.sees(&first, json!(["7", "8", "9", "16"])).await;
        visitor.sees("return document.querySelectorAll('.threads-wide .rail').length > 0", json!(true)).await;
        visitor
            .sees("return document.querySelectorAll('.threads-wide .loose').length > 0", json!(true))
            .await;
        visitor.reload().await;
        visitor.sees(&first, json!(["7", "8", "9", "16"])).await;
        let chosen = "return document.querySelector('.threads-section [aria-current]').textContent";
        visitor.sees(chosen, json!("As it happens")).await;
        visitor.back().await;
        visitor.sees(NUMBERS, json!(told)).await;
    });
}

#[test]
fn a_table_holds_the_events_in_the_order_of_the_map_and_says_who_and_where_in_the_story() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        visitor.click(".threads-table summary").await;
        for order in ["last", "first"] {
            visitor.click(&format!(".threads-section .chips a:{order}-child")).await;
            visitor
                .sees("return document.querySelectorAll('.rail').length > 0", json!(order == "last"))
                .await;
            let numbers = visitor.run(NUMBERS).await;
            visitor.sees(ROWS, numbers).await;
        }
        let cells = "return [...document.querySelector('.threads-table tbody tr').cells].slice(2)
            .map(cell => cell.textContent)";
        let cells = visitor.run(cells).await;
        assert!(cells[0].as_str().is_some_and(|who| who.contains("seven")), "{cells}");
        assert!(cells[2].as_str().is_some_and(|place| place.starts_with("between ")), "{cells}");
    });
}

#[test]
fn pointing_at_a_thread_lights_its_passages_and_its_fate_and_nothing_moves() {
    visit(async |visitor| {
        visitor.open("en/films/plata-quemada/").await;
        let height = visitor.run("return document.documentElement.scrollHeight").await;
        visitor.run(&pointer("mouse", "pointerover", &[NENE, " a"].concat())).await;
        let lit = "return [...document.querySelectorAll('.threads-wide .thread[data-lit]')]
            .map(thread => thread.dataset.character)";
        visitor.sees(lit, json!(["nene"])).await;
        let names =
            "return [...document.querySelectorAll('.cast [data-lit] a')].map(name => name.textContent)";
        visitor.sees_in(names, json!("El Nene")).await;
        let passages = visitor.run(LIT_PASSAGES).await;
        assert!(passages.as_array().is_some_and(|lit| lit.len() > 3), "{passages}");
        visitor.sees("return document.documentElement.scrollHeight", height).await;
        visitor.run(&pointer("mouse", "pointerover", "h1")).await;
        visitor.sees("return document.querySelector('[data-lit]')", json!(null)).await;
    });
}

#[test]
fn pointing_at_a_passage_or_a_name_lights_its_events_and_its_threads() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        visitor.run(&pointer("mouse", "pointerover", "#the-tunnel")).await;
        let lit = "return [...document.querySelectorAll('.threads-wide .event[data-lit] .event-number')]
            .map(number => number.textContent)";
        visitor.sees(lit, json!(["1", "2", "3"])).await;
        let irala = "return document.querySelector('.threads-wide [data-character=irala]').dataset.lit";
        visitor.sees(irala, json!("")).await;
        visitor.run(&pointer("mouse", "pointerover", ".cast a[href$='characters/vallejo/']")).await;
        let threads = "return [...document.querySelectorAll('.threads-wide .thread[data-lit]')]
            .map(thread => thread.dataset.character)";
        visitor.sees(threads, json!(["vallejo"])).await;
    });
}

#[test]
fn a_first_tap_on_an_event_says_what_happens_and_a_second_one_goes_there() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        let tap = pointer("touch", "click", ".threads-wide .event a");
        let said = "return document.querySelector('.subtitle').textContent.includes('Seven prisoners')";
        for let_go in [
            pointer("touch", "click", "h1"),
            "window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))".to_owned(),
        ] {
            visitor.run(&tap).await;
            visitor.sees(said, json!(true)).await;
            visitor.sees(LIT_PASSAGES, json!(["the-tunnel"])).await;
            visitor.sees_address("en/films/la-fuga/").await;
            visitor.run(&let_go).await;
            visitor.sees(SUBTITLE, json!("")).await;
            visitor.sees(LIT_PASSAGES, json!([])).await;
        }
        visitor.run(&tap).await;
        visitor.sees(said, json!(true)).await;
        visitor.run(&tap).await;
        visitor.sees_address("en/films/la-fuga/#the-tunnel").await;
    });
}

#[test]
fn the_focus_lights_what_belongs_to_a_thread() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        visitor.run(&focus(".threads-wide [data-character=vallejo] a")).await;
        visitor.sees_in(LIT_PASSAGES, json!("the-blast")).await;
        visitor.run(&focus("h1")).await;
        visitor.sees(LIT_PASSAGES, json!([])).await;
    });
}

#[test]
fn the_graph_of_relations_and_its_table_hold_the_same_and_a_node_leads_to_its_character() {
    visit(async |visitor| {
        visitor.open("en/films/plata-quemada/").await;
        visitor.sees("return document.querySelectorAll('.graph-columns tbody tr').length", json!(44)).await;
        let same = "const things = selector =>
                [...new Set([...document.querySelectorAll(selector)].map(one => one.dataset.thing))].join();
            return things('.arc') === things('.graph-columns tr[data-thing]')";
        visitor.sees(same, json!(true)).await;
        visitor.run(&pointer("mouse", "pointerover", ".graph a[href$='characters/giselle/']")).await;
        let lit = "return document.querySelectorAll('.arc[data-lit]').length";
        let arcs = visitor.run("return document.querySelectorAll('.arc').length").await;
        visitor.sees(&format!("{lit} > 0"), json!(true)).await;
        visitor.sees(&format!("{lit} < {arcs}"), json!(true)).await;
        let rows = "return [...document.querySelectorAll('.graph-columns tr[data-lit]')]
            .every(row => row.textContent.includes('Giselle'))";
        visitor.sees(rows, json!(true)).await;
        // Its name: in a drawing only what is drawn can be hit, and drivers look for nothing but the element that they are given.
        visitor.click(".graph a[href$='characters/giselle/'] tspan").await;
        visitor.sees_address("en/characters/giselle/").await;
    });
}

#[test]
fn a_character_has_kindred_in_other_films_with_what_they_share_and_where() {
    visit(async |visitor| {
        visitor.open("en/characters/angel/").await;
        let films = "return [...document.querySelectorAll('[aria-labelledby=kindred] .film-link')]
            .map(film => film.textContent).filter(film => film !== 'Plata quemada').length";
        visitor.sees(films, json!(5)).await;
        let reasons = "return [...document.querySelectorAll('.shared > li')]
            .every(reason => reason.querySelectorAll('.evidence').length === 2)";
        visitor.sees(reasons, json!(true)).await;
        visitor.click("[aria-labelledby=kindred] .character-link").await;
        let film = "return document.querySelector('.page-kind').textContent !== 'Plata quemada'";
        visitor.sees(film, json!(true)).await;
    });
}

#[test]
fn a_theme_names_those_that_go_with_it_and_leads_to_whoever_has_both() {
    visit(async |visitor| {
        visitor.open("en/themes/betrayal/").await;
        let last = "[aria-labelledby=companions] span:last-child > a:last-child";
        let count =
            visitor.run(&format!("return parseInt(document.querySelector('{last}').textContent)")).await;
        visitor.click(last).await;
        let total = "return document.querySelector('#results')?.dataset.total";
        visitor.sees(total, json!(count.to_string())).await;
    });
}

#[test]
fn hidden_fates_hide_whatever_the_drawings_would_tell() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/?order=story").await;
        visitor.sees("return document.querySelector('.graph') !== null", json!(true)).await;
        visitor.click("#hide-fates").await;
        visitor
            .sees(
                "return document.querySelectorAll('.graph, .threads-table, .thread-words').length",
                json!(0),
            )
            .await;
        visitor
            .sees("return document.querySelectorAll('.threads-wide .thread').length > 0", json!(true))
            .await;
        visitor.click("#hide-fates").await;
        visitor.sees("return document.querySelector('.graph') !== null", json!(true)).await;
    });
}
