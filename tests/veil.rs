//! That no page tells a fate that is hidden: every page is rendered with all fates hidden, and read for what only
//! fates, relations and the story say. It knows nothing of the browser.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod drawn;

use desenlace::app::{App, AppProps};
use desenlace::corpus::corpus;
use desenlace::markup::Part;
use desenlace::pages::gallery_page;
use desenlace::site::Site;
use desenlace::state::{Act, Suggesting};
use desenlace::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use desenlace_core::packed::Corpus;
use desenlace_core::query::{Query, answer};
use desenlace_core::veil::Veil;
use drawn::drawn;
use yew::Callback;

/// The page of a view, as text with marks.
fn page(view: &View) -> String {
    let props = AppProps { view: view.clone() };
    plain(futures_executor::block_on(yew::LocalServerRenderer::<App>::with_props(props).render()))
}

/// Text with marks, its letters as they are.
fn plain(html: String) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    named.into_iter().fold(html, |html, (name, letter)| html.replace(name, letter))
}

/// Sentences that tell how somebody ends, in a language.
fn telling(language: Language) -> Vec<&'static str> {
    let corpus = corpus().unwrap();
    let accounts = corpus.fates.iter().map(|fate| fate.account.get(language));
    let cautions = corpus.fates.iter().filter_map(|fate| fate.caution.as_ref()).map(|it| it.get(language));
    let passages = corpus.passages.iter().map(|told| told.title.get(language));
    let events = corpus.events.iter().map(|event| event.summary.get(language));
    let parallels = corpus.parallels.iter().map(|parallel| parallel.likeness.get(language));
    let ties =
        corpus.films.iter().flat_map(|film| film.themes.iter()).map(|tie| tie.motivation.get(language));
    let all = accounts.chain(cautions).chain(passages).chain(events).chain(parallels).chain(ties);
    all.filter(|text| text.len() > 24).collect()
}

/// Views that tell fates only because something is asked in their addresses.
fn asked(corpus: &Corpus) -> Vec<View> {
    let addresses = [
        "compare/?film=la-fuga&film=plata-quemada&film=o-beijo-da-mulher-aranha",
        "films/la-fuga/?order=story",
        "questions/?outcome=dies",
        "questions/?inverse-relation=informs-on&also=lover-of&outcome=dies",
    ];
    let views = addresses.iter().flat_map(|address| {
        Language::ALL.map(|language| View::at(corpus, &[language.tag(), "/", address].concat()))
    });
    views.map(|(view, not_understood)| (not_understood.is_empty().then_some(view)).unwrap()).collect()
}

#[test]
fn no_page_tells_a_fate_that_is_hidden() {
    let corpus = corpus().unwrap();
    let telling = Language::ALL.map(telling);
    assert!(telling.iter().all(|texts| texts.len() > 200));
    for mut view in View::all(corpus).into_iter().chain(asked(corpus)) {
        view.query.veil = Veil::over_all();
        let (page, address) = (page(&view), view.address(corpus));
        for text in &telling[view.language as usize] {
            assert!(!page.contains(text), "{address} tells: {text}");
        }
        for part in ["tells\"", "fate-outcome", "relation-kind", "trajectory", "thread-words"] {
            assert!(!page.contains(part), "{address} has a part that tells: {part}");
        }
    }
}

/// A gallery in which suggestions are open and every item says why it is there, without the marks of words.
fn explained(view: &View) -> String {
    let Page::Gallery(gallery) = view.page else { return String::new() };
    let mut site = Site::open(view.clone(), Callback::noop()).unwrap();
    site.state = site.state.after(Act::Suggest(Suggesting::Open));
    for item in (0u32..).take(gallery.len(site.corpus)) {
        site.state = site.state.after(Act::Explain(item));
    }
    let page = plain(drawn(&site, |site| gallery_page(site, gallery).html()));
    page.replace("<mark>", "").replace("</mark>", "")
}

/// Galleries that are searched and filtered, some of them until nothing remains.
fn searched(corpus: &Corpus) -> Vec<View> {
    let asked = [
        "q=prison",
        "q=killed",
        "q=dies",
        "q=muere",
        "q=tunnel&sort=name",
        "q=suicide&theme=prison",
        "q=escape&in=en&sort=most",
        "q=morte&outcome=dies",
        "outcome=dies",
        "role=informer&theme=prison",
        "place=buenos-aires",
        "theme=betrayal&theme=love",
        "q=zzzz",
    ];
    let galleries = Gallery::ALL.into_iter().flat_map(|gallery| {
        Language::ALL.map(|language| View::of(language, Page::Gallery(gallery)).address(corpus))
    });
    let addresses = galleries.flat_map(|base| asked.map(|asked| [&base, "?", asked].concat()));
    addresses
        .map(|address| View::at(corpus, &address))
        .map(|(view, not_understood)| (not_understood.is_empty().then_some(view)).unwrap())
        .collect()
}

/// The texts of the story and of how it ends, in a language.
fn story(corpus: &'static Corpus, language: Language) -> Vec<&'static str> {
    let passages = corpus.passages.iter().map(|passage| passage.texts[language as usize].text());
    passages.chain(telling(language)).collect()
}

#[test]
fn no_excerpt_reason_or_suggestion_tells_a_fate_that_is_hidden() {
    let corpus = corpus().unwrap();
    let telling = Language::ALL.map(telling);
    let stories = Language::ALL.map(|language| story(corpus, language));
    for mut view in searched(corpus) {
        view.query.veil = Veil::over_all();
        let (page, address) = (explained(&view), view.address(corpus));
        assert!(page.contains("id=\"results\""), "{address} is no gallery");
        for text in telling.iter().flatten() {
            assert!(!page.contains(text), "{address} tells: {text}");
        }
        for part in ["tells\"", "fate-outcome"] {
            assert!(!page.contains(part), "{address} has a part that tells: {part}");
        }
        let quoted = page.split("<q").skip(1).filter_map(|part| part.split_once('>')?.1.split_once("</q>"));
        for quoted in quoted.map(|(quoted, _)| quoted.trim_matches(['…', ' '])).filter(|it| it.len() > 24) {
            let told = stories.iter().flatten().find(|text| text.contains(quoted));
            assert!(told.is_none(), "{address} quotes the story: {quoted}");
        }
    }
}

#[test]
fn the_same_pages_tell_where_nothing_is_hidden() {
    let corpus = corpus().unwrap();
    let telling = Language::ALL.map(telling);
    let told = searched(corpus).into_iter().filter(|view| {
        let page = explained(view);
        telling[view.language as usize].iter().any(|text| page.contains(text))
    });
    assert!(told.count() > 30);
}

#[test]
fn nobody_is_found_by_the_words_of_their_fate_while_it_is_hidden() {
    let corpus = corpus().unwrap();
    for (number, fate) in (0u32..).zip(corpus.fates.iter()) {
        let words: Vec<&str> = fate.account.get(Language::En).split(' ').take(6).collect();
        let mut query = Query { text: format!("\"{}\"", words.join(" ")), ..Query::default() };
        assert!(answer(corpus, Gallery::Fates, &query).items.contains(&number), "{}", query.text);
        query.veil = Veil::over_all();
        assert!(answer(corpus, Gallery::Fates, &query).items.is_empty(), "{}", query.text);
    }
}

#[test]
fn what_is_marked_as_telling_holds_every_fate_of_a_page() {
    let corpus = corpus().unwrap();
    let texts = telling(Language::En);
    let views = View::all(corpus).into_iter().chain(asked(corpus));
    for view in views.filter(|view| view.language == Language::En) {
        let (page, address) = (page(&view), view.address(corpus));
        let page = without_telling(&page);
        for text in &texts {
            assert!(!page.contains(text), "{address} tells outside of what is marked: {text}");
        }
    }
}

/// A page without the elements that are marked as telling.
fn without_telling(page: &str) -> String {
    let (mut kept, mut depth) = (String::new(), 0usize);
    for part in page.split_inclusive('>') {
        let Some((text, tag)) = part.rsplit_once('<') else { continue };
        if depth == 0 {
            kept.push_str(text);
        }
        let is_void = tag.starts_with("input") || tag.starts_with("br") || tag.starts_with('!');
        let marked = tag.split('"').any(|value| value.split(' ').any(|class| class == "tells"));
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !is_void && !tag.ends_with("/>") && (depth > 0 || marked) {
            depth += 1;
        }
        if depth == 0 {
            kept.push_str(tag);
        }
    }
    kept
}
