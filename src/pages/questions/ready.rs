//! Questions to begin with. They are written as addresses; one that the corpus at hand cannot be asked is left
//! out.

use super::fitting;
use crate::browser;
use crate::components::{character_link, film_link, link};
use crate::markup::{Element, element, section};
use crate::sentence::sentence;
use crate::site::Site;
use crate::view::{Page, Question, View};
use desenlace_core::packed::Corpus;
use yew::Callback;

/// The questions, as the queries of their addresses.
const READY: [&str; 6] = [
    "inverse-relation=informs-on&also=lover-of&outcome=dies",
    "relation=informs-on",
    "inverse-relation=shoots&outcome=dies",
    "relation=kills&outcome=dies",
    "role=prisoner&relation=lover-of",
    "role=fugitive&outcome=goes-free",
];

/// The questions that a corpus can be asked.
fn questions(corpus: &Corpus) -> impl Iterator<Item = Question> {
    READY.into_iter().filter_map(|query| match View::at(corpus, &["en/questions/?", query].concat()) {
        (View { page: Page::Questions(question), .. }, problems) if problems.is_empty() => Some(question),
        _ => None,
    })
}

/// The questions as links, on demand with who fits them.
pub(in crate::pages) fn ready_made(site: &Site, answered: bool) -> Option<Element> {
    // Whoever picks one on the page of questions is to be led back to its head.
    let look_up = matches!(site.view().page, Page::Questions(_));
    let told = !site.view().query.veil.is_drawn();
    // Where fates are hidden, whoever fits would not be found.
    let asked = if site.hides_any() { 0 } else { READY.len() };
    let items = questions(site.corpus).take(asked).map(|question| {
        let to = site.view().to(Page::Questions(question));
        let asking = link(site, to).with(sentence(site.corpus, question, site.language()));
        let asking =
            if look_up { asking.on_click(Callback::from(|_| browser::focus("title"))) } else { asking };
        element("li").with(element("h3").with(asking)).with(
            answered.then(|| element("p").class_if(told, "tells").joined(", ", who_fits(site, question))),
        )
    });
    let list = element("ul").class("ready-made").only_with(items)?;
    Some(section("ready-made", site.messages().question.ready).class("ready").with(list))
}

/// The characters that fit a question.
fn who_fits(site: &Site, question: Question) -> impl Iterator<Item = Element> {
    fitting(site, question).into_iter().map(|found| {
        let film = site.corpus.characters[found.character.index()].film.get();
        element("span")
            .with(character_link(site, found.character.0))
            .with(" (")
            .with(film_link(site, film.0))
            .with(")")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::corpus;
    use desenlace_core::cross_reference::pattern;

    #[test]
    fn every_question_to_begin_with_has_answers() {
        let corpus = corpus().unwrap();
        assert_eq!(questions(corpus).count(), READY.len(), "all are understood");
        for (query, question) in READY.iter().zip(questions(corpus)) {
            let found = pattern::answer(corpus, &question.pattern());
            let ids = found.iter().map(|it| &*corpus.characters[it.character.index()].id);
            println!("{query}: {}", ids.collect::<Vec<_>>().join(", "));
            assert!(!found.is_empty(), "nobody fits {query}");
        }
    }
}
