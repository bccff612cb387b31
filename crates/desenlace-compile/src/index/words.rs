//! The items that contain each word, in any language, with how much that means: a visitor may type *cárcel* on the
//! English page. Which texts an item has is the core's to say; it says so of packed corpora, so the corpus is packed
//! once without its words.

use desenlace_core::facet::Gallery;
use desenlace_core::fold;
use desenlace_core::model::{Corpus, GalleryIndex, Index, Posting, WordPostings};
use desenlace_core::pack;
use desenlace_core::packed;
use desenlace_core::search::{Tier, fields, impact};
use rkyv::util::AlignedVec;
use std::collections::BTreeMap;

/// The words of all galleries, in the form of [`fold::lower`], ascending by their folded form.
pub(super) fn words(corpus: &Corpus, galleries: &[GalleryIndex; Gallery::COUNT]) -> Vec<WordPostings> {
    let mut wordless = corpus.clone();
    wordless.index = Index { words: Vec::new(), galleries: galleries.clone() };
    let mut bytes = AlignedVec::<{ pack::ALIGNMENT }>::new();
    bytes.extend_from_slice(&pack::encode(&wordless));
    drop(wordless);
    let Ok(corpus) = pack::open(&bytes) else { return Vec::new() };
    let mut words: BTreeMap<String, [Vec<Posting>; Gallery::COUNT]> = BTreeMap::new();
    for gallery in Gallery::ALL {
        add(corpus, gallery, &mut words);
    }
    let mut words: Vec<(String, WordPostings)> =
        words.into_iter().map(|(word, items)| (fold::fold(&word), WordPostings { word, items })).collect();
    words.sort_by(|(one, _), (other, _)| one.cmp(other)); // stable: equals stay in the order of the words
    words.into_iter().map(|(_, entry)| entry).collect()
}

/// What an item has of a word.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// The impact of the best name.
    name: u8,
    /// How often it occurs in texts.
    times: u32,
}

/// Adds the words of a gallery.
fn add(
    corpus: &packed::Corpus,
    gallery: Gallery,
    words: &mut BTreeMap<String, [Vec<Posting>; Gallery::COUNT]>,
) {
    let items = u32::try_from(gallery.len(corpus)).unwrap_or(u32::MAX);
    let lengths: Vec<u32> = (0..items).map(|item| length(corpus, gallery, item)).collect();
    let total: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
    let average = u32::try_from(total / u64::from(items.max(1))).unwrap_or(u32::MAX);
    for (item, length) in (0..).zip(lengths) {
        let mut own: BTreeMap<String, Tally> = BTreeMap::new();
        fields(corpus, gallery, item, &mut |field, _, text| {
            let tier = field.tier();
            let brevity = if tier == Tier::Text {
                0
            } else {
                u32::try_from(fold::spans(text).count()).unwrap_or(u32::MAX)
            };
            for (_, word) in fold::spans(text) {
                let tally = own.entry(fold::lower(word)).or_default();
                match tier {
                    Tier::Text => tally.times = tally.times.saturating_add(1),
                    Tier::Name | Tier::Alias => {
                        tally.name = tally.name.max(impact(tier, 1, brevity, average));
                    }
                }
            }
        });
        for (word, tally) in own {
            let in_texts =
                if tally.times == 0 { 0 } else { impact(Tier::Text, tally.times, length, average) };
            let posting = Posting { item, impact: tally.name.max(in_texts) };
            words.entry(word).or_default()[gallery as usize].push(posting);
        }
    }
}

/// How many words the texts of an item have.
fn length(corpus: &packed::Corpus, gallery: Gallery, item: u32) -> u32 {
    let mut length = 0usize;
    fields(corpus, gallery, item, &mut |field, _, text| {
        if field.tier() == Tier::Text {
            length += fold::spans(text).count();
        }
    });
    u32::try_from(length).unwrap_or(u32::MAX)
}
