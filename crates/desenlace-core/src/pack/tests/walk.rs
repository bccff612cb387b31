//! Reads everything in a packed corpus: back into the owned model, and through every question that reading
//! code asks. It trusts the pack as reading code does, so a reference that leads nowhere panics here.

use crate::cross_reference as cross;
use crate::facet::{Facet, Gallery};
use crate::model::{
    Actor, Agent, AlternativeTitle, ArchivedEventId, Cause, Character, CharacterId, Conflict, ContentTie,
    Coordinates, Corpus, Event, FacetPostings, Fact, Fate, FatePlace, Film, FilmId, GalleryIndex, Index,
    Language, Localized, Parallel, Participant, Passage, PassageText, Posting, Relation, Side, Source,
    SpanTarget, Step, Synopsis, Term, TermId, ThemeEvidence, ThemeTie, Vocabulary, WordPostings,
};
use crate::model::{character, vocabulary};
use crate::packed;
use crate::query::{self, Query};
use rkyv::option::ArchivedOption;
use rkyv::rend::u32_le;
use rkyv::string::ArchivedString;
use rkyv::vec::ArchivedVec;

fn list<Packed, Owned>(packed: &ArchivedVec<Packed>, read: impl Fn(&Packed) -> Owned) -> Vec<Owned> {
    packed.iter().map(read).collect()
}

fn maybe<Packed, Owned>(packed: &ArchivedOption<Packed>, read: impl Fn(&Packed) -> Owned) -> Option<Owned> {
    packed.as_ref().map(read)
}

fn text(packed: &ArchivedString) -> String {
    packed.as_str().to_owned()
}

fn number(packed: &u32_le) -> u32 {
    packed.to_native()
}

fn localized(packed: &packed::Localized) -> Localized {
    Localized(Language::ALL.map(|language| packed.get(language).to_owned()))
}

fn told(packed: packed::Text<'_>) -> Localized {
    Localized(Language::ALL.map(|language| packed.get(language).to_owned()))
}

/// Looks at something, so that looking is not left out as pointless.
fn see<T: ?Sized>(thing: &T) {
    std::hint::black_box(thing);
}

/// The owned corpus that a packed one stands for.
pub(super) fn unpack(corpus: &packed::Corpus) -> Corpus {
    Corpus {
        films: corpus.films.iter().map(film).collect(),
        passages: corpus.passages.iter().map(passage).collect(),
        characters: list(&corpus.characters, person),
        fates: list(&corpus.fates, fate),
        relations: list(&corpus.relations, relation),
        events: list(&corpus.events, event),
        parallels: list(&corpus.parallels, parallel),
        sources: list(&corpus.sources, source),
        vocabularies: Vocabulary::ALL.map(|vocabulary| corpus.terms(vocabulary).iter().map(term).collect()),
        index: Index {
            words: words(corpus),
            galleries: Gallery::ALL.map(|gallery| gallery_index(corpus.gallery(gallery))),
        },
    }
}

fn term(packed: &packed::Term) -> Term {
    Term {
        id: text(&packed.id),
        broader: maybe(&packed.broader, packed::TermId::get),
        name: localized(&packed.name),
        synonyms: Language::ALL.map(|language| packed.synonyms_in(language).map(str::to_owned).collect()),
        definition: localized(&packed.definition),
        inverse: maybe(&packed.inverse, localized),
        plural: maybe(&packed.plural, localized),
        inverse_plural: maybe(&packed.inverse_plural, localized),
        mutual: packed.mutual,
        mark: maybe(&packed.mark, packed::Mark::get),
        kind: maybe(&packed.kind, text),
        coordinates: maybe(&packed.coordinates, |point: &vocabulary::ArchivedCoordinates| Coordinates {
            latitude: point.latitude.to_native(),
            longitude: point.longitude.to_native(),
        }),
    }
}

fn film(packed: packed::Film<'_>) -> Film {
    Film {
        id: packed.id.to_owned(),
        title: packed.title.to_owned(),
        title_language: packed.title_language.to_owned(),
        alternative_titles: packed
            .alternative_titles
            .iter()
            .map(|title| AlternativeTitle {
                text: title.text.to_owned(),
                language: title.language.to_owned(),
                sources: title.sources.iter().collect(),
                note: title.note.map(told),
            })
            .collect(),
        year: packed.year,
        countries: packed.countries.iter().collect(),
        languages: packed.languages.iter().collect(),
        periods: packed.periods.iter().collect(),
        places: packed.places.iter().collect(),
        premise: told(packed.premise),
        synopsis: Synopsis {
            key: packed.synopsis.key.to_owned(),
            language: packed.synopsis.language.to_owned(),
            sentences: packed.synopsis.sentences,
            licence: packed.synopsis.licence.to_owned(),
            source: packed.synopsis.source,
        },
        facts: packed.facts.iter().map(fact).collect(),
        themes: packed
            .themes
            .iter()
            .map(|tie| ThemeTie {
                theme: tie.theme,
                weight: tie.weight,
                motivation: told(tie.motivation),
                passages: tie.passages.iter().collect(),
            })
            .collect(),
        content_notes: packed
            .content_notes
            .iter()
            .map(|tie| ContentTie {
                topic: tie.topic,
                detail: told(tie.detail),
                passages: tie.passages.iter().collect(),
            })
            .collect(),
    }
}

fn fact(packed: packed::Fact<'_>) -> Fact {
    let conflicts = packed.conflicts.iter().map(|conflict| Conflict {
        value: told(conflict.value),
        sources: conflict.sources.iter().collect(),
        note: conflict.note.map(told),
    });
    Fact {
        kind: packed.kind,
        value: told(packed.value),
        sources: packed.sources.iter().collect(),
        note: packed.note.map(told),
        conflicts: conflicts.collect(),
    }
}

fn passage(packed: packed::Passage<'_>) -> Passage {
    Passage {
        id: packed.id.to_owned(),
        film: packed.film,
        title: told(packed.title),
        sentences: packed.sentences.iter().collect(),
        texts: packed
            .texts
            .map(|text| PassageText { text: text.text().to_owned(), spans: text.spans.iter().collect() }),
        note: packed.note.map(told),
    }
}

fn evidence(packed: &packed::ThemeEvidence) -> ThemeEvidence {
    ThemeEvidence { theme: packed.theme.get(), passages: list(&packed.passages, packed::PassageId::get) }
}

fn person(packed: &packed::Character) -> Character {
    Character {
        id: text(&packed.id),
        film: packed.film.get(),
        key: text(&packed.key),
        name: localized(&packed.name),
        short: localized(&packed.short),
        aliases: Language::ALL.map(|language| packed.aliases_in(language).map(str::to_owned).collect()),
        variants: list(&packed.variants, text),
        group: packed.group,
        plural: packed.plural,
        members: list(&packed.members, packed::CharacterId::get),
        roles: list(&packed.roles, packed::TermId::get),
        passages: list(&packed.passages, packed::PassageId::get),
        description: localized(&packed.description),
        note: maybe(&packed.note, localized),
        actor: maybe(&packed.actor, |actor: &character::ArchivedActor| Actor {
            name: text(&actor.name),
            sources: list(&actor.sources, packed::SourceId::get),
            note: maybe(&actor.note, localized),
        }),
        themes: list(&packed.themes, evidence),
    }
}

fn fate(packed: &packed::Fate) -> Fate {
    Fate {
        outcome: packed.outcome.get(),
        certainty: packed.certainty.get(),
        cause: maybe(&packed.cause, |cause| Cause {
            term: cause.term.get(),
            certainty: cause.certainty.get(),
        }),
        agents: list(&packed.agents, |agent| Agent {
            character: agent.character.get(),
            certainty: agent.certainty.get(),
        }),
        place: maybe(&packed.place, |place| FatePlace {
            place: place.place.get(),
            certainty: place.certainty.get(),
        }),
        passages: list(&packed.passages, packed::PassageId::get),
        account: localized(&packed.account),
        caution: maybe(&packed.caution, localized),
        trajectory: list(&packed.trajectory, |step| Step {
            condition: step.condition.get(),
            passages: list(&step.passages, packed::PassageId::get),
        }),
        themes: list(&packed.themes, evidence),
    }
}

fn relation(packed: &packed::Relation) -> Relation {
    Relation {
        from: packed.from.get(),
        kind: packed.kind.get(),
        to: packed.to.get(),
        third: maybe(&packed.third, packed::CharacterId::get),
        certainty: packed.certainty.get(),
        passages: list(&packed.passages, packed::PassageId::get),
    }
}

fn event(packed: &packed::Event) -> Event {
    Event {
        id: text(&packed.id),
        film: packed.film.get(),
        key: text(&packed.key),
        summary: localized(&packed.summary),
        order: packed.order.get(),
        participants: list(&packed.participants, |participant| Participant {
            character: participant.character.get(),
            part: participant.part.get(),
        }),
        place: maybe(&packed.place, packed::TermId::get),
        themes: list(&packed.themes, packed::TermId::get),
        passages: list(&packed.passages, packed::PassageId::get),
        after: list(&packed.after, ArchivedEventId::get),
        during: maybe(&packed.during, ArchivedEventId::get),
    }
}

fn parallel(packed: &packed::Parallel) -> Parallel {
    Parallel {
        id: text(&packed.id),
        key: text(&packed.key),
        title: localized(&packed.title),
        likeness: localized(&packed.likeness),
        difference: localized(&packed.difference),
        strength: packed.strength.get(),
        sides: list(&packed.sides, |side| Side {
            film: side.film.get(),
            characters: list(&side.characters, packed::CharacterId::get),
            passages: list(&side.passages, packed::PassageId::get),
        }),
    }
}

fn source(packed: &packed::Source) -> Source {
    Source {
        id: text(&packed.id),
        address: maybe(&packed.address, text),
        description: localized(&packed.description),
    }
}

fn gallery_index(packed: &packed::GalleryIndex) -> GalleryIndex {
    GalleryIndex {
        items: number(&packed.items),
        facets: Facet::ALL.map(|facet| FacetPostings {
            values: {
                let values = &packed.facets[facet as usize].values;
                (0..).take(values.len()).map(|value| values.items(value).collect()).collect()
            },
        }),
    }
}

/// The whole dictionary; a damaged one ends early.
fn words(corpus: &packed::Corpus) -> Vec<WordPostings> {
    let mut words: Vec<WordPostings> = Vec::new();
    let mut walk = corpus.index.words.from("");
    while walk.advance() {
        let items = Gallery::ALL
            .map(|gallery| walk.items(gallery).map(|(item, impact)| Posting { item, impact }).collect());
        words.push(WordPostings { word: walk.word().to_owned(), items });
    }
    words
}

/// Reads every field, follows every reference as reading code does, and asks every kind of question.
pub(super) fn everything(corpus: &packed::Corpus) {
    let owned = unpack(corpus);
    follow(&owned);
    let films = (0..owned.films.len()).map(FilmId::from_index);
    for (id, film) in films.zip(corpus.films.iter()) {
        cross::passages_of(corpus, id).for_each(drop);
        cross::cast_of(corpus, id).for_each(drop);
        cross::events_of(corpus, id).for_each(drop);
        cross::parallels_with_film(corpus, id).for_each(drop);
        cross::themes_of(corpus, &film).for_each(drop);
    }
    for id in (0..owned.characters.len()).map(CharacterId::from_index) {
        for (inverse, _, relation) in cross::relations_of(corpus, id) {
            let kind = &corpus.terms(Vocabulary::RelationKinds)[relation.kind.get().index()];
            for language in Language::ALL {
                see(kind.relation_label(inverse, language));
            }
        }
        cross::groups_of(corpus, id).for_each(drop);
        cross::events_with(corpus, id).for_each(drop);
        cross::parallels_with_character(corpus, id).for_each(drop);
    }
    for vocabulary in Vocabulary::ALL {
        for term in (0..corpus.terms(vocabulary).len()).map(TermId::from_index) {
            cross::narrower(corpus, vocabulary, term).for_each(drop);
            // Nothing is within a term that does not exist; the walk goes all the way up.
            assert!(!cross::is_within(corpus, vocabulary, term, TermId(u32::MAX)));
        }
    }
    for theme in (0..corpus.terms(Vocabulary::Themes).len()).map(TermId::from_index) {
        cross::films_with_theme(corpus, theme).for_each(drop);
        cross::characters_with_theme(corpus, theme).for_each(drop);
    }
    ask(corpus, owned.index.words.first().map_or("a", |entry| &entry.word));
}

/// Goes where each reference of the model says, and cuts each text where its spans say.
fn follow(corpus: &Corpus) {
    let term =
        |vocabulary: Vocabulary, term: &TermId| see(&corpus.vocabularies[vocabulary as usize][term.index()]);
    let terms = |vocabulary, all: &[TermId]| all.iter().for_each(|one| term(vocabulary, one));
    let told = |passages: &[crate::model::PassageId]| {
        passages.iter().for_each(|at| see(&corpus.passages[at.index()]));
    };
    let cited =
        |sources: &[crate::model::SourceId]| sources.iter().for_each(|at| see(&corpus.sources[at.index()]));
    let person = |id: &CharacterId| see(&(&corpus.characters[id.index()], &corpus.fates[id.index()]));
    let film = |id: FilmId| see(&corpus.films[id.index()]);
    let themes = |all: &[ThemeEvidence]| {
        for tie in all {
            term(Vocabulary::Themes, &tie.theme);
            told(&tie.passages);
        }
    };
    for film in &corpus.films {
        terms(Vocabulary::Countries, &film.countries);
        terms(Vocabulary::Languages, &film.languages);
        terms(Vocabulary::Periods, &film.periods);
        terms(Vocabulary::Places, &film.places);
        cited(&[film.synopsis.source]);
        film.alternative_titles.iter().for_each(|title| cited(&title.sources));
        for fact in &film.facts {
            cited(&fact.sources);
            fact.conflicts.iter().for_each(|conflict| cited(&conflict.sources));
        }
        for tie in &film.themes {
            term(Vocabulary::Themes, &tie.theme);
            told(&tie.passages);
        }
        for tie in &film.content_notes {
            term(Vocabulary::ContentNotes, &tie.topic);
            told(&tie.passages);
        }
    }
    for passage in &corpus.passages {
        film(passage.film);
        for told in &passage.texts {
            let mut from = 0;
            for span in &told.spans {
                see(&told.text[from..span.start as usize]);
                see(&told.text[span.start as usize..span.end as usize]);
                from = span.end as usize;
                match &span.target {
                    SpanTarget::Character(id) => person(id),
                    SpanTarget::Place(place) => term(Vocabulary::Places, place),
                    SpanTarget::Emphasis => {}
                }
            }
            see(&told.text[from..]);
        }
    }
    for character in &corpus.characters {
        film(character.film);
        character.members.iter().for_each(person);
        terms(Vocabulary::Roles, &character.roles);
        told(&character.passages);
        character.actor.iter().for_each(|actor| cited(&actor.sources));
        themes(&character.themes);
    }
    for fate in &corpus.fates {
        term(Vocabulary::Outcomes, &fate.outcome);
        fate.cause.iter().for_each(|cause| term(Vocabulary::Causes, &cause.term));
        fate.agents.iter().for_each(|agent| person(&agent.character));
        fate.place.iter().for_each(|place| term(Vocabulary::Places, &place.place));
        told(&fate.passages);
        for step in &fate.trajectory {
            term(Vocabulary::Conditions, &step.condition);
            told(&step.passages);
        }
        themes(&fate.themes);
    }
    for relation in &corpus.relations {
        [Some(relation.from), Some(relation.to), relation.third].iter().flatten().for_each(person);
        term(Vocabulary::RelationKinds, &relation.kind);
        told(&relation.passages);
    }
    for event in &corpus.events {
        film(event.film);
        event.participants.iter().for_each(|participant| person(&participant.character));
        event.place.iter().for_each(|place| term(Vocabulary::Places, place));
        terms(Vocabulary::Themes, &event.themes);
        told(&event.passages);
        event.after.iter().chain(&event.during).for_each(|other| see(&corpus.events[other.index()]));
    }
    for side in corpus.parallels.iter().flat_map(|parallel| &parallel.sides) {
        film(side.film);
        side.characters.iter().for_each(person);
        told(&side.passages);
    }
}

/// Asks each gallery for everything, for a word, and for the first values in each way; and what it
/// answers has a name.
fn ask(corpus: &packed::Corpus, word: &str) {
    for gallery in Gallery::ALL {
        let wordy = |text: &str| Query { text: text.to_owned(), ..Query::default() };
        let mut queries = vec![Query::default(), wordy("a"), wordy(word), wordy(&format!("{word} {word}"))];
        let mut chosen = Query::default();
        for choice in &mut chosen.choices {
            (choice.include, choice.exclude) = (vec![0], vec![1]);
        }
        queries.push(chosen.clone());
        chosen.choices.iter_mut().for_each(|choice| choice.all = true);
        queries.push(chosen);
        for asked in &queries {
            let answer = query::answer(corpus, gallery, asked);
            for &item in &answer.items {
                assert!((item as usize) < gallery.len(corpus));
                see(gallery.item_id(corpus, item));
            }
            for facet in Facet::ALL {
                assert_eq!(answer.counts[facet as usize].len(), facet.len(corpus));
            }
        }
        for facet in Facet::ALL {
            for value in (0..).take(facet.len(corpus)) {
                see(&(facet.value_id(corpus, value), facet.broader(corpus, value)));
            }
        }
    }
}
