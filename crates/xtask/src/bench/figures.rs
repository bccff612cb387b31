//! Percentiles, ratios, and numbers as people read them. It does not know what is measured.

/// The value that so many of a hundred values do not exceed (nearest rank); none of no values.
pub(super) fn percentile(values: &[f64], hundredths: usize) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (values.len() * hundredths).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// A number with as many decimals as its size bears: about three digits. A dash for what is no number.
pub(super) fn number(value: f64) -> String {
    let decimals = match value.abs() {
        nothing if nothing.is_nan() => return "–".to_owned(),
        ..0.995 => 3,
        ..9.995 => 2,
        ..99.95 => 1,
        _ => return thousands(value.round() as i64),
    };
    format!("{value:.decimals$}")
}

/// How many times as much something is as what it is compared with: `12.3 ×`.
pub(super) fn ratio(value: f64, compared_with: f64) -> String {
    if compared_with > 0.0 { format!("{} ×", number(value / compared_with)) } else { "–".to_owned() }
}

/// Bytes in millions.
pub(super) fn megabytes(bytes: f64) -> String {
    number(bytes / 1e6)
}

/// A whole number with commas: `34,532`.
pub(super) fn thousands(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::from(if value < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(percentile(&values, 50), Some(50.0));
        assert_eq!(percentile(&values, 95), Some(95.0));
        assert_eq!(percentile(&values, 100), Some(100.0));
        assert_eq!(percentile(&[3.0, 1.0], 50), Some(1.0));
        assert_eq!(percentile(&[3.0, 1.0, 2.0], 95), Some(3.0));
        assert_eq!(percentile(&[7.0], 0), Some(7.0));
        assert_eq!(percentile(&[], 50), None);
    }

    #[test]
    fn numbers_keep_three_digits() {
        let shown = [0.0, 0.01234, 0.999, 1.0, 9.999, 12.34, 99.96, 1234.5, f64::NAN].map(number);
        assert_eq!(shown, ["0.000", "0.012", "1.00", "1.00", "10.0", "12.3", "100", "1,235", "–"]);
    }

    #[test]
    fn ratios_and_sizes() {
        assert_eq!(ratio(10.0, 4.0), "2.50 ×");
        assert_eq!(ratio(1.0, 0.0), "–");
        assert_eq!(megabytes(21_500_000.0), "21.5");
        assert_eq!(
            [0, 999, 1000, 34_532, -1_234_567].map(thousands),
            ["0", "999", "1,000", "34,532", "-1,234,567"]
        );
    }
}
