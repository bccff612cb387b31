//! axe-core on every kind of page, in every language, in both colour schemes, on a phone and on a desk: it finds nothing.

use super::{DESK, PHONE, Screen, looks};
use crate::accessibility::{KINDS, PAGES};
use crate::host::dist;
use crate::visitor::{Visitor, visit, visit_at};
use serde_json::{Value, json};
use std::fs;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/node_modules/axe-core/axe.min.js");

/// Every rule that is not experimental, and some that axe leaves out unless they are asked for.
const EVERY_RULE: &str =
    "rules: Object.fromEntries(['target-size', 'label-content-name-mismatch', 'td-has-header',
    'p-as-heading', 'table-fake-caption'].map((rule) => [rule, { enabled: true }]))";

/// The rules that ask for colours.
const RULES_OF_COLOUR: &str = "runOnly: ['color-contrast', 'link-in-text-block']";

/// What axe finds on the page as it is: which rule, and on what.
fn findings_by(rules: &str) -> String {
    format!(
        "const found = await axe.run(document, {{ resultTypes: ['violations'], {rules} }});
        return found.violations.map(({{ id, nodes }}) =>
            [id, nodes.length, nodes[0].html.slice(0, 300), nodes[0].failureSummary])"
    )
}

/// Brings axe into the page. The driver runs it as it runs every script, past the policy of the page.
async fn bring_axe(visitor: &Visitor) {
    visitor.run(&fs::read_to_string(AXE).unwrap()).await;
}

/// A scheme, whose colours must not be on their way.
fn in_scheme(scheme: &str) -> Value {
    json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ])
}

/// What axe finds on the page in both schemes on a screen. A scheme moves and hides nothing
/// (`nothing_but_colours_depends_on_the_scheme`), so where every rule was asked in one, those of colour are in the other.
async fn findings_in_both_schemes(visitor: &Visitor, screen: Screen, what: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (scheme, rules) in [("light", EVERY_RULE), ("dark", RULES_OF_COLOUR)] {
        looks(visitor, screen, in_scheme(scheme)).await;
        let findings = visitor.run_slowly(&findings_by(rules)).await;
        if findings != json!([]) {
            all.push(format!("{what}, {scheme}, {} px wide: {findings:#}", screen.0));
        }
    }
    all
}

/// The same on both screens.
async fn findings(visitor: &Visitor, what: &str) -> Vec<String> {
    let mut all = findings_in_both_schemes(visitor, DESK, what).await;
    all.extend(findings_in_both_schemes(visitor, PHONE, what).await);
    all
}

/// Looks at each kind of page in a language, and at every third state, beginning at the `first`, so that the three languages
/// together have all of them.
fn every_page(language: &str, first: usize) {
    visit(async |visitor| {
        let mut all = Vec::new();
        let (kinds, states) = PAGES.split_at(KINDS);
        visitor.open(&format!("{language}/films/la-fuga/")).await;
        bring_axe(visitor).await;
        for page in kinds.iter().chain(states.iter().skip(first).step_by(3)) {
            let address = format!("{language}/{page}");
            visitor.turn_to(&address).await;
            all.extend(findings(visitor, &address).await);
        }
        assert!(all.is_empty(), "{}", all.join("\n"));
    });
}

#[test]
fn nothing_but_colours_depends_on_the_scheme() {
    visit(async |visitor| {
        // Where everything is, and whether it is seen.
        const ALL: &str = "const { scrollX, scrollY } = window;
            const places = [...document.querySelectorAll('body *')].map((each) => {
                const { x, y, width, height } = each.getBoundingClientRect();
                const seen = each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
                return [x + scrollX, y + scrollY, width, height, seen, getComputedStyle(each).fontWeight].join();
            });
            window.before = window.before ?? places;
            return [places.length > 500, places.length === before.length,
                places.findIndex((place, at) => place !== before[at])]";
        for page in ["films/?theme=prison", "compare/?film=la-fuga&film=plata-quemada"] {
            visitor.open(&format!("en/{page}")).await;
            for scheme in ["light", "dark"] {
                looks(visitor, DESK, in_scheme(scheme)).await;
                assert_eq!(visitor.run(ALL).await, json!([true, true, -1]), "{page}, {scheme}");
            }
        }
    });
}

#[test]
fn axe_finds_nothing_in_english() {
    every_page("en", 0);
}

#[test]
fn axe_finds_nothing_in_spanish() {
    every_page("es", 1);
}

#[test]
fn axe_finds_nothing_in_portuguese() {
    every_page("pt", 2);
}

/// What covers a page, or unfolds on it, where somebody wants it to: on which screen, where, how, and what is seen then.
const OPENED: [(Screen, &str, &str, &str); 6] = [
    (DESK, "en/about/", "document.querySelector('.help-button').click()", "#help[open]"),
    (PHONE, "es/films/", "document.querySelector('.facets-toggle').click()", "#facets[role=dialog]"),
    (DESK, "pt/films/la-fuga/", "document.querySelector('.cite summary').click()", ".cite[open]"),
    (
        DESK,
        "en/films/la-fuga/",
        "document.querySelector('.content-notes summary').click()",
        ".content-notes[open]",
    ),
    (
        PHONE,
        "es/films/la-fuga/",
        "document.querySelector('#hide-fates').click()",
        ".parts-of-page li:nth-child(5):last-child",
    ),
    (
        DESK,
        "pt/characters/?q=vallejo",
        "document.querySelector('#results summary').click()",
        "#results [open]",
    ),
];

#[test]
fn axe_finds_nothing_in_what_opens() {
    visit(async |visitor| {
        let mut all = Vec::new();
        for (screen, address, open, opened) in OPENED {
            looks(visitor, screen, in_scheme("light")).await;
            visitor.open(address).await;
            visitor.run(open).await;
            visitor.sees(&format!("return document.querySelector('{opened}') !== null"), json!(true)).await;
            bring_axe(visitor).await;
            all.extend(findings_in_both_schemes(visitor, screen, &format!("{address} {opened}")).await);
        }
        // Suggestions are only there while the box has the focus.
        visitor.open("en/films/").await;
        visitor.type_into("#search", "pri").await;
        visitor.sees("return document.querySelectorAll('[role=option]').length > 3", json!(true)).await;
        bring_axe(visitor).await;
        all.extend(findings_in_both_schemes(visitor, DESK, "suggestions").await);
        assert!(all.is_empty(), "{}", all.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_on_the_lost_page() {
    visit(async |visitor| {
        visitor.forgives_errors(); // what is not there
        let mut all = Vec::new();
        for language in ["en", "es", "pt"] {
            let address = format!("{language}/nowhere/");
            visitor.go(&address).await;
            visitor.sees("return document.querySelector('.lost > section').lang", json!(language)).await;
            bring_axe(visitor).await;
            all.extend(findings(visitor, &address).await);
        }
        assert!(all.is_empty(), "{}", all.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_in_the_copy_in_one_file() {
    let address = format!("file://{}#/", dist().join("desenlace.html").display());
    visit_at(&address, async |visitor| {
        let mut all = Vec::new();
        for page in ["en/films/", "es/films/plata-quemada/", "pt/questions/"] {
            visitor.open(page).await;
            bring_axe(visitor).await;
            all.extend(findings(visitor, page).await);
        }
        assert!(all.is_empty(), "{}", all.join("\n"));
    });
}
