//! Who takes part in which event of a film, and how it ends for them, as the drawing needs it: in the order of
//! telling or in that of the story. It knows the packed corpus and nothing of coordinates.

use super::mark::{mark_of, words_of};
use crate::view::Sequence;
use desenlace_core::cross_reference::{StoryOrder, cast_of, takes_part};
use desenlace_core::model::{Certainty, CharacterId, EventId, FilmId, Language, Mark, Order};
use desenlace_core::packed::Corpus;

/// The threads of a film before they are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The people who take part in an event, in the order of the corpus.
    pub strands: Vec<Strand>,
    /// The events, in the sequence that is drawn.
    pub occasions: Vec<Occasion>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strand {
    /// The number of the character.
    pub character: u32,
    /// The occasions they take part in, ascending; never empty.
    pub occasions: Vec<usize>,
    /// Those of them of which nobody knows whether they come before or after the one that is drawn next.
    pub loose: Vec<usize>,
    /// How the thread ends.
    pub mark: Mark,
    /// Whether the end is only implied.
    pub hollow: bool,
    /// The name, short.
    pub name: String,
    /// What becomes of them, in a few words.
    pub words: String,
}

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The number of the event in the corpus.
    pub event: EventId,
    /// Its place in the telling, from 1 on: what it is called by in either sequence.
    pub number: usize,
    /// Whether it is told in another place than it has in the story.
    pub out_of_order: bool,
    /// Whether the story is drawn, and has this behind the occasion before.
    pub joined: bool,
}

impl Strand {
    /// Somebody with a fate, and the occasions they take part in.
    pub(crate) fn of(corpus: &Corpus, who: CharacterId, language: Language, occasions: Vec<usize>) -> Self {
        let fate = &corpus.fates[who.index()];
        Self {
            character: who.0,
            occasions,
            loose: Vec::new(),
            mark: mark_of(corpus, fate),
            hollow: fate.certainty.get() == Certainty::Implied,
            name: corpus.characters[who.index()].short.get(language).to_owned(),
            words: words_of(corpus, who, language),
        }
    }
}

impl Story {
    /// The story of a film.
    #[must_use]
    pub fn of(corpus: &Corpus, film: FilmId, language: Language, sequence: Sequence) -> Self {
        let order = StoryOrder::of(corpus, film);
        let told = order.told();
        let is_story = sequence == Sequence::Story;
        let drawn = if is_story { order.sequence() } else { (0..told.len()).collect() };
        let is_known = |one: usize, other: usize| order.is_known(drawn[one], drawn[other]);
        let people = cast_of(corpus, film).filter(|(_, character, _)| !character.group);
        let strands = people.filter_map(|(who, ..)| {
            let is_there = |place: &usize| takes_part(corpus, who, &corpus.events[told[*place].index()]);
            let occasions: Vec<usize> = (0..drawn.len()).filter(|at| is_there(&drawn[*at])).collect();
            let loose = occasions.windows(2).filter(|pair| is_story && !is_known(pair[0], pair[1]));
            let loose = loose.map(|pair| pair[0]).collect();
            (!occasions.is_empty()).then(|| Strand { loose, ..Strand::of(corpus, who, language, occasions) })
        });
        let strands = strands.collect();
        let occasions = drawn.iter().enumerate().map(|(at, place)| Occasion {
            event: told[*place],
            number: place + 1,
            out_of_order: corpus.events[told[*place].index()].order.get() != Order::Told,
            joined: is_story && at > 0 && is_known(at - 1, at),
        });
        Self { strands, occasions: occasions.collect() }
    }

    /// The same story without what becomes of anybody: all threads end alike, and nothing is said of it.
    #[must_use]
    pub fn without_ends(mut self) -> Self {
        for strand in &mut self.strands {
            (strand.mark, strand.hollow) = (Mark::Fade, false);
            strand.words.clear();
        }
        self
    }
}
