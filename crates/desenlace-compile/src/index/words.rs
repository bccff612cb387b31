//! The items that contain each word, in any language: a visitor may type *cárcel* on the English page.

use super::{count, with_broader};
use desenlace_core::facet::Gallery;
use desenlace_core::fold;
use desenlace_core::model::{
    Character, Corpus, FactKind, Film, FilmId, Language, Localized, Term, TermId, ThemeEvidence, Vocabulary,
    Weight, WordPostings,
};
use std::collections::{BTreeMap, BTreeSet};

/// The words of all galleries, folded, ascending.
pub(super) fn words(corpus: &Corpus) -> Vec<WordPostings> {
    let mut all: BTreeMap<String, [Vec<u32>; Gallery::COUNT]> = BTreeMap::new();
    for gallery in Gallery::ALL {
        for (word, items) in words_of(corpus, gallery) {
            all.entry(word).or_default()[gallery as usize] = items.into_iter().collect();
        }
    }
    all.into_iter().map(|(word, items)| WordPostings { word, items }).collect()
}

/// The words of one gallery with its items.
fn words_of(corpus: &Corpus, gallery: Gallery) -> BTreeMap<String, BTreeSet<u32>> {
    let mut words = Words { corpus, item: 0, items: BTreeMap::new() };
    for item in 0..count(corpus, gallery) {
        words.item = item;
        match gallery {
            Gallery::Films => words.film(item),
            Gallery::Characters => words.character(item as usize),
            Gallery::Fates => words.fate(item as usize),
        }
    }
    words.items
}

struct Words<'a> {
    corpus: &'a Corpus,
    /// The item at hand.
    item: u32,
    items: BTreeMap<String, BTreeSet<u32>>,
}

impl Words<'_> {
    fn film(&mut self, item: u32) {
        let corpus = self.corpus;
        let Some(film) = corpus.films.get(item as usize) else { return };
        self.titles(film);
        self.text(&film.year.to_string());
        self.localized(&film.premise);
        for fact in film.facts.iter().filter(|fact| names_people(fact.kind)) {
            self.localized(&fact.value);
        }
        let present = film.themes.iter().filter(|tie| tie.weight != Weight::Absent);
        self.terms(Vocabulary::Themes, present.map(|tie| tie.theme));
        for passage in corpus.passages.iter().filter(|passage| passage.film == FilmId(item)) {
            self.localized(&passage.title);
            for text in &passage.texts {
                self.text(&text.text);
            }
        }
        for character in corpus.characters.iter().filter(|character| character.film == FilmId(item)) {
            self.names(character);
            self.actor(character);
        }
    }

    fn character(&mut self, item: usize) {
        let Some(character) = self.corpus.characters.get(item) else { return };
        self.names(character);
        self.actor(character);
        self.localized(&character.description);
        self.terms(Vocabulary::Roles, character.roles.iter().copied());
        self.themes(&character.themes);
        self.titles_of(character);
    }

    fn fate(&mut self, item: usize) {
        let Some(character) = self.corpus.characters.get(item) else { return };
        let Some(fate) = self.corpus.fates.get(item) else { return };
        self.names(character);
        self.localized(&fate.account);
        self.terms(Vocabulary::Outcomes, [fate.outcome]);
        self.terms(Vocabulary::Causes, fate.cause.map(|cause| cause.term));
        self.terms(Vocabulary::Conditions, fate.trajectory.iter().map(|step| step.condition));
        self.themes(&fate.themes);
        self.titles_of(character);
    }

    fn names(&mut self, character: &Character) {
        self.localized(&character.name);
        self.localized(&character.short);
        character.aliases.iter().flatten().chain(&character.variants).for_each(|name| self.text(name));
    }

    fn actor(&mut self, character: &Character) {
        character.actor.iter().for_each(|actor| self.text(&actor.name));
    }

    fn titles_of(&mut self, character: &Character) {
        let film = self.corpus.films.get(character.film.index());
        film.into_iter().for_each(|film| self.titles(film));
    }

    fn titles(&mut self, film: &Film) {
        self.text(&film.title);
        film.alternative_titles.iter().for_each(|title| self.text(&title.text));
    }

    fn themes(&mut self, themes: &[ThemeEvidence]) {
        self.terms(Vocabulary::Themes, themes.iter().map(|tie| tie.theme));
    }

    /// The names and synonyms of some terms, and of whatever is broader.
    fn terms(&mut self, vocabulary: Vocabulary, terms: impl IntoIterator<Item = TermId>) {
        for term in terms {
            for (_, term) in with_broader(self.corpus, vocabulary, term) {
                self.term(term);
            }
        }
    }

    fn term(&mut self, term: &Term) {
        self.localized(&term.name);
        term.synonyms.iter().flatten().for_each(|synonym| self.text(synonym));
    }

    fn localized(&mut self, text: &Localized) {
        Language::ALL.into_iter().for_each(|language| self.text(text.get(language)));
    }

    fn text(&mut self, text: &str) {
        for word in fold::words(text) {
            self.items.entry(word).or_default().insert(self.item);
        }
    }
}

/// Whether a fact names people that a visitor may look for.
fn names_people(kind: FactKind) -> bool {
    match kind {
        FactKind::Director
        | FactKind::Screenplay
        | FactKind::BasedOn
        | FactKind::Cinematography
        | FactKind::Music
        | FactKind::Editing
        | FactKind::ArtDirection
        | FactKind::Costumes
        | FactKind::Producer
        | FactKind::Cast => true,
        FactKind::Release
        | FactKind::Countries
        | FactKind::Languages
        | FactKind::RunningTime
        | FactKind::Award
        | FactKind::Identifier
        | FactKind::RealEvents => false,
    }
}
