//! axe-core on every kind of page, in every language, in both colour schemes, on a phone and on a desk: it finds nothing.

use super::{DESK, PHONE, looks};
use crate::accessibility::PAGES;
use crate::visitor::{Visitor, visit};
use serde_json::json;
use std::fs;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/node_modules/axe-core/axe.min.js");

/// What axe finds on the page as it is: which rule, and on what.
const FINDINGS: &str = "const rules = ['target-size', 'label-content-name-mismatch', 'td-has-header',
        'p-as-heading', 'table-fake-caption'];
    const found = await axe.run(document, { resultTypes: ['violations'],
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])) });
    return found.violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 300), nodes[0].failureSummary])";

/// Brings axe into the page. The driver runs it as it runs every script, past the policy of the page.
async fn bring_axe(visitor: &Visitor) {
    visitor.run(&fs::read_to_string(AXE).unwrap()).await;
}

/// What axe finds on the page in both schemes and on both screens.
async fn findings(visitor: &Visitor, what: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (scheme, screen) in [("light", DESK), ("dark", DESK), ("dark", PHONE), ("light", PHONE)] {
        // Colours must not be on their way from one scheme to the other.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        looks(visitor, screen, features).await;
        let findings = visitor.run_slowly(FINDINGS).await;
        if findings != json!([]) {
            all.push(format!("{what}, {scheme}, {} px wide: {findings:#}", screen.0));
        }
    }
    all
}

fn every_page(language: &str) {
    visit(async |visitor| {
        let mut all = Vec::new();
        for page in PAGES {
            let address = format!("{language}/{page}");
            visitor.open(&address).await;
            bring_axe(visitor).await;
            all.extend(findings(visitor, &address).await);
        }
        assert!(all.is_empty(), "{}", all.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_in_english() {
    every_page("en");
}

#[test]
fn axe_finds_nothing_in_spanish() {
    every_page("es");
}

#[test]
fn axe_finds_nothing_in_portuguese() {
    every_page("pt");
}
