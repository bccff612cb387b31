//! From checked films to a corpus. A bulk corpus claims little: a film has its title, year, story and themes;
//! what is not in the table stays empty, and of people nothing is told but their names.

use super::check::{Films, Listed};
use super::plan::Plan;
use desenlace_core::model::{
    Certainty, Character, Corpus, Fact, FactKind, Fate, Film, FilmId, Localized, Mark, Passage, PassageId,
    PassageText, SourceId, Synopsis, Term, TermId, ThemeTie, Vocabulary, Weight,
};
use std::collections::BTreeMap;

/// The id of the one passage of a film.
const PASSAGE: &str = "synopsis";

/// The corpus, without its index.
pub(super) fn corpus(plan: &Plan, listed: Films) -> Corpus {
    let Films { mut films, themes } = listed;
    films.sort_by_key(|film| film.year); // keeps the order of the rows within a year
    let terms: Vec<Term> = match &plan.themes {
        Some(given) => given.iter().map(|(_, term)| term.clone()).collect(),
        None => {
            let term =
                |(id, name): (String, String)| Term { id, name: Localized::same(&name), ..Term::default() };
            themes.into_iter().map(term).collect()
        }
    };
    let ids = terms.iter().enumerate().map(|(at, term)| (term.id.clone(), TermId::from_index(at))).collect();
    let mut build = Build { plan, ids, corpus: Corpus::default() };
    build.corpus.sources = vec![plan.source.clone()];
    build.corpus.vocabularies[Vocabulary::Themes as usize] = terms;
    if plan.characters {
        build.corpus.vocabularies[Vocabulary::Outcomes as usize] = vec![untold()];
    }
    films.into_iter().for_each(|film| build.film(film));
    build.corpus
}

/// The one outcome of people of whom only the name is known.
fn untold() -> Term {
    let name = ["not told", "no se cuenta", "não se conta"].map(str::to_owned);
    Term { id: "untold".to_owned(), name: Localized(name), mark: Some(Mark::Fade), ..Term::default() }
}

struct Build<'a> {
    plan: &'a Plan,
    /// The themes by id.
    ids: BTreeMap<String, TermId>,
    corpus: Corpus,
}

impl Build<'_> {
    fn film(&mut self, listed: Listed) {
        let film = FilmId::from_index(self.corpus.films.len());
        let tag = listed.language.tag().to_owned();
        let mut evidence = Vec::new();
        if !listed.text.is_empty() {
            evidence.push(PassageId::from_index(self.corpus.passages.len()));
            let mut texts: [PassageText; _] = Default::default();
            texts[listed.language as usize].text = listed.text;
            self.corpus.passages.push(Passage { id: PASSAGE.to_owned(), film, texts, ..Passage::default() });
        }
        let mut facts = Vec::new();
        if self.plan.characters {
            for (name, word) in listed.people {
                // Words have no colon, so that the id of a film and a word make an id of its own.
                self.person(film, format!("{}:{word}", listed.id), &name, &evidence);
            }
        } else if !listed.people.is_empty() {
            let names: Vec<_> = listed.people.into_iter().map(|(name, _)| name).collect();
            facts.push(Fact {
                kind: FactKind::Cast,
                value: Localized::same(&names.join(", ")),
                sources: vec![SourceId(0)],
                note: None,
                conflicts: Vec::new(),
            });
        }
        let themes = listed.themes.iter().filter_map(|id| self.ids.get(id)).map(|theme| ThemeTie {
            theme: *theme,
            weight: Weight::Minor, // the table says that it is there, not how much
            motivation: Localized::default(),
            passages: evidence.clone(),
        });
        let themes = themes.collect();
        self.corpus.films.push(Film {
            id: listed.id,
            title: listed.title,
            title_language: tag.clone(),
            year: listed.year,
            synopsis: Synopsis { language: tag, licence: self.plan.licence.clone(), ..Synopsis::default() },
            facts,
            themes,
            ..Film::default()
        });
    }

    fn person(&mut self, film: FilmId, id: String, name: &str, evidence: &[PassageId]) {
        self.corpus.characters.push(Character {
            id,
            film,
            name: Localized::same(name),
            short: Localized::same(name),
            passages: evidence.to_vec(),
            ..Character::default()
        });
        self.corpus.fates.push(Fate {
            outcome: TermId(0),
            certainty: Certainty::Untold,
            cause: None,
            agents: Vec::new(),
            place: None,
            passages: evidence.to_vec(),
            account: Localized::default(),
            caution: None,
            trajectory: Vec::new(),
            themes: Vec::new(),
        });
    }
}
