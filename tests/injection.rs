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
use hostile::{ATTEMPT, HARMLESS, HOSTILE};
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

/// Addresses of pages of every kind.
fn addresses(corpus: &'static Corpus) -> Vec<String> {
    let pages = View::all(corpus).into_iter().filter(|view| view.language == Language::En);
    let films = corpus.films.iter().map(|film| ["film=", film.id].concat()).collect::<Vec<_>>().join("&");
    let asked = [
        "films/?q=alert",
        "characters/?q=a",
        "fates/?q=alert(1)",
        "films/?q=zzzz&theme=x",
        "questions/?certainty=implied",
    ];
    let asked = asked.map(|asked| ["en/", asked].concat()).into_iter();
    pages.map(|view| view.address(corpus)).chain(asked).chain([["en/compare/?", &films].concat()]).collect()
}

/// The elements and attributes that pages of some corpora have.
fn known(corpora: &[&'static Corpus]) -> Marks {
    let pages = corpora.iter().flat_map(|corpus| addresses(corpus).into_iter().map(|it| page(corpus, &it)));
    pages.fold(Marks::default(), |known, page| known.and(Marks::of(&page)))
}

/// That a page holds nothing but what pages hold, and that all its links stay inside, but for those of the bibliography.
#[track_caller]
fn check(known: &Marks, page: &str, address: &str) {
    let marks = Marks::of(page);
    assert_eq!(marks.beyond(known), Vec::<&str>::new(), "{address} has something that no page has");
    for link in &marks.links {
        let inside = Language::ALL.iter().any(|language| link.starts_with(&[language.tag(), "/"].concat()))
            || link.starts_with('#')
            || link.starts_with("data/corpus.")
            || (address.ends_with("/about/") && link.starts_with("https://"));
        assert!(inside, "{address} has a link to {link}");
    }
}

#[test]
fn every_text_of_a_corpus_is_text_on_every_page() {
    let (corpus, taken) = &*HOSTILE;
    let fields: Vec<&str> = taken.iter().map(String::as_str).collect();
    assert_eq!(fields, FIELDS, "the fields that hold any text");
    let known = known(&[&HARMLESS]);
    let mut shown = 0;
    for address in addresses(corpus) {
        let page = page(corpus, &address);
        check(&known, &page, &address);
        shown += Marks::of(&page).text.matches(ATTEMPT).count();
    }
    assert!(shown > 500, "the attempts are shown, as text: {shown}");
}

/// The fields that hold any text. Whatever else an editor writes is a word of which the compiler knows all.
const FIELDS: [&str; 26] = [
    "account",
    "address",
    "aliases",
    "caution",
    "definition",
    "description",
    "detail",
    "difference",
    "inverse",
    "key",
    "language",
    "licence",
    "likeness",
    "motivation",
    "name",
    "note",
    "premise",
    "short",
    "story.en.md",
    "story.es.md",
    "story.pt.md",
    "summary",
    "synonyms",
    "title",
    "value",
    "variants",
];

#[test]
fn what_is_typed_is_text() {
    let (corpus, known) = (corpus().unwrap(), known(&[corpus().unwrap(), &HARMLESS]));
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
    let (corpus, known) = (corpus().unwrap(), known(&[corpus().unwrap(), &HARMLESS]));
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
            let marks = Marks::of(&page);
            let mut shown = marks.values.iter().chain([&marks.text]);
            assert!(
                shown.any(|text| text.contains("alert(1)") || text.contains(attempt)),
                "{address} is answered"
            );
        }
    }
    for address in ["javascript:alert(1)", "//evil.example/", "https://evil.example/", "data:text/html,x"] {
        check(&known, &page(corpus, address), address);
    }
}
