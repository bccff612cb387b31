//! Which themes go together: in a film, in a character, in an event. It counts what is annotated and says how
//! far that is beyond chance; it claims no reason.

use super::rarity::lift;
use super::{in_order, is_within, numbered, numbers, with_broader};
use crate::model::{CharacterId, EventId, FilmId, PassageId, TermId, Vocabulary, Weight};
use crate::packed::{self, Character, Corpus, Event, Fate, Film};

/// A theme that goes with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoOccurrence {
    /// The theme.
    pub theme: TermId,
    /// How many films have both.
    pub films: u32,
    /// How many characters have both, themselves or in their fate.
    pub characters: u32,
    /// How many events have both.
    pub events: u32,
    /// How much the two attract each other: the sum, over films, characters and events, of how many have both
    /// times the logarithm to base 2 of how much oftener that is than by chance, in 1/256. Below 0 where they
    /// avoid each other.
    pub weight: i64,
}

/// The themes that go with one, those that attract it most first, then those that share more with it, then in
/// the order of the vocabulary. Whatever has a narrower theme has the broader one too; themes that contain the
/// one asked about or are contained in it are left out, since they go together by definition. A number that is
/// no theme has none. The work grows with the ties of the corpus.
#[must_use]
pub fn theme_co_occurrence(corpus: &Corpus, theme: TermId) -> Vec<CoOccurrence> {
    let themes = corpus.terms(Vocabulary::Themes).len();
    let [mut films, mut characters, mut events] = [(); 3].map(|()| Tally::new(themes));
    corpus.films.iter().for_each(|film| films.add(corpus, &mut of_film(&film), theme));
    for (character, fate) in corpus.characters.iter().zip(corpus.fates.iter()) {
        characters.add(corpus, &mut of_character(character, fate), theme);
    }
    corpus.events.iter().for_each(|event| events.add(corpus, &mut of_event(event), theme));
    let tallies = [films, characters, events];
    let related = |other| {
        is_within(corpus, Vocabulary::Themes, other, theme)
            || is_within(corpus, Vocabulary::Themes, theme, other)
    };
    let others = (0..themes).map(TermId::from_index).filter(|other| !related(*other));
    let mut found: Vec<CoOccurrence> = Vec::new();
    for other in others {
        let [films, characters, events] = tallies.each_ref().map(|tally| tally.both[other.index()]);
        let weight = tallies.iter().map(|tally| tally.weight(theme, other)).sum();
        let one = CoOccurrence { theme: other, films, characters, events, weight };
        if films + characters + events > 0 {
            let before = |known: &CoOccurrence| known.rank() >= one.rank();
            found.insert(found.partition_point(before), one);
        }
    }
    found
}

impl CoOccurrence {
    /// The greater, the further in front; equals stand in the order of the vocabulary.
    fn rank(&self) -> (i64, u32, u32, u32) {
        (self.weight, self.characters, self.events, self.films)
    }
}

/// Whatever has two themes, or narrower ones: the evidence behind a [`CoOccurrence`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// The films, with the passages of both ties.
    pub films: Vec<(FilmId, Vec<PassageId>)>,
    /// The characters, with the passages of both ties.
    pub characters: Vec<(CharacterId, Vec<PassageId>)>,
    /// The events, with their passages.
    pub events: Vec<(EventId, Vec<PassageId>)>,
}

/// Whatever has two themes, or narrower ones, in the order of the corpus.
#[must_use]
pub fn together(corpus: &Corpus, one: TermId, other: TermId) -> Together {
    // The passages of the ties to either, where there are ties to both.
    let both = |ties: Vec<(TermId, Vec<PassageId>)>| {
        let within = |theme, wanted| is_within(corpus, Vocabulary::Themes, theme, wanted);
        let has = |wanted| ties.iter().any(|(theme, _)| within(*theme, wanted));
        (has(one) && has(other)).then(|| {
            let ties = ties.iter().filter(|(theme, _)| within(*theme, one) || within(*theme, other));
            in_order(ties.flat_map(|(_, passages)| passages.iter().copied()))
        })
    };
    let films = numbered(corpus.films.iter()).filter_map(|(number, film)| {
        let present = film.themes.iter().filter(|tie| tie.weight != Weight::Absent);
        let ties = present.map(|tie| (tie.theme, tie.passages.iter().collect()));
        Some((FilmId(number), both(ties.collect())?))
    });
    let cast = numbered(corpus.characters.iter()).zip(corpus.fates.iter());
    let characters = cast.filter_map(|((number, character), fate)| {
        let ties = character.themes.iter().chain(fate.themes.iter());
        let ties = ties.map(|tie| (tie.theme.get(), numbers(&tie.passages).collect()));
        Some((CharacterId(number), both(ties.collect())?))
    });
    let events = numbered(corpus.events.iter()).filter_map(|(number, event)| {
        let ties = of_event(event).map(|theme| (theme, numbers(&event.passages).collect()));
        Some((EventId(number), both(ties.collect())?))
    });
    Together { films: films.collect(), characters: characters.collect(), events: events.collect() }
}

/// How many things of one sort have each theme, and how many have it beside the one asked about.
struct Tally {
    things: usize,
    each: Vec<u32>,
    both: Vec<u32>,
}

impl Tally {
    fn new(themes: usize) -> Self {
        Self { things: 0, each: vec![0; themes], both: vec![0; themes] }
    }

    /// Counts a thing with its themes and whatever is broader, each once.
    fn add(&mut self, corpus: &Corpus, own: &mut dyn Iterator<Item = TermId>, beside: TermId) {
        self.things += 1;
        let mut themes = Vec::new();
        for theme in own {
            for theme in with_broader(corpus, Vocabulary::Themes, theme) {
                if !themes.contains(&theme) {
                    themes.push(theme);
                }
            }
        }
        let has = themes.contains(&beside);
        for theme in themes {
            self.each[theme.index()] += 1;
            self.both[theme.index()] += u32::from(has);
        }
    }

    fn weight(&self, one: TermId, other: TermId) -> i64 {
        let count = |theme: TermId| self.each.get(theme.index()).map_or(0, |count| *count as usize);
        let both = self.both[other.index()] as usize;
        if both == 0 { 0 } else { both as i64 * lift(self.things, count(one), count(other), both) }
    }
}

fn of_film<'c>(film: &Film<'c>) -> impl Iterator<Item = TermId> + use<'c> {
    film.themes.iter().filter(|tie| tie.weight != Weight::Absent).map(|tie| tie.theme)
}

fn of_character<'a>(character: &'a Character, fate: &'a Fate) -> impl Iterator<Item = TermId> + 'a {
    character.themes.iter().chain(fate.themes.iter()).map(|tie| tie.theme.get())
}

fn of_event(event: &Event) -> impl Iterator<Item = TermId> + '_ {
    event.themes.iter().map(packed::TermId::get)
}

#[cfg(test)]
mod tests;
