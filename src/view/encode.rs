//! From a view to its address. Values appear in a fixed order, so a view has one address.

use super::{FIRST_SHOWN, Page, Sequence, Slot, View};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::packed::Corpus;
use desenlace_core::query::Order;

/// The address of a view, relative to the root of the site.
pub(super) fn encode(corpus: &Corpus, view: &View) -> String {
    let mut address = String::from(view.language.tag());
    let mut segments = |parts: &[&str]| {
        for part in parts {
            address.push('/');
            address.push_str(part);
        }
        address.push('/');
    };
    match view.page {
        Page::Gallery(gallery) => segments(&[gallery.name()]),
        Page::Film(film, _) => segments(&["films", Gallery::Films.item_id(corpus, film.0)]),
        Page::Character(character) => {
            segments(&["characters", Gallery::Characters.item_id(corpus, character.0)]);
        }
        Page::Themes => segments(&["themes"]),
        Page::Theme(theme) => segments(&["themes", Facet::Theme.value_id(corpus, theme.0)]),
        Page::Parallels => segments(&["parallels"]),
        Page::Parallel(parallel) => {
            segments(&[
                "parallels",
                corpus.parallels.get(parallel as usize).map_or("", |parallel| &parallel.id),
            ]);
        }
        Page::Compare(_) => segments(&["compare"]),
        Page::Questions(_) => segments(&["questions"]),
        Page::About(_) => segments(&["about"]),
    }
    query(corpus, view, &mut address);
    if let Some(anchor) = view.anchor(corpus) {
        address.push('#');
        address.push_str(&anchor);
    }
    address
}

/// The question mark and what stands behind it; nothing where nothing is asked, or the page asks nothing.
fn query(corpus: &Corpus, view: &View, address: &mut String) {
    let mut separator = '?';
    let mut pair = |name: &[&str], value: &str| {
        address.push(separator);
        separator = '&';
        for part in name {
            address.push_str(part);
        }
        address.push('=');
        percent_encode(value, address);
    };
    match view.page {
        Page::Gallery(_) => {
            if !view.query.text.is_empty() {
                pair(&["q"], &view.query.text);
            }
            if let Some(language) = view.query.language {
                pair(&["in"], language.tag());
            }
            for facet in Facet::ALL {
                let choice = view.query.choice(facet);
                for &value in &choice.include {
                    pair(&[facet.name()], facet.value_id(corpus, value));
                }
                for &value in &choice.exclude {
                    pair(&["not-", facet.name()], facet.value_id(corpus, value));
                }
                if choice.all {
                    pair(&["all"], facet.name());
                }
            }
            if view.order != Order::default() {
                pair(&["sort"], view.order.name());
            }
        }
        Page::Compare(compared) => {
            for film in compared.films() {
                pair(&[Facet::Film.name()], Facet::Film.value_id(corpus, film.0));
            }
        }
        Page::Questions(question) => {
            for slot in Slot::ALL {
                if let Some(filling) = question.filling(slot) {
                    let side = if filling.inverse { "inverse-" } else { "" };
                    pair(&[side, slot.name()], slot.facet().value_id(corpus, filling.value));
                }
            }
        }
        Page::Film(..) if view.sequence == Sequence::Story => return pair(&["order"], "story"),
        _ => return,
    }
    if view.shown != FIRST_SHOWN {
        pair(&["show"], &view.shown.to_string());
    }
}

/// Writes a value so that it survives in a query: letters, digits and `-._~` as they are, a space as `+`.
fn percent_encode(value: &str, address: &mut String) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(byte));
            }
            b' ' => address.push('+'),
            _ => {
                address.push('%');
                address.push(DIGITS[usize::from(byte >> 4)]);
                address.push(DIGITS[usize::from(byte & 15)]);
            }
        }
    }
}
