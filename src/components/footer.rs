//! The foot of every page: where the texts come from.

use super::Link;
use crate::site::use_site;
use crate::view::Page;
use yew::prelude::*;

/// The foot of every page.
#[component]
pub fn Footer() -> Html {
    let site = use_site();
    let words = site.messages();
    html! {
        <footer class="site-footer">
            <p>{ words.site.footer }{ " " }<Link to={site.to(Page::About)}>{ words.about.title }</Link></p>
        </footer>
    }
}
