//! What ties the running page to the browser: the history, the title, the focus, the stored preferences. It
//! follows the state after every drawing; nothing of it happens while drawing, or without a browser.

use crate::browser;
use crate::components::{HELP, KEYS, KEYS_BOX, option_id};
use crate::corpus::corpus;
use crate::head;
use crate::site::Site;
use crate::state::{Act, Memory, Scheme, Suggesting};
use crate::view::{FilmPart, Page, View};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Event;
use yew::Callback;

/// How long typing must rest before the address follows, in milliseconds. Browsers refuse to change it more
/// often than about ten times a second.
const TYPING_RESTS: u32 = 300;

/// How long what is drawn of a gallery can be seen before the rest follows, in milliseconds: two frames and some time for
/// a press or a key.
const SEEN: u32 = 50;

/// The life of the page in the browser.
#[derive(Default)]
pub struct Life {
    acts: Callback<Act>,
    /// What the browser was last told to show.
    told: Option<View>,
    scheme: Scheme,
    fates_hidden: bool,
    filters_open: bool,
    suggesting: Suggesting,
    /// Whether somebody is on the way to the search box, which another page has.
    seeking: Rc<Cell<bool>>,
    /// The address that follows as soon as typing rests, and what waits for that.
    waiting: Option<String>,
    resting: Option<Timeout>,
    /// What lets the rest of a gallery follow.
    completing: Option<Timeout>,
    listeners: Vec<EventListener>,
}

impl Life {
    /// Begins: takes in the full address and the stored preferences, and listens from then on.
    pub fn begin(&mut self, acts: Callback<Act>) {
        let arrive = {
            let acts = acts.clone();
            move || {
                let (view, not_understood) = View::at(corpus().ok()?, &browser::address());
                acts.emit(Act::Arrive(view.clone(), not_understood));
                Some(view)
            }
        };
        // What the address points at beyond what is shown so far is no other page, which somebody would have turned to.
        if arrive().map(|view| view.page) != self.told.as_ref().map(|told| told.page) {
            self.told = None;
        }
        if let Some(name) = browser::preference(SCHEME) {
            acts.emit(Act::Colour(Scheme::named(&name)));
        }
        if browser::preference(FATES).is_some() {
            acts.emit(Act::Hide(true));
        }
        if browser::preference(KEYS).is_some() {
            browser::tick(KEYS_BOX);
        }
        browser::mark_hydrated();
        let window = gloo::utils::window();
        let options = EventListenerOptions::enable_prevent_default();
        let keys = acts.clone();
        let seeking = Rc::clone(&self.seeking);
        let keys = move |event: &Event| press(event, &keys, &seeking);
        self.listeners = vec![
            EventListener::new(&window, "popstate", move |_| _ = arrive()),
            EventListener::new_with_options(&window, "keydown", options, keys),
        ];
        browser::pointing::listen(&mut self.listeners);
        // Where there is room beside the gallery the filters are no sheet, and nothing rests behind them.
        if let Ok(Some(wide)) = window.match_media(WIDE) {
            let fold = acts.clone();
            self.listeners.push(EventListener::new(&wide, "change", move |_| fold.emit(Act::Unfold(false))));
        }
        self.acts = acts;
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
        browser::settle_choices();
        self.follow_focus(site);
        if self.told.as_ref() != Some(view) {
            browser::set_head(&head::title(site.corpus, view), view.language.tag());
            self.turn_page(site, view);
            self.told = Some(view.clone());
        }
        self.completing = browser::is_there(UNFINISHED).then(|| {
            let acts = self.acts.clone();
            Timeout::new(SEEN, move || acts.emit(Act::Complete))
        });
        if self.completing.is_none() {
            browser::let_shrink(RESULTS);
        }
        // Typing rests from when its result can be seen: while that is drawn, the next letter may wait.
        if self.resting.is_none() {
            self.resting = self.waiting.clone().map(|address| {
                let acts = self.acts.clone();
                Timeout::new(TYPING_RESTS, move || {
                    browser::replace_address(&address);
                    acts.emit(Act::Rest);
                })
            });
        }
    }

    /// Moves the focus into the filters and back to their button, and the chosen suggestion into view.
    fn follow_focus(&mut self, site: &Site) {
        let handling = &site.state.handling;
        match (std::mem::replace(&mut self.filters_open, handling.filters_open), handling.filters_open) {
            (false, true) => _ = browser::focus_first("#facets"),
            (true, false) => _ = browser::focus_first(".facets-toggle"),
            _ => {}
        }
        if std::mem::replace(&mut self.suggesting, handling.suggesting) != handling.suggesting
            && let Suggesting::At(place) = handling.suggesting
        {
            browser::reveal(&["#", &option_id(place)].concat());
        }
    }

    /// Writes the view that an act has led to into the address. This does not wait for the drawing, before which other
    /// acts may come, even typing that rests: each is remembered in its own way.
    pub fn remember(&mut self, site: &Site) {
        if site.state.handling.drawn.is_some() {
            browser::keep_height(RESULTS);
        }
        let address = site.view().address(site.corpus);
        let before = self.waiting.take();
        self.resting = None;
        match site.state.memory {
            // Hiding fates changes no address, so what was typed still waits. Back leads to another.
            Memory::Kept => self.waiting = before.filter(|waiting| *waiting == address),
            Memory::Pushed => {
                // What was typed just before belongs to the entry that is left.
                if let Some(before) = before {
                    browser::replace_address(&before);
                }
                browser::push_address(&address);
            }
            Memory::Replaced => self.waiting = Some(address),
        }
    }

    /// Shows the beginning of a new page, or what of it is pointed at. The first page is left as it is,
    /// but for that: the browser has scrolled it already. Where somebody comes back to a page, it is
    /// shown where they left it, and the link by which they left has the focus. More items begin at the first of them.
    fn turn_page(&self, site: &Site, view: &View) {
        let within = |told: &View| match view.page {
            // Another question, or another film beside the others, changes the page under one's hands.
            Page::Compare(_) | Page::Questions(_) => told.page.is_same(view.page),
            page => told.page == page,
        };
        // In another language it is the same page, at the same place.
        let turned = |told: &View| !within(told);
        match (view.page, &self.told) {
            (_, Some(told)) if !turned(told) => {
                if site.state.memory == Memory::Replaced && told.shown < view.shown {
                    let first = (told.shown + 1).to_string();
                    browser::focus_first(&["#results > :nth-child(", &first, ") a"].concat());
                }
            }
            (_, Some(told)) if site.state.memory == Memory::Kept => {
                browser::return_to_place();
                // Brings the link into view where the page is not as high as it was left.
                if !browser::return_to(&told.address(site.corpus)) {
                    browser::focus_in_place("#title");
                }
            }
            (_, told) => match (view.anchor(site.corpus), told) {
                (Some(anchor), _) => {
                    // What is not told stands behind the gate in the story.
                    let story = FilmPart::Story.id();
                    browser::focus(if browser::is_there(&["#", &*anchor].concat()) {
                        &anchor
                    } else {
                        story
                    });
                }
                (None, None) => {}
                (None, Some(_)) => {
                    browser::begin_page();
                    if self.seeking.take() {
                        browser::focus_first(SEARCH);
                    }
                }
            },
        }
    }
}

/// What keys do anywhere on the page.
fn press(event: &Event, acts: &Callback<Act>, seeking: &Cell<bool>) {
    let typed = browser::is_typed_into(event);
    match browser::key(event).as_str() {
        "Escape" => {
            browser::pointing::let_go();
            return acts.emit(Act::Unfold(false));
        }
        // Whoever dictates or hits keys by chance turns off those that are letters.
        "/" | "?" if browser::preference(KEYS).is_some() => return,
        "/" if !typed => {
            if !browser::focus_first(SEARCH) {
                // The first gallery has one, as soon as it is drawn.
                seeking.set(true);
                browser::click_first(".site-parts a");
            }
        }
        "?" if !typed => browser::show_dialog(HELP),
        "ArrowDown" if !typed && browser::step(event, true) => {}
        "ArrowUp" if !typed && browser::step(event, false) => {}
        _ => return,
    }
    event.prevent_default();
}

/// The list of a gallery, and what it is while its rest is not drawn yet.
const RESULTS: &str = "#results";
const UNFINISHED: &str = "#results[data-unfinished]";

/// The search box.
const SEARCH: &str = "#search";

/// The names of the stored preferences. The boot script reads the second one too, before anything is drawn.
const SCHEME: &str = "scheme";
const FATES: &str = "fates";

/// Where the filters stand beside the gallery, as in `styles/gallery.css`.
const WIDE: &str = "(min-width: 60rem)";
