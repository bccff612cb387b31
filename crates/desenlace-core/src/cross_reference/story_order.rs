//! When things happen: the order of the story of a film, as far as the corpus gives one, where in it each event
//! can lie, and a sequence to show it in. What the source leaves open stays open here; the order of telling is
//! never turned into an order of the story.

use super::events_of;
use crate::model::{EventId, FilmId, Order};
use crate::packed::{Corpus, Event};
use std::iter::successors;

/// The order of the story of a film: a partial order of its events, each of which begins and ends.
///
/// What comes after an event comes after all that happens inside it, and what happens inside an event comes
/// after all that the outer one comes after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryOrder {
    /// The events, in the order of telling; everything else here counts along this list.
    events: Vec<EventId>,
    /// Row by row, whether the point of the column is known to come behind that of the row. Each event has two
    /// points, its beginning and its end.
    behind: Vec<bool>,
    /// Where each event stands if nothing keeps it from there: behind which one, and as which.
    wishes: Vec<(usize, usize)>,
}

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

/// The points of an event.
const fn begin(event: usize) -> usize {
    event * 2
}

const fn end(event: usize) -> usize {
    event * 2 + 1
}

impl StoryOrder {
    /// The order of the story of a film. The work grows with the cube of its events.
    #[must_use]
    pub fn of(corpus: &Corpus, film: FilmId) -> Self {
        let told: Vec<(EventId, &Event)> = events_of(corpus, film).collect();
        let events: Vec<EventId> = told.iter().map(|(number, _)| *number).collect();
        let points = events.len() * 2;
        let mut behind = vec![false; points * points];
        let mut wishes = Vec::with_capacity(events.len());
        let at = |number: EventId| events.iter().position(|other| *other == number);
        let outer = |place: &usize| told[*place].1.during.as_ref().and_then(|outer| at(outer.get()));
        for (place, (_, event)) in told.iter().enumerate() {
            // No event lies inside more others than there are, whatever a corpus says.
            let whole: Vec<usize> = successors(outer(&place), outer).take(events.len()).collect();
            behind[begin(place) * points + end(place)] = true;
            let mut last = None;
            // What lies around an event is not over before it.
            let earlier = event.after.iter().filter_map(|earlier| at(earlier.get()));
            for earlier in earlier.filter(|earlier| !whole.contains(earlier)) {
                behind[end(earlier) * points + begin(place)] = true;
                last = last.max(Some(earlier));
            }
            if let Some(&outer) = whole.first() {
                behind[begin(outer) * points + begin(place)] = true;
                behind[end(place) * points + end(outer)] = true;
            }
            // What is told back belongs right behind what it is known to follow.
            let is_moved = event.order.get() != Order::Told;
            wishes.push((last.filter(|_| is_moved).unwrap_or(place), place));
        }
        for via in 0..points {
            for from in 0..points {
                for to in 0..points {
                    behind[from * points + to] |= behind[from * points + via] && behind[via * points + to];
                }
            }
        }
        Self { events, behind, wishes }
    }

    /// The events, in the order of telling. Everything else speaks of them by their place here.
    #[must_use]
    pub fn told(&self) -> &[EventId] {
        &self.events
    }

    /// Whether one event is over before another begins.
    #[must_use]
    pub fn is_before(&self, one: usize, other: usize) -> bool {
        one != other && self.is_behind(end(one), begin(other))
    }

    /// Whether anything is known about the order of two events: that one is over before the other, or happens
    /// inside it.
    #[must_use]
    pub fn is_known(&self, one: usize, other: usize) -> bool {
        self.is_before(one, other)
            || self.is_before(other, one)
            || self.is_within(one, other)
            || self.is_within(other, one)
    }

    /// Where each event can lie, in the order of telling.
    #[must_use]
    pub fn places(&self) -> Vec<StoryPlace> {
        let all = 0..self.events.len();
        let places = self.events.iter().enumerate().map(|(place, event)| {
            let before = all.clone().filter(|other| self.is_before(*other, place)).count();
            let after = all.clone().filter(|other| self.is_before(place, *other)).count();
            // Were an event both before and after another, the range would be turned round.
            let latest = all.len().saturating_sub(1 + after).max(before);
            let count = |events: usize| u32::try_from(events).unwrap_or(u32::MAX);
            StoryPlace { event: *event, earliest: count(before), latest: count(latest) }
        });
        places.collect()
    }

    /// The events in a sequence that keeps the order of the story. Where the story gives no order, the telling
    /// does, without a claim; ask [`is_known`](Self::is_known) of neighbours.
    #[must_use]
    pub fn sequence(&self) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.events.len()).collect();
        let mut sequence = Vec::with_capacity(left.len());
        // From the end: so what is told back moves only as far as it has to.
        loop {
            let is_last = |one: &usize| {
                left.iter().all(|other| !self.is_before(*one, *other) && !self.is_within(*other, *one))
            };
            let last = left.iter().copied().filter(is_last).max_by_key(|event| self.wishes[*event]);
            // Only a corpus that contradicts itself has no last event.
            let Some(last) = last.or_else(|| left.last().copied()) else { break };
            left.retain(|event| *event != last);
            sequence.push(last);
        }
        sequence.reverse();
        sequence
    }

    /// Whether one event happens inside another.
    fn is_within(&self, one: usize, other: usize) -> bool {
        one != other && self.is_behind(begin(other), begin(one)) && self.is_behind(end(one), end(other))
    }

    fn is_behind(&self, one: usize, other: usize) -> bool {
        self.behind[one * self.events.len() * 2 + other]
    }
}

#[cfg(test)]
mod tests;
