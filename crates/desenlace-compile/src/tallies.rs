//! How much of everything there is, for whoever looks after a corpus.

use desenlace_core::model::{Certainty, Corpus, Language, Vocabulary};
use std::collections::BTreeSet;
use std::fmt;

/// How much of everything a corpus has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallies {
    /// Films.
    pub films: usize,
    /// Passages of all films.
    pub passages: usize,
    /// Individuals, groups not counted.
    pub characters: usize,
    /// Groups acting as one.
    pub groups: usize,
    /// Relations between characters.
    pub relations: usize,
    /// Events of all films.
    pub events: usize,
    /// Curated links between films.
    pub parallels: usize,
    /// Terms of the theme vocabulary that something has.
    pub themes: usize,
    /// The fates of individuals: outcome, certainty, and how many; in the order of the vocabulary.
    pub fates: Vec<(String, Certainty, usize)>,
    /// The fates of groups, likewise.
    pub fates_of_groups: Vec<(String, Certainty, usize)>,
    /// Words of the stories, by language.
    pub words: [usize; Language::COUNT],
}

impl Tallies {
    /// Counts everything.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let groups = corpus.characters.iter().filter(|character| character.group).count();
        Self {
            films: corpus.films.len(),
            passages: corpus.passages.len(),
            characters: corpus.characters.len() - groups,
            groups,
            relations: corpus.relations.len(),
            events: corpus.events.len(),
            parallels: corpus.parallels.len(),
            themes: themes(corpus),
            fates: fates(corpus, false),
            fates_of_groups: fates(corpus, true),
            words: Language::ALL.map(|language| {
                let texts = corpus.passages.iter().map(|passage| &passage.texts[language as usize].text);
                texts.map(|text| text.split_whitespace().count()).sum()
            }),
        }
    }
}

impl fmt::Display for Tallies {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            ("films", self.films),
            ("passages", self.passages),
            ("characters", self.characters),
            ("groups", self.groups),
            ("relations", self.relations),
            ("events", self.events),
            ("themes", self.themes),
            ("parallels", self.parallels),
        ];
        for (what, count) in counts {
            writeln!(formatter, "{count:7} {what}")?;
        }
        for (language, words) in Language::ALL.iter().zip(self.words) {
            writeln!(formatter, "{words:7} words in {}", language.tag())?;
        }
        for (whose, fates) in [("characters", &self.fates), ("groups", &self.fates_of_groups)] {
            writeln!(formatter, "fates of {whose}:")?;
            for (outcome, certainty, count) in fates {
                writeln!(formatter, "{count:7} {outcome} ({})", certainty.word())?;
            }
        }
        Ok(())
    }
}

/// The themes that a film, an event, a character or a fate has.
fn themes(corpus: &Corpus) -> usize {
    let films = corpus.films.iter().flat_map(|film| film.themes.iter().map(|tie| tie.theme));
    let events = corpus.events.iter().flat_map(|event| event.themes.iter().copied());
    let characters = corpus.characters.iter().flat_map(|character| &character.themes);
    let fates = corpus.fates.iter().flat_map(|fate| &fate.themes);
    let own = characters.chain(fates).map(|tie| tie.theme);
    films.chain(events).chain(own).collect::<BTreeSet<_>>().len()
}

fn fates(corpus: &Corpus, groups: bool) -> Vec<(String, Certainty, usize)> {
    let fates: Vec<_> = corpus
        .characters
        .iter()
        .zip(&corpus.fates)
        .filter(|(character, _)| character.group == groups)
        .map(|(_, fate)| (fate.outcome, fate.certainty))
        .collect();
    let kinds: BTreeSet<_> = fates.iter().copied().collect();
    let outcomes = &corpus.vocabularies[Vocabulary::Outcomes as usize];
    kinds
        .into_iter()
        .map(|kind| {
            let outcome = outcomes.get(kind.0.index()).map_or_else(String::new, |term| term.id.clone());
            (outcome, kind.1, fates.iter().filter(|fate| **fate == kind).count())
        })
        .collect()
}
