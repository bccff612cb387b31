//! That whatever an address can point at within a page is there, once: every page is rendered and read for its ids and for the
//! links that lead to them. It knows nothing of the browser.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use desenlace::app::{App, AppProps};
use desenlace::corpus::corpus;
use desenlace::view::{Page, View};
use desenlace_core::model::PAGE_IDS;
use std::collections::{BTreeMap, BTreeSet};

/// The page of a view.
fn page(view: View) -> String {
    futures_executor::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { view }).render())
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn what_is_pointed_at_stands_on_its_page_once_and_no_passage_is_called_like_a_part_of_a_page() {
    let corpus = corpus().unwrap();
    let passages: BTreeSet<&str> = corpus.passages.iter().map(|passage| passage.id).collect();
    let pages: BTreeMap<String, String> =
        View::all(corpus).into_iter().map(|view| (view.address(corpus), page(view))).collect();
    let mut followed = 0;
    for (address, html) in &pages {
        let ids = values(html, " id=\"");
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        let (view, _) = View::at(corpus, address);
        // One film's passages are told apart by their ids; where films are beside each other, no address points at them.
        if matches!(view.page, Page::Film(..)) {
            assert_eq!(once.len(), ids.len(), "{address} has an id twice: {ids:?}");
            let parts = once.difference(&passages).filter(|id| !PAGE_IDS.contains(id)).collect::<Vec<_>>();
            assert_eq!(parts, Vec::<&&str>::new(), "{address}: a passage could be called so");
        }
        for link in values(html, " href=\"") {
            let Some((to, anchor)) = link.split_once('#') else { continue };
            let target = &pages[to.split('?').next().unwrap()];
            assert!(
                target.contains(&format!(" id=\"{anchor}\"")),
                "{address} leads to {link}, where nothing is"
            );
            followed += 1;
        }
    }
    assert!(followed > 5000, "only {followed} links lead within a page");
}
