//! What ties the running page to the browser: the history, the title, the focus, the stored preferences. It
//! follows the state after every drawing; nothing of it happens while drawing, or without a browser.

use crate::browser;
use crate::corpus::corpus;
use crate::head;
use crate::site::Site;
use crate::state::{Act, Memory, Scheme};
use crate::view::{Page, View};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::Callback;

/// How long typing must rest before the address follows, in milliseconds. Browsers refuse to change it more
/// often than about ten times a second.
const TYPING_RESTS: u32 = 300;

/// The life of the page in the browser.
#[derive(Default)]
pub struct Life {
    /// What the browser was last told to show.
    told: Option<View>,
    scheme: Scheme,
    fates_hidden: bool,
    filters_open: bool,
    /// The address that follows as soon as typing rests.
    waiting: Option<Timeout>,
    listeners: Vec<EventListener>,
}

impl Life {
    /// Begins: takes in the full address and the stored preferences, and listens from then on.
    pub fn begin(&mut self, acts: &Callback<Act>) {
        let arrive = {
            let acts = acts.clone();
            move || {
                if let Ok(corpus) = corpus() {
                    let (view, not_understood) = View::at(corpus, &browser::address());
                    acts.emit(Act::Arrive(view, not_understood));
                }
            }
        };
        arrive();
        if let Some(name) = browser::preference(SCHEME) {
            acts.emit(Act::Colour(Scheme::named(&name)));
        }
        if browser::preference(FATES).is_some() {
            acts.emit(Act::Hide(true));
        }
        browser::mark_hydrated();
        let acts = acts.clone();
        let escape = move |event: &Event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                acts.emit(Act::Unfold(false));
            }
        };
        let window = gloo::utils::window();
        self.listeners = vec![
            EventListener::new(&window, "popstate", move |_| arrive()),
            EventListener::new(&window, "keydown", escape),
        ];
    }

    /// Follows the state.
    pub fn follow(&mut self, site: &Site) {
        let view = site.view();
        if self.scheme != site.state.scheme {
            self.scheme = site.state.scheme;
            let name = Some(self.scheme.name()).filter(|name| !name.is_empty());
            browser::set_preference(SCHEME, name);
            browser::set_root_attribute("data-scheme", name);
        }
        let hidden = view.query.veil.is_drawn();
        if self.fates_hidden != hidden {
            self.fates_hidden = hidden;
            let name = hidden.then_some("hidden");
            browser::set_preference(FATES, name);
            browser::set_root_attribute("data-fates", name);
        }
        let filters_were_open = std::mem::replace(&mut self.filters_open, site.state.handling.filters_open);
        if filters_were_open && !self.filters_open {
            browser::focus_first(".facets-toggle");
        }
        if self.told.as_ref() != Some(view) {
            self.remember(site, view);
            self.turn_page(site, view);
            self.told = Some(view.clone());
        }
    }

    /// Writes the view into the title and the address.
    fn remember(&mut self, site: &Site, view: &View) {
        browser::set_head(&head::title(site.corpus, view), view.language.tag());
        let address = view.address(site.corpus);
        self.waiting = match site.state.memory {
            Memory::Kept => None,
            Memory::Pushed => {
                browser::push_address(&address);
                None
            }
            Memory::Replaced => Some(Timeout::new(TYPING_RESTS, move || browser::replace_address(&address))),
        };
    }

    /// Shows the beginning of a new page, or the passage that it points at. The first page is left as it is,
    /// but for its passage: the browser has scrolled it already. Where somebody comes back to a page, it is
    /// shown where they left it.
    fn turn_page(&self, site: &Site, view: &View) {
        let within = |told: &View| match view.page {
            // Another question, or another film beside the others, changes the page under one's hands.
            Page::Compare(_) | Page::Questions(_) => told.page.is_same(view.page),
            page => told.page == page,
        };
        // In another language it is the same page, at the same place.
        let turned = |told: &View| !within(told);
        match (view.page, &self.told) {
            (_, Some(told)) if !turned(told) => {}
            (_, Some(_)) if site.state.memory == Memory::Kept => {
                browser::focus_in_place("#title");
                browser::return_to_place();
            }
            (Page::Film(_, Some(passage)), _) => {
                browser::focus(site.corpus.passages.at(passage.index()).id);
            }
            (_, None) => {}
            (_, Some(_)) => browser::begin_page(),
        }
    }
}

/// The names of the stored preferences. The boot script reads the second one too, before anything is drawn.
const SCHEME: &str = "scheme";
const FATES: &str = "fates";
