//! What is handed to the browser to be taken along: links to share, text to copy, files to save; and what a citation
//! must be told, the day and the root of the site. All of it is asked in event handlers only.

use crate::export::Occasion;
use crate::state::Handed;
use gloo::utils::{document, window};
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, ShareData, Url};
use yew::Callback;

/// Where and when something is cited.
#[must_use]
pub fn occasion(language: &str) -> Occasion {
    let now = Date::new_0();
    let long = Object::new();
    // An option that cannot be set leaves the day in its short form.
    let _ = Reflect::set(&long, &"dateStyle".into(), &"long".into());
    Occasion {
        root: super::root(),
        day: [now.get_full_year(), now.get_month() + 1, now.get_date()],
        // The corpus writes its days as the English of Europe does.
        day_told: now.to_locale_date_string(if language == "en" { "en-GB" } else { language }, &long).into(),
    }
}

/// Shares an address as the device does it, or copies it where it has no way to. Who changes their mind is told
/// nothing.
pub fn share(title: &str, address: &str, done: Callback<Handed>) {
    let navigator = window().navigator();
    if !Reflect::has(&navigator, &"share".into()).unwrap_or(false) {
        return copy(address.to_owned(), done);
    }
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let shared = navigator.share_with_data(&data);
    spawn_local(async move {
        if JsFuture::from(shared).await.is_ok() {
            done.emit(Handed::Given);
        }
    });
}

/// Puts text on the clipboard.
pub fn copy(text: String, done: Callback<Handed>) {
    let clipboard = window().navigator().clipboard();
    // Only pages that come by a safe way may use it.
    if clipboard.is_undefined() {
        return done.emit(Handed::Refused);
    }
    let written = clipboard.write_text(&text);
    spawn_local(async move {
        let copied = JsFuture::from(written).await.is_ok();
        done.emit(if copied { Handed::Copied } else { Handed::Refused });
    });
}

/// Saves text as a file.
pub fn save(name: &str, text: &str, done: Callback<Handed>) {
    let saved = offer(name, text).is_ok();
    done.emit(if saved { Handed::Given } else { Handed::Refused });
}

fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/plain;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
