//! What the compiler derives so that opening a pack computes nothing: for each gallery, the items that have
//! each value of each facet, and the items that contain each word. It works on a corpus without mistakes.

mod facets;
mod words;

use desenlace_core::facet::Gallery;
use desenlace_core::model::{Corpus, GalleryIndex, Index, Term, TermId, Vocabulary};

/// The index of a corpus.
pub(crate) fn index(corpus: &Corpus) -> Index {
    let galleries = Gallery::ALL.map(|gallery| GalleryIndex {
        items: count(corpus, gallery),
        facets: facets::facets(corpus, gallery),
    });
    let words = words::words(corpus, &galleries);
    Index { words, galleries }
}

/// How many items a gallery has.
fn count(corpus: &Corpus, gallery: Gallery) -> u32 {
    let items = match gallery {
        Gallery::Films => corpus.films.len(),
        Gallery::Characters => corpus.characters.len(),
        Gallery::Fates => corpus.fates.len(),
    };
    u32::try_from(items).unwrap_or(u32::MAX)
}

/// A term and everything broader, from the narrowest on.
fn with_broader(
    corpus: &Corpus,
    vocabulary: Vocabulary,
    term: TermId,
) -> impl Iterator<Item = (TermId, &Term)> {
    let terms = &corpus.vocabularies[vocabulary as usize];
    std::iter::successors(Some(term), |term| terms.get(term.index())?.broader)
        .take(terms.len()) // there is no cycle, but an index must not depend on that to come to an end
        .filter_map(|number| Some((number, terms.get(number.index())?)))
}
