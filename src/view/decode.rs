//! From an address to a view. Every address leads somewhere: what is not understood is left out, and said.

use super::{FIRST_SHOWN, NotUnderstood, Page, View};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{FilmId, Language, PassageId, Vocabulary};
use desenlace_core::packed::Corpus;
use desenlace_core::query::Order;

/// The longest text that a query keeps, in bytes; more is cut at a character.
const LONGEST_TEXT: usize = 1024;

/// The view at an address, relative to the root of the site, and what was not understood.
pub(super) fn decode(corpus: &Corpus, address: &str) -> (View, Vec<NotUnderstood>) {
    let mut problems = Vec::new();
    let (address, fragment) = split(address, '#');
    let (path, query) = split(address, '?');
    let mut segments: Vec<String> =
        path.split('/').filter(|part| !part.is_empty()).map(|part| percent_decode(part, false)).collect();
    if segments.last().is_some_and(|last| last == "index.html") {
        segments.pop();
    }
    let mut segments = segments.into_iter();
    let language = match segments.next() {
        None => Language::default(),
        Some(tag) => Language::ALL.into_iter().find(|language| language.tag() == tag).unwrap_or_else(|| {
            problems.push(NotUnderstood::Page(tag));
            // Whatever follows an unknown beginning is not to be trusted either.
            segments.by_ref().for_each(drop);
            Language::default()
        }),
    };
    let page = page(corpus, segments, &percent_decode(fragment, false), &mut problems);
    let mut view = View::of(language, page);
    if let Page::Gallery(_) = page {
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            choose(corpus, &mut view, pair, &mut problems);
        }
        for facet in Facet::ALL {
            let choice = view.query.choice_mut(facet);
            // “All of” a facet without a choice says nothing, and would give one view two addresses.
            choice.all &= !choice.include.is_empty();
        }
    }
    (view, problems)
}

/// The page that the segments behind the language name, or the nearest one.
fn page(
    corpus: &Corpus,
    mut segments: impl Iterator<Item = String>,
    fragment: &str,
    problems: &mut Vec<NotUnderstood>,
) -> Page {
    let section = segments.next();
    let item = segments.next();
    problems.extend(segments.map(NotUnderstood::Page));
    let gallery = |name: &str| Gallery::ALL.into_iter().find(|gallery| gallery.name() == name);
    let (overview, found) = match (section.as_deref(), item.as_deref()) {
        (None, _) => return Page::Gallery(Gallery::default()),
        (Some("films"), Some(id)) => {
            let page =
                corpus.film(id).map(|(film, _)| Page::Film(film, passage(corpus, film, fragment, problems)));
            (Page::Gallery(Gallery::Films), page)
        }
        (Some("characters"), Some(id)) => {
            let page = corpus.character(id).map(|(character, _)| Page::Character(character));
            (Page::Gallery(Gallery::Characters), page)
        }
        (Some("themes"), Some(id)) => {
            (Page::Themes, corpus.term(Vocabulary::Themes, id).map(|(theme, _)| Page::Theme(theme)))
        }
        (Some("parallels"), Some(id)) => {
            let position = (0..).zip(corpus.parallels.iter()).find(|(_, parallel)| parallel.id == id);
            (Page::Parallels, position.map(|(number, _)| Page::Parallel(number)))
        }
        (Some("themes"), None) => return Page::Themes,
        (Some("parallels"), None) => return Page::Parallels,
        (Some("about"), None) => return Page::About,
        (Some("about"), Some(_)) => (Page::About, None),
        (Some(name), item) => match (gallery(name), item) {
            (Some(gallery), None) => return Page::Gallery(gallery),
            (Some(gallery), Some(_)) => (Page::Gallery(gallery), None),
            (None, _) => {
                problems.push(NotUnderstood::Page(name.to_owned()));
                return Page::Gallery(Gallery::default());
            }
        },
    };
    found.unwrap_or_else(|| {
        problems.extend(item.map(NotUnderstood::Page));
        overview
    })
}

/// The passage of a film that a fragment names. Other fragments are places on the page, not mistakes.
fn passage(
    corpus: &Corpus,
    film: FilmId,
    fragment: &str,
    problems: &mut Vec<NotUnderstood>,
) -> Option<PassageId> {
    if fragment.is_empty() {
        return None;
    }
    let found =
        corpus.passages.iter().position(|passage| passage.film.get() == film && passage.id == fragment);
    if found.is_none() {
        problems.push(NotUnderstood::Part(fragment.to_owned()));
    }
    found.map(PassageId::from_index)
}

/// Takes one `name=value` of the query into the view.
fn choose(corpus: &Corpus, view: &mut View, pair: &str, problems: &mut Vec<NotUnderstood>) {
    let (name, value) = split(pair, '=');
    let (name, value) = (percent_decode(name, true), percent_decode(value, true));
    let (excluded, facet_name) = match name.strip_prefix("not-") {
        Some(rest) => (true, rest),
        None => (false, name.as_str()),
    };
    if let Some(facet) = Facet::from_name(facet_name) {
        let Some(number) = facet.value(corpus, &value) else {
            problems.push(NotUnderstood::Value(facet, value));
            return;
        };
        let choice = view.query.choice_mut(facet);
        if excluded {
            choice.exclude_value(number);
        } else {
            choice.include_value(number);
        }
        return;
    }
    match (name.as_str(), Facet::from_name(&value), value.parse::<usize>()) {
        ("q", ..) => {
            view.query.text = value;
            let cut = view.query.text.floor_char_boundary(LONGEST_TEXT);
            view.query.text.truncate(cut);
        }
        ("in", ..) if let Some(language) = Language::from_tag(&value) => {
            view.query.language = Some(language);
        }
        ("sort", ..) if let Some(order) = Order::from_name(&value) => view.order = order,
        ("all", Some(facet), _) => view.query.choice_mut(facet).all = true,
        ("show", _, Ok(shown)) if shown >= FIRST_SHOWN => view.shown = shown,
        _ => problems.push(NotUnderstood::Part(pair.to_owned())),
    }
}

/// What stands before and behind the first separator.
fn split(text: &str, separator: char) -> (&str, &str) {
    text.split_once(separator).unwrap_or((text, ""))
}

/// Undoes percent-encoding; what is not valid UTF-8 afterwards becomes replacement characters.
fn percent_decode(text: &str, plus_is_space: bool) -> String {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        match (first, behind) {
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            (b'+', _) if plus_is_space => bytes.push(b' '),
            (byte, _) => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
