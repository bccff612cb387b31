//! What may lie where: turns an order of threads into rules for heights. A meeting is one block, in which its
//! people lie close; between meetings each thread has one straight run of its own. It knows neither what a
//! column means nor where on the page it stands.

use super::order::gather;
use super::pen::Tenths;
use super::settle::{Gap, Rules, Tie};
use super::story::Story;

/// How far apart threads lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spacing {
    /// Those who meet.
    pub together: Tenths,
    /// All others.
    pub apart: Tenths,
    /// Whether labels lie along their threads, so that the words of one who goes and the name of one who comes
    /// may share the space between two columns.
    pub labels_along: bool,
    /// How many columns a thread runs straight at most; where room is scarce it had better bend.
    pub longest_run: i32,
    /// How much a distance from the middle weighs, beside bends.
    pub compactness: i32,
}

/// How much room a thread takes beside itself in some columns, for its labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// The first column.
    pub from: i32,
    /// The last column.
    pub to: i32,
    /// On the side of smaller heights.
    pub before: Tenths,
    /// On the side of greater heights.
    pub after: Tenths,
}

/// A stretch of a thread at one height: a meeting, or the run between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leg {
    /// Its first column.
    pub from: i32,
    /// Its last column.
    pub to: i32,
    /// Which height of the solution.
    pub height: usize,
    /// How far below that height.
    pub offset: Tenths,
    /// Whether it is a meeting.
    pub meeting: bool,
    /// Whether it lies between two meetings.
    pub between: bool,
}

/// Those who meet twice with less than so many columns in between do not part for them.
const STAYS_TOGETHER: i32 = 4;
/// How much a bend weighs: between meetings, where a thread ends, and where it begins.
const BEND: i32 = 6;
const BEND_AT_END: i32 = 4;
const BEND_AT_START: i32 = 3;

/// The legs of every thread, and the rules for their heights.
pub(super) fn place(
    story: &Story,
    order: &[usize],
    lives: &[(i32, i32)],
    rooms: &[Vec<Room>],
    spacing: Spacing,
) -> (Vec<Vec<Leg>>, Rules) {
    let mut rules =
        Rules { count: story.occasions.len(), compactness: spacing.compactness, ..Rules::default() };
    // The place of each thread in its meetings follows the order.
    let mut sizes = vec![0; story.occasions.len()];
    let mut legs = vec![Vec::new(); story.strands.len()];
    for strand in order {
        legs[*strand] = legs_of(
            &story.strands[*strand].occasions,
            lives[*strand],
            spacing.longest_run,
            &mut rules.count,
            |column| {
                let offset = sizes[column] * spacing.together;
                sizes[column] += 1;
                offset
            },
        );
        tie(&legs[*strand], &mut rules.ties);
    }
    let first = lives.iter().map(|life| life.0).min().unwrap_or(0);
    let last = lives.iter().map(|life| life.1).max().unwrap_or(-1);
    let (mut alive, mut column_order) = (Vec::new(), Vec::new());
    for column in first..=last {
        alive.clear();
        alive.extend(
            order.iter().copied().filter(|strand| lives[*strand].0 <= column && column <= lives[*strand].1),
        );
        let at = |strand: usize| leg_at(&legs[strand], column);
        gather(&alive, |strand| at(strand).meeting, &mut column_order);
        for pair in column_order.windows(2) {
            let (above, below) = (at(pair[0]), at(pair[1]));
            if above.height == below.height {
                continue;
            }
            let room =
                |strand: usize| rooms[strand].iter().find(|room| room.from <= column && column <= room.to);
            let wanted = room(pair[0]).map_or(spacing.apart / 2, |room| room.after)
                + room(pair[1]).map_or(spacing.apart / 2, |room| room.before);
            let met_around = |run: Leg, other: usize| {
                let occasions = &story.strands[other].occasions;
                let there = |column: i32| {
                    usize::try_from(column).is_ok_and(|column| occasions.binary_search(&column).is_ok())
                };
                run.between && run.to - run.from < STAYS_TOGETHER && there(run.from - 1) && there(run.to + 1)
            };
            let gap = if met_around(above, pair[1]) && met_around(below, pair[0]) {
                spacing.together
            } else if met_around(above, pair[1]) || met_around(below, pair[0]) {
                spacing.together * 3 / 2
            } else {
                wanted.max(spacing.apart)
            };
            rules.keep(Gap {
                above: above.height,
                below: below.height,
                least: gap + above.offset - below.offset,
            });
        }
    }
    if spacing.labels_along {
        keep_apart(order, &legs, rooms, &mut rules);
    }
    (legs, rules)
}

/// Keeps the words of those who go from the names of those who come at the next event: in no column do both
/// lie beside each other.
fn keep_apart(order: &[usize], legs: &[Vec<Leg>], rooms: &[Vec<Room>], rules: &mut Rules) {
    for (place, upper) in order.iter().enumerate() {
        for lower in &order[place + 1..] {
            for (going, coming) in [(*upper, *lower), (*lower, *upper)] {
                let (Some(tail), Some(lead)) = (legs[going].last(), legs[coming].first()) else { continue };
                if tail.meeting || lead.meeting || tail.from != lead.to + 1 {
                    continue;
                }
                let (above, below) = if going == *upper { (tail, lead) } else { (lead, tail) };
                let (Some(words), Some(name)) = (rooms[going].last(), rooms[coming].first()) else {
                    continue;
                };
                let least =
                    if going == *upper { words.after + name.before } else { name.after + words.before };
                rules.keep(Gap { above: above.height, below: below.height, least });
            }
        }
    }
}

/// The legs of one thread, without a gap between them.
fn legs_of(
    occasions: &[usize],
    life: (i32, i32),
    longest_run: i32,
    heights: &mut usize,
    mut offset: impl FnMut(usize) -> Tenths,
) -> Vec<Leg> {
    let mut legs = Vec::new();
    let mut next = life.0;
    let mut run = |mut from: i32, to: i32, between: bool, legs: &mut Vec<Leg>| {
        while from <= to {
            let end = to.min(from.saturating_add(longest_run - 1));
            legs.push(Leg { from, to: end, height: *heights, offset: 0, meeting: false, between });
            *heights += 1;
            from = end + 1;
        }
    };
    for occasion in occasions {
        let column = i32::try_from(*occasion).unwrap_or(i32::MAX);
        run(next, column - 1, !legs.is_empty(), &mut legs);
        legs.push(Leg {
            from: column,
            to: column,
            height: *occasion,
            offset: offset(*occasion),
            meeting: true,
            between: false,
        });
        next = column + 1;
    }
    run(next, life.1, false, &mut legs);
    legs
}

/// A thread likes to run straight on.
fn tie(legs: &[Leg], ties: &mut Vec<Tie>) {
    for (place, pair) in legs.windows(2).enumerate() {
        let weight = match pair {
            [before, _] if place == 0 && !before.meeting => BEND_AT_START,
            [_, after] if place + 2 == legs.len() && !after.meeting => BEND_AT_END,
            _ => BEND,
        };
        let shift = pair[0].offset - pair[1].offset;
        ties.push(Tie { one: pair[0].height, other: pair[1].height, shift, weight });
    }
}

/// The leg of a thread in a column of its life.
pub(super) fn leg_at(legs: &[Leg], column: i32) -> Leg {
    let place = legs.partition_point(|leg| leg.to < column);
    legs[place.min(legs.len() - 1)]
}
