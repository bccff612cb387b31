//! What a visitor may be about to type: themes, characters, films and places whose names have the words so far. It
//! knows names only; what texts say is the search's business.

use super::evaluate::evaluate;
use super::lookup::rank;
use super::near::Pattern;
use super::parse::{Part, parse};
use crate::facet::Gallery;
use crate::fold;
use crate::model::{Language, Vocabulary};
use crate::packed::{Corpus, Term};
use crate::query::Query;
use std::ops::Range;

/// How many suggestions a group has at most.
const MOST: usize = 5;
/// How many of the best found items are asked for their names.
const LOOKED_AT: usize = 64;

/// What is suggested, in the order in which it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Themes, by their number in the vocabulary.
    Themes,
    /// Characters, by their number.
    Characters,
    /// Films, by their number.
    Films,
    /// Places, by their number in the vocabulary.
    Places,
}

impl Group {
    /// All groups, in their order.
    pub const ALL: [Self; 4] = [Self::Themes, Self::Characters, Self::Films, Self::Places];
}

/// Something whose name has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its number among what the group holds.
    pub number: u32,
    /// The name that has the words: the shown one where it has them, else another or a synonym.
    pub name: String,
    /// Whether that is the name by which it is shown.
    pub shown: bool,
    /// What of the name was typed, in bytes, ascending.
    pub matches: Vec<Range<usize>>,
}

/// Suggestions for a text that is being typed, at most five a group, the best first; groups without any are left out.
/// Names are those of one language and those that belong to all.
#[must_use]
pub fn suggest(corpus: &Corpus, text: &str, language: Language) -> Vec<(Group, Vec<Suggestion>)> {
    let parts: Vec<Part> = parse(text).into_iter().filter(|part| !part.excluded).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let groups = Group::ALL.map(|group| (group, members(corpus, group, text, &parts, language)));
    groups.into_iter().filter(|(_, members)| !members.is_empty()).collect()
}

fn members(corpus: &Corpus, group: Group, text: &str, parts: &[Part], language: Language) -> Vec<Suggestion> {
    match group {
        Group::Themes => terms(corpus.terms(Vocabulary::Themes), parts, language),
        Group::Places => terms(corpus.terms(Vocabulary::Places), parts, language),
        Group::Characters => {
            let found = found(corpus, Gallery::Characters, text);
            let named = found.into_iter().filter_map(|number| {
                let character = corpus.characters.get(number as usize)?;
                let first = [character.name.get(language), character.short.get(language)];
                let others =
                    character.aliases_in(language).chain(character.variants.iter().map(|name| &**name));
                named(number, first.into_iter().chain(others), parts)
            });
            best(named.collect())
        }
        Group::Films => {
            let named = found(corpus, Gallery::Films, text).into_iter().filter_map(|number| {
                let film = corpus.films.get(number as usize)?;
                let others = film.alternative_titles.iter().map(|title| title.text);
                named(number, [film.title].into_iter().chain(others), parts)
            });
            best(named.collect())
        }
    }
}

/// The best found items of a gallery; their names are looked at one by one.
fn found(corpus: &Corpus, gallery: Gallery, text: &str) -> Vec<u32> {
    let query = Query { text: text.to_owned(), ..Query::default() };
    let evaluated = evaluate(corpus, gallery, &query);
    let mut found = evaluated.rank(evaluated.items.iter());
    found.truncate(LOOKED_AT);
    found
}

fn terms(terms: &[Term], parts: &[Part], language: Language) -> Vec<Suggestion> {
    let named = (0..).zip(terms).filter_map(|(number, term)| {
        named(number, [term.name.get(language)].into_iter().chain(term.synonyms_in(language)), parts)
    });
    best(named.collect())
}

/// The best, without how good they are. Where any has the words by its letters, near ones are left out.
fn best(mut named: Vec<(usize, Suggestion)>) -> Vec<Suggestion> {
    named.sort_by_key(|(worth, suggestion)| (*worth, suggestion.number));
    let near = named.first().is_some_and(|(worth, _)| *worth >= NEAR);
    named.into_iter().filter(|(worth, _)| near || *worth < NEAR).take(MOST).map(|(_, named)| named).collect()
}

/// What is added for a name that is not the shown one, and for words that are only near.
const OTHER: usize = 100;
const NEAR: usize = 1000;

/// A suggestion by the best of some names that has all words, the first being the shown one; the lower, the better.
fn named<'a>(
    number: u32,
    names: impl Iterator<Item = &'a str>,
    parts: &[Part],
) -> Option<(usize, Suggestion)> {
    let compared = names.enumerate().filter_map(|(at, name)| {
        let (worth, matches) = compare(name, parts)?;
        let shown = at == 0;
        let worth = worth + if shown { 0 } else { OTHER };
        Some((worth, Suggestion { number, name: name.to_owned(), shown, matches }))
    });
    compared.min_by_key(|(worth, _)| *worth)
}

/// How well a name has all words, each as the beginning of a word, and where.
fn compare(name: &str, parts: &[Part]) -> Option<(usize, Vec<Range<usize>>)> {
    let own: Vec<(usize, &str, String, String)> =
        fold::spans(name).map(|(at, raw)| (at, raw, fold::lower(raw), fold::fold(raw))).collect();
    let mut worth = 0;
    let mut matches: Vec<Range<usize>> = Vec::new();
    for word in parts.iter().flat_map(|part| &part.words) {
        let mut asked = word.clone();
        asked.unfinished = true;
        let by_letters = own.iter().enumerate().filter_map(|(place, (at, raw, lower, folded))| {
            let rank = rank(&asked, &asked.folded, true, lower, folded)?;
            let length =
                raw.char_indices().nth(asked.lower.chars().count()).map_or(raw.len(), |(end, _)| end);
            Some((rank * 2 + place.min(1) * 10, *at..at + length))
        });
        let near = || {
            let mut pattern = Pattern::new(&asked.folded, super::lookup::allowed(&asked.folded))?;
            own.iter().find_map(|(at, raw, lower, _)| {
                let (whole, begins) = pattern.compare(lower, 0);
                let edits = if word.unfinished { whole.min(begins) } else { whole };
                (edits < usize::MAX).then(|| (NEAR + edits * OTHER, *at..at + raw.len()))
            })
        };
        let (rank, range) = by_letters.min_by_key(|(rank, _)| *rank).or_else(near)?;
        worth += rank;
        matches.push(range);
    }
    matches.sort_by_key(|range| (range.start, range.end));
    matches.dedup_by(|later, before| {
        let overlap = later.start < before.end;
        before.end = if overlap { before.end.max(later.end) } else { before.end };
        overlap
    });
    Some((worth, matches))
}
