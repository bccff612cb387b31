//! The whole page: the state, the frame around every view, and the choice of what is inside it. What happens
//! outside of the page (history, title, focus) happens here, in effects.

use crate::browser;
use crate::components::{footer, header, notices};
use crate::corpus::corpus;
use crate::head;
use crate::messages::{fill, messages};
use crate::pages::{
    GalleryPage, about_page, character_page, film_page, parallel_page, parallels_page, theme_page,
    themes_page,
};
use crate::site::Site;
use crate::state::{Act, Memory, State};
use crate::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use desenlace_core::packed::Corpus;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// How long typing must rest before the address follows, in milliseconds. Browsers refuse to change it more
/// often than about ten times a second.
const TYPING_RESTS: u32 = 300;

/// What the page begins with.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    /// What is shown at first.
    pub view: View,
}

impl App {
    /// What the page begins with at an address. A page that came with its content begins with just that, and
    /// takes the filter and the fragment of the address in as soon as it lives.
    #[must_use]
    pub fn props_at(address: &str, prerendered: bool) -> AppProps {
        let address =
            if prerendered { address.split(['?', '#']).next().unwrap_or_default() } else { address };
        let view = match corpus() {
            Ok(corpus) => View::at(corpus, address).0,
            Err(_) => View::of(Language::default(), Page::Gallery(Gallery::default())),
        };
        AppProps { view }
    }
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer({
        let view = props.view.clone();
        move || State::at(view)
    });
    use_life(&state);
    let language = state.view.language;
    match corpus() {
        Ok(corpus) => {
            let site = Site::new(corpus, &state);
            html! {
                <ContextProvider<Site> context={site.clone()}>
                    { header(&site) }
                    <main id="content">
                        <div>{ notices(&site, &state.not_understood) }</div>
                        <div key={page_key(corpus, &state.view)}>{ page(&site, state.view.page) }</div>
                    </main>
                    { footer(&site) }
                </ContextProvider<Site>>
            }
        }
        Err(error) => html! {
            <main id="content" class="failure">
                <h1 id="title" tabindex="-1">{ messages(language).site.name }</h1>
                <p role="alert">{ fill(messages(language).notice.damaged, "reason", &error.to_string()) }</p>
            </main>
        },
    }
}

/// What is inside the frame.
fn page(site: &Site, page: Page) -> Html {
    match page {
        Page::Gallery(gallery) => html! { <GalleryPage {gallery} /> },
        Page::Film(film, _) => film_page(site, film),
        Page::Character(character) => character_page(site, character),
        Page::Themes => themes_page(site),
        Page::Theme(theme) => theme_page(site, theme),
        Page::Parallels => parallels_page(site),
        Page::Parallel(parallel) => parallel_page(site, parallel),
        Page::About => about_page(site),
    }
}

/// What tells pages apart: another page is drawn anew, so that nothing folded open stays open in it, while
/// another filter, passage or language changes the page in place.
fn page_key(corpus: &'static Corpus, view: &View) -> String {
    let page = match view.page {
        Page::Film(film, _) => Page::Film(film, None),
        page => page,
    };
    View::of(Language::default(), page).address(corpus)
}

/// Ties the state to the browser.
#[hook]
fn use_life(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    // Once: the page is alive. It takes in the full address, and from then on follows Back and Forward.
    use_effect_with((), move |()| {
        let arrive = move || {
            if let Ok(corpus) = corpus() {
                let (view, not_understood) = View::at(corpus, &browser::address());
                dispatcher.dispatch(Act::Arrive(view, not_understood));
            }
        };
        arrive();
        browser::mark_hydrated();
        let listener = EventListener::new(&gloo::utils::window(), "popstate", move |_| arrive());
        move || drop(listener)
    });
    use_remembered(state);
    use_page_turned(&state.view);
}

/// Writes the view into the address and the title.
#[hook]
fn use_remembered(state: &UseReducerHandle<State>) {
    use_effect_with((state.view.clone(), state.memory), |(view, memory)| {
        let mut waiting = None;
        if let Ok(corpus) = corpus() {
            browser::set_head(&head::title(corpus, view), view.language.tag());
            let address = view.address(corpus);
            match memory {
                Memory::Kept => {}
                Memory::Pushed => browser::push_address(&address),
                Memory::Replaced => {
                    waiting = Some(Timeout::new(TYPING_RESTS, move || browser::replace_address(&address)));
                }
            }
        }
        move || drop(waiting)
    });
}

/// Shows the beginning of a new page, or the passage that it points at. The first page is left as it is, but
/// for its passage: the browser has scrolled it already.
#[hook]
fn use_page_turned(view: &View) {
    let first = use_memo((), |()| Rc::new(Cell::new(true)));
    use_effect_with((view.page, view.language), move |(page, _)| {
        let first = first.replace(false);
        let passage = match page {
            Page::Film(_, Some(passage)) => corpus()
                .ok()
                .and_then(|corpus| corpus.passages.get(passage.index()))
                .map(|passage| passage.id.as_str()),
            _ => None,
        };
        match passage {
            Some(passage) => drop(browser::focus(passage)),
            None if first => {}
            None => browser::begin_page(),
        }
    });
}
