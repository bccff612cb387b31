//! Finds heights that keep all distances and bend as little as possible. Whole numbers throughout, so the
//! drawing is the same everywhere; it knows nothing of threads.

use super::pen::Tenths;

/// One height lies at least so far below another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gap {
    pub above: usize,
    pub below: usize,
    pub least: Tenths,
}

/// One height would best lie exactly so far below another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    pub one: usize,
    pub other: usize,
    pub shift: Tenths,
    pub weight: i32,
}

/// What the heights must and should keep. The gaps have no cycle.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub count: usize,
    pub gaps: Vec<Gap>,
    pub ties: Vec<Tie>,
    /// How much a distance from the centre weighs.
    pub compactness: i32,
}

/// More rounds than real films need; a bound, not a goal.
const ROUNDS: usize = 24;
/// How many places are tried for one height.
const TRIES: usize = 6;

impl Rules {
    /// Adds a gap; of several between the same two, the greatest holds.
    pub(super) fn keep(&mut self, gap: Gap) {
        match self.gaps.binary_search_by_key(&(gap.above, gap.below), |gap| (gap.above, gap.below)) {
            Ok(place) => self.gaps[place].least = self.gaps[place].least.max(gap.least),
            Err(place) => self.gaps.insert(place, gap),
        }
    }

    /// Heights that keep all gaps, the smallest of them 0.
    pub(super) fn settle(&self) -> Vec<Tenths> {
        let mut heights = self.middle();
        let mut bench = Bench::new(self, &heights);
        let mut lowest = bench.cost(&heights);
        let mut trial = heights.clone();
        let (mut group, mut shifts) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let before = lowest;
            for step in 0..self.count {
                let one = if round % 2 == 0 { step } else { self.count - 1 - step };
                for joined in [false, true] {
                    bench.group(one, joined, &heights, &mut group);
                    if joined && group.len() < 2 {
                        continue;
                    }
                    bench.shifts(&group, &heights, &mut shifts);
                    for shift in &shifts {
                        bench.push(&group, *shift, &heights, &mut trial);
                        let cost = bench.cost(&trial);
                        if cost < lowest {
                            lowest = cost;
                            std::mem::swap(&mut heights, &mut trial);
                            break;
                        }
                    }
                }
            }
            if lowest == before {
                break;
            }
        }
        let top = heights.iter().copied().min().unwrap_or(0);
        heights.iter_mut().for_each(|height| *height -= top);
        heights
    }

    /// Halfway between everything as high and everything as low as can be.
    fn middle(&self) -> Vec<Tenths> {
        let mut high = vec![0; self.count];
        let mut low = vec![0; self.count];
        // Without cycles, as many rounds as there are heights always suffice.
        for _ in 0..=self.count {
            let mut changed = false;
            for gap in &self.gaps {
                let (least, most) = (high[gap.above] + gap.least, low[gap.below] - gap.least);
                changed |= high[gap.below] < least || low[gap.above] > most;
                high[gap.below] = high[gap.below].max(least);
                low[gap.above] = low[gap.above].min(most);
            }
            if !changed {
                break;
            }
        }
        let height = high.iter().copied().max().unwrap_or(0);
        high.iter().zip(&low).map(|(high, low)| (high + low + height) / 2).collect()
    }
}

/// The rules, arranged for trying.
struct Bench<'a> {
    rules: &'a Rules,
    below: Vec<Vec<(usize, Tenths)>>,
    above: Vec<Vec<(usize, Tenths)>>,
    tied: Vec<Vec<(usize, Tenths)>>,
    centre: Tenths,
    work: Vec<usize>,
}

impl<'a> Bench<'a> {
    fn new(rules: &'a Rules, heights: &[Tenths]) -> Self {
        let lists = || vec![Vec::new(); rules.count];
        let (mut below, mut above, mut tied) = (lists(), lists(), lists());
        for gap in &rules.gaps {
            below[gap.above].push((gap.below, gap.least));
            above[gap.below].push((gap.above, gap.least));
        }
        for tie in &rules.ties {
            tied[tie.one].push((tie.other, tie.shift));
            tied[tie.other].push((tie.one, -tie.shift));
        }
        let (least, most) = (heights.iter().min(), heights.iter().max());
        let centre = (least.unwrap_or(&0) + most.unwrap_or(&0)) / 2;
        Self { rules, below, above, tied, centre, work: Vec::new() }
    }

    /// All bends, weighed, and a little for every distance from the centre, which keeps the whole compact.
    fn cost(&self, heights: &[Tenths]) -> i32 {
        let bends: i32 = self
            .rules
            .ties
            .iter()
            .map(|tie| (heights[tie.other] - heights[tie.one] - tie.shift).abs() * tie.weight)
            .sum();
        bends
            + heights.iter().map(|height| (height - self.centre).abs()).sum::<i32>() * self.rules.compactness
    }

    /// A height alone, or with all that now lie straight with it.
    fn group(&self, one: usize, joined: bool, heights: &[Tenths], group: &mut Vec<usize>) {
        group.clear();
        group.push(one);
        let mut next = 0;
        while joined && next < group.len() {
            let member = group[next];
            next += 1;
            for (other, shift) in &self.tied[member] {
                if heights[*other] - heights[member] == *shift && !group.contains(other) {
                    group.push(*other);
                }
            }
        }
    }

    /// By how much a group would have to move to lie straight with one of its neighbours, or in the centre.
    fn shifts(&self, group: &[usize], heights: &[Tenths], shifts: &mut Vec<Tenths>) {
        shifts.clear();
        let mut keep = |shift: Tenths| {
            let near = |shift: &Tenths| (shift.abs(), *shift);
            if shift != 0
                && let Err(place @ 0..TRIES) = shifts.binary_search_by_key(&near(&shift), near)
            {
                shifts.truncate(TRIES - 1);
                shifts.insert(place, shift);
            }
        };
        for member in group {
            for (other, shift) in &self.tied[*member] {
                if !group.contains(other) {
                    keep(heights[*other] - shift - heights[*member]);
                }
            }
        }
        group.first().into_iter().for_each(|member| keep(self.centre - heights[*member]));
    }

    /// Moves a group, and pushes along whatever would come too close.
    fn push(&mut self, group: &[usize], shift: Tenths, heights: &[Tenths], into: &mut Vec<Tenths>) {
        into.clear();
        into.extend_from_slice(heights);
        for member in group {
            into[*member] += shift;
        }
        self.work.clear();
        self.work.extend_from_slice(group);
        while let Some(moved) = self.work.pop() {
            if shift > 0 {
                for (other, least) in &self.below[moved] {
                    if into[*other] < into[moved] + least {
                        into[*other] = into[moved] + least;
                        self.work.push(*other);
                    }
                }
            } else {
                for (other, least) in &self.above[moved] {
                    if into[*other] > into[moved] - least {
                        into[*other] = into[moved] - least;
                        self.work.push(*other);
                    }
                }
            }
        }
    }
}
