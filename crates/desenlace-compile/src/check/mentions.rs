//! People and places are linked where a passage first mentions them. Only names are looked for, that is,
//! what begins with a capital; a plain description such as “the old woman” may always be meant otherwise.

use crate::decode::{Kind, Ref, kind};
use crate::report::Report;
use crate::story::{Target, Told};
use crate::written::{Written, WrittenFilm};
use desenlace_core::model::{Language, Vocabulary};
use std::collections::BTreeSet;
use std::ops::Range;

/// Reports first mentions without a link.
pub(super) fn are_linked(film: &WrittenFilm, written: &Written, report: &mut Report) {
    for language in Language::ALL {
        let named = named_things(film, written, language);
        for told in &film.stories[language as usize].passages {
            check_passage(told, &named, report);
        }
    }
}

/// Somebody or something with names.
struct Named<'a> {
    /// As in links: `character:nene`.
    address: String,
    names: Vec<&'a str>,
}

/// A name in a text.
struct Mention {
    thing: usize,
    range: Range<usize>,
}

fn check_passage(told: &Told, named: &[Named<'_>], report: &mut Report) {
    let mentions = mentions(&told.text, named);
    let links: Vec<(String, &Range<usize>)> =
        told.marks.iter().filter_map(|mark| Some((address(&mark.target)?, &mark.range))).collect();
    for (thing, Named { address, names }) in named.iter().enumerate() {
        let own = mentions.iter().filter(|mention| mention.thing == thing);
        // What lies inside a longer name, or inside the link of something else, is no mention of this. Nor is
        // what was meant for a link and has been reported.
        let free = own.filter(|mention| {
            let longer = mentions.iter().any(|other| is_inside(&mention.range, &other.range));
            let other_link = links.iter().any(|(other, range)| {
                other != address
                    && covers(range, &mention.range)
                    && (is_inside(&mention.range, range) || may_be_called(named, other, names))
            });
            let broken_link = told.text[..mention.range.start].ends_with('[');
            !longer && !other_link && !broken_link
        });
        let Some(first) = free.min_by_key(|mention| mention.range.start) else { continue };
        let linked = links.iter().any(|(link, range)| link == address && range.start <= first.range.start);
        if !linked {
            let name = &told.text[first.range.clone()];
            let message = format!("the first mention of “{name}” in this passage is not linked");
            report.error(told.spot_of(first.range.start), message, format!("write [{name}]({address})"));
        }
    }
}

/// The things of a film that have names in a language. Of places, those that the files of the film name.
fn named_things<'a>(film: &'a WrittenFilm, written: &'a Written, language: Language) -> Vec<Named<'a>> {
    let characters = film.characters.value.0.iter().filter_map(|(id, character)| {
        let names = [Some(&character.name), character.short.as_ref()];
        let names = names.into_iter().flatten().map(|name| name.value.get(language));
        let aliases = character.aliases.0[language as usize].iter().map(String::as_str);
        Some(Named { address: format!("character:{}", id.id()?), names: proper(names.chain(aliases)) })
    });
    let own = places_of(film);
    let places = written.vocabularies[Vocabulary::Places as usize].value.iter().filter_map(|(id, place)| {
        let id = id.id().filter(|id| own.contains(id))?;
        Some(Named {
            address: format!("place:{id}"),
            names: proper(std::iter::once(place.name.value.get(language))),
        })
    });
    characters.chain(places).collect()
}

/// The places that the files of a film name.
fn places_of(film: &WrittenFilm) -> BTreeSet<&str> {
    let events = film.events.value.0.iter().filter_map(|(_, event)| event.place.as_ref());
    let fates =
        film.fates.value.0.iter().filter_map(|(_, fate)| fate.place.as_ref()).map(|place| &place.place);
    let marks = film.stories.iter().flat_map(|story| &story.passages).flat_map(|told| &told.marks);
    let linked = marks.filter_map(|mark| match &mark.target {
        Target::Place(place) => Some(place),
        Target::Character(_) | Target::Emphasis => None,
    });
    film.film.value.places.iter().chain(events).chain(fates).chain(linked).filter_map(Ref::id).collect()
}

/// The names among some words for a thing.
fn proper<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    names.filter(|name| name.chars().next().is_some_and(char::is_uppercase)).collect()
}

fn mentions(text: &str, named: &[Named<'_>]) -> Vec<Mention> {
    let of = |thing: usize, name: &str| {
        let ranges: Vec<_> = text.match_indices(name).map(|(start, _)| start..start + name.len()).collect();
        ranges.into_iter().filter(|range| is_whole(text, range)).map(move |range| Mention { thing, range })
    };
    let things = named.iter().enumerate();
    things.flat_map(|(thing, named)| named.names.iter().flat_map(move |name| of(thing, name))).collect()
}

/// Whether a stretch consists of whole words.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let behind = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether a stretch lies within a longer one.
fn is_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    covers(outer, inner) && outer.len() > inner.len()
}

/// Whether the thing at an address has one of these names as well, or is unknown.
fn may_be_called(named: &[Named<'_>], address: &str, names: &[&str]) -> bool {
    let mut things = named.iter().filter(|thing| thing.address == address).peekable();
    things.peek().is_none() || things.any(|thing| thing.names.iter().any(|name| names.contains(name)))
}

fn address(target: &Target) -> Option<String> {
    match target {
        Target::Character(id) => Some(format!("{}:{}", kind::Character::NOUN, id.id()?)),
        Target::Place(id) => Some(format!("{}:{}", kind::Place::NOUN, id.id()?)),
        Target::Emphasis => None,
    }
}
