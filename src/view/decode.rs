//! From an address to a view. Every address leads somewhere: what is not understood is left out, and said.

use super::{Compared, FIRST_SHOWN, Filling, NotUnderstood, Page, Question, Sequence, Slot, View, spot};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Language, Vocabulary};
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
    if let Page::Gallery(_) | Page::Film(..) | Page::Compare(_) | Page::Questions(_) = page {
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            take(corpus, &mut view, pair, &mut problems);
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
            let page = corpus.film(id).map(|(film, _)| {
                Page::Film(film, pointed(fragment, problems, |name| spot::on_film(corpus, film, name)))
            });
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
        (Some("about"), None) => {
            return Page::About(pointed(fragment, problems, |name| spot::source(corpus, name)));
        }
        (Some("compare"), None) => return Page::Compare(Compared::default()),
        (Some("questions"), None) => return Page::Questions(Question::default()),
        (Some("compare"), Some(_)) => (Page::Compare(Compared::default()), None),
        (Some("questions"), Some(_)) => (Page::Questions(Question::default()), None),
        (Some("about"), Some(_)) => (Page::About(None), None),
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

/// What a fragment points at, if there is one.
fn pointed<T>(
    fragment: &str,
    problems: &mut Vec<NotUnderstood>,
    find: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    if fragment.is_empty() {
        return None;
    }
    let found = find(fragment);
    if found.is_none() {
        problems.push(NotUnderstood::Part(fragment.to_owned()));
    }
    found
}

/// Takes one `name=value` of the query into the view.
fn take(corpus: &Corpus, view: &mut View, pair: &str, problems: &mut Vec<NotUnderstood>) {
    let (name, value) = split(pair, '=');
    let (name, value) = (percent_decode(name, true), percent_decode(value, true));
    let taken = match (name.as_str(), value.parse::<usize>(), view.page) {
        ("order", _, Page::Film(..)) if value == "story" => {
            view.sequence = Sequence::Story;
            Ok(())
        }
        (_, _, Page::Film(..)) => Err(None),
        ("show", Ok(shown), _) if shown >= FIRST_SHOWN => {
            view.shown = shown;
            Ok(())
        }
        (_, _, Page::Compare(compared)) => set_beside(corpus, view, compared, &name, value),
        (_, _, Page::Questions(question)) => fill(corpus, view, question, &name, value),
        _ => choose(corpus, view, &name, value),
    };
    problems.extend(taken.err().map(|value| match value {
        Some((facet, value)) => NotUnderstood::Value(facet, value),
        None => NotUnderstood::Part(pair.to_owned()),
    }));
}

/// Or else, what was not understood: the value of a facet, or the whole of the pair.
type Taken = Result<(), Option<(Facet, String)>>;

/// Takes a film among those that are compared, where there is room for it.
fn set_beside(corpus: &Corpus, view: &mut View, compared: Compared, name: &str, value: String) -> Taken {
    if name != Facet::Film.name() {
        return Err(None);
    }
    let Some((film, _)) = corpus.film(&value) else {
        return Err(Some((Facet::Film, value)));
    };
    let Some(compared) = compared.with(film) else { return Err(None) };
    view.page = Page::Compare(compared);
    Ok(())
}

/// Fills a slot of a question; the first that fills it counts.
fn fill(corpus: &Corpus, view: &mut View, question: Question, name: &str, value: String) -> Taken {
    let (inverse, name) = match name.strip_prefix("inverse-") {
        Some(rest) => (true, rest),
        None => (false, name),
    };
    let empty = |slot: &Slot| slot.name() == name && question.filling(*slot).is_none();
    let slot = Slot::ALL.into_iter().find(empty);
    let Some(slot) = slot.filter(|slot| !inverse || slot.facet() == Facet::RelationKind) else {
        return Err(None);
    };
    let Some(number) = slot.facet().value(corpus, &value) else {
        return Err(Some((slot.facet(), value)));
    };
    view.page = Page::Questions(question.with(slot, Some(Filling::new(corpus, slot, number, inverse))));
    Ok(())
}

/// Takes a choice, or the text of a search, into the filter of a gallery.
fn choose(corpus: &Corpus, view: &mut View, name: &str, value: String) -> Taken {
    let (excluded, facet_name) = match name.strip_prefix("not-") {
        Some(rest) => (true, rest),
        None => (false, name),
    };
    if let Some(facet) = Facet::from_name(facet_name) {
        let Some(number) = facet.value(corpus, &value) else {
            return Err(Some((facet, value)));
        };
        let choice = view.query.choice_mut(facet);
        if excluded {
            choice.exclude_value(number);
        } else {
            choice.include_value(number);
        }
        return Ok(());
    }
    match (name, Facet::from_name(&value)) {
        ("q", _) => {
            view.query.text = value;
            let cut = view.query.text.floor_char_boundary(LONGEST_TEXT);
            view.query.text.truncate(cut);
        }
        ("in", _) if let Some(language) = Language::from_tag(&value) => {
            view.query.language = Some(language);
        }
        ("sort", _) if let Some(order) = Order::from_name(&value) => view.order = order,
        ("all", Some(facet)) => view.query.choice_mut(facet).all = true,
        _ => return Err(None),
    }
    Ok(())
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
