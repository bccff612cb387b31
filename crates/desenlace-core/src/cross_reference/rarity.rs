//! How much a shared thing says: the rarer, the more. Whole numbers only, so that every machine ranks alike.
//! It does not know what is shared.

/// One bit of surprise, in the unit of every weight here.
pub(super) const BIT: u32 = 256;

/// What it says that something is one of the `having` among `total`: the logarithm of `total` by `having` to
/// base 2, in 1/256; never 0, because a thing that everybody has is still shared.
pub(super) fn rarity(total: usize, having: usize) -> u32 {
    log2(total.saturating_add(1)).saturating_sub(log2(having)).max(1)
}

/// How much oftener than by chance two things go together, as a logarithm to base 2 in 1/256: above 0 where
/// they attract each other, below where they avoid each other. `both` of `total` have both, `one` and `other`
/// have each.
pub(super) fn lift(total: usize, one: usize, other: usize, both: usize) -> i64 {
    let log = |number| i64::from(log2(number));
    log(both) + log(total) - log(one) - log(other)
}

/// The logarithm to base 2, in 1/256, rounded down; that of 0 counts as that of 1.
fn log2(number: usize) -> u32 {
    let number = u32::try_from(number).unwrap_or(u32::MAX).max(1);
    let whole = number.ilog2();
    // One binary digit of the fraction a step: square, and see whether it reaches 2.
    let mut mantissa = u64::from(number) << (31 - whole);
    let mut digits = whole;
    for _ in 0..BIT.ilog2() {
        mantissa = (mantissa * mantissa) >> 31;
        let reaches = mantissa >> 32;
        mantissa >>= reaches;
        digits = digits << 1 | reaches as u32;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_the_library_rounded_down() {
        for number in (1..5000).chain([65_535, 65_536, 1_000_003, u32::MAX as usize]) {
            let exact = (number as f64).log2() * f64::from(BIT);
            let difference = exact - f64::from(log2(number));
            assert!((-1e-6..1.01).contains(&difference), "{number}: {exact}");
        }
        assert_eq!([0, 1, 2, 1024].map(log2), [0, 0, BIT, 10 * BIT]);
    }

    #[test]
    fn the_rarer_weighs_more_and_nothing_weighs_nothing() {
        for total in [1, 7, 64, 100_000] {
            let weights: Vec<_> = (1..=total.min(500)).map(|having| rarity(total, having)).collect();
            assert!(weights.is_sorted_by(|one, other| one >= other));
            assert!(weights.iter().all(|weight| *weight > 0));
        }
    }

    #[test]
    fn lift_is_nothing_by_chance() {
        assert_eq!(lift(100, 10, 10, 1), 0);
        assert!(lift(100, 10, 10, 5) > 0 && lift(100, 50, 50, 5) < 0);
    }
}
