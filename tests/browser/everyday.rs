//! What a visitor does with a page besides reading it: hides fates, cites, shares, takes data along, comes back.

use crate::host::Host;
use crate::visitor::{Visitor, visit, visit_at};
use desenlace::messages::number;
use desenlace_core::model::Language;
use serde_json::json;

const IDS: &str = "return [...document.querySelectorAll('#results [data-id]')].map(item => item.dataset.id)";
/// How many results all outcomes together are counted with.
const ENDINGS: &str = "return [...document.querySelectorAll('[data-facet=outcome]')]
    .reduce((sum, value) => sum + Number(value.dataset.count), 0)";
const ENTER: &str = "\u{e007}";
const TELLING: &str = "return document.querySelectorAll('main .tells').length";

/// What is handed to the browser is kept here instead, so that nothing needs a permission or a folder.
const CATCH: &str = "
    navigator.clipboard.writeText = (text) => { window.caught = text; return Promise.resolve(); };
    HTMLAnchorElement.prototype.click = function () { window.file = this.download; };
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.caught = text; }); return 'blob:x'; };
    delete Navigator.prototype.share;";

async fn opens(visitor: &Visitor, address: &str) {
    visitor.open(address).await;
    visitor.run(CATCH).await;
}

#[test]
fn hidden_fates_are_in_no_card_no_count_and_no_search_and_stay_hidden_after_a_reload() {
    visit(async |visitor| {
        visitor.open("en/characters/").await;
        let all = visitor.run(IDS).await;
        visitor.click("#hide-fates").await;
        visitor.sees(ENDINGS, json!(0)).await;
        visitor.sees(TELLING, json!(0)).await;
        visitor.sees(IDS, all).await;
        visitor.reload().await;
        visitor.sees(TELLING, json!(0)).await;
        visitor.open("en/fates/?outcome=dies").await;
        visitor.sees(IDS, json!([])).await;
        visitor.open("en/fates/?q=shot").await;
        visitor.sees(IDS, json!([])).await;
        visitor.click("#hide-fates").await;
        visitor.sees("return document.querySelectorAll('#results [data-id]').length > 0", json!(true)).await;
        visitor.sees("return localStorage.getItem('fates')", json!(null)).await;
    });
}

#[test]
fn the_fates_of_one_film_are_told_when_they_are_asked_for() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        visitor.click("#hide-fates").await;
        visitor.sees("return document.querySelectorAll('.passage').length", json!(0)).await;
        visitor.click(".gate .film-veil").await;
        visitor.sees("return document.querySelectorAll('.passage').length > 10", json!(true)).await;
        visitor.click(".cast a[href$='characters/vallejo/']").await;
        visitor.sees("return document.querySelector('.fate-account') !== null", json!(true)).await;
        visitor.click(".site-parts li:nth-child(1) a").await;
        let told = "return [...document.querySelectorAll('#results [data-id]')]
            .filter((card) => card.querySelector('.tells')).map((card) => card.dataset.id)";
        visitor.sees(told, json!(["la-fuga"])).await;
    });
}

#[test]
fn what_is_hidden_is_said_where_it_is_missed_and_the_focus_stays_when_it_is_shown() {
    visit(async |visitor| {
        visitor.open("en/fates/?theme=escape").await;
        let headline = "return document.querySelector('h1').textContent";
        visitor.sees(headline, json!("9 fates with escape")).await;
        visitor.click("#hide-fates").await;
        // There may be some, so nobody says that there are none.
        visitor.sees(headline, json!("Fates with escape")).await;
        visitor.click(".gallery-main > div > .gate button").await;
        visitor.sees(headline, json!("9 fates with escape")).await;
        visitor.sees("return document.activeElement !== document.body", json!(true)).await;
        // A reference into a story that is hidden leads to where it can be shown.
        visitor.open("en/films/la-fuga/").await;
        visitor.click("#hide-fates").await;
        visitor.click("#themes ~ ul .evidence a").await;
        visitor.sees("return document.activeElement.id", json!("story")).await;
        visitor.click(".story .gate button").await;
        visitor.sees("return document.querySelectorAll('.passage').length > 10", json!(true)).await;
        visitor.sees("return document.activeElement.id", json!("story")).await;
        // Parallels between the same films are told apart by a number.
        visitor.open("es/parallels/").await;
        let names = "const names = [...document.querySelectorAll('.parallel-list h2')].map(({ textContent }) => textContent);
            return [names.length > 20, new Set(names).size === names.length, names[0]]";
        visitor
            .sees(names, json!([true, true, "Plata quemada · La fuga · O Beijo da Mulher-Aranha · 1"]))
            .await;
    });
}

#[test]
fn a_page_as_it_is_served_shows_no_fate_before_the_program_lives_where_they_are_hidden() {
    let host = Host::open("/a/b/", |path, answer| {
        if path.ends_with(".wasm") {
            answer.status = 404;
        }
    });
    visit_at(host.root(), async |visitor| {
        visitor.forgives_errors();
        let seen = "return [...document.querySelectorAll('.tells')]
            .filter((part) => getComputedStyle(part).visibility !== 'hidden').length";
        visitor.go("en/films/la-fuga/").await;
        assert!(visitor.run(seen).await.as_u64().unwrap() > 10);
        visitor.run("localStorage.setItem('fates', 'hidden')").await;
        visitor.go("en/films/plata-quemada/").await;
        assert_eq!(visitor.run(seen).await, json!(0));
        visitor
            .sees("return getComputedStyle(document.querySelector('h1')).visibility", json!("visible"))
            .await;
    });
}

#[test]
fn content_notes_stand_before_the_story_and_lead_to_films_without_such_content() {
    visit(async |visitor| {
        visitor.open("en/films/plata-quemada/").await;
        let before = "const notes = document.querySelector('.content-notes');
            const story = document.querySelector('.story');
            return Boolean(notes.compareDocumentPosition(story) & Node.DOCUMENT_POSITION_FOLLOWING)";
        visitor.sees(before, json!(true)).await;
        visitor.click(".content-notes summary").await;
        visitor.click(".content-notes a[href*='not-note=']").await;
        visitor.sees("return location.search.startsWith('?not-note=')", json!(true)).await;
        let ids = visitor.run(IDS).await;
        assert!(!ids.as_array().unwrap().contains(&json!("plata-quemada")), "{ids}");
    });
}

#[test]
fn a_page_is_cited_in_every_form_and_copied() {
    visit(async |visitor| {
        opens(visitor, "es/characters/nene/").await;
        visitor.click(".cite summary").await;
        visitor
            .sees("return document.querySelector('.citation')?.textContent.startsWith('«')", json!(true))
            .await;
        let address = "return document.querySelector('.citation')?.textContent.includes(location.href)";
        visitor.sees(address, json!(true)).await;
        for (form, begin) in [("BibTeX", "@misc{"), ("RIS", "TY  - "), ("CSL-JSON", "[{\"id\":")] {
            visitor.click(&format!(".cite option[value='{form}']")).await;
            let begins =
                format!("return document.querySelector('.citation')?.textContent.startsWith('{begin}')");
            visitor.sees(&begins, json!(true)).await;
            visitor.sees(address, json!(true)).await;
        }
        visitor.click(".citation ~ button").await;
        visitor
            .sees("return document.querySelector('.take-along [role=status]').textContent", json!("Copiado."))
            .await;
        visitor
            .sees("return window.caught === document.querySelector('.citation')?.textContent", json!(true))
            .await;
    });
}

#[test]
fn a_passage_is_copied_with_its_citation() {
    visit(async |visitor| {
        opens(visitor, "en/films/la-fuga/").await;
        visitor.click(".passage:nth-of-type(2) .passage-quote").await;
        let cites = "const passage = document.querySelector('.passage:nth-of-type(2)');
            return [window.caught?.startsWith(passage.querySelector('.passage-text p').textContent),
                window.caught?.includes(`#${passage.id} (accessed `)]";
        visitor.sees(cites, json!([true, true])).await;
    });
}

#[test]
fn an_address_is_shared_as_the_device_does_it_and_copied_where_it_cannot() {
    visit(async |visitor| {
        opens(visitor, "en/films/?theme=prison").await;
        visitor.click(".take-along-ways button").await;
        visitor.sees("return window.caught === location.href", json!(true)).await;
        visitor
            .run("navigator.share = (data) => { window.shared = data.url; return Promise.resolve(); };")
            .await;
        visitor.click(".take-along-ways button").await;
        visitor.sees("return window.shared === location.href", json!(true)).await;
        visitor
            .sees("return document.querySelector('.take-along [role=status]').textContent", json!("Done."))
            .await;
    });
}

#[test]
fn the_result_and_the_relations_are_saved_as_files() {
    visit(async |visitor| {
        opens(visitor, "en/films/?theme=prison").await;
        visitor.click(".take-along-ways button:nth-child(2)").await;
        visitor.sees("return window.file", json!("desenlace-films.csv")).await;
        visitor.sees("return window.caught?.split('\\r\\n').length", json!(4)).await;
        visitor.click(".take-along-ways button:nth-child(3)").await;
        visitor.sees("return window.file", json!("desenlace-films.json")).await;
        let ids = "return window.caught.startsWith('[') && JSON.parse(window.caught).map((film) => film.id)";
        visitor.sees(ids, json!(["o-beijo-da-mulher-aranha", "la-fuga"])).await;
        opens(visitor, "en/films/la-fuga/").await;
        visitor.click(".take-along-ways button:nth-child(2)").await;
        visitor.sees("return window.file", json!("desenlace-la-fuga.graphml")).await;
        // The policy of the page lets no script parse a document.
        let graph = "const graph = (window.caught ?? '').trim();
            const count = (tag) => graph.split(tag).length - 1;
            return [graph.endsWith('</graphml>'), count('<node ') > 10, count('<edge ') > 10]";
        visitor.sees(graph, json!([true, true, true])).await;
    });
}

#[test]
fn back_leads_to_where_the_reader_was_and_another_page_begins_at_its_top() {
    visit(async |visitor| {
        visitor.open("en/characters/").await;
        visitor.run("window.scrollTo(0, 900)").await;
        visitor.sees("return Math.round(scrollY)", json!(900)).await;
        visitor.run("document.querySelectorAll('#results h2 a')[20].focus({ preventScroll: true })").await;
        visitor.press(ENTER).await;
        visitor.sees("return [Math.round(scrollY), document.activeElement.id]", json!([0, "title"])).await;
        visitor.back().await;
        let followed = "document.activeElement === document.querySelectorAll('#results h2 a')[20]";
        visitor.sees(&format!("return [Math.round(scrollY), {followed}]"), json!([900, true])).await;
    });
}

#[test]
fn the_language_switch_keeps_the_place_on_the_page() {
    visit(async |visitor| {
        visitor.open("en/films/la-fuga/").await;
        visitor.run("window.scrollTo(0, 700)").await;
        visitor.run("document.querySelector('.languages a[hreflang=pt]').click()").await;
        visitor.sees("return document.documentElement.lang", json!("pt")).await;
        visitor.sees("return Math.round(scrollY) > 300", json!(true)).await;
    });
}

#[test]
fn numbers_are_written_as_the_browser_writes_them() {
    visit(async |visitor| {
        visitor.open("en/about/").await;
        for language in Language::ALL {
            for each in [0, 7, 999, 1_000, 4_532, 9_999, 10_000, 34_532, 999_999, 1_000_000, 12_345_678] {
                let script = format!("return new Intl.NumberFormat('{}').format({each})", language.tag());
                visitor.sees(&script, json!(number(language, each))).await;
            }
        }
    });
}
