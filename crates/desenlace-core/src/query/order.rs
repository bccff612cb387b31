//! The orders in which a gallery can stand, besides the one in which it is found. It computes with whole numbers and
//! with words folded by [`fold`], so a page rendered beforehand and the running page agree.

use crate::facet::Gallery;
use crate::fold;
use crate::model::Language;
use crate::packed::Corpus;

/// An order of a gallery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// The best found first; the order of the corpus where no words are asked for.
    #[default]
    Found,
    /// By title or name, as the alphabet of the language has it.
    Name,
    /// By the year of the film, the first first; films without a year last.
    Oldest,
    /// By the year of the film, the last first; films without a year last.
    Newest,
    /// Films by the size of their cast, characters and fates by their relations; the most first.
    Most,
}

impl Order {
    /// All orders, in the order in which the page offers them.
    pub const ALL: [Self; 5] = [Self::Found, Self::Name, Self::Oldest, Self::Newest, Self::Most];

    /// Its name in addresses; empty for the one that goes without saying.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Found => "",
            Self::Name => "name",
            Self::Oldest => "oldest",
            Self::Newest => "newest",
            Self::Most => "most",
        }
    }

    /// The order with a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// How many letters of a name decide about its place; equals stand in the order of the corpus.
const LETTERS: usize = 32;
/// How many letters are compared at once.
const AT_ONCE: usize = 4;

/// The place of each item of a gallery in an order.
#[must_use]
pub fn places(corpus: &Corpus, gallery: Gallery, order: Order, language: Language) -> Vec<u32> {
    let length = u32::try_from(gallery.len(corpus)).unwrap_or(u32::MAX);
    let mut items: Vec<u32> = (0..length).collect();
    let year = |item: u32| {
        let film = match gallery {
            Gallery::Films => Some(item as usize),
            _ => corpus.characters.get(item as usize).map(|character| character.film.get().index()),
        };
        film.and_then(|film| corpus.films.get(film)).map_or(0, |film| film.year)
    };
    match order {
        Order::Found => {}
        Order::Name => {
            let names =
                (0..length).map(|item| fold::collation(name(corpus, gallery, item, language), language));
            let names: Vec<String> = names.collect();
            // From the last letters to the first: each pass keeps what the one before it has done.
            for letters in (0..LETTERS / AT_ONCE).rev() {
                items = ordered(&items, |item| chunk(&names[item as usize], letters));
            }
        }
        Order::Oldest => items = ordered(&items, |item| year(item).wrapping_sub(1)),
        Order::Newest => items = ordered(&items, |item| u32::MAX - year(item)),
        Order::Most => {
            let ties = ties(corpus, gallery, length);
            items = ordered(&items, |item| u32::MAX - ties[item as usize]);
        }
    }
    let mut places = vec![0; items.len()];
    for (place, item) in (0..).zip(items) {
        places[item as usize] = place;
    }
    places
}

/// Items by a number; equals as they stood.
///
/// ```
/// use desenlace_core::query::ordered;
/// assert_eq!(ordered(&[3, 1, 2], |item| item % 2), [2, 3, 1]);
/// ```
#[must_use]
pub fn ordered(items: &[u32], number: impl Fn(u32) -> u32) -> Vec<u32> {
    let numbered = (0u64..).zip(items).map(|(place, item)| u64::from(number(*item)) << 32 | place);
    let mut keys: Vec<u64> = numbered.collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| items[(key & u64::from(u32::MAX)) as usize]).collect()
}

/// Some letters of a word as a number that grows with them.
fn chunk(word: &str, letters: usize) -> u32 {
    let bytes = word.as_bytes().iter().skip(letters * AT_ONCE).chain(&[0; AT_ONCE]);
    bytes.take(AT_ONCE).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// What an item is called.
fn name(corpus: &Corpus, gallery: Gallery, item: u32, language: Language) -> &str {
    match gallery {
        Gallery::Films => corpus.films.get(item as usize).map_or("", |film| film.title),
        _ => corpus.characters.get(item as usize).map_or("", |character| character.name.get(language)),
    }
}

/// How many people each film has, or how many relations each character.
fn ties(corpus: &Corpus, gallery: Gallery, length: u32) -> Vec<u32> {
    let mut ties = vec![0; length as usize];
    let mut tie = |item: usize| ties.get_mut(item).into_iter().for_each(|count| *count += 1);
    match gallery {
        Gallery::Films => corpus.characters.iter().for_each(|character| tie(character.film.get().index())),
        _ => corpus.relations.iter().for_each(|relation| {
            tie(relation.from.get().index());
            tie(relation.to.get().index());
        }),
    }
    ties
}

#[cfg(test)]
mod tests;
