//! Which texts of an item have the words that were asked for, and the stretch that shows them best. It does not know
//! what else an item is there for.

use crate::facet::Gallery;
use crate::model::Language;
use crate::packed::Corpus;
use crate::query::Query;
use crate::search::{Class, Field, Hit, Snippet, Terms, snippet};
use crate::veil::Veil;
use std::cmp::Reverse;
use std::ops::Range;

/// A text that has some of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What the text is to the item.
    pub field: Field,
    /// The language of the text; none where it belongs to all.
    pub language: Option<Language>,
    /// The stretch of the text that shows the words best.
    pub text: String,
    /// Whether the text goes on before the stretch, and behind it.
    pub cut: (bool, bool),
    /// The words in the stretch, in bytes of the stretch.
    pub highlights: Vec<Range<usize>>,
    /// Which of the words asked for the whole text has, and how, in the order of the text.
    pub words: Vec<(usize, Class)>,
}

/// How long the stretches of texts are, in bytes.
const STRETCH: usize = 160;

/// The texts of an item that have any of the words, those that mean most first, in all languages or in the one that a
/// query asks for. What its veil hides is not read.
#[must_use]
pub fn mentions(corpus: &Corpus, gallery: Gallery, item: u32, terms: &Terms, query: &Query) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    if terms.is_empty() {
        return mentions;
    }
    let rank = |mention: &Mention| {
        (Reverse(mention.field.tier()), mention.words.iter().map(|(_, class)| *class).min())
    };
    query.veil.readable(corpus, gallery, item, &mut |field, own, text| {
        if (own.is_none() || query.language.is_none() || own == query.language)
            && let Some(mention) = mention(field, own, text, &terms.hits(text), terms)
        {
            let before = |other: &Mention| rank(other) <= rank(&mention);
            mentions.insert(mentions.partition_point(before), mention);
        }
    });
    mentions
}

/// The one text of an item, of the wanted ones, that shows best why it was found: the one with the most of the words,
/// of those one in the language of a reader, of those a passage, and of those the one with the best matches. None
/// where no wanted text that the veil lets be read has any of the words.
#[must_use]
pub fn excerpt(
    corpus: &Corpus,
    gallery: Gallery,
    item: u32,
    terms: &Terms,
    reader: Language,
    veil: &Veil,
    wanted: &dyn Fn(Field, Option<Language>, &str) -> bool,
) -> Option<Mention> {
    let mut best = None;
    veil.readable(corpus, gallery, item, &mut |field, language, text| {
        if !wanted(field, language, text) {
            return;
        }
        let hits = terms.hits(text);
        let class = hits.iter().map(|hit| hit.class).min();
        let own = language.is_none_or(|language| language == reader);
        // The title of a passage says less than its text.
        let passage = matches!(field, Field::Passage(_)) && text.len() > STRETCH;
        let merit = (different(&hits), own, passage, Reverse(class));
        if best.as_ref().is_none_or(|(before, _)| *before < merit)
            && let Some(mention) = mention(field, language, text, &hits, terms)
        {
            best = Some((merit, mention));
        }
    });
    best.map(|(_, mention)| mention)
}

/// How many different words there are among hits.
fn different(hits: &[Hit]) -> u32 {
    hits.iter().fold(0u64, |seen, hit| seen | 1 << (hit.word % 64)).count_ones()
}

/// What a text has of the words; nothing where it has none.
fn mention(
    field: Field,
    language: Option<Language>,
    text: &str,
    hits: &[Hit],
    terms: &Terms,
) -> Option<Mention> {
    let Snippet { range, highlights } = snippet(text, terms, STRETCH)?;
    let highlights = highlights.iter().map(|hit| hit.start - range.start..hit.end - range.start).collect();
    let cut = (range.start > 0, range.end < text.len());
    let words = hits.iter().map(|hit| (hit.word, hit.class)).collect();
    Some(Mention { field, language, text: text[range].to_owned(), cut, highlights, words })
}
