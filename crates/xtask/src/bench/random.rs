//! Numbers that look random and are the same on every machine. It does not know what they are for.

/// A source of such numbers (SplitMix64).
pub(super) struct Random(u64);

impl Random {
    /// The source that a seed gives.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number of 64 bits.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound, 0 if the bound is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 11) as usize % bound.max(1)
    }

    /// A rank below a bound, low ones more often: as in Zipf's law, each doubling of the rank halves how often it comes.
    pub(super) fn rank(&mut self, bound: usize) -> usize {
        let octave = self.below(bound.max(1).ilog2() as usize + 1);
        let first = 1 << octave;
        let rank = first + self.below(first) - 1;
        if rank < bound { rank } else { self.below(bound) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers_each_time() {
        let numbers = |seed| {
            let mut random = Random::new(seed);
            [random.next(), random.next(), random.next()]
        };
        assert_eq!(numbers(1), numbers(1));
        assert_ne!(numbers(1), numbers(2));
    }

    #[test]
    fn low_ranks_come_more_often() {
        let mut random = Random::new(7);
        let ranks: Vec<usize> = (0..10_000).map(|_| random.rank(1000)).collect();
        let among = |from, to| ranks.iter().filter(|rank| (from..to).contains(*rank)).count();
        assert_eq!(among(0, 1000), 10_000);
        assert!(among(0, 1) > 700 && among(0, 1) > 8 * among(8, 9), "{} {}", among(0, 1), among(8, 9));
        assert!(among(500, 1000) > 500);
    }
}
