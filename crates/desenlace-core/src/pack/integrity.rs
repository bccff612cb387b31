//! Whether every reference of a packed corpus leads somewhere, so that reading code may index freely. It
//! does not judge whether a claim is true or well put; that is the compiler's work.

use crate::facet::{Facet, Gallery};
use crate::model::{self, SpanTarget, Vocabulary};
use crate::packed::{CharacterId, Corpus, FilmId, GalleryIndex, List, PassageId, PassageText, TermId};

/// Whether every reference is within its list, and every span within its text.
pub(super) fn holds(corpus: &Corpus) -> bool {
    let counts = Counts::of(corpus);
    corpus.fates.len() == corpus.characters.len()
        && vocabularies(corpus)
        && films(corpus, &counts)
        && stories(corpus, &counts)
        && characters(corpus, &counts)
        && fates(corpus, &counts)
        && happenings(corpus, &counts)
        && Gallery::ALL.into_iter().all(|gallery| index(corpus, gallery))
}

/// How long each list is.
struct Counts {
    films: usize,
    passages: usize,
    characters: usize,
    events: usize,
    sources: usize,
    terms: [usize; Vocabulary::COUNT],
}

impl Counts {
    fn of(corpus: &Corpus) -> Self {
        Self {
            films: corpus.films.len(),
            passages: corpus.passages.len(),
            characters: corpus.characters.len(),
            events: corpus.events.len(),
            sources: corpus.sources.len(),
            terms: std::array::from_fn(|vocabulary| corpus.vocabularies[vocabulary].len()),
        }
    }

    fn has(&self, vocabulary: Vocabulary, term: model::TermId) -> bool {
        term.index() < self.terms[vocabulary as usize]
    }

    fn term(&self, vocabulary: Vocabulary, term: &TermId) -> bool {
        self.has(vocabulary, term.get())
    }

    fn terms(&self, vocabulary: Vocabulary, terms: &[TermId]) -> bool {
        terms.iter().all(|term| self.term(vocabulary, term))
    }

    fn all(&self, vocabulary: Vocabulary, terms: List<'_, model::TermId>) -> bool {
        terms.iter().all(|term| self.has(vocabulary, term))
    }

    fn evidence(&self, passages: &[PassageId]) -> bool {
        passages.iter().all(|passage| passage.get().index() < self.passages)
    }

    fn told(&self, passages: List<'_, model::PassageId>) -> bool {
        passages.iter().all(|passage| passage.index() < self.passages)
    }

    fn source(&self, source: model::SourceId) -> bool {
        source.index() < self.sources
    }

    fn said(&self, sources: List<'_, model::SourceId>) -> bool {
        sources.iter().all(|source| self.source(source))
    }

    fn cast(&self, characters: &[CharacterId]) -> bool {
        characters.iter().all(|character| self.character(character))
    }

    fn character(&self, character: &CharacterId) -> bool {
        character.get().index() < self.characters
    }

    fn film(&self, film: &FilmId) -> bool {
        film.get().index() < self.films
    }
}

/// Broader terms lie in their vocabulary, and following them comes to an end.
fn vocabularies(corpus: &Corpus) -> bool {
    corpus.vocabularies.iter().all(|terms| {
        terms.iter().all(|term| {
            let mut broader = term.broader.as_ref();
            let mut steps = 0;
            while let Some(number) = broader {
                let Some(next) = terms.get(number.get().index()) else { return false };
                steps += 1;
                if steps > terms.len() {
                    return false;
                }
                broader = next.broader.as_ref();
            }
            true
        })
    })
}

fn films(corpus: &Corpus, counts: &Counts) -> bool {
    corpus.films.iter().all(|film| {
        counts.all(Vocabulary::Countries, film.countries)
            && counts.all(Vocabulary::Languages, film.languages)
            && counts.all(Vocabulary::Periods, film.periods)
            && counts.all(Vocabulary::Places, film.places)
            && counts.source(film.synopsis.source)
            && film.alternative_titles.iter().all(|title| counts.said(title.sources))
            && film.facts.iter().all(|fact| {
                counts.said(fact.sources)
                    && fact.conflicts.iter().all(|conflict| counts.said(conflict.sources))
            })
            && film
                .themes
                .iter()
                .all(|tie| counts.has(Vocabulary::Themes, tie.theme) && counts.told(tie.passages))
            && film
                .content_notes
                .iter()
                .all(|tie| counts.has(Vocabulary::ContentNotes, tie.topic) && counts.told(tie.passages))
    })
}

fn stories(corpus: &Corpus, counts: &Counts) -> bool {
    corpus.passages.iter().all(|passage| {
        passage.film.index() < counts.films && passage.texts.iter().all(|text| spans(text, counts))
    })
}

/// Spans ascend, do not overlap, and lie on character boundaries of the text.
fn spans(text: &PassageText<'_>, counts: &Counts) -> bool {
    if text.spans.is_empty() {
        return true;
    }
    let (told, mut from) = (text.text(), 0);
    text.spans.iter().all(|span| {
        let (start, end) = (span.start as usize, span.end as usize);
        let sound = from <= start
            && start <= end
            && told.is_char_boundary(start)
            && told.is_char_boundary(end)
            && match span.target {
                SpanTarget::Character(character) => character.index() < counts.characters,
                SpanTarget::Place(place) => counts.has(Vocabulary::Places, place),
                SpanTarget::Emphasis => true,
            };
        from = end;
        sound
    })
}

fn characters(corpus: &Corpus, counts: &Counts) -> bool {
    corpus.characters.iter().all(|character| {
        counts.film(&character.film)
            && counts.cast(&character.members)
            && counts.terms(Vocabulary::Roles, &character.roles)
            && counts.evidence(&character.passages)
            && character
                .actor
                .as_ref()
                .is_none_or(|actor| actor.sources.iter().all(|source| counts.source(source.get())))
            && character
                .themes
                .iter()
                .all(|tie| counts.term(Vocabulary::Themes, &tie.theme) && counts.evidence(&tie.passages))
    })
}

fn fates(corpus: &Corpus, counts: &Counts) -> bool {
    corpus.fates.iter().all(|fate| {
        counts.term(Vocabulary::Outcomes, &fate.outcome)
            && fate.cause.as_ref().is_none_or(|cause| counts.term(Vocabulary::Causes, &cause.term))
            && fate.agents.iter().all(|agent| counts.character(&agent.character))
            && fate.place.as_ref().is_none_or(|place| counts.term(Vocabulary::Places, &place.place))
            && counts.evidence(&fate.passages)
            && fate.trajectory.iter().all(|step| {
                counts.term(Vocabulary::Conditions, &step.condition) && counts.evidence(&step.passages)
            })
            && fate
                .themes
                .iter()
                .all(|tie| counts.term(Vocabulary::Themes, &tie.theme) && counts.evidence(&tie.passages))
    })
}

/// Relations, events and parallels.
fn happenings(corpus: &Corpus, counts: &Counts) -> bool {
    corpus.relations.iter().all(|relation| {
        counts.character(&relation.from)
            && counts.character(&relation.to)
            && relation.third.as_ref().is_none_or(|third| counts.character(third))
            && counts.term(Vocabulary::RelationKinds, &relation.kind)
            && counts.evidence(&relation.passages)
    }) && corpus.events.iter().all(|event| {
        counts.film(&event.film)
            && event.participants.iter().all(|participant| counts.character(&participant.character))
            && event.place.as_ref().is_none_or(|place| counts.term(Vocabulary::Places, place))
            && counts.terms(Vocabulary::Themes, &event.themes)
            && counts.evidence(&event.passages)
            && event.after.iter().all(|earlier| earlier.get().index() < counts.events)
            && event.during.as_ref().is_none_or(|outer| outer.get().index() < counts.events)
    }) && corpus.parallels.iter().all(|parallel| {
        parallel.sides.iter().all(|side| {
            counts.film(&side.film) && counts.cast(&side.characters) && counts.evidence(&side.passages)
        })
    })
}

/// The index of a gallery is as long as the gallery, has a list for every value, and its lists ascend.
fn index(corpus: &Corpus, gallery: Gallery) -> bool {
    let index: &GalleryIndex = corpus.gallery(gallery);
    let items = index.items.to_native();
    items as usize == gallery.len(corpus)
        && Facet::ALL.into_iter().all(|facet| {
            let values = &index.facets[facet as usize].values;
            let stored = if facet == Facet::Film { 0 } else { facet.len(corpus) };
            values.len() == stored && (0u32..).take(stored).all(|value| values.is_sound(value, items))
        })
}
