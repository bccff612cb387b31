//! The tables, in Markdown: for the terminal and for docs/performance.md. It does not know how anything is measured.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::engines::{ENGINES, Engine, FLEXSEARCH, OURS};
use super::figures::{megabytes, number, percentile, ratio, thousands};
use super::measure::{Measured, Run, Size};
use super::queries::{TEXTS, keystrokes};
use crate::error::Error;

/// Between these lines of a document, what was there before is replaced.
const BEGIN: &str = "<!-- cargo xtask bench --write: begin -->\n";
const END: &str = "<!-- cargo xtask bench --write: end -->\n";

/// When, where and with what.
pub(super) fn heading(date: &str, machine: &str, made_up: bool) -> String {
    let films = if made_up { "made-up films (no `--films`)" } else { "real films (`--films`)" };
    format!("{date}, {machine}, {films}\n\n")
}

/// Everything about the side-by-side.
pub(super) fn peers(sizes: &[Size], browser: &str, versions: &Value) -> String {
    let mut text = format!("### Side by side, {browser}\n\n");
    text += &bounds(sizes);
    for size in sizes {
        text += &table(size);
    }
    text += &growth(sizes);
    text += "What each engine does otherwise than the core, or not:\n\n";
    for engine in ENGINES.iter().filter(|engine| engine.package.is_some()) {
        let version = engine.package.and_then(|package| versions[package].as_str()).unwrap_or_default();
        writeln!(text, "- {} {version}: {}", engine.name, engine.but).ok(); // writing to a string does not fail
    }
    writeln!(text, "- {}: {}\n", OURS.name, OURS.but).ok();
    text
}

/// What was measured of an engine, in short, to be seen while the others are still being measured.
pub(super) fn line(measured: &Measured) -> String {
    let keystroke = format!("a keystroke {} ms, p95 {} ms", number(median(measured)), number(p95(measured)));
    format!("{keystroke}; opening {} ms", number(measured.opening))
}

/// Everything about the native benchmarks.
pub(super) fn native(printed: &str) -> String {
    format!("### Natively\n\n```text\n{}\n```\n", printed.trim())
}

/// Replaces what stands between the two lines in a document.
///
/// # Errors
/// [`Error::Io`] if it cannot be read or written, [`Error::Missing`] if it lacks the lines.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Error> {
    let before = fs::read_to_string(path).map_err(Error::io(format!("read {}", path.display())))?;
    let after = replaced(&before, text).ok_or_else(|| Error::Missing {
        what: format!("`{}` and `{}` in {}", BEGIN.trim(), END.trim(), path.display()),
        advice: "write them where the results belong".into(),
    })?;
    fs::write(path, after).map_err(Error::io(format!("write {}", path.display())))
}

fn replaced(document: &str, text: &str) -> Option<String> {
    let (head, rest) = document.split_once(BEGIN)?;
    let (_, tail) = rest.split_once(END)?;
    Some(format!("{head}{BEGIN}\n{}\n\n{END}{tail}", text.trim()))
}

/// All engines at one size.
fn table(size: &Size) -> String {
    let mut text = format!(
        "{} films, {} MB of text. Times in ms.\n\n\
         | engine | keystroke, median | p95 | p95 ÷ ours | p95, well written | p95, mistyped | opening | opening ÷ ours | \
         from a saved index | memory, MB | code, kB gz | films found |\n\
         | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n",
        thousands(size.films as i64),
        megabytes(size.text as f64),
    );
    for run in &size.runs {
        let cells = match &run.result {
            Ok(measured) => cells(measured, size.ours(), run),
            Err(why) => vec![why.clone()],
        };
        writeln!(text, "| {} | {} |", run.engine.name, cells.join(" | ")).ok();
    }
    text.push('\n');
    text
}

fn cells(measured: &Measured, ours: Option<&Measured>, run: &Run) -> Vec<String> {
    let (in_time, of) = (times(measured).len(), measured.times.len());
    let share = if in_time < of { format!(" ({in_time} of {of} keystrokes in time)") } else { String::new() };
    let found: u32 = measured.found.iter().sum();
    vec![
        number(median(measured)) + &share,
        number(p95(measured)),
        ours.map_or_else(String::new, |ours| ratio(p95(measured), p95(ours))),
        number(p95_of(measured, false)),
        number(p95_of(measured, true)),
        number(measured.opening),
        ours.map_or_else(String::new, |ours| ratio(measured.opening, ours.opening)),
        measured.saved.as_ref().map_or_else(
            || "–".to_owned(),
            |saved| format!("{} ({} MB)", number(saved.opening), megabytes(saved.bytes)),
        ),
        megabytes(measured.warm.memory + measured.warm.wasm.unwrap_or_default()),
        number(run.code as f64 / 1000.0),
        if measured.found.len() < TEXTS { "–".to_owned() } else { thousands(found.into()) },
    ]
}

/// How the 95th percentile of each engine grows from size to size.
fn growth(sizes: &[Size]) -> String {
    let [first, .., last] = sizes else { return String::new() };
    let heads = sizes.iter().map(|size| format!("{} films", thousands(size.films as i64)));
    let mut text = format!(
        "How a keystroke (p95, ms) grows with {} films:\n\n| engine | {} | growth |\n|{}\n",
        ratio(last.films as f64, first.films as f64),
        heads.collect::<Vec<_>>().join(" | "),
        " --: |".repeat(sizes.len() + 2).replacen(" --: |", " --- |", 1),
    );
    for Engine { name, .. } in &ENGINES {
        let at = |size: &Size| size.measured(name).map(p95);
        let cells = sizes.iter().map(|size| at(size).map_or_else(|| "–".to_owned(), number));
        let grown = at(first).zip(at(last)).map_or_else(|| "–".to_owned(), |(few, many)| ratio(many, few));
        writeln!(text, "| {name} | {} | {grown} |", cells.collect::<Vec<_>>().join(" | ")).ok();
    }
    text.push('\n');
    text
}

/// The design's bounds at the largest size, and whether they are held.
fn bounds(sizes: &[Size]) -> String {
    let Some((size, ours)) = sizes.last().and_then(|size| Some((size, size.ours()?))) else {
        return String::new();
    };
    let best = |wanted: &dyn Fn(&Engine) -> bool, value: &dyn Fn(&Measured) -> f64| {
        let others = size.runs.iter().filter(|run| run.engine.package.is_some() && wanted(run.engine));
        let measured = others.filter_map(|run| Some((run.engine.name, value(run.result.as_ref().ok()?))));
        measured.min_by(|one, other| one.1.total_cmp(&other.1))
    };
    let mut text = format!(
        "The bounds, at {} films:\n\n| what | bound | measured | held |\n| --- | --- | --- | --- |\n",
        thousands(size.films as i64)
    );
    let mut row = |what: &str, bound: &str, measured: String, held: bool| {
        writeln!(text, "| {what} | {bound} | {measured} | {} |", if held { "yes" } else { "**no**" }).ok();
    };
    let (key, opening) = (p95(ours), ours.opening);
    row("a keystroke, p95", "≤ 8 ms", format!("{} ms", number(key)), key <= 8.0);
    if let Some((name, theirs)) = best(&|engine| engine.does_the_same, &p95) {
        let measured = format!("1/{} of {name}'s {} ms", number(theirs / key), number(theirs));
        row("the same against the best that does the same work", "≤ 1/10", measured, key * 10.0 <= theirs);
    }
    if let Some(theirs) = size.measured(FLEXSEARCH).map(p95) {
        let measured = format!("{} of its {} ms", ratio(key, theirs), number(theirs));
        row("the same against FlexSearch and a loop for the counts", "≤ 1", measured, key <= theirs);
    }
    row("from bytes to the first answer", "≤ 30 ms", format!("{} ms", number(opening)), opening <= 30.0);
    let quickest = |measured: &Measured| {
        measured.saved.as_ref().map_or(measured.opening, |saved| saved.opening.min(measured.opening))
    };
    if let Some((name, theirs)) = best(&|engine| engine.has_index, &quickest) {
        let measured = format!("1/{} of {name}'s {} ms", number(theirs / opening), number(theirs));
        row("the same against the best index, made or saved", "≤ 1/20", measured, opening * 20.0 <= theirs);
    }
    let index = size.pack.saturating_sub(size.text) as f64 / size.text.max(1) as f64;
    let packed = format!("{} (pack {} MB)", number(index), megabytes(size.pack as f64));
    row("bytes of index per byte of text", "≤ 0.5", packed, index <= 0.5);
    if let (Some(warm), Some(later)) = (ours.warm.wasm, ours.later.wasm) {
        let over = later - size.pack as f64;
        let measured =
            format!("{} MB, {} MB more than before them", megabytes(over), megabytes(later - warm));
        let held = over <= 10e6 && later <= warm;
        row("Wasm memory over the pack after 1,000 more texts", "≤ 10 MB, flat", measured, held);
    }
    text.push('\n');
    text
}

/// The times of the keystrokes that were in time.
fn times(measured: &Measured) -> Vec<f64> {
    measured.times.iter().flatten().copied().collect()
}

fn median(measured: &Measured) -> f64 {
    percentile(&times(measured), 50).unwrap_or(f64::NAN)
}

fn p95(measured: &Measured) -> f64 {
    percentile(&times(measured), 95).unwrap_or(f64::NAN)
}

/// The same of well written texts alone, or of mistyped ones.
fn p95_of(measured: &Measured, mistyped: bool) -> f64 {
    let typed = keystrokes().into_iter().zip(&measured.times).filter(|(typed, _)| typed.mistyped == mistyped);
    let times: Vec<f64> = typed.filter_map(|(_, time)| *time).collect();
    percentile(&times, 95).unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::measure::{Held, Saved};

    fn measured(times: &[f64], opening: f64) -> Measured {
        let times = [times[0], *times.last().unwrap()].map(|time| Some(time).filter(|time| *time > 0.0));
        Measured { opening, times: times.to_vec(), ..Measured::default() }
    }

    fn size(films: usize, slower: f64) -> Size {
        let wasm = |bytes| Held { memory: 0.0, wasm: Some(bytes) };
        let ours = Measured { warm: wasm(12e6), later: wasm(12e6), ..measured(&[0.5, 1.0], 10.0) };
        let saved = Some(Saved { opening: 150.0, bytes: 5e6 });
        let results = ENGINES.iter().map(|engine| match engine.module {
            "desenlace" => Ok(ours.clone()),
            "minisearch" => Ok(Measured { saved: saved.clone(), ..measured(&[2.0, slower], 900.0) }),
            "flexsearch" => Ok(measured(&[0.8, 0.0], 3000.0)),
            _ => Err("not done after 60 s".to_owned()),
        });
        let runs = ENGINES.iter().zip(results).map(|(engine, result)| Run { engine, code: 12_300, result });
        Size { films, text: 10_000_000, pack: 14_000_000, runs: runs.collect() }
    }

    #[test]
    fn a_table_says_what_was_measured_and_what_not() {
        let text = table(&size(34_532, 12.0));
        assert!(text.starts_with("34,532 films, 10.0 MB of text."));
        assert!(text.contains("| Desenlace | 0.500 | 1.00 | 1.00 × | "), "{text}");
        assert!(text.contains(" | 10.0 | 1.00 × | – | "), "{text}");
        assert!(text.contains("| MiniSearch | 2.00 | 12.0 | 12.0 × | "), "{text}");
        assert!(text.contains(" | 900 | 90.0 × | 150 (5.00 MB) | "), "{text}");
        assert!(text.contains("| FlexSearch | 0.800 (1 of 2 keystrokes in time) |"), "{text}");
        assert!(text.contains("| Fuse.js | not done after 60 s |"));
        let short = line(size(1, 12.0).measured("MiniSearch").unwrap());
        assert_eq!(short, "a keystroke 2.00 ms, p95 12.0 ms; opening 900 ms");
    }

    #[test]
    fn bounds_are_held_or_not() {
        let text = bounds(&[size(1, 12.0)]);
        let row = |what: &str| text.lines().find(|line| line.contains(what)).unwrap().to_owned();
        assert!(row("keystroke, p95").ends_with("| 1.00 ms | yes |"));
        assert!(row("same work").ends_with("| 1/12.0 of MiniSearch's 12.0 ms | yes |"), "{text}");
        assert!(row("FlexSearch").ends_with("| 1.25 × of its 0.800 ms | **no** |"), "{text}");
        assert!(row("made or saved").ends_with("| 1/15.0 of MiniSearch's 150 ms | **no** |"), "{text}");
        assert!(row("index per byte").ends_with("| 0.400 (pack 14.0 MB) | yes |"), "{text}");
        assert!(row("Wasm memory").ends_with("| -2.00 MB, 0.000 MB more than before them | yes |"), "{text}");
    }

    #[test]
    fn growth_is_from_the_first_size_to_the_last() {
        let text = growth(&[size(1000, 2.0), size(10_000, 24.0)]);
        assert!(text.contains("with 10.0 × films"), "{text}");
        assert!(text.contains("| MiniSearch | 2.00 | 24.0 | 12.0 × |"), "{text}");
        assert!(text.contains("| Orama | – | – | – |"), "{text}");
        assert_eq!(growth(&[size(1, 1.0)]), "");
    }

    #[test]
    fn only_what_stands_between_the_lines_is_replaced() {
        let document = format!("before\n{BEGIN}old\n{END}after\n");
        let once = replaced(&document, "new\n\n").unwrap();
        assert_eq!(once, format!("before\n{BEGIN}\nnew\n\n{END}after\n"));
        assert_eq!(replaced(&once, "new").unwrap(), once);
        assert_eq!(replaced("no lines", "new"), None);
    }
}
