//! That whatever stands in a corpus, is typed, or is said by an address, is shown as text: no element and no attribute
//! comes of it, and no link leads out of the site. It knows nothing of the browser.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod drawn;
mod hostile;
mod marks;

use desenlace::app::frame;
use desenlace::corpus::corpus;
use desenlace::site::Site;
use desenlace::state::{Act, Suggesting};
use desenlace::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use desenlace_core::packed::Corpus;
use drawn::drawn;
use hostile::{ATTEMPT, HOSTILE};
use marks::Marks;
use yew::Callback;

/// A page of a corpus, with all that can be unfolded in it.
fn page(corpus: &'static Corpus, address: &str) -> String {
    let (view, not_understood) = View::at(corpus, address);
    let gallery = match view.page {
        Page::Gallery(gallery) => gallery.len(corpus),
        _ => 0,
    };
    let mut site = Site::of(corpus, view.clone(), Callback::noop());
    site.state = site.state.after(Act::Arrive(view, not_understood));
    site.state = site.state.after(Act::Suggest(Suggesting::Open));
    for item in (0u32..).take(gallery) {
        site.state = site.state.after(Act::Explain(item));
    }
    drawn(&site, frame)
}

/// The elements and attributes that a page may have: those of all pages of the real corpus.
fn known() -> Marks {
    let corpus = corpus().unwrap();
    let views = View::all(corpus).into_iter().filter(|view| view.language == Language::En);
    let asked =
        ["en/films/?q=prison", "en/films/?theme=x", "en/films/?q=zzzz&theme=love", "en/fates/?q=escape"];
    let addresses = views.map(|view| view.address(corpus)).chain(asked.map(str::to_owned));
    addresses.fold(Marks::default(), |known, address| known.and(Marks::of(&page(corpus, &address))))
}

/// That a page holds nothing but what pages hold, and that all its links stay inside.
#[track_caller]
fn check(known: &Marks, page: &str, address: &str) {
    let marks = Marks::of(page);
    assert_eq!(marks.beyond(known), Vec::<&str>::new(), "{address} has something that no page has");
    for link in &marks.links {
        let inside = Language::ALL.iter().any(|language| link.starts_with(&[language.tag(), "/"].concat()))
            || link.starts_with('#')
            || link.starts_with("data/corpus.");
        assert!(inside, "{address} has a link to {link}");
    }
}

#[test]
fn every_text_of_a_corpus_is_text_on_every_page() {
    let (corpus, taken) = &*HOSTILE;
    let fields: Vec<&str> = taken.iter().map(String::as_str).collect();
    assert_eq!(fields, FIELDS, "the fields that hold any text");
    let known = known();
    let mut shown = 0;
    let galleries =
        Gallery::ALL.map(|gallery| View::of(Language::En, Page::Gallery(gallery)).address(corpus));
    let asked = galleries.iter().map(|address| format!("{address}?q=alert"));
    let films = [
        "en/compare/?film=the-well&film=the-road",
        "en/questions/?outcome=killed",
        "en/films/the-well/?order=story",
    ];
    let addresses = View::all(corpus).into_iter().map(|view| view.address(corpus));
    for address in addresses.chain(asked).chain(films.map(str::to_owned)) {
        let page = page(corpus, &address);
        check(&known, &page, &address);
        shown += Marks::of(&page).text.matches(ATTEMPT).count();
    }
    assert!(shown > 1000, "the attempts are shown, as text: {shown}");
}

/// The fields that hold any text. Whatever else an editor writes is a word of which the compiler knows all.
const FIELDS: [&str; 0] = [];

#[test]
fn what_is_typed_is_text() {
    let (corpus, known) = (corpus().unwrap(), known());
    for gallery in Gallery::ALL {
        for typed in [ATTEMPT, "javascript:alert(1)", "prison\" onfocus=\"alert(1)", "<b>love</b> fuga"] {
            let mut view = View::of(Language::En, Page::Gallery(gallery));
            view.query.text = typed.to_owned();
            let address = view.address(corpus);
            let page = page(corpus, &address);
            check(&known, &page, &address);
            assert!(
                Marks::of(&page).values.iter().any(|value| value == typed),
                "{address} shows what was typed"
            );
        }
    }
}

#[test]
fn what_an_address_says_is_text() {
    let (corpus, known) = (corpus().unwrap(), known());
    let encoded: String = ATTEMPT.bytes().map(|byte| format!("%{byte:02X}")).collect();
    for attempt in [encoded.as_str(), "\"><img%20src=x%20onerror=alert(1)>", "<script>alert(1)<%2Fscript>"] {
        let places = [
            attempt.to_owned(),
            format!("en/{attempt}/"),
            format!("en/films/{attempt}/"),
            format!("en/films/?theme={attempt}"),
            format!("en/films/?{attempt}={attempt}"),
            format!("en/films/?q={attempt}&sort={attempt}&show={attempt}"),
            format!("en/films/la-fuga/?order={attempt}#{attempt}"),
            format!("en/compare/?film={attempt}"),
            format!("en/questions/?role={attempt}&by={attempt}"),
        ];
        for address in places {
            let page = page(corpus, &address);
            check(&known, &page, &address);
            assert!(
                Marks::of(&page).text.contains("alert(1)") || address.contains("?q="),
                "{address} is answered"
            );
        }
    }
    for address in ["javascript:alert(1)", "//evil.example/", "https://evil.example/", "data:text/html,x"] {
        check(&known, &page(corpus, address), address);
    }
}
