//! What a visitor can do in the galleries: search with suggestions, see why something is there, sort, and do all of it
//! by keys.

use crate::visitor::{Visitor, visit};
use crate::{BEIJO, FUGA, IDS, PLATA, value};
use serde_json::json;

const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";
const END: &str = "\u{e010}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const TAB: &str = "\u{e004}";

/// The id of what has the focus.
const FOCUS: &str = "return document.activeElement.id";
/// The names of all suggestions.
const SUGGESTED: &str = "return [...document.querySelectorAll('[role=option]')].length > 0";
/// What the box points at.
const POINTED: &str = "const id = document.querySelector('#search').getAttribute('aria-activedescendant');
    return id && document.getElementById(id).getAttribute('href')";
const TITLE: &str = "return document.querySelector('h1').textContent";

/// Types into the search box and waits for suggestions.
async fn search(visitor: &Visitor, text: &str) {
    visitor.type_into("#search", text).await;
    visitor.sees(SUGGESTED, json!(true)).await;
}

#[test]
fn suggestions_come_in_groups_and_arrows_and_enter_follow_one() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        search(visitor, "pri").await;
        let groups = "return [...document.querySelectorAll('#suggestions [role=group]')].map(group => group.getAttribute('aria-label'))";
        visitor.sees_in(groups, json!("Themes")).await;
        visitor.sees(POINTED, json!(null)).await;
        visitor.press(DOWN).await;
        visitor.sees(POINTED, json!("en/themes/prison/")).await;
        visitor.sees(FOCUS, json!("search")).await;
        visitor.press(UP).await;
        visitor.sees(POINTED, json!(null)).await;
        visitor.press(DOWN).await;
        visitor.press(END).await;
        visitor
            .sees("return [...document.querySelectorAll('[role=option]')].at(-1).ariaSelected", json!("true"))
            .await;
        visitor.press(DOWN).await;
        visitor.press(DOWN).await;
        visitor.sees(POINTED, json!("en/themes/prison/")).await;
        visitor.press(ENTER).await;
        visitor.sees_address("en/themes/prison/").await;
        visitor.back().await;
        visitor.sees_address("en/films/?q=pri").await;
    });
}

#[test]
fn escape_closes_the_suggestions_and_then_empties_the_box() {
    visit(async |visitor| {
        visitor.open("es/films/").await;
        search(visitor, "cárcel").await;
        visitor.press(ESCAPE).await;
        visitor.sees(SUGGESTED, json!(false)).await;
        visitor.sees("return document.querySelector('#search').value", json!("cárcel")).await;
        visitor.press(ESCAPE).await;
        visitor.sees("return document.querySelector('#search').value", json!("")).await;
        visitor.sees(FOCUS, json!("search")).await;
        visitor.sees(IDS, json!([BEIJO, PLATA, FUGA])).await;
    });
}

#[test]
fn a_click_on_a_suggestion_leads_to_its_page_and_a_place_filters_the_gallery() {
    visit(async |visitor| {
        visitor.open("en/characters/").await;
        search(visitor, "santalo").await;
        visitor.click("[role=option][href='en/characters/santalo/']").await;
        visitor.sees_address("en/characters/santalo/").await;
        visitor.open("en/characters/").await;
        search(visitor, "montev").await;
        visitor.click("[role=option][href='en/characters/?place=montevideo']").await;
        visitor.sees_address("en/characters/?place=montevideo").await;
        visitor.sees("return document.querySelector('#search').value", json!("")).await;
    });
}

#[test]
fn a_link_that_is_followed_when_typing_comes_to_rest_is_remembered_behind_what_was_typed() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        visitor.shows_a_hand().await;
        // The pause after typing is over while the page of the film is being drawn.
        visitor
            .run_slowly(
                "const box = document.querySelector('#search');
                box.value = 'giselle';
                box.dispatchEvent(new InputEvent('input', { bubbles: true }));
                while (!document.querySelector('[role=option]')) await new Promise((done) => setTimeout(done));
                for (const start = performance.now(); performance.now() < start + 400;);
                document.querySelector('[data-id=plata-quemada] .card-cover').click()",
            )
            .await;
        visitor.sees(TITLE, json!("Plata quemada")).await;
        visitor.sees_address("en/films/plata-quemada/").await;
        visitor.sees(FOCUS, json!("title")).await;
        visitor.back().await;
        visitor.sees_address("en/films/?q=giselle").await;
        visitor.sees(IDS, json!([PLATA])).await;
    });
}

#[test]
fn found_words_are_marked_and_an_excerpt_leads_to_its_passage() {
    visit(async |visitor| {
        visitor.open("en/films/?q=fuga").await;
        visitor
            .sees("return document.querySelector('[data-id=la-fuga] h2 mark').textContent", json!("fuga"))
            .await;
        visitor.open("en/films/?q=tunnel").await;
        visitor.sees_in(IDS, json!(FUGA)).await;
        visitor
            .sees(
                "return document.querySelector('[data-id=la-fuga] .excerpt mark').textContent",
                json!("tunnel"),
            )
            .await;
        visitor.click("[data-id=la-fuga] .excerpt a").await;
        visitor.sees("return document.activeElement.textContent.includes('tunnel')", json!(true)).await;
    });
}

#[test]
fn a_misspelled_word_says_what_it_was_taken_for() {
    visit(async |visitor| {
        visitor.open("en/films/?q=excape").await;
        visitor.sees_in(IDS, json!(FUGA)).await;
        visitor.click(".near-words a").await;
        visitor.sees_address("en/films/?q=escape").await;
        visitor.sees("return document.querySelector('.near-words')", json!(null)).await;
    });
}

#[test]
fn each_result_says_why_it_is_here() {
    visit(async |visitor| {
        visitor.open("en/characters/?theme=betrayal").await;
        visitor.sees("return document.querySelectorAll('.why').length > 0", json!(true)).await;
        visitor.sees("return document.querySelectorAll('.why dl').length", json!(0)).await;
        visitor.click("#results .why summary").await;
        visitor.sees("return document.querySelector('.why dt').textContent", json!("Theme: betrayal")).await;
        visitor.click(".why .evidence a").await;
        visitor.sees("return document.activeElement.classList.contains('passage')", json!(true)).await;
        visitor.open("en/characters/").await;
        visitor.sees("return document.querySelectorAll('.why').length", json!(0)).await;
    });
}

#[test]
fn an_empty_result_says_which_filter_to_lift_and_offers_the_nearest() {
    visit(async |visitor| {
        visitor.open("en/films/?theme=prison&film=plata-quemada").await;
        visitor.sees(IDS, json!([])).await;
        let counts =
            "return [...document.querySelectorAll('.lifts li')].map(item => item.lastChild.textContent)";
        visitor.sees(counts, json!(["1 result", "2 results"])).await;
        visitor.sees("return document.querySelectorAll('.empty [data-id]').length", json!(3)).await;
        visitor.click(".lifts li:last-child button").await;
        visitor.sees(IDS, json!([BEIJO, FUGA])).await;
        visitor.open("en/films/?q=xylophone").await;
        visitor.sees("return document.querySelector('.near-words a').textContent", json!("telephone")).await;
    });
}

#[test]
fn a_gallery_is_sorted_and_the_address_says_so() {
    visit(async |visitor| {
        visitor.open("pt/films/").await;
        visitor.choose(".tools [data-chosen='']", "newest").await;
        visitor.sees(IDS, json!([FUGA, PLATA, BEIJO])).await;
        visitor.sees_address("pt/films/?sort=newest").await;
        visitor.back().await;
        visitor.sees(IDS, json!([BEIJO, PLATA, FUGA])).await;
        visitor.sees("return document.querySelector('.tools select').value", json!("")).await;
        visitor.open("es/characters/?sort=name").await;
        let sorted = "const words = name => name.textContent.replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
            const names = [...document.querySelectorAll('#results h2')].map(words);
            const order = new Intl.Collator('es').compare;
            return names.slice(1).filter((name, at) => order(names[at], name) > 0)";
        visitor.sees(sorted, json!([])).await;
    });
}

#[test]
fn words_are_looked_for_in_one_language_alone() {
    visit(async |visitor| {
        visitor.open("en/films/?q=veneno").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("1")).await;
        visitor.choose(".tools select", "en").await;
        visitor.sees_address("en/films/?q=veneno&in=en").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("0")).await;
        visitor.choose(".tools select", "es").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("1")).await;
    });
}

#[test]
fn the_rest_of_a_gallery_follows_and_the_page_stays_scrolled_where_it_is() {
    visit(async |visitor| {
        visitor.open("en/characters/").await;
        visitor.run("scrollTo({ top: 1200, behavior: 'instant' })").await;
        visitor.run("document.querySelector('#facets .facet-exclude').click()").await;
        let list = "const list = document.querySelector('#results');";
        visitor
            .sees(
                &format!(
                    "{list} const drawn = list.children.length;
                    return [drawn > 24, drawn === Number(list.dataset.total), list.style.minHeight, scrollY]"
                ),
                json!([true, true, "", 1200]),
            )
            .await;
    });
}

#[test]
fn a_content_note_is_excluded_from_the_panel() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        visitor.run("document.querySelector('#facet-note').closest('details').open = true").await;
        let total = "return Number(document.querySelector('#results').dataset.total)";
        let box_of = value("note", "torture-and-cruelty");
        let count =
            visitor.run(&format!("return Number(document.querySelector(\"{box_of}\").dataset.count)")).await;
        visitor
            .run(&format!(
                "document.querySelector(\"{box_of}\").closest('li').querySelector('button').click()"
            ))
            .await;
        visitor.sees(total, json!(3 - count.as_u64().unwrap())).await;
        visitor.sees_address("en/films/?not-note=torture-and-cruelty").await;
    });
}

#[test]
fn the_number_of_results_is_said_when_typing_rests() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        let status = "return document.querySelector('[role=status]').textContent";
        visitor.sees(status, json!("3 films")).await;
        visitor.run("window.said = []; new MutationObserver(() => said.push(document.querySelector('[role=status]').textContent))
            .observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true })").await;
        visitor.type_into("#search", "giselle").await;
        // Silence, then the number: and so again where letters come slowly, but no other number.
        visitor.sees("return [...new Set(said)]", json!(["", "1 film"])).await;
    });
}

#[test]
fn a_slash_goes_to_the_search_box_and_a_question_mark_shows_the_keys() {
    visit(async |visitor| {
        visitor.open("en/about/").await;
        visitor.press("?").await;
        visitor.sees("return document.querySelector('#help').open", json!(true)).await;
        visitor.press(ESCAPE).await;
        visitor.sees("return document.querySelector('#help').open", json!(false)).await;
        visitor.click(".help-button").await;
        visitor.sees("return document.querySelector('#help').open", json!(true)).await;
        visitor.click("#help form button").await;
        visitor.sees("return document.activeElement.className", json!("help-button")).await;
        visitor.press("/").await;
        visitor.sees_address("en/films/").await;
        visitor.sees(FOCUS, json!("search")).await;
        visitor.press("/?").await;
        visitor.sees("return document.querySelector('#search').value", json!("/?")).await;
    });
}

#[test]
fn keys_that_are_letters_can_be_turned_off_and_stay_off() {
    visit(async |visitor| {
        let sheet = "return document.querySelector('#help').open";
        visitor.open("es/about/").await;
        visitor.press("?").await;
        visitor.click(".keys-off").await;
        visitor.press(ESCAPE).await;
        visitor.sees(sheet, json!(false)).await;
        visitor.press("/?").await;
        visitor.reload().await;
        visitor.press("?/").await;
        assert_eq!(visitor.run(sheet).await, json!(false));
        visitor.sees_address("es/about/").await;
        visitor.click(".help-button").await;
        visitor.sees("return document.querySelector('#keys-off').checked", json!(true)).await;
        visitor.click(".keys-off").await;
        visitor.press(ESCAPE).await;
        visitor.press("/").await;
        visitor.sees(FOCUS, json!("search")).await;
    });
}

#[test]
fn by_keys_alone_a_visitor_goes_from_a_gallery_to_a_character_and_comes_back() {
    visit(async |visitor| {
        visitor.open("en/characters/").await;
        visitor.press("/").await;
        visitor.press("prison").await;
        visitor.sees(SUGGESTED, json!(true)).await;
        visitor.press(ESCAPE).await;
        // Past the clear button and the chips to the first result.
        let in_results = "return document.activeElement.matches('#results h2 a')";
        for _ in 0..12 {
            if visitor.run(in_results).await == json!(true) {
                break;
            }
            visitor.press(TAB).await;
        }
        visitor.sees(in_results, json!(true)).await;
        let first = visitor.run("return document.activeElement.textContent").await;
        visitor.press(DOWN).await;
        visitor
            .sees("return document.activeElement.closest('li').previousElementSibling !== null", json!(true))
            .await;
        let second = visitor.run("return document.activeElement.textContent").await;
        assert_ne!(first, second);
        visitor.press(ENTER).await;
        visitor.sees(TITLE, second.clone()).await;
        visitor.sees(FOCUS, json!("title")).await;
        visitor.back().await;
        visitor.sees_address("en/characters/?q=prison").await;
        visitor.sees("return document.activeElement.textContent", second).await;
        visitor.press(UP).await;
        visitor.sees("return document.activeElement.textContent", first).await;
    });
}

#[test]
fn on_a_phone_the_filters_are_a_dialog_that_keeps_the_focus_and_gives_it_back() {
    visit(async |visitor| {
        visitor.open_small(400, 740, "en/films/").await;
        visitor.click(".facets-toggle").await;
        visitor.sees(FOCUS, json!("facets")).await;
        visitor.sees("return document.querySelector('#facets').getAttribute('role')", json!("dialog")).await;
        visitor
            .sees("return ['.gallery-main', '.site-header', '.site-footer'].every(part => document.querySelector(part).inert)", json!(true))
            .await;
        visitor.press(TAB).await;
        visitor
            .sees("return document.querySelector('#facets').contains(document.activeElement)", json!(true))
            .await;
        visitor.press(ESCAPE).await;
        visitor.sees("return document.activeElement.className", json!("facets-toggle")).await;
        visitor.sees("return document.querySelector('.gallery-main').inert", json!(false)).await;
        visitor.click(".facets-toggle").await;
        visitor.sees(FOCUS, json!("facets")).await;
        visitor.resize_small(1280, 900).await;
        visitor.sees("return document.querySelector('.gallery-main').inert", json!(false)).await;
    });
}
