//! Corpora for the tests of this crate: a small one with known answers, random ones, and the plain reading of
//! both that the index is derived from. It knows nothing of packs and queries; those are what is tested.

use crate::facet::{Facet, Gallery};
use crate::fold;
use crate::model::{
    Actor, Agent, AlternativeTitle, Cause, Certainty, Character, CharacterId, Conflict, ContentTie,
    Coordinates, Corpus, Event, EventId, FacetPostings, Fact, FactKind, Fate, FatePlace, Film, FilmId,
    GalleryIndex, Index, Language, Localized, Mark, Order, Parallel, Part, Participant, Passage, PassageId,
    PassageText, Posting, Relation, Side, Source, SourceId, Span, SpanTarget, Step, Strength, Synopsis, Term,
    TermId, ThemeEvidence, ThemeTie, Vocabulary, Weight, WordPostings,
};
use crate::packed;
use crate::query::Query;
use crate::search::{self, Field};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use rkyv::util::AlignedVec;
use std::collections::{BTreeMap, BTreeSet};

/// Bytes at an address that a pack may lie at.
pub(crate) fn aligned(bytes: &[u8]) -> AlignedVec<{ crate::pack::ALIGNMENT }> {
    let mut aligned = AlignedVec::new();
    aligned.extend_from_slice(bytes);
    aligned
}

/// A corpus as a pack that can be opened.
pub(crate) fn packed(corpus: &Corpus) -> AlignedVec<{ crate::pack::ALIGNMENT }> {
    aligned(&crate::pack::encode(corpus))
}

// ---- what an item has, read plainly ----

/// The values that an item has by itself, without those that contain them.
pub(crate) fn direct_values(corpus: &Corpus, gallery: Gallery, item: usize, facet: Facet) -> Vec<u32> {
    let film = match gallery {
        Gallery::Films => FilmId::from_index(item),
        Gallery::Characters | Gallery::Fates => corpus.characters[item].film,
    };
    let people: Vec<usize> = match gallery {
        Gallery::Films => {
            (0..corpus.characters.len()).filter(|&at| corpus.characters[at].film == film).collect()
        }
        Gallery::Characters | Gallery::Fates => vec![item],
    };
    let of_film = &corpus.films[film.index()];
    let characters = people.iter().map(|&at| &corpus.characters[at]);
    let fates = people.iter().map(|&at| &corpus.fates[at]);
    let terms: Vec<TermId> = match facet {
        Facet::Film => return vec![film.0],
        Facet::Certainty => return fates.map(|fate| fate.certainty as u32).collect(),
        Facet::Theme => match gallery {
            Gallery::Films => {
                let present = of_film.themes.iter().filter(|tie| tie.weight != Weight::Absent);
                present.map(|tie| tie.theme).collect()
            }
            Gallery::Characters => {
                let ties = corpus.characters[item].themes.iter().chain(&corpus.fates[item].themes);
                ties.map(|tie| tie.theme).collect()
            }
            Gallery::Fates => corpus.fates[item].themes.iter().map(|tie| tie.theme).collect(),
        },
        Facet::Outcome => fates.map(|fate| fate.outcome).collect(),
        Facet::Role => characters.flat_map(|character| character.roles.clone()).collect(),
        Facet::Place if gallery == Gallery::Films => of_film.places.clone(),
        Facet::Place => fates.filter_map(|fate| fate.place.map(|place| place.place)).collect(),
        Facet::Period => of_film.periods.clone(),
        Facet::Country => of_film.countries.clone(),
        Facet::ContentNote => of_film.content_notes.iter().map(|tie| tie.topic).collect(),
        Facet::RelationKind => {
            let here = |id: CharacterId| people.contains(&id.index());
            let relations =
                corpus.relations.iter().filter(|relation| here(relation.from) || here(relation.to));
            relations.map(|relation| relation.kind).collect()
        }
    };
    terms.into_iter().map(|term| term.0).collect()
}

/// The texts of an item with what they are to it, and their words in lower case.
pub(crate) fn texts_of(corpus: &packed::Corpus, gallery: Gallery, item: usize) -> Vec<(Field, Vec<String>)> {
    let mut texts = Vec::new();
    search::fields(corpus, gallery, u32::try_from(item).unwrap(), &mut |field, _, text| {
        texts.push((field, fold::spans(text).map(|(_, word)| fold::lower(word)).collect()));
    });
    texts
}

/// The corpus with its index, derived by handing each item's values upwards.
pub(crate) fn indexed(mut corpus: Corpus) -> Corpus {
    let galleries = Gallery::ALL.map(|gallery| gallery_index(&corpus, gallery));
    corpus.index = Index { words: Vec::new(), galleries };
    corpus.index.words = dictionary(&corpus);
    corpus
}

/// How many values a facet has.
pub(crate) fn values(corpus: &Corpus, facet: Facet) -> usize {
    match facet.vocabulary() {
        Some(vocabulary) => corpus.vocabularies[vocabulary as usize].len(),
        None if facet == Facet::Film => corpus.films.len(),
        None => Certainty::ALL.len(),
    }
}

/// How many items a gallery has.
pub(crate) fn items(corpus: &Corpus, gallery: Gallery) -> usize {
    if gallery == Gallery::Films { corpus.films.len() } else { corpus.characters.len() }
}

fn gallery_index(corpus: &Corpus, gallery: Gallery) -> GalleryIndex {
    let number = |item: usize| u32::try_from(item).unwrap();
    let facets = Facet::ALL.map(|facet| {
        if facet == Facet::Film {
            return FacetPostings::default();
        }
        let mut lists = vec![BTreeSet::new(); values(corpus, facet)];
        for item in 0..items(corpus, gallery) {
            for direct in direct_values(corpus, gallery, item, facet) {
                let mut value = Some(direct as usize);
                while let Some(at) = value {
                    lists[at].insert(number(item));
                    let vocabulary =
                        facet.vocabulary().map(|vocabulary| &corpus.vocabularies[vocabulary as usize]);
                    value = vocabulary.and_then(|terms| terms[at].broader).map(TermId::index);
                }
            }
        }
        FacetPostings { values: lists.into_iter().map(|list| list.into_iter().collect()).collect() }
    });
    GalleryIndex { items: number(items(corpus, gallery)), facets }
}

fn dictionary(corpus: &Corpus) -> Vec<WordPostings> {
    let bytes = packed(corpus);
    let corpus = crate::pack::open(&bytes).unwrap();
    let mut words: BTreeMap<(String, String), [BTreeMap<u32, u8>; Gallery::COUNT]> = BTreeMap::new();
    for gallery in Gallery::ALL {
        for item in 0..gallery.len(corpus) {
            for (field, text) in texts_of(corpus, gallery, item) {
                for word in &text {
                    let items = words.entry((fold::fold(word), word.clone())).or_default();
                    let impact = search::impact(field.tier(), 1, u32::try_from(text.len()).unwrap(), 8);
                    let best = items[gallery as usize].entry(u32::try_from(item).unwrap()).or_default();
                    *best = impact.max(*best);
                }
            }
        }
    }
    let postings =
        |items: BTreeMap<u32, u8>| items.into_iter().map(|(item, impact)| Posting { item, impact }).collect();
    let words = words.into_iter();
    words.map(|((_, word), items)| WordPostings { word, items: items.map(postings) }).collect()
}

// ---- a small corpus with known answers ----

/// Three films and seven characters, with something in every field that refers to something.
pub(crate) fn small() -> Corpus {
    let mut corpus = Corpus {
        films: small_films(),
        passages: small_passages(),
        vocabularies: small_vocabularies(),
        sources: ["wiki", "archive"].map(|id| Source { id: id.into(), ..Source::default() }).into(),
        ..Corpus::default()
    };
    small_people(&mut corpus);
    small_happenings(&mut corpus);
    indexed(corpus)
}

fn term(id: &str, broader: Option<u32>) -> Term {
    Term { id: id.into(), broader: broader.map(TermId), name: Localized::same(id), ..Term::default() }
}

fn small_vocabularies() -> [Vec<Term>; Vocabulary::COUNT] {
    Vocabulary::ALL.map(|vocabulary| match vocabulary {
        Vocabulary::Themes => vec![
            term("confinement", None),
            term("prison", Some(0)),
            term("cell", Some(1)),
            term("escape", None),
            term("love", None),
            term("betrayal", None),
        ],
        Vocabulary::Outcomes => {
            vec![term("dies", None), term("killed", Some(0)), term("goes-free", None), term("untold", None)]
        }
        Vocabulary::Conditions => vec![term("imprisoned", None), term("escaped", None)],
        Vocabulary::Causes => vec![term("gunshot", None)],
        Vocabulary::Roles => vec![term("prisoner", None), term("robber", None), term("narrator", None)],
        Vocabulary::RelationKinds => {
            let inverse = Some(Localized::same("informed on by"));
            vec![
                Term { mutual: true, ..term("lover-of", None) },
                Term { inverse, ..term("informs-on", None) },
                term("mistakes-for", None),
            ]
        }
        Vocabulary::ContentNotes => vec![term("violence", None), term("torture", Some(0))],
        Vocabulary::Places => {
            vec![term("buenos-aires", Some(1)), term("argentina", None), term("montevideo", None)]
        }
        Vocabulary::Countries => vec![term("argentina", None), term("brasil", None), term("uruguay", None)],
        Vocabulary::Languages => vec![term("spanish", None), term("portuguese", None)],
        Vocabulary::Periods => vec![term("1920s", None), term("1960s", None), term("1980s", None)],
    })
}

fn theme_tie(theme: u32, weight: Weight, passages: &[u32]) -> ThemeTie {
    ThemeTie { theme: TermId(theme), weight, motivation: Localized::default(), passages: evidence(passages) }
}

fn evidence(passages: &[u32]) -> Vec<PassageId> {
    passages.iter().copied().map(PassageId).collect()
}

fn theme_evidence(themes: &[u32], passages: &[u32]) -> Vec<ThemeEvidence> {
    themes.iter().map(|&theme| ThemeEvidence { theme: TermId(theme), passages: evidence(passages) }).collect()
}

fn small_films() -> Vec<Film> {
    let cited = vec![SourceId(0), SourceId(1)];
    let conflict = Conflict { sources: cited.clone(), ..Conflict::default() };
    vec![
        Film {
            id: "plata-quemada".into(),
            title: "Plata quemada".into(),
            alternative_titles: vec![AlternativeTitle {
                sources: cited.clone(),
                ..AlternativeTitle::default()
            }],
            year: 2000,
            countries: vec![TermId(0), TermId(2)],
            languages: vec![TermId(0)],
            periods: vec![TermId(1)],
            places: vec![TermId(0), TermId(2)],
            premise: Localized::same("Burnt money. Dinheiro queimado."),
            synopsis: Synopsis { key: "A".into(), sentences: 34, source: SourceId(1), ..Synopsis::default() },
            facts: vec![Fact {
                kind: FactKind::Director,
                value: Localized::same("Marcelo Piñeyro"),
                sources: cited,
                note: None,
                conflicts: vec![conflict],
            }],
            themes: vec![
                theme_tie(3, Weight::Major, &[0]),
                theme_tie(4, Weight::Major, &[0, 1]),
                theme_tie(2, Weight::Absent, &[]),
            ],
            content_notes: vec![ContentTie {
                topic: TermId(0),
                detail: Localized::default(),
                passages: evidence(&[1]),
            }],
            ..Film::default()
        },
        Film {
            id: "la-fuga".into(),
            title: "La fuga".into(),
            year: 2001,
            countries: vec![TermId(0)],
            languages: vec![TermId(0)],
            periods: vec![TermId(0)],
            places: vec![TermId(0)],
            premise: Localized::same("Siete presos cavan un túnel"),
            themes: vec![
                theme_tie(1, Weight::Major, &[2]),
                theme_tie(3, Weight::Major, &[2]),
                theme_tie(5, Weight::Minor, &[3]),
            ],
            ..Film::default()
        },
        Film {
            id: "o-beijo".into(),
            title: "O Beijo da Mulher-Aranha".into(),
            year: 1985,
            countries: vec![TermId(1)],
            languages: vec![TermId(1)],
            periods: vec![TermId(2)],
            premise: Localized::same("Dois homens numa prisão"),
            themes: vec![
                theme_tie(2, Weight::Major, &[4]),
                theme_tie(4, Weight::Major, &[4]),
                theme_tie(5, Weight::Major, &[5]),
            ],
            content_notes: vec![ContentTie {
                topic: TermId(1),
                detail: Localized::default(),
                passages: evidence(&[5]),
            }],
            ..Film::default()
        },
    ]
}

fn small_passages() -> Vec<Passage> {
    let told = |id: &str, film: u32, text: &str, spans: Vec<Span>| {
        let text = PassageText { text: text.into(), spans };
        let texts = [text, PassageText::default(), PassageText::default()];
        Passage { id: id.into(), film: FilmId(film), sentences: vec![1, 2], texts, ..Passage::default() }
    };
    let span = |start, end, target| Span { start, end, target };
    vec![
        told(
            "twins",
            0,
            "Nené and Ángel",
            vec![
                span(0, 5, SpanTarget::Character(CharacterId(0))),
                span(10, 16, SpanTarget::Character(CharacterId(1))),
            ],
        ),
        told(
            "siege",
            0,
            "In Montevideo the gang burns the money",
            vec![span(3, 13, SpanTarget::Place(TermId(2)))],
        ),
        told("tunnel", 1, "The escape ends in a coal shop", vec![span(4, 10, SpanTarget::Emphasis)]),
        told("table", 1, "Santaló loses all the money", vec![]),
        told("cell", 2, "Luís tells a film in the cell", vec![]),
        told("street", 2, "Luís is shot; the police question him", vec![]),
    ]
}

/// Id, film, name, whether a group, roles, own themes; outcome, certainty, themes of the fate.
type Row =
    (&'static str, u32, &'static str, bool, &'static [u32], &'static [u32], u32, Certainty, &'static [u32]);

fn small_people(corpus: &mut Corpus) {
    use Certainty::{DeclaredUnknown, Implied, Stated, Untold};
    let rows: [Row; 7] = [
        ("nene", 0, "El Nené", false, &[1], &[4], 1, Implied, &[]),
        ("angel", 0, "Ángel", false, &[1], &[4], 1, Stated, &[4]),
        ("gang", 0, "La banda", true, &[1], &[3], 3, Untold, &[]),
        ("irala", 1, "Laureano Irala", false, &[0, 2], &[3], 2, Stated, &[3]),
        ("santalo", 1, "Domingo Santaló", false, &[0], &[5], 0, Implied, &[5]),
        ("luis", 2, "Luís Molina", false, &[0, 2], &[2, 4], 1, Stated, &[5]),
        ("valentin", 2, "Valentín Arregui", false, &[0], &[], 3, DeclaredUnknown, &[2]),
    ];
    for (id, film, name, group, roles, themes, outcome, certainty, fated) in rows {
        let at = [0, 2, 4][film as usize];
        corpus.characters.push(Character {
            id: id.into(),
            film: FilmId(film),
            name: Localized::same(name),
            group,
            roles: roles.iter().copied().map(TermId).collect(),
            passages: evidence(&[at]),
            themes: theme_evidence(themes, &[at]),
            ..Character::default()
        });
        corpus.fates.push(Fate {
            outcome: TermId(outcome),
            certainty,
            cause: None,
            agents: vec![],
            place: None,
            passages: evidence(&[at + 1]),
            account: Localized::default(),
            caution: None,
            trajectory: vec![],
            themes: theme_evidence(fated, &[at + 1]),
        });
    }
    corpus.characters[2].members = vec![CharacterId(0), CharacterId(1)];
    corpus.characters[1].aliases[Language::Es as usize] = vec!["el gaucho rubio".into()];
    corpus.characters[1].actor = Some(Actor { sources: vec![SourceId(0)], ..Actor::default() });
    let nene = &mut corpus.fates[0];
    nene.place = Some(FatePlace { place: TermId(2), certainty: Stated });
    corpus.fates[4].place = Some(FatePlace { place: TermId(0), certainty: Implied });
    let luis = &mut corpus.fates[5];
    luis.cause = Some(Cause { term: TermId(0), certainty: Stated });
    luis.agents = vec![Agent { character: CharacterId(6), certainty: Implied }];
    luis.trajectory = vec![Step { condition: TermId(0), passages: evidence(&[4]) }];
}

fn small_happenings(corpus: &mut Corpus) {
    let relation = |from, kind, to, third: Option<u32>, passage| Relation {
        from: CharacterId(from),
        kind: TermId(kind),
        to: CharacterId(to),
        third: third.map(CharacterId),
        certainty: Certainty::Stated,
        passages: evidence(&[passage]),
    };
    corpus.relations = vec![
        relation(0, 0, 1, None, 0),
        relation(5, 1, 6, None, 5),
        relation(6, 0, 5, None, 5),
        relation(3, 2, 4, Some(3), 3),
    ];
    let event = |id: &str, film, character| Event {
        id: id.into(),
        film: FilmId(film),
        key: String::new(),
        summary: Localized::default(),
        order: Order::Told,
        participants: vec![Participant { character: CharacterId(character), part: Part::Acts }],
        place: None,
        themes: vec![],
        passages: vec![],
        after: vec![],
        during: None,
    };
    corpus.events = vec![event("robbery", 0, 0), event("siege", 0, 1), event("break-out", 1, 3)];
    let siege = &mut corpus.events[1];
    siege.participants.push(Participant { character: CharacterId(0), part: Part::Undergoes });
    siege.place = Some(TermId(2));
    siege.themes = vec![TermId(4)];
    siege.passages = evidence(&[1]);
    siege.after = vec![EventId(0)];
    siege.during = Some(EventId(0));
    let side = |film, character, passage| Side {
        film: FilmId(film),
        characters: vec![CharacterId(character)],
        passages: evidence(&[passage]),
    };
    let parallel = |id: &str, sides| Parallel {
        id: id.into(),
        key: String::new(),
        title: Localized::same(id),
        likeness: Localized::default(),
        difference: Localized::default(),
        strength: Strength::Good,
        sides,
    };
    corpus.parallels = vec![
        parallel("couples", vec![side(0, 0, 0), side(2, 5, 4)]),
        parallel("informers", vec![side(1, 4, 3), side(2, 5, 5)]),
    ];
}

// ---- random corpora and questions ----

/// An endless supply of choices out of a list of numbers. All zeros choose the least of everything, so that a
/// failing corpus shrinks to a small one.
#[derive(Debug)]
pub(crate) struct Tape {
    numbers: Vec<u16>,
    at: usize,
}

impl Tape {
    pub(crate) fn new(numbers: Vec<u16>) -> Self {
        Self { numbers, at: 0 }
    }

    /// A number below `end`; 0 where there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let turn = self.at / self.numbers.len();
        let number = usize::from(self.numbers[self.at % self.numbers.len()]);
        self.at += 1;
        // Another turn of the tape is another sequence, unless the tape is all zeros.
        (number + number.min(1) * turn * 7) % end.max(1)
    }

    fn number(&mut self, end: usize) -> u32 {
        u32::try_from(self.below(end)).unwrap()
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    pub(crate) fn one<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Up to `most` things.
    pub(crate) fn list<T>(&mut self, most: usize, mut thing: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| thing(self)).collect()
    }

    /// Up to `most` numbers of things out of `end`, ascending and distinct; none where there are no things.
    fn ids<T>(&mut self, most: usize, end: usize, id: impl Fn(u32) -> T) -> Vec<T> {
        let most = if end == 0 { 0 } else { most };
        let ids: BTreeSet<u32> = self.list(most, |tape| tape.number(end)).into_iter().collect();
        ids.into_iter().map(id).collect()
    }

    fn some<T>(&mut self, thing: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.flag() { Some(thing(self)) } else { None }
    }

    /// A word; numbers make enough of them for a dictionary of several blocks.
    fn word(&mut self) -> String {
        let word = self.one(WORDS);
        if self.below(3) == 2 { format!("{word}{}", self.below(60)) } else { word.to_owned() }
    }

    fn text(&mut self, most: usize) -> String {
        self.list(most, Self::word).join(self.one(&[" ", "\n", ", ", "… "]))
    }

    /// A list of texts; a list holds no empty one.
    fn texts(&mut self, most: usize) -> Vec<String> {
        let texts = self.list(most, |tape| tape.text(2));
        texts.into_iter().filter(|text| !text.is_empty()).collect()
    }

    fn localized(&mut self) -> Localized {
        Localized(std::array::from_fn(|_| self.text(2)))
    }
}

/// Words that share beginnings, have accents, and come in several forms.
const WORDS: &[&str] = &[
    "",
    "fuga",
    "fugas",
    "Fugitivo",
    "cárcel",
    "carcelero",
    "CÁRCEL",
    "prisão",
    "prisão\u{301}",
    "Ángel",
    "amor",
    "a",
    "é",
    "ñandú",
    "Mulher-Aranha",
    "東京",
    "Łódź",
    "1928",
    "🎬",
];

/// A corpus read off a tape.
pub(crate) fn corpus_from(tape: &mut Tape) -> Corpus {
    let films = tape.below(5);
    let many = tape.below(4) == 3;
    let people = if films == 0 { 0 } else { tape.below(if many { 150 } else { 12 }) };
    let told = if films == 0 { 0 } else { tape.below(9) };
    let happening = if films == 0 { 0 } else { tape.below(5) };
    let terms: [usize; Vocabulary::COUNT] = Vocabulary::ALL.map(|vocabulary| {
        let least = usize::from(vocabulary == Vocabulary::Outcomes);
        least + tape.below(7)
    });
    let sources = 1 + tape.below(3);
    let size = Size { films, people, told, terms, sources };
    let mut corpus = Corpus {
        films: (0..films).map(|at| random_film(tape, &size, at)).collect(),
        passages: (0..told).map(|at| random_passage(tape, &size, at)).collect(),
        characters: (0..people).map(|at| random_character(tape, &size, at)).collect(),
        fates: (0..people).map(|_| fate_of(tape, &size)).collect(),
        relations: if people == 0 || size.of(Vocabulary::RelationKinds) == 0 {
            vec![]
        } else {
            tape.list(5, |tape| random_relation(tape, &size))
        },
        events: (0..happening).map(|at| random_event(tape, &size, at)).collect(),
        parallels: if films == 0 { vec![] } else { tape.list(3, |tape| random_parallel(tape, &size)) },
        sources: (0..sources)
            .map(|at| Source {
                id: format!("source-{at}"),
                address: tape.some(|tape| tape.text(1)),
                description: tape.localized(),
            })
            .collect(),
        vocabularies: Vocabulary::ALL.map(|vocabulary| random_terms(tape, size.of(vocabulary))),
        index: Index::default(),
    };
    corpus.passages.sort_by_key(|passage| passage.film);
    corpus.characters.sort_by_key(|character| character.film);
    indexed(corpus)
}

/// How long each list of a random corpus is.
struct Size {
    films: usize,
    people: usize,
    told: usize,
    terms: [usize; Vocabulary::COUNT],
    sources: usize,
}

impl Size {
    fn of(&self, vocabulary: Vocabulary) -> usize {
        self.terms[vocabulary as usize]
    }

    fn terms(&self, tape: &mut Tape, vocabulary: Vocabulary) -> Vec<TermId> {
        tape.ids(3, self.of(vocabulary), TermId)
    }

    fn maybe_term(&self, tape: &mut Tape, vocabulary: Vocabulary) -> Option<TermId> {
        tape.ids(1, self.of(vocabulary), TermId).pop()
    }

    fn evidence(&self, tape: &mut Tape) -> Vec<PassageId> {
        tape.ids(2, self.told, PassageId)
    }

    fn cited(&self, tape: &mut Tape) -> Vec<SourceId> {
        tape.ids(2, self.sources, SourceId)
    }

    fn themes(&self, tape: &mut Tape) -> Vec<ThemeEvidence> {
        let themes = self.terms(tape, Vocabulary::Themes);
        themes.into_iter().map(|theme| ThemeEvidence { theme, passages: self.evidence(tape) }).collect()
    }
}

/// A forest: a broader term stands before its narrower ones, or, in half of the vocabularies, behind them.
fn random_terms(tape: &mut Tape, count: usize) -> Vec<Term> {
    let behind = tape.flag();
    (0..count)
        .map(|at| {
            let others = if behind { count - 1 - at } else { at };
            let broader = tape.ids(1, others, TermId).pop();
            Term {
                id: format!("term-{at}"),
                broader: broader.map(|TermId(other)| {
                    TermId(if behind { other + 1 + u32::try_from(at).unwrap() } else { other })
                }),
                name: tape.localized(),
                synonyms: std::array::from_fn(|_| tape.texts(2)),
                definition: tape.localized(),
                inverse: tape.some(Tape::localized),
                plural: tape.some(Tape::localized),
                inverse_plural: tape.some(Tape::localized),
                mutual: tape.flag(),
                mark: tape.some(|tape| {
                    tape.one(&[Mark::Knot, Mark::Open, Mark::Bars, Mark::Fade, Mark::Dots, Mark::Split])
                }),
                kind: tape.some(|tape| tape.text(1)),
                coordinates: tape.some(|tape| Coordinates {
                    latitude: f64::from(tape.number(180)) - 90.5,
                    longitude: f64::from(tape.number(360)) - 180.25,
                }),
            }
        })
        .collect()
}

fn random_film(tape: &mut Tape, size: &Size, at: usize) -> Film {
    let themes = size.terms(tape, Vocabulary::Themes);
    let topics = size.terms(tape, Vocabulary::ContentNotes);
    Film {
        id: format!("film-{at}"),
        title: tape.text(3),
        title_language: tape.text(1),
        alternative_titles: tape.list(2, |tape| AlternativeTitle {
            text: tape.text(2),
            language: tape.text(1),
            sources: size.cited(tape),
            note: tape.some(Tape::localized),
        }),
        year: 1900 + tape.number(130),
        countries: size.terms(tape, Vocabulary::Countries),
        languages: size.terms(tape, Vocabulary::Languages),
        periods: size.terms(tape, Vocabulary::Periods),
        places: size.terms(tape, Vocabulary::Places),
        premise: tape.localized(),
        synopsis: Synopsis {
            key: tape.text(1),
            language: tape.text(1),
            sentences: tape.number(40),
            licence: tape.text(1),
            source: SourceId(tape.number(size.sources)),
        },
        facts: tape.list(2, |tape| Fact {
            kind: tape.one(FactKind::ALL),
            value: tape.localized(),
            sources: size.cited(tape),
            note: tape.some(Tape::localized),
            conflicts: tape.list(1, |tape| Conflict {
                value: tape.localized(),
                sources: size.cited(tape),
                note: tape.some(Tape::localized),
            }),
        }),
        themes: themes
            .into_iter()
            .map(|theme| ThemeTie {
                theme,
                weight: tape.one(Weight::ALL),
                motivation: tape.localized(),
                passages: size.evidence(tape),
            })
            .collect(),
        content_notes: topics
            .into_iter()
            .map(|topic| ContentTie { topic, detail: tape.localized(), passages: size.evidence(tape) })
            .collect(),
    }
}

fn random_passage(tape: &mut Tape, size: &Size, at: usize) -> Passage {
    Passage {
        id: format!("passage-{at}"),
        film: FilmId(tape.number(size.films)),
        title: tape.localized(),
        sentences: tape.ids(3, 40, |sentence| sentence),
        texts: std::array::from_fn(|_| random_text(tape, size)),
        note: tape.some(Tape::localized),
    }
}

fn random_text(tape: &mut Tape, size: &Size) -> PassageText {
    let mut told = PassageText::default();
    for word in tape.list(6, Tape::word) {
        let start = u32::try_from(told.text.len()).unwrap();
        told.text.push_str(&word);
        let end = u32::try_from(told.text.len()).unwrap();
        told.text.push_str(tape.one(&[" ", "\n", ""]));
        let target = match tape.below(4) {
            1 if size.people > 0 => SpanTarget::Character(CharacterId(tape.number(size.people))),
            2 if size.of(Vocabulary::Places) > 0 => {
                SpanTarget::Place(TermId(tape.number(size.of(Vocabulary::Places))))
            }
            3 => SpanTarget::Emphasis,
            _ => continue,
        };
        told.spans.push(Span { start, end, target });
    }
    told
}

fn random_character(tape: &mut Tape, size: &Size, at: usize) -> Character {
    Character {
        id: format!("character-{at}"),
        film: FilmId(tape.number(size.films)),
        key: tape.text(1),
        name: tape.localized(),
        short: tape.localized(),
        aliases: std::array::from_fn(|_| tape.texts(2)),
        variants: tape.list(1, |tape| tape.text(1)),
        group: tape.flag(),
        plural: std::array::from_fn(|_| tape.flag()),
        members: tape.ids(2, size.people, CharacterId),
        roles: size.terms(tape, Vocabulary::Roles),
        passages: size.evidence(tape),
        description: tape.localized(),
        note: tape.some(Tape::localized),
        actor: tape.some(|tape| Actor {
            name: tape.text(2),
            sources: size.cited(tape),
            note: tape.some(Tape::localized),
        }),
        themes: size.themes(tape),
    }
}

/// Another fate that somebody of a corpus could have.
pub(crate) fn random_fate(tape: &mut Tape, corpus: &Corpus) -> Fate {
    let size = Size {
        films: corpus.films.len(),
        people: corpus.characters.len(),
        told: corpus.passages.len(),
        terms: Vocabulary::ALL.map(|vocabulary| corpus.vocabularies[vocabulary as usize].len()),
        sources: corpus.sources.len(),
    };
    fate_of(tape, &size)
}

fn fate_of(tape: &mut Tape, size: &Size) -> Fate {
    let certainty = |tape: &mut Tape| tape.one(Certainty::ALL);
    let agents = tape.ids(2, size.people, CharacterId);
    let conditions = size.terms(tape, Vocabulary::Conditions);
    Fate {
        outcome: TermId(tape.number(size.of(Vocabulary::Outcomes))),
        certainty: certainty(tape),
        cause: size
            .maybe_term(tape, Vocabulary::Causes)
            .map(|term| Cause { term, certainty: certainty(tape) }),
        agents: agents.into_iter().map(|character| Agent { character, certainty: certainty(tape) }).collect(),
        place: size
            .maybe_term(tape, Vocabulary::Places)
            .map(|place| FatePlace { place, certainty: certainty(tape) }),
        passages: size.evidence(tape),
        account: tape.localized(),
        caution: tape.some(Tape::localized),
        trajectory: conditions
            .into_iter()
            .map(|condition| Step { condition, passages: size.evidence(tape) })
            .collect(),
        themes: size.themes(tape),
    }
}

fn random_relation(tape: &mut Tape, size: &Size) -> Relation {
    Relation {
        from: CharacterId(tape.number(size.people)),
        kind: TermId(tape.number(size.of(Vocabulary::RelationKinds))),
        to: CharacterId(tape.number(size.people)),
        third: tape.ids(1, size.people, CharacterId).pop(),
        certainty: tape.one(Certainty::ALL),
        passages: size.evidence(tape),
    }
}

fn random_event(tape: &mut Tape, size: &Size, at: usize) -> Event {
    let present = tape.ids(3, size.people, CharacterId);
    Event {
        id: format!("event-{at}"),
        film: FilmId(tape.number(size.films)),
        key: tape.text(1),
        summary: tape.localized(),
        order: tape.one(Order::ALL),
        participants: present
            .into_iter()
            .map(|character| Participant { character, part: tape.one(Part::ALL) })
            .collect(),
        place: size.maybe_term(tape, Vocabulary::Places),
        themes: size.terms(tape, Vocabulary::Themes),
        passages: size.evidence(tape),
        after: tape.ids(2, at, EventId),
        during: tape.ids(1, at, EventId).pop(),
    }
}

fn random_parallel(tape: &mut Tape, size: &Size) -> Parallel {
    Parallel {
        id: tape.text(1),
        key: tape.text(1),
        title: tape.localized(),
        likeness: tape.localized(),
        difference: tape.localized(),
        strength: tape.one(Strength::ALL),
        sides: tape.list(3, |tape| Side {
            film: FilmId(tape.number(size.films)),
            characters: tape.ids(2, size.people, CharacterId),
            passages: size.evidence(tape),
        }),
    }
}

/// A question read off a tape; now and then with values that do not exist.
pub(crate) fn query_from(tape: &mut Tape, corpus: &Corpus) -> Query {
    let mut query = Query::default();
    for _ in 0..tape.below(4) {
        let facet = tape.one(&Facet::ALL);
        let values = values(corpus, facet);
        let choice = query.choice_mut(facet);
        choice.include = tape.list(3, |tape| tape.number(values + 1));
        choice.exclude = tape.list(2, |tape| tape.number(values + 1));
        choice.all = tape.flag();
    }
    if tape.below(3) > 0 {
        let words = tape.list(2, |tape| {
            let word = tape.word();
            let length = tape.one(&[2, 5, usize::MAX, usize::MAX]);
            let mut word = word.chars().take(length).collect::<String>();
            match tape.below(12) {
                0 => word.insert(0, '-'),
                1 => word = format!("\"{word}\""),
                2 => word.insert(word.chars().next().map_or(0, char::len_utf8), 'x'),
                3 => word.push(' '),
                _ => {}
            }
            word
        });
        query.text = words.join(tape.one(&[" ", " ", "-", "  \u{1}", "\""]));
    }
    query
}

/// Tapes.
pub(crate) fn tapes() -> impl Strategy<Value = Tape> {
    vec(any::<u16>(), 1..300).prop_map(Tape::new)
}

/// Corpora with hierarchies, several galleries, and an index.
pub(crate) fn corpora() -> impl Strategy<Value = Corpus> {
    tapes().prop_map(|mut tape| corpus_from(&mut tape))
}

/// A question to a corpus.
pub(crate) fn questions() -> impl Strategy<Value = (Corpus, Gallery, Query)> {
    (corpora(), tapes()).prop_map(|(corpus, mut tape)| {
        let query = query_from(&mut tape, &corpus);
        (corpus, tape.one(&Gallery::ALL), query)
    })
}
