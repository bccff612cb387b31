//! Where in the story the events of a film can lie. The source orders some events and leaves others open; what
//! it leaves open stays a range here, and no order is made up within it.

use super::numbered;
use crate::model::{EventId, FilmId};
use crate::packed::{self, Corpus, Event};

/// Where an event can lie in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoryPlace {
    /// The event.
    pub event: EventId,
    /// How many events of the film certainly come before it.
    pub earliest: u32,
    /// How many come before it at most. The same as the earliest where the source leaves nothing open.
    pub latest: u32,
}

/// The places of the events of a film in its story, in the order of telling.
///
/// What comes after an event comes after all that happens inside it, and what happens inside an event comes
/// after all that the outer one comes after. The work grows with the square of the events of the film.
#[must_use]
pub fn story_places(corpus: &Corpus, film: FilmId) -> Vec<StoryPlace> {
    let events: Vec<(EventId, &Event)> = numbered(corpus.events.iter())
        .filter(|(_, event)| event.film.get() == film)
        .map(|(number, event)| (EventId(number), event))
        .collect();
    let earlier: Vec<_> = (0..events.len()).map(|place| earlier_than(corpus, &events, place)).collect();
    let count = |events: usize| u32::try_from(events).unwrap_or(u32::MAX);
    let places = events.iter().enumerate().map(|(place, (event, _))| {
        let before = earlier[place].iter().filter(|before| **before).count();
        let after = earlier.iter().filter(|before| before[place]).count();
        // Were an event both before and after another, the range would be turned round.
        let latest = events.len().saturating_sub(1 + after).max(before);
        StoryPlace { event: *event, earliest: count(before), latest: count(latest) }
    });
    places.collect()
}

/// Which events of a film certainly come before one of them.
fn earlier_than(corpus: &Corpus, events: &[(EventId, &Event)], place: usize) -> Vec<bool> {
    let mut earlier = vec![false; events.len()];
    let mut open = vec![place];
    while let Some(later) = open.pop() {
        let whole: Vec<EventId> = around(corpus, events[later].0).collect();
        let comes_after = |event: EventId| {
            let named =
                |around: &EventId| corpus.events[around.index()].after.iter().any(|it| it.get() == event);
            whole.iter().any(named)
        };
        for (other, (event, _)) in events.iter().enumerate() {
            // What lies around both is not over before either.
            let is_over = |outer: EventId| comes_after(outer) && !whole.contains(&outer);
            if !earlier[other] && other != place && around(corpus, *event).any(is_over) {
                earlier[other] = true;
                open.push(other);
            }
        }
    }
    earlier
}

/// An event and those it happens inside of, from the innermost on.
fn around(corpus: &Corpus, event: EventId) -> impl Iterator<Item = EventId> + '_ {
    let outer = |event: &EventId| corpus.events.get(event.index())?.during.as_ref().map(packed::EventId::get);
    // No event lies inside more others than there are, whatever a corpus says.
    std::iter::successors(Some(event), outer).take(corpus.events.len())
}

#[cfg(test)]
mod tests;
