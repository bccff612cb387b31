//! What every component may need: the corpus, the view, the words of its language, and a way to act. It is
//! handed down as a context, cheap to clone.

use crate::messages::{Messages, messages};
use crate::state::{Act, State};
use crate::view::{Page, View};
use desenlace_core::model::Language;
use desenlace_core::packed::{Corpus, Localized};
use std::rc::Rc;
use yew::prelude::*;

/// The context of the page.
#[derive(Clone)]
pub struct Site {
    /// The corpus.
    pub corpus: &'static Corpus,
    /// What is shown.
    pub view: Rc<View>,
    dispatcher: UseReducerDispatcher<State>,
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.corpus, other.corpus) && self.view == other.view
    }
}

impl Site {
    /// The context of a state.
    #[must_use]
    pub fn new(corpus: &'static Corpus, state: &UseReducerHandle<State>) -> Self {
        Self { corpus, view: Rc::new(state.view.clone()), dispatcher: state.dispatcher() }
    }

    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> Language {
        self.view.language
    }

    /// The strings of the interface.
    #[must_use]
    pub fn messages(&self) -> &'static Messages {
        messages(self.language())
    }

    /// A text of the corpus in the language of the page.
    #[must_use]
    pub fn text(&self, text: &'static Localized) -> &'static str {
        text.get(self.language())
    }

    /// A view of another page, keeping what is kept between them.
    #[must_use]
    pub fn to(&self, page: Page) -> View {
        self.view.to(page)
    }

    /// Acts.
    pub fn act(&self, act: Act) {
        self.dispatcher.dispatch(act);
    }

    /// A callback that acts, whatever it is called with.
    pub fn acting<Event: 'static>(&self, act: Act) -> Callback<Event> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |_| dispatcher.dispatch(act.clone()))
    }
}

/// The context of the page.
#[hook]
pub fn use_site() -> Site {
    #[expect(clippy::expect_used, reason = "the app provides the context around every component")]
    use_context::<Site>().expect("components live inside the app")
}
