//! Which texts an item is found by, and how much a word in each of them means. The compiler derives the index from
//! this list and the answers are explained by it, so the two always agree. It knows nothing of queries.

use crate::cross_reference as cross;
use crate::facet::Gallery;
use crate::model::{CharacterId, FactKind, FilmId, Language, PassageId, TermId, Vocabulary, Weight};
use crate::packed::{Character, Corpus, Film, Localized, Text, ThemeEvidence};

/// What a text is to the item that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// A title of the film itself.
    Title,
    /// The name of the character itself, long or short.
    Name,
    /// Another name of the character itself, or any name of somebody in the film itself.
    Alias(CharacterId),
    /// A name or synonym of a term that the item has, or of a broader one.
    Term(Vocabulary, TermId),
    /// Who made the film, or who plays the character.
    Person,
    /// The year of the film.
    Year,
    /// The title of the film that a character or fate belongs to.
    FilmTitle,
    /// What the film is about.
    Premise,
    /// Who the character is.
    Description,
    /// What becomes of the character.
    Account,
    /// The title or the text of a passage.
    Passage(PassageId),
    /// What the editor wants a reader to know.
    Note,
}

/// How much a field means. Within a tier a better match, and then a more frequent word, come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Running text.
    Text,
    /// Other names, terms with their synonyms, people, the year.
    Alias,
    /// Titles and names.
    Name,
}

impl Field {
    /// How much it means.
    #[must_use]
    pub const fn tier(self) -> Tier {
        match self {
            Self::Title | Self::Name => Tier::Name,
            Self::Alias(_) | Self::Term(..) | Self::Person | Self::Year => Tier::Alias,
            Self::FilmTitle
            | Self::Premise
            | Self::Description
            | Self::Account
            | Self::Passage(_)
            | Self::Note => Tier::Text,
        }
    }
}

/// How much it means that an item contains a word, as it stands in a posting: the tier of the best field that has
/// the word, and how well it does there. In texts that is how often (`times`) in how many words (`length`), as
/// BM25 has it; the average item has `average` words. In titles and names it is how short the name is. Below 16;
/// 0 … 7 for texts, 8 for aliases, 12 … 15 for names.
///
/// ```
/// use desenlace_core::search::{Tier, impact};
/// assert!(impact(Tier::Name, 1, 9, 9) > impact(Tier::Alias, 1, 1, 9));
/// assert!(impact(Tier::Name, 1, 1, 9) > impact(Tier::Name, 1, 2, 9));
/// assert!(impact(Tier::Text, 3, 100, 100) > impact(Tier::Text, 1, 100, 100));
/// assert!(impact(Tier::Text, u32::MAX, 1, 0) < 16);
/// ```
#[must_use]
pub fn impact(tier: Tier, times: u32, length: u32, average: u32) -> u8 {
    let brevity = match length {
        0 | 1 => 3,
        2 => 2,
        3 | 4 => 1,
        _ => 0,
    };
    match tier {
        Tier::Name => 12 + brevity,
        Tier::Alias => 8,
        Tier::Text => {
            // tf / (tf + k (1 - b + b length / average)) with k = 1.2 and b = 0.75, in eighths.
            let (times, length, average) = (u64::from(times), u64::from(length), u64::from(average.max(1)));
            let much = 10 * times * average;
            (8 * much / (much + 3 * average + 9 * length).max(1)).min(7) as u8
        }
    }
}

/// Visits every text that an item of a gallery is found by, with its language; without one where it belongs to
/// all, as names do. Nothing is visited for a number that is no item.
pub fn fields(
    corpus: &Corpus,
    gallery: Gallery,
    item: u32,
    visit: &mut dyn FnMut(Field, Option<Language>, &str),
) {
    let mut fields = Fields { corpus, visit };
    match gallery {
        Gallery::Films => fields.film(FilmId(item)),
        Gallery::Characters => fields.character(CharacterId(item)),
        Gallery::Fates => fields.fate(CharacterId(item)),
    }
}

struct Fields<'c, 'v> {
    corpus: &'c Corpus,
    visit: &'v mut dyn FnMut(Field, Option<Language>, &str),
}

impl<'c> Fields<'c, '_> {
    fn film(&mut self, number: FilmId) {
        let corpus = self.corpus;
        let Some(film) = corpus.films.get(number.index()) else { return };
        self.titles(&film, Field::Title);
        if film.year != 0 {
            (self.visit)(Field::Year, None, &film.year.to_string());
        }
        self.text(Field::Premise, film.premise);
        for fact in film.facts.iter().filter(|fact| names_people(fact.kind)) {
            self.text(Field::Person, fact.value);
        }
        for tie in film.themes.iter().filter(|tie| tie.weight != Weight::Absent) {
            self.term(Vocabulary::Themes, tie.theme);
        }
        for tie in film.content_notes.iter() {
            self.text(Field::Note, tie.detail);
        }
        for (passage, told) in cross::passages_of(corpus, number) {
            self.text(Field::Passage(passage), told.title);
            for language in Language::ALL {
                (self.visit)(Field::Passage(passage), Some(language), told.texts[language as usize].text());
            }
            told.note.into_iter().for_each(|note| self.text(Field::Note, note));
        }
        for (id, character, _) in cross::cast_of(corpus, number) {
            self.localized(Field::Alias(id), &character.name);
            self.names(id, character);
            self.actor(character);
        }
    }

    fn character(&mut self, number: CharacterId) {
        let Some(character) = self.corpus.characters.get(number.index()) else { return };
        self.localized(Field::Name, &character.name);
        self.localized(Field::Name, &character.short);
        self.names(number, character);
        self.actor(character);
        self.localized(Field::Description, &character.description);
        character.roles.iter().for_each(|role| self.term(Vocabulary::Roles, role.get()));
        self.themes(&character.themes);
        character.note.iter().for_each(|note| self.localized(Field::Note, note));
        self.film_of(character);
    }

    fn fate(&mut self, number: CharacterId) {
        let corpus = self.corpus;
        let Some(character) = corpus.characters.get(number.index()) else { return };
        let Some(fate) = corpus.fates.get(number.index()) else { return };
        self.localized(Field::Name, &character.name);
        self.localized(Field::Name, &character.short);
        self.names(number, character);
        self.localized(Field::Account, &fate.account);
        self.term(Vocabulary::Outcomes, fate.outcome.get());
        fate.cause.iter().for_each(|cause| self.term(Vocabulary::Causes, cause.term.get()));
        fate.trajectory.iter().for_each(|step| self.term(Vocabulary::Conditions, step.condition.get()));
        self.themes(&fate.themes);
        fate.caution.iter().for_each(|caution| self.localized(Field::Note, caution));
        self.film_of(character);
    }

    /// The names of a character besides the first.
    fn names(&mut self, id: CharacterId, character: &'c Character) {
        self.localized(Field::Alias(id), &character.short);
        for language in Language::ALL {
            for alias in character.aliases_in(language) {
                (self.visit)(Field::Alias(id), Some(language), alias);
            }
        }
        character.variants.iter().for_each(|variant| (self.visit)(Field::Alias(id), None, variant));
    }

    fn actor(&mut self, character: &'c Character) {
        character.actor.iter().for_each(|actor| (self.visit)(Field::Person, None, &actor.name));
    }

    fn film_of(&mut self, character: &Character) {
        let film = self.corpus.films.get(character.film.get().index());
        film.into_iter().for_each(|film| self.titles(&film, Field::FilmTitle));
    }

    fn titles(&mut self, film: &Film<'c>, field: Field) {
        (self.visit)(field, None, film.title);
        film.alternative_titles.iter().for_each(|title| (self.visit)(field, None, title.text));
    }

    fn themes(&mut self, themes: &'c [ThemeEvidence]) {
        themes.iter().for_each(|tie| self.term(Vocabulary::Themes, tie.theme.get()));
    }

    /// The names and synonyms of a term, and of whatever is broader.
    fn term(&mut self, vocabulary: Vocabulary, term: TermId) {
        let terms = self.corpus.terms(vocabulary);
        let mut next = Some(term);
        for _ in 0..terms.len() {
            let Some((id, term)) = next.and_then(|id| Some((id, terms.get(id.index())?))) else { return };
            self.localized(Field::Term(vocabulary, id), &term.name);
            for language in Language::ALL {
                for synonym in term.synonyms_in(language) {
                    (self.visit)(Field::Term(vocabulary, id), Some(language), synonym);
                }
            }
            next = term.broader.as_ref().map(crate::packed::TermId::get);
        }
    }

    fn text(&mut self, field: Field, text: Text<'c>) {
        text.each().for_each(|(language, text)| (self.visit)(field, language, text));
    }

    fn localized(&mut self, field: Field, text: &'c Localized) {
        text.each().for_each(|(language, text)| (self.visit)(field, language, text));
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
