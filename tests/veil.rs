//! That no page tells a fate that is hidden: every page is rendered with all fates hidden, and read for what only
//! fates, relations and the story say. It knows nothing of the browser.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use desenlace::app::{App, AppProps};
use desenlace::corpus::corpus;
use desenlace::view::View;
use desenlace_core::model::Language;
use desenlace_core::packed::Corpus;
use desenlace_core::veil::Veil;

/// The page of a view, as text with marks.
fn page(view: &View) -> String {
    let props = AppProps { view: view.clone() };
    let html = futures_executor::block_on(yew::LocalServerRenderer::<App>::with_props(props).render());
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
