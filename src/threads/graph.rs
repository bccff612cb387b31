//! The relations of a film as plain geometry, in tenths of a pixel: people below each other, and an arc for every two
//! who are bound. The same film gives the same graph everywhere. It knows neither colours nor what the relations are
//! called.

mod picture;

pub use picture::graph;

use super::label::{Face, NAME_GAP, width};
use super::layout::{Arc, Label, Layout, Place, Thread};
use super::mark::{mark_of, words_of};
use super::order::arrange;
use super::pen::{Pen, Point, Tenths, text};
use desenlace_core::cross_reference::{cast_of, relations_of};
use desenlace_core::model::{Certainty, CharacterId, FilmId, Language, Vocabulary};
use desenlace_core::packed::{self, Corpus};

/// From one person to the next.
const PITCH: Tenths = 440;
/// Between a name and the mark of the fate, and between the mark and the arcs.
const MARK: Tenths = 170;
const STUB: Tenths = 190;
/// How far an arc is bent within one person, how much further for every person that it passes, and at most for all
/// that the longest passes.
const REACH: Tenths = 300;
const STEP: Tenths = 180;
const LONGEST: Tenths = 1800;
/// Beyond the furthest arc.
const EDGE: Tenths = 60;
/// What an arc is called by whatever lights it up.
#[must_use]
pub fn tie(arc: usize) -> String {
    ["r", &arc.to_string()].concat()
}

/// The graph of a film: whoever stands in a relation, as the end of a thread, and the arcs between them.
#[must_use]
pub fn relations(corpus: &Corpus, film: FilmId, language: Language) -> Layout {
    let is_bound = |who: &CharacterId| relations_of(corpus, *who).next().is_some();
    let people: Vec<CharacterId> = cast_of(corpus, film).map(|(who, ..)| who).filter(is_bound).collect();
    let place = |who: &packed::CharacterId| people.binary_search(&who.get()).ok();
    let bonds = corpus.relations.iter().enumerate();
    let bonds = bonds.filter_map(|(at, bond)| Some((at, [place(&bond.from)?, place(&bond.to)?])));
    let bonds: Vec<(usize, [usize; 2])> = bonds.collect();
    let meetings: Vec<Vec<usize>> = bonds.iter().map(|(_, ends)| ends.to_vec()).collect();
    // Everybody is there all the time.
    let order = arrange(&meetings, &vec![(0, i32::MAX); people.len()], 0);
    let mut rows = vec![0; order.len()];
    order.iter().enumerate().for_each(|(row, who)| rows[*who] = row);
    let bonds: Vec<(usize, [usize; 2])> =
        bonds.into_iter().map(|(at, ends)| (at, ends.map(|end| rows[end]))).collect();

    let names = people.iter().map(|who| label_width(corpus, *who, language));
    let begin = names.max().unwrap_or(0) + MARK;
    let longest = bonds.iter().map(|(_, ends)| ends[0].abs_diff(ends[1])).max().unwrap_or(0);
    let step = STEP.min(LONGEST / tenths(longest.max(1)));
    let mut drawn = Layout { width: begin, height: tenths(order.len()) * PITCH, ..Layout::default() };
    for (row, who) in order.iter().enumerate() {
        drawn.threads.push(node(corpus, people[*who], language, Place { x: begin, y: height_of(row) }));
    }
    for upper in 0..order.len() {
        for lower in upper..order.len() {
            let mut arc = Arc { ends: [upper, lower], implied: true, ..Arc::default() };
            for (at, ends) in &bonds {
                if *ends == [upper, lower] || *ends == [lower, upper] {
                    let bond = &corpus.relations[*at];
                    let mutual = corpus.terms(Vocabulary::RelationKinds)[bond.kind.get().index()].mutual;
                    arc.arrows[usize::from(ends[0] == upper)] |= !mutual;
                    arc.implied &= bond.certainty.get() == Certainty::Implied;
                    arc.relations.push(*at);
                }
            }
            if !arc.relations.is_empty() {
                let bend = REACH + step * tenths(lower - upper);
                bow(&mut arc, begin + STUB, bend);
                drawn.width = drawn.width.max(arc.spot.x + EDGE);
                drawn.arcs.push(arc);
            }
        }
    }
    drawn
}

/// Somebody: the name and under it the fate, both ending where a bit of their thread begins, and its mark.
fn node(corpus: &Corpus, who: CharacterId, language: Language, end: Place) -> Thread {
    let fate = &corpus.fates[who.index()];
    let label = |words: String, below: Tenths, face: Face| {
        let (at, width) = (Place { x: end.x - MARK, y: end.y + below }, width(&words, face));
        Some(Label {
            lines: vec![(at, words)],
            ends_there: true,
            corner: Place { x: at.x - width, y: at.y - 120 },
            room: Place { x: width, y: 150 },
        })
    };
    let mut pen = Pen::at(Point { along: end.x - NAME_GAP, across: end.y }, false);
    pen.run(end.x);
    Thread {
        character: who.0,
        path: pen.finish().0,
        loose: String::new(),
        end,
        mark: mark_of(corpus, fate),
        hollow: fate.certainty.get() == Certainty::Implied,
        name: label(corpus.characters[who.index()].short.get(language).to_owned(), -20, Face::Name),
        words: label(words_of(corpus, who, language), 125, Face::Words),
        weight: 1,
        tint: 0,
    }
}

/// How wide the name and the words of somebody are.
fn label_width(corpus: &Corpus, who: CharacterId, language: Language) -> Tenths {
    let name = width(corpus.characters[who.index()].short.get(language), Face::Name);
    name.max(width(&words_of(corpus, who, language), Face::Words))
}

/// Draws an arc from a line on the left, bent so far; its arrows stand where it is furthest out.
fn bow(arc: &mut Arc, left: Tenths, bend: Tenths) {
    let [upper, lower] = arc.ends.map(height_of);
    let (start, bent, from, to) = (text(left), text(left + bend), text(upper), text(lower));
    arc.path = ["M", &start, " ", &from, "C", &bent, " ", &from, " ", &bent, " ", &to, " ", &start, " ", &to]
        .concat();
    arc.spot = Place { x: left + bend * 3 / 4, y: (upper + lower) / 2 };
}

/// The height of a person by their row.
fn height_of(row: usize) -> Tenths {
    tenths(row) * PITCH + PITCH / 2
}

fn tenths(number: usize) -> Tenths {
    Tenths::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests;
