//! Questions: a sentence with slots to fill, who fits it and why, and questions to begin with.

mod answers;
mod form;
mod ready;

pub(super) use ready::ready_made;

use super::page_head;
use crate::components::veil_note;
use crate::markup::{Element, element};
use crate::site::Site;
use crate::view::Question;
use desenlace_core::cross_reference::pattern::{self, PatternMatch};

/// A question with its answers. Where nothing is asked, the questions to begin with come with theirs.
pub fn questions_page(site: &Site, question: Question) -> Element {
    let words = &site.messages().question;
    let asked = !question.is_empty();
    let found = asked.then(|| fitting(site, question));
    let hidden = veil_note(site, site.messages().veil.search);
    let number = found.as_ref().map(|found| answers::number(site, found));
    let answers = found.as_ref().map(|found| answers::answers(site, question, found));
    element("article")
        .class("questions")
        .with(page_head(words.title, words.hint))
        .with(form::form(site, question))
        .with(element("p").class("answer-count").set("role", "status").with(number))
        .with(element("div").with(hidden))
        .with(element("div").with(answers))
        .with(ready_made(site, !asked))
}

/// Who fits a question, but for those whose fates are hidden: any answer tells of one.
fn fitting(site: &Site, question: Question) -> Vec<PatternMatch> {
    let mut found = pattern::answer(site.corpus, &question.pattern());
    found.retain(|found| !site.hides_character(found.character));
    found
}
