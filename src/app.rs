//! The whole page: it holds the [`Site`], draws the frame around every view and chooses what is inside it, and
//! lets every act change the state.

use crate::components::{footer, header, notices, take_along};
use crate::corpus::corpus;
use crate::life::Life;
use crate::markup::{Element, Part, element, title};
use crate::messages::{fill, messages};
use crate::pages::{
    about_page, character_page, compare_page, film_page, gallery_page, parallel_page, parallels_page,
    questions_page, theme_page, themes_page,
};
use crate::site::Site;
use crate::state::Act;
use crate::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use desenlace_core::pack::PackError;
use yew::{Component, Context, Html, Properties};

/// The whole page: the only component, because each adds 3 to 7 kB to the Wasm whatever it draws.
pub struct App {
    site: Result<Site, PackError>,
    life: Life,
}

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

impl Component for App {
    type Message = Act;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let acts = context.link().callback(|act| act);
        Self { site: Site::open(context.props().view.clone(), acts), life: Life::default() }
    }

    fn update(&mut self, _: &Context<Self>, act: Act) -> bool {
        let Ok(site) = &mut self.site else { return false };
        let after = site.state.after(act);
        let before = std::mem::replace(&mut site.state, after);
        if site.state.view != before.view {
            self.life.remember(site);
        }
        // To draw the same again would keep a slow device busy, above all when the page has just come to life.
        site.state != before
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &self.site {
            Ok(site) => frame(site),
            Err(error) => failure(context.props().view.language, error),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if let Ok(site) = &self.site {
            self.life.follow(site);
        }
        if first {
            self.life.begin(context.link().callback(|act| act));
        }
    }
}

/// The page of a site with the frame around it: all that is drawn.
pub fn frame(site: &Site) -> Html {
    // Behind the open filters everything else rests; the gallery sees to its own parts.
    let rests = |element: Element| element.flag(site.state.handling.filters_open, "inert");
    let main = element("main")
        .set("id", "content")
        .with(rests(element("div").with(notices(site))))
        .with(element("div").key(page_key(site)).with(page(site)).with(rests(take_along(site))));
    [rests(header(site)).html(), main.html(), rests(footer(site)).html()].into_iter().collect()
}

/// What is inside the frame.
fn page(site: &Site) -> Element {
    match site.view().page {
        Page::Gallery(gallery) => gallery_page(site, gallery),
        Page::Film(film, _) => film_page(site, film),
        Page::Character(character) => character_page(site, character),
        Page::Themes => themes_page(site),
        Page::Theme(theme) => theme_page(site, theme),
        Page::Parallels => parallels_page(site),
        Page::Parallel(parallel) => parallel_page(site, parallel),
        Page::Compare(compared) => compare_page(site, compared),
        Page::Questions(question) => questions_page(site, question),
        Page::About(_) => about_page(site),
    }
}

/// What tells pages apart: another page is drawn anew, so that nothing folded open stays open in it, while
/// another filter, question, passage or language changes the page in place. The galleries share their filters, so they
/// are one page here.
fn page_key(site: &Site) -> String {
    let page = match site.view().page {
        Page::Gallery(_) => Page::Gallery(Gallery::default()),
        page => page.bare(),
    };
    View::of(Language::default(), page).address(site.corpus)
}

/// What is shown instead where the corpus was damaged.
fn failure(language: Language, error: &PackError) -> Html {
    let words = messages(language);
    let told = fill(words.notice.damaged, "reason", &error.to_string());
    element("main")
        .set("id", "content")
        .class("failure")
        .with(title().with(words.site.name))
        .with(element("p").set("role", "alert").with(told))
        .html()
}
