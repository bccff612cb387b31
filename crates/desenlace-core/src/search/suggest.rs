//! What a visitor may be about to type: themes, characters, films and places whose names have the words so far. It
//! knows names only; what texts say is the search's business.

use super::evaluate::{Evaluated, evaluate};
use super::lookup::Class;
use super::parse::{Part, parse};
use super::terms::{Hit, Terms};
use crate::facet::Gallery;
use crate::model::{Language, Vocabulary};
use crate::packed::Corpus;
use crate::query::Query;
use crate::veil::Veil;
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
/// Names are those of one language and those that belong to all. What the veil hides decides about none of them.
#[must_use]
pub fn suggest(
    corpus: &Corpus,
    text: &str,
    language: Language,
    veil: &Veil,
) -> Vec<(Group, Vec<Suggestion>)> {
    let mut groups = Vec::new();
    let mut parts = parse(text);
    parts.retain(|part| !part.excluded);
    if parts.is_empty() {
        return groups;
    }
    // Any word may be the beginning of one in a name.
    parts.iter_mut().flat_map(|part| &mut part.words).for_each(|word| word.unfinished = true);
    let query = Query { text: text.to_owned(), veil: veil.clone(), ..Query::default() };
    let films = Found::of(corpus, Gallery::Films, &query, &parts);
    let people = Found::of(corpus, Gallery::Characters, &query, &parts);
    for group in Group::ALL {
        let (found, all) = match group {
            Group::Themes => (&films, corpus.terms(Vocabulary::Themes).len()),
            Group::Places => (&films, corpus.terms(Vocabulary::Places).len()),
            Group::Films => (&films, 0),
            Group::Characters => (&people, 0),
        };
        let mut best = Best::default();
        let mut consider = |number: u32| {
            let mut shown = true;
            names(corpus, group, number, language, &mut |name| {
                best.consider(number, name, shown, found, &parts);
                shown = false;
            });
            best.settle();
        };
        match all {
            0 => found.items.iter().for_each(|item| consider(*item)),
            _ => (0..).take(all).for_each(consider),
        }
        if !best.kept.is_empty() {
            groups.push((group, best.kept.into_iter().map(|(_, suggestion)| suggestion).collect()));
        }
    }
    groups
}

/// What a text finds in a gallery, as far as suggestions need it.
struct Found {
    /// The best items; their names are looked at one by one.
    items: Vec<u32>,
    terms: Terms,
}

impl Found {
    fn of(corpus: &Corpus, gallery: Gallery, query: &Query, parts: &[Part]) -> Self {
        let evaluated: Evaluated = evaluate(corpus, gallery, query);
        let mut items = evaluated.rank(&evaluated.items);
        items.truncate(LOOKED_AT);
        Self { items, terms: Terms::new(parts.to_vec(), evaluated.words) }
    }
}

/// The best suggestions so far, the lower their worth the better.
#[derive(Default)]
struct Best {
    kept: Vec<(usize, Suggestion)>,
    /// The best by any name of the thing that is looked at.
    own: Option<(usize, Suggestion)>,
}

/// What is added for a word by how it is found, for one that is not the first of its name, and for another name than
/// the shown one.
const CLASS: [usize; 4] = [0, 10, 100, 300];
const BEHIND: usize = 20;
const OTHER: usize = 50;

impl Best {
    /// Considers a name: it must have every word.
    fn consider(&mut self, number: u32, name: &str, shown: bool, found: &Found, parts: &[Part]) {
        let hits = found.terms.hits(name);
        let mut worth = if shown { 0 } else { OTHER };
        for word in 0..found.terms.words().len() {
            let of_word = hits.iter().filter(|hit| hit.word == word);
            // A shorter word is more nearly what was typed so far.
            let worths = of_word.map(|hit| {
                CLASS[hit.class as usize]
                    + if hit.range.start > 0 { BEHIND } else { 0 }
                    + hit.range.len().min(BEHIND)
            });
            let Some(best) = worths.min() else { return };
            worth += best;
        }
        if self.own.as_ref().is_none_or(|(before, _)| worth < *before) {
            let matches = hits.into_iter().map(|hit| typed(name, hit, parts)).collect();
            self.own = Some((worth, Suggestion { number, name: name.to_owned(), shown, matches }));
        }
    }

    /// Puts the best name of a thing in its place among the others.
    fn settle(&mut self) {
        if let Some(own) = self.own.take() {
            let place = self.kept.iter().position(|(worth, _)| own.0 < *worth).unwrap_or(self.kept.len());
            self.kept.insert(place, own);
            self.kept.truncate(MOST);
        }
    }
}

/// What of a word was typed: its beginning where it is found by its letters, else all of it.
fn typed(name: &str, hit: Hit, parts: &[Part]) -> Range<usize> {
    let asked = parts.iter().flat_map(|part| &part.words).nth(hit.word);
    let letters = asked.map_or(0, |asked| asked.lower.chars().count());
    let mut ends = name[hit.range.clone()].char_indices().map(|(end, _)| end);
    match ends.nth(letters) {
        Some(end) if hit.class <= Class::Folded => hit.range.start..hit.range.start + end,
        _ => hit.range,
    }
}

/// Visits the names of a thing in a language, the one by which it is shown first.
fn names(corpus: &Corpus, group: Group, number: u32, language: Language, see: &mut dyn FnMut(&str)) {
    let number = number as usize;
    let vocabulary = match group {
        Group::Films => {
            if let Some(film) = corpus.films.get(number) {
                see(film.title);
                film.alternative_titles.iter().for_each(|title| see(title.text));
            }
            return;
        }
        Group::Characters => {
            if let Some(character) = corpus.characters.get(number) {
                see(character.name.get(language));
                see(character.short.get(language));
                character.aliases_in(language).for_each(&mut *see);
                character.variants.iter().for_each(|variant| see(variant));
            }
            return;
        }
        Group::Themes => Vocabulary::Themes,
        Group::Places => Vocabulary::Places,
    };
    if let Some(term) = corpus.terms(vocabulary).get(number) {
        see(term.name.get(language));
        term.synonyms_in(language).for_each(see);
    }
}
