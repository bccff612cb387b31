//! The search box: what is typed narrows the gallery at once; the address follows when typing rests.

use crate::site::use_site;
use crate::state::Act;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The search box of a gallery.
#[component]
pub fn SearchBox() -> Html {
    let site = use_site();
    let words = site.messages();
    let oninput = {
        let site = site.clone();
        Callback::from(move |event: InputEvent| {
            site.act(Act::Type(event.target_unchecked_into::<HtmlInputElement>().value()));
        })
    };
    // The address already says everything; sending the form would only load the page again.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" {onsubmit}>
            <label for="search" class="visually-hidden">{ words.gallery.search_label }</label>
            <div>
                <input id="search" type="search" name="q" autocomplete="off" spellcheck="false" maxlength="500"
                    placeholder={words.gallery.search} value={site.view.query.text.clone()} {oninput} />
            </div>
            <div>
                if !site.view.query.text.is_empty() {
                    <button type="button" class="search-clear" aria-label={words.gallery.search_clear}
                        onclick={site.acting(Act::Type(String::new()))}>
                        { "×" }
                    </button>
                }
            </div>
        </form>
    }
}
