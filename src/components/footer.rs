//! The foot of every page: where the texts come from.

use super::Link;
use crate::site::Site;
use crate::view::Page;
use yew::prelude::*;

/// The foot of every page.
pub fn footer(site: &Site) -> Html {
    let words = site.messages();
    html! {
        <footer class="site-footer">
            <p>{ words.site.footer }{ " " }<Link to={site.to(Page::About)}>{ words.about.title }</Link></p>
        </footer>
    }
}
