//! Passages: what `passages.toml` says of each, with its texts out of the stories.

use super::Resolver;
use crate::decode::{At, Ref, kind};
use crate::story::{Story, Target, Told};
use crate::written::WrittenFilm;
use desenlace_core::model::{self, FilmId, Language, Localized, PassageText, Span, SpanTarget};

/// The passages of a film.
pub(super) fn passages(
    film: &WrittenFilm,
    number: FilmId,
    resolver: &mut Resolver<'_>,
) -> Vec<model::Passage> {
    let passages = film.passages.value.passage.iter();
    passages
        .map(|passage| {
            let told = Language::ALL.map(|language| told(&film.stories[language as usize], &passage.id));
            let mut sentences: Vec<u32> = passage.sentences.0.iter().filter_map(sentence_number).collect();
            sentences.sort_unstable();
            model::Passage {
                id: passage.id.id().unwrap_or_default().to_owned(),
                film: number,
                title: Localized(told.map(|told| told.map_or_else(String::new, |told| told.title.clone()))),
                sentences,
                texts: told.map(|told| told.map_or_else(PassageText::default, |told| text(told, resolver))),
                note: super::film::optional(passage.note.as_ref()),
            }
        })
        .collect()
}

/// The number of a sentence written like `B-S12`.
pub(crate) fn sentence_number(sentence: &At<String>) -> Option<u32> {
    sentence.value.as_ref()?.split_once("-S")?.1.parse().ok()
}

/// A passage as a story tells it.
fn told<'a>(story: &'a Story, id: &Ref<kind::Passage>) -> Option<&'a Told> {
    story.passages.iter().find(|told| told.id.id().is_some() && told.id.id() == id.id())
}

fn text(told: &Told, resolver: &mut Resolver<'_>) -> PassageText {
    let position = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    let spans = told.marks.iter().map(|mark| Span {
        start: position(mark.range.start),
        end: position(mark.range.end),
        target: match &mark.target {
            Target::Character(id) => SpanTarget::Character(resolver.one(id)),
            Target::Place(id) => SpanTarget::Place(resolver.one(id)),
            Target::Emphasis => SpanTarget::Emphasis,
        },
    });
    PassageText { spans: spans.collect(), text: told.text.clone() }
}
