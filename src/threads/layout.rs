//! From a story to plain geometry: lines, marks, labels and columns, in tenths of a pixel. The same story and
//! size give the same drawing everywhere. It knows neither colours nor how anything is put on a page.

use super::Size;
use super::glyph;
pub use super::label::Label;
use super::label::Stand;
use super::order::{gather, order};
use super::pen::{Pen, Point, Tenths};
use super::place::{Leg, Room, place};
use super::sheet::Sheet;
use super::story::{Story, Strand};
use desenlace_core::model::{EventId, Mark};

/// A drawing of the threads of a film.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The width of the view box.
    pub width: Tenths,
    /// The height of the view box.
    pub height: Tenths,
    /// The threads: the heavier lie over the lighter, those of one weight stand in the order in which they come.
    pub threads: Vec<Thread>,
    /// The events.
    pub columns: Vec<Column>,
    /// What binds people, from top to bottom; only in a graph.
    pub arcs: Vec<Arc>,
}

/// What binds two people of a graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arc {
    /// The upper and the lower one, by their place among the threads.
    pub ends: [usize; 2],
    /// The relations, by their place in the corpus.
    pub relations: Vec<usize>,
    /// Whether one of them leads up, and whether one leads down; neither where all are mutual.
    pub arrows: [bool; 2],
    /// Whether all of them are only implied.
    pub implied: bool,
    /// The data of an SVG path.
    pub path: String,
    /// Where on it the arrows are.
    pub spot: Place,
}

/// A point on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From the left.
    pub x: Tenths,
    /// From the top.
    pub y: Tenths,
}

/// The thread of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The number of the character.
    pub character: u32,
    /// The data of an SVG path.
    pub path: String,
    /// The stretches of it between events whose order nobody knows; mostly none.
    pub loose: String,
    /// Where the mark of the fate stands.
    pub end: Place,
    /// The mark.
    pub mark: Mark,
    /// Whether the fate is only implied.
    pub hollow: bool,
    /// The name, where the thread begins; none on covers.
    pub name: Option<Label>,
    /// The outcome, where it ends; none on covers.
    pub words: Option<Label>,
    /// How much of the story is theirs: 0, 1 or 2.
    pub weight: u8,
    /// A shade that tells neighbours with the same mark apart: 0, 1 or 2.
    pub tint: u8,
}

impl Thread {
    /// The class of its outcome, for its colour.
    #[must_use]
    pub fn group(&self) -> &'static str {
        glyph::class(self.mark)
    }
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The event.
    pub event: EventId,
    /// Its place in the telling, from 1 on.
    pub told: usize,
    /// Where its line begins and ends.
    pub line: (Place, Place),
    /// The point below the middle of its number.
    pub number: Place,
    /// What joins it to the event before it, where their order in the story is known.
    pub rail: Option<(Place, Place)>,
    /// Whether it is told out of order.
    pub out_of_order: bool,
    /// Where those who take part lie, from the first to the last; none where only groups do.
    pub meeting: Option<(Place, Place)>,
}

/// The drawing of a story in a size.
#[must_use]
pub fn layout(story: &Story, size: Size) -> Layout {
    if story.strands.is_empty() {
        return Layout::default();
    }
    let order = order(story);
    let stands =
        if size == Size::Column { stands(story, &order) } else { vec![Stand::default(); order.len()] };
    let mut sheet = Sheet::of(story, size);
    let lives: Vec<_> =
        story.strands.iter().zip(&stands).map(|(strand, stand)| sheet.life(strand, *stand)).collect();
    sheet.loosen(&lives);
    let rooms: Vec<Vec<Room>> =
        story.strands.iter().zip(&stands).map(|(strand, stand)| sheet.rooms(strand, *stand)).collect();
    let (legs, rules) = place(story, &order, &lives, &rooms, sheet.spacing);
    let heights = rules.settle();
    let sheet = sheet.fitted(story, reach(&legs, &heights, &rooms), &stands);
    let eases = eases(&sheet, &legs, &heights, story.occasions.len());

    let mut threads: Vec<((u8, Option<&usize>), Thread)> = Vec::with_capacity(order.len());
    let most = story.strands.iter().map(|strand| strand.occasions.len()).max().unwrap_or(1);
    for strand in &order {
        let thread = &story.strands[*strand];
        let (path, loose, [start, end]) =
            draw(&sheet, thread, &legs[*strand], &heights, (stands[*strand], &eases));
        let same = threads.iter().filter(|(_, other)| other.mark == thread.mark).count();
        let weight = if thread.occasions.len() * 2 >= most {
            2
        } else {
            u8::from(thread.occasions.len() * 6 >= most && thread.occasions.len() > 1)
        };
        let drawn = Thread {
            character: thread.character,
            path,
            loose,
            end: sheet.on_page(end),
            mark: thread.mark,
            hollow: thread.hollow,
            name: sheet.name(thread, stands[*strand], start),
            words: sheet.words(thread, stands[*strand], end),
            weight,
            tint: u8::try_from(same % 3).unwrap_or(0),
        };
        let rank = (weight, thread.occasions.first());
        let place = threads.partition_point(|(other, _)| *other <= rank);
        threads.insert(place, (rank, drawn));
    }
    let columns = columns(&sheet, story, &legs, &heights);
    let page = sheet.page();
    Layout {
        width: page.x,
        height: page.y,
        threads: threads.into_iter().map(|(_, thread)| thread).collect(),
        columns,
        arcs: Vec::new(),
    }
}

/// Where the threads run downwards, the labels of those who begin or end at the same event stand as on the
/// two sides of a fir: each on the outer side of its thread, a step further in time than its outer neighbour.
fn stands(story: &Story, order: &[usize]) -> Vec<Stand> {
    let mut stands = vec![Stand::default(); order.len()];
    let mut beside_it = Vec::with_capacity(order.len());
    for (place, strand) in order.iter().enumerate() {
        let occasions = &story.strands[*strand].occasions;
        // On which side of those whom one meets at an event one lies at the event beside it.
        let mut beside = |met: Option<&usize>, column: Option<usize>| {
            let is_at = |other: usize, column: Option<&usize>| {
                column.is_some_and(|column| story.strands[other].occasions.binary_search(column).is_ok())
            };
            gather(order, |other| is_at(other, column.as_ref()), &mut beside_it);
            let place_there = beside_it.iter().position(|other| other == strand).unwrap_or(place);
            let (before, after) = beside_it.split_at(place_there);
            let fellows = |others: &[usize]| {
                others.iter().filter(|other| *other != strand && is_at(**other, met)).count()
            };
            let (before, after) = (fellows(before), fellows(after));
            if before + after == 0 { place * 2 < order.len() } else { before < after }
        };
        let (first, last) = (occasions.first(), occasions.last());
        stands[*strand].name_before = beside(first, first.and_then(|first| first.checked_sub(1)));
        stands[*strand].words_before = beside(last, last.map(|last| last + 1));
    }
    let mut steps = Vec::with_capacity(order.len());
    for (place, strand) in order.iter().enumerate() {
        let outer = |side: fn(&Stand) -> bool, column: fn(&[usize]) -> Option<&usize>| {
            let before = side(&stands[*strand]);
            let others = if before { &order[..place] } else { &order[place + 1..] };
            let own = column(&story.strands[*strand].occasions);
            let same = |other: &&usize| {
                side(&stands[**other]) == before && column(&story.strands[**other].occasions) == own
            };
            i32::try_from(others.iter().filter(same).count()).unwrap_or(0)
        };
        steps.push((
            *strand,
            outer(|stand| stand.name_before, <[usize]>::first),
            outer(|stand| stand.words_before, <[usize]>::last),
        ));
    }
    for (strand, name_steps, words_steps) in steps {
        (stands[strand].name_steps, stands[strand].words_steps) = (name_steps, words_steps);
    }
    stands
}

/// For each event, how much longer than to the next column its people may take to come, and to go: all the
/// same, or those who go far would cross those who do not.
fn eases(sheet: &Sheet, legs: &[Vec<Leg>], heights: &[Tenths], occasions: usize) -> Vec<(Tenths, Tenths)> {
    let across = |leg: &Leg| sheet.across(heights[leg.height] + leg.offset);
    let mut eases = vec![None; occasions * 2];
    for pair in legs.iter().flat_map(|legs| legs.windows(2)) {
        let (side, meeting, run) =
            if pair[0].meeting { (1, &pair[0], &pair[1]) } else { (0, &pair[1], &pair[0]) };
        if run.meeting || !meeting.meeting || !run.between || run.from == run.to {
            continue;
        }
        let (columns, height) = (run.to - run.from, (across(run) - across(meeting)).abs());
        let ease = &mut eases[meeting.height * 2 + side];
        let (least, most) = ease.unwrap_or((columns, height));
        *ease = Some((columns.min(least), height.max(most)));
    }
    // Where somebody comes for the first time, a name stands before the event: nobody swings through it.
    for newcomer in legs.iter().filter_map(|legs| legs.iter().find(|leg| leg.meeting)) {
        eases[newcomer.height * 2] = None;
    }
    let ease = |ease: Option<(i32, Tenths)>| ease.map_or(0, |(columns, height)| sheet.ease(columns, height));
    eases.chunks(2).map(|sides| (ease(sides[0]), ease(sides[1]))).collect()
}

/// The smallest and the greatest height that anything takes.
fn reach(legs: &[Vec<Leg>], heights: &[Tenths], rooms: &[Vec<Room>]) -> (Tenths, Tenths) {
    let (mut least, mut most) = (Tenths::MAX, Tenths::MIN);
    for (legs, rooms) in legs.iter().zip(rooms) {
        for leg in legs {
            let at = heights[leg.height] + leg.offset;
            let room = rooms.iter().find(|room| room.from <= leg.to && leg.from <= room.to);
            least = least.min(at - room.map_or(0, |room| room.before));
            most = most.max(at + room.map_or(0, |room| room.after));
        }
    }
    (least, most)
}

/// The path of a thread, its loose stretches, and where it begins and ends.
fn draw(
    sheet: &Sheet,
    strand: &Strand,
    legs: &[Leg],
    heights: &[Tenths],
    (stand, eases): (Stand, &[(Tenths, Tenths)]),
) -> (String, String, [Point; 2]) {
    let across = |leg: &Leg| sheet.across(heights[leg.height] + leg.offset);
    let (first, last) = (&legs[0], &legs[legs.len() - 1]);
    let (begin, finish) = sheet.ends(strand, stand);
    let start = Point { along: begin, across: across(first) };
    let end = Point { along: finish, across: across(last) };
    // A run of one column about halfway from one height to another is passed in one swing.
    let passed = |at: usize| {
        let leg = &legs[at];
        let halfway = legs.get(at + 1).map_or(0, |next| (across(&legs[at - 1]) + across(next)) / 2);
        leg.between && leg.from == leg.to && (halfway - across(leg)).abs() < 50
    };
    let kept: Vec<&Leg> = (0..legs.len()).filter(|at| *at == 0 || !passed(*at)).map(|at| &legs[at]).collect();
    let ease = |leg: &Leg| if leg.meeting { eases[leg.height] } else { (0, 0) };
    let mut pen = Pen::at(start, sheet.downwards());
    let mut is_loose = false;
    for (place, pair) in kept.windows(2).enumerate() {
        let from = match pair[0] {
            leg if leg.meeting => sheet.along(leg.to) + sheet.flat(),
            _ if place == 0 => begin + sheet.flat(),
            leg if leg.from == leg.to => sheet.along(leg.to),
            leg => sheet.along(leg.to) - ease(pair[1]).0,
        };
        let to = match pair[1] {
            leg if leg.meeting => sheet.along(leg.from) - sheet.flat(),
            _ if place + 2 == kept.len() => finish - sheet.flat(),
            leg if leg.from == leg.to => sheet.along(leg.from),
            leg => sheet.along(leg.from) + ease(pair[0]).1,
        };
        if pair[0].meeting {
            pen.loosen(false);
            is_loose = strand.loose.contains(&pair[0].height);
        }
        pen.run(from);
        pen.loosen(is_loose);
        pen.swing(Point { along: to, across: across(pair[1]) });
    }
    pen.run(finish);
    let (path, loose) = pen.finish();
    (path, loose, [start, end])
}

/// The columns, with those who meet there.
fn columns(sheet: &Sheet, story: &Story, legs: &[Vec<Leg>], heights: &[Tenths]) -> Vec<Column> {
    (0..)
        .zip(&story.occasions)
        .map(|(column, occasion)| {
            let along = sheet.along(column);
            let met = legs.iter().flatten().filter(|leg| leg.meeting && leg.from == column);
            let offsets = (met.clone().map(|leg| leg.offset).min(), met.clone().map(|leg| leg.offset).max());
            let meeting = met.clone().next().and_then(|leg| {
                let at = |offset| {
                    sheet.on_page(Point { along, across: sheet.across(heights[leg.height] + offset) })
                };
                Some((at(offsets.0?), at(offsets.1?)))
            });
            let (from, to) = sheet.line();
            let rail = |column| sheet.rail(sheet.along(column));
            Column {
                event: occasion.event,
                told: occasion.number,
                line: (
                    sheet.on_page(Point { along, across: from }),
                    sheet.on_page(Point { along, across: to }),
                ),
                number: sheet.number(along),
                rail: occasion.joined.then(|| (rail(column - 1).1, rail(column).0)),
                out_of_order: occasion.out_of_order,
                meeting,
            }
        })
        .collect()
}
