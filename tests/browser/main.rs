//! What a visitor can do, in a real browser: each test is a sentence about the page. `cargo xtask test` builds
//! the page, starts the drivers of each browser, and runs these. Any error in the console fails the test that caused it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands")]

mod accessibility;
mod chromium_alone;
mod comparing;
mod diagrams;
mod engine;
mod everyday;
mod gallery;
mod host;
mod published;
mod questions;
mod visitor;
mod witness;

use serde_json::json;
use visitor::visit;

const IDS: &str =
    "return [...document.querySelectorAll('#results > [data-id]')].map(item => item.dataset.id)";
const PLATA: &str = "plata-quemada";
const FUGA: &str = "la-fuga";
const BEIJO: &str = "o-beijo-da-mulher-aranha";

/// The box of a value of a facet.
fn value(facet: &str, value: &str) -> String {
    format!("input[data-facet='{facet}'][data-value='{value}']")
}

#[test]
fn ticking_prison_leaves_the_two_films_with_a_prison() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        visitor.sees(IDS, json!([BEIJO, PLATA, FUGA])).await;
        visitor.click(&value("theme", "prison")).await;
        visitor.sees(IDS, json!([BEIJO, FUGA])).await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("2")).await;
        visitor.sees_address("en/films/?theme=prison").await;
    });
}

#[test]
fn ticking_escape_leaves_the_two_films_with_an_escape() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        visitor.click(&value("theme", "escape")).await;
        visitor.sees(IDS, json!([PLATA, FUGA])).await;
    });
}

#[test]
fn values_of_a_facet_are_alternatives_until_all_are_asked_for() {
    visit(async |visitor| {
        visitor.open("en/films/?theme=prison&theme=escape").await;
        visitor.sees(IDS, json!([BEIJO, PLATA, FUGA])).await;
        visitor.click(".facet-mode label:last-child input").await;
        visitor.sees(IDS, json!([FUGA])).await;
        visitor.sees_address("en/films/?theme=prison&theme=escape&all=theme").await;
    });
}

#[test]
fn excluding_a_theme_leaves_the_films_without_it() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        visitor.click(&format!("li:has(> label > {}) > .facet-exclude", value("theme", "prison"))).await;
        visitor.sees(IDS, json!([PLATA])).await;
        visitor.sees_address("en/films/?not-theme=prison").await;
    });
}

#[test]
fn the_count_beside_every_theme_is_what_ticking_it_leaves() {
    visit(async |visitor| {
        for gallery in ["films", "characters", "fates"] {
            visitor.open(&format!("en/{gallery}/")).await;
            let counts = visitor
                .run("return [...document.querySelectorAll('input[data-facet=theme]')].map(box => [box.dataset.value, box.dataset.count])")
                .await;
            let counts = counts.as_array().unwrap();
            assert!(counts.len() > 40, "{} themes", counts.len());
            for pair in counts.iter().step_by(7) {
                let tick = format!(
                    "document.querySelector(\"{}\").click()",
                    value("theme", pair[0].as_str().unwrap())
                );
                visitor.run(&tick).await;
                visitor.sees("return document.querySelectorAll('.chips .chip').length", json!(1)).await;
                visitor
                    .sees("return document.querySelector('#results').dataset.total", pair[1].clone())
                    .await;
                visitor.run(&tick).await;
                visitor.sees("return document.querySelectorAll('.chips .chip').length", json!(0)).await;
            }
        }
    });
}

#[test]
fn typing_narrows_at_once_and_makes_no_history() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        let before = visitor.run("return history.length").await;
        visitor.type_into("#search", "giselle").await;
        visitor.sees(IDS, json!([PLATA])).await;
        visitor.sees_address("en/films/?q=giselle").await;
        assert_eq!(visitor.run("return history.length").await, before);
        visitor.sees("return document.activeElement.id", json!("search")).await;
        visitor.click(".search-clear").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("3")).await;
    });
}

#[test]
fn words_are_found_without_their_accents_and_in_every_language() {
    visit(async |visitor| {
        visitor.open("en/characters/").await;
        visitor.type_into("#search", "santalo").await;
        visitor.sees_in(IDS, json!("santalo")).await;
        visitor.open("es/films/?q=carcel").await;
        visitor.sees_in(IDS, json!(FUGA)).await;
        visitor.sees("return document.querySelector('h1').textContent.includes('carcel')", json!(true)).await;
        // As it is typed, and not taken for another word.
        visitor.sees("return document.querySelector('.near-words')", json!(null)).await;
        visitor.open("es/characters/?q=c%C3%A1rcel").await;
        let with_accent = visitor.run(IDS).await;
        assert!(with_accent.as_array().unwrap().len() > 5);
        for address in ["es/characters/?q=carcel", "es/characters/?q=C%C3%80RCEL", "pt/characters/?q=carcel"]
        {
            visitor.open(address).await;
            visitor.sees(IDS, with_accent.clone()).await;
        }
    });
}

#[test]
fn one_filter_is_shared_by_the_three_galleries() {
    visit(async |visitor| {
        visitor.open("en/films/?theme=anarchism").await;
        visitor.sees(IDS, json!([FUGA])).await;
        visitor.click(".site-parts li:nth-child(2) a").await;
        visitor.sees_in(IDS, json!("vallejo")).await;
        visitor.sees_address("en/characters/?theme=anarchism").await;
        visitor.click(".site-parts li:nth-child(3) a").await;
        visitor.sees_address("en/fates/?theme=anarchism").await;
        visitor.sees_in(IDS, json!("vallejo")).await;
    });
}

#[test]
fn a_visitor_follows_links_from_gallery_to_film_to_character_and_comes_back() {
    visit(async |visitor| {
        visitor.open("en/films/?theme=prison").await;
        visitor.sees(IDS, json!([BEIJO, FUGA])).await;
        visitor.click("#results [data-id='la-fuga'] .card-cover").await;
        visitor.sees_address("en/films/la-fuga/").await;
        visitor.sees("return document.activeElement.id", json!("title")).await;
        visitor.sees("return document.title", json!("La fuga · Desenlace")).await;
        visitor.click(".cast a[href$='characters/vallejo/']").await;
        visitor.sees_address("en/characters/vallejo/").await;
        visitor.sees("return document.querySelector('h1').textContent", json!("Camilo Vallejo")).await;
        visitor.back().await;
        visitor.sees("return document.querySelector('h1').textContent", json!("La fuga")).await;
        visitor.back().await;
        visitor.sees(IDS, json!([BEIJO, FUGA])).await;
        visitor.forward().await;
        visitor.sees_address("en/films/la-fuga/").await;
    });
}

#[test]
fn back_walks_deliberate_acts() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        visitor.click(&value("theme", "prison")).await;
        visitor.sees_address("en/films/?theme=prison").await;
        visitor.click(&value("theme", "escape")).await;
        visitor.sees_address("en/films/?theme=prison&theme=escape").await;
        visitor.back().await;
        visitor.sees(IDS, json!([BEIJO, FUGA])).await;
        visitor.back().await;
        visitor.sees(IDS, json!([BEIJO, PLATA, FUGA])).await;
    });
}

#[test]
fn a_deep_link_with_a_filter_survives_a_reload() {
    visit(async |visitor| {
        visitor.open("pt/characters/?outcome=declared-unknown").await;
        let ids = json!(["bordiola", "opitti"]);
        visitor.sees(IDS, ids.clone()).await;
        visitor.reload().await;
        visitor.sees(IDS, ids).await;
        visitor.sees("return document.documentElement.lang", json!("pt")).await;
    });
}

#[test]
fn a_passage_names_in_its_margin_the_themes_that_it_is_evidence_of() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        let themes = "return [...document.querySelectorAll('#the-tunnel .passage-themes a')].map(link => link.textContent)";
        visitor.sees_in(themes, json!("prison")).await;
        visitor.click("#the-tunnel .passage-themes a[href='en/themes/prison/']").await;
        visitor.sees_address("en/themes/prison/").await;
    });
}

#[test]
fn a_reference_to_a_passage_leads_to_it() {
    visit(async |visitor| {
        visitor.open("en/characters/vallejo/").await;
        visitor.click(".fate .evidence a").await;
        visitor.sees("return document.activeElement.classList.contains('passage')", json!(true)).await;
        visitor.sees("return location.hash.slice(1) === document.activeElement.id", json!(true)).await;
        visitor.reload().await;
        visitor
            .sees(
                "return [document.querySelector('.is-pointed-at')?.id, document.activeElement.id]
                    .every((id) => id === location.hash.slice(1))",
                json!(true),
            )
            .await;
    });
}

/// What has the focus, and whether it can be seen.
const FOCUSED: &str = "const { id } = document.activeElement;
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return [id, top >= 0 && top < innerHeight && bottom > 0]";

#[test]
fn each_part_of_a_film_can_be_gone_to_and_has_an_address() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        visitor.sees("return document.querySelectorAll('.parts-of-page a').length", json!(7)).await;
        visitor.click(".parts-of-page a[href$='#relations']").await;
        visitor.sees_address("en/films/la-fuga/#relations").await;
        visitor.sees(FOCUSED, json!(["relations", true])).await;
        visitor.back().await;
        visitor.sees_address("en/films/la-fuga/").await;
        visitor
            .sees("return document.activeElement.getAttribute('href')", json!("en/films/la-fuga/#relations"))
            .await;
        visitor.open("es/films/la-fuga/#facts").await;
        visitor.sees(FOCUSED, json!(["facts", true])).await;
        visitor.click("#hide-fates").await;
        visitor.sees("return document.querySelectorAll('.parts-of-page a').length", json!(5)).await;
    });
}

#[test]
fn a_source_leads_to_the_bibliography_and_back() {
    visit(async |visitor| {
        visitor.open("pt/films/plata-quemada/").await;
        visitor.click("#facts ~ dl .sources a").await;
        visitor
            .sees(
                "return document.querySelector('.bibliography .is-pointed-at dt') === document.activeElement",
                json!(true),
            )
            .await;
        visitor
            .sees("return location.hash === `#source-${document.activeElement.textContent}`", json!(true))
            .await;
        visitor.back().await;
        visitor.sees_address("pt/films/plata-quemada/").await;
        visitor.sees("return document.activeElement.closest('.sources') !== null", json!(true)).await;
    });
}

#[test]
fn the_language_switch_keeps_the_view() {
    visit(async |visitor| {
        visitor.open("en/fates/?theme=prison&not-outcome=untold").await;
        let before = visitor.run(IDS).await;
        visitor.click(".languages a[hreflang='es']").await;
        visitor.sees_address("es/fates/?theme=prison&not-outcome=untold").await;
        visitor.sees("return document.documentElement.lang", json!("es")).await;
        visitor.sees(IDS, before).await;
    });
}

#[test]
fn a_theme_page_leads_to_films_with_motivation_and_to_whom_it_concerns() {
    visit(async |visitor| {
        visitor.open("en/themes/prison/").await;
        visitor
            .sees("return [...document.querySelectorAll('[aria-labelledby=films] h3')].length", json!(2))
            .await;
        visitor
            .sees("return [...document.querySelectorAll('[aria-labelledby=absent] h3')].length", json!(1))
            .await;
        let motivations =
            "return [...document.querySelectorAll('[aria-labelledby=films] .theme-ties .tells')]
            .filter((motivation) => motivation.textContent.length > 30).length";
        visitor.sees(motivations, json!(2)).await;
        visitor.click("[aria-labelledby=characters] a[href$='characters/luis/']").await;
        visitor.sees_address("en/characters/luis/").await;
    });
}

#[test]
fn an_address_that_is_not_understood_shows_the_nearest_view_and_says_so() {
    visit(async |visitor| {
        visitor.open("en/films/?theme=prision&theme=escape").await;
        visitor.sees(IDS, json!([PLATA, FUGA])).await;
        visitor
            .sees("return document.querySelector('.notices')?.textContent.includes('prision')", json!(true))
            .await;
        visitor.click(".notices button").await;
        visitor.sees("return document.querySelector('.notices')", json!(null)).await;
    });
}

#[test]
fn what_is_typed_shows_as_text_and_never_as_markup() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        visitor.type_into("#search", "<img src=x onerror=alert(1)>").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("0")).await;
        visitor.sees("return document.querySelector('h1').textContent.includes('<img')", json!(true)).await;
        visitor.sees("return document.querySelector('main img')", json!(null)).await;
    });
}

#[test]
fn an_empty_result_says_so_and_all_filters_can_be_cleared() {
    visit(async |visitor| {
        visitor.open("en/films/?theme=prison&film=plata-quemada").await;
        visitor.sees(IDS, json!([])).await;
        visitor.sees("return document.querySelector('.empty') !== null", json!(true)).await;
        visitor.click(".chips-clear").await;
        visitor.sees(IDS, json!([BEIJO, PLATA, FUGA])).await;
        visitor.sees_address("en/films/").await;
    });
}

#[test]
fn nothing_is_fetched_from_another_origin() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => new URL(name).origin !== location.origin)";
        visitor.sees(script, json!([])).await;
        let count = visitor.run("return performance.getEntriesByType('resource').length").await;
        assert!(count.as_u64().unwrap() >= 3, "only {count} resources");
    });
}

#[test]
fn on_a_phone_the_filters_fold_away_behind_a_button_and_nothing_overflows() {
    visit(async |visitor| {
        visitor.open_small(360, 740, "es/films/").await;
        visitor.click(".facets-toggle").await;
        visitor.click(&value("theme", "prison")).await;
        visitor.click(".facets-close").await;
        visitor.sees(IDS, json!([BEIJO, FUGA])).await;
        for address in [
            "pt/characters/",
            "es/films/la-fuga/",
            "en/themes/",
            "pt/characters/luis/",
            "es/questions/?inverse-relation=leaves-to-die&outcome=killed",
            "pt/compare/?film=la-fuga&film=plata-quemada&film=o-beijo-da-mulher-aranha",
        ] {
            visitor.turn_to(address).await;
            let overflow =
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            visitor.sees(overflow, json!(0)).await;
        }
    });
}
