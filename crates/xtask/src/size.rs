//! How large the site is, by kind of file, and whether it keeps within its bounds and its budget.
//! It does not know how the site is made.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use crate::compress;
use crate::error::Error;

/// Bytes of gzip: Wasm, JS and CSS, each file for itself, the Wasm without the pack. The design asks for 150 kB;
/// docs/decisions.md says what is over it and what was tried. It may not grow unnoticed.
const CODE_BOUND: u64 = 223_000;
/// Bytes of gzip: what the pack adds to the Wasm. Twice what the design asks for, because the texts alone are
/// more than that; docs/decisions.md says what was tried. It may not grow unnoticed.
const CORPUS_BOUND: u64 = 175_000;
/// What a passage of a story begins with, but for its own name.
const PASSAGE: &str = "class=\"passage";
/// The kinds of file that make up the program.
const CODE: [&str; 4] = ["wasm", "js", "mjs", "css"];

/// How much a kind of file may grow before somebody has to say that it should, in percent of its budget.
const GROWTH: u64 = 2;
/// Bytes of gzip that a page may need before it can be read: the style sheet, and the page, or of a film what comes
/// before the second passage of its story, for pages are shown as they come.
const READING_BOUND: u64 = 30_000;
/// Bytes of gzip that a page may have with the style sheet, to its very end. A film brings the drawing of its threads twice, for wide and for narrow screens, and
/// the same in tables, and its relations, behind what is read first.
const PAGE_BOUND: u64 = 47_000;

/// The sizes of a site. As text: a table and the bounds.
#[derive(Debug, Default)]
pub(crate) struct Sizes {
    kinds: BTreeMap<String, Kind>,
    /// The most that a page needs before it can be read, and the largest page, in bytes of gzip.
    largest: [u64; 2],
    /// What the pack adds to the Wasm, in bytes of gzip.
    pack: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Kind {
    files: u64,
    raw: u64,
    gzip: u64,
}

impl Sizes {
    /// Measures every file under `folder`; `pack` is the corpus as it lies inside the Wasm.
    ///
    /// # Errors
    /// [`Error::Io`] if a file cannot be read.
    pub(crate) fn measure(folder: &Path, pack: &[u8]) -> Result<Self, Error> {
        let mut sizes = Self::default();
        sizes.add_folder(folder, pack)?;
        Ok(sizes)
    }

    /// Each bound that is not kept, in words.
    pub(crate) fn broken_bounds(&self) -> Vec<String> {
        let broken = |(_, size, bound): &(&str, u64, u64)| size > bound;
        let bounds = self.bounds().into_iter().filter(broken);
        bounds
            .map(|(what, size, bound)| {
                format!("{what} is {} kB gzip, {} allowed", kilobytes(size), bound / 1000)
            })
            .collect()
    }

    /// Each kind that has outgrown its budget, in words.
    pub(crate) fn over_budget(&self, budget: &Budget) -> Vec<String> {
        let allowed = |name: &str| budget.get(name).copied().unwrap_or_default();
        let over = self.kinds.iter().filter(|(name, kind)| 100 * kind.gzip > (100 + GROWTH) * allowed(name));
        over.map(|(name, kind)| {
            format!("{name} has grown from {} to {} kB gzip", kilobytes(allowed(name)), kilobytes(kind.gzip))
        })
        .collect()
    }

    /// The budget that these sizes would just keep.
    pub(crate) fn budget(&self) -> Budget {
        self.kinds.iter().map(|(name, kind)| (name.clone(), kind.gzip)).collect()
    }

    fn bounds(&self) -> [(&'static str, u64, u64); 4] {
        let css = self.kinds.get("css").map_or(0, |kind| kind.gzip);
        let [reading, page] = self.largest.map(|largest| largest + css);
        let code: u64 = CODE.iter().filter_map(|kind| self.kinds.get(*kind)).map(|kind| kind.gzip).sum();
        [
            ("Wasm + JS + CSS without the corpus", code.saturating_sub(self.pack), CODE_BOUND),
            ("The corpus inside the Wasm", self.pack, CORPUS_BOUND),
            ("The most that a page needs before it can be read", reading, READING_BOUND),
            ("The largest page to its end", page, PAGE_BOUND),
        ]
    }

    fn add_folder(&mut self, folder: &Path, pack: &[u8]) -> Result<(), Error> {
        let doing = format!("read {}", folder.display());
        for entry in fs::read_dir(folder).map_err(Error::io(doing.as_str()))? {
            let path = entry.map_err(Error::io(doing.as_str()))?.path();
            if path.is_dir() {
                self.add_folder(&path, pack)?;
            } else {
                let bytes = fs::read(&path).map_err(Error::io(format!("read {}", path.display())))?;
                self.add(&path, &bytes, pack);
            }
        }
        Ok(())
    }

    fn add(&mut self, path: &Path, bytes: &[u8], pack: &[u8]) {
        let extension =
            path.extension().map_or_else(|| "other".into(), |name| name.to_string_lossy().into_owned());
        let size = gzip(bytes);
        if extension == "wasm" {
            self.pack += size.saturating_sub(gzip(&without(bytes, pack)));
        }
        if extension == "html" {
            for (largest, size) in self.largest.iter_mut().zip([gzip(beginning(bytes)), size]) {
                *largest = size.max(*largest);
            }
        }
        let kind = self.kinds.entry(extension).or_default();
        kind.files += 1;
        kind.raw += bytes.len() as u64;
        kind.gzip += size;
    }
}

/// What of a page must have come before it can be read: all, or, where a story is told, up to its second passage.
fn beginning(page: &[u8]) -> &[u8] {
    let starts = |at: &usize| page[*at..].starts_with(PASSAGE.as_bytes());
    let second = (0..page.len()).filter(starts).nth(1);
    &page[..second.unwrap_or(page.len())]
}

/// What the files of each kind may weigh together, in bytes of gzip.
pub(crate) type Budget = BTreeMap<String, u64>;

/// Reads a budget; what is wrong with it, if anything.
pub(crate) fn read_budget(text: &str) -> Result<Budget, String> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (kind, size) =
                line.split_once(" = ").ok_or_else(|| format!("`{line}` is not `kind = bytes`"))?;
            Ok((kind.to_owned(), size.parse().map_err(|_| format!("`{size}` is not a number of bytes"))?))
        })
        .collect()
}

/// Writes a budget.
pub(crate) fn write_budget(budget: &Budget) -> String {
    let mut text = String::from(
        "# What the files of each kind in dist/ may weigh together, in bytes of gzip; 2 % more is let pass.\n\
         # `cargo xtask dist --new-budget` writes what they weigh now. Say in the commit why they grew.\n",
    );
    for (kind, size) in budget {
        text += &format!("{kind} = {size}\n");
    }
    text
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut total = Kind::default();
        writeln!(f, "{:12} {:>6} {:>10} {:>10}", "kind", "files", "raw kB", "gzip kB")?;
        let row = |f: &mut fmt::Formatter<'_>, name: &str, kind: Kind| {
            let (raw, gzip) = (kilobytes(kind.raw), kilobytes(kind.gzip));
            writeln!(f, "{name:12} {:>6} {raw:>10} {gzip:>10}", kind.files)
        };
        for (name, kind) in &self.kinds {
            row(f, name, *kind)?;
            total.files += kind.files;
            total.raw += kind.raw;
            total.gzip += kind.gzip;
        }
        row(f, "all", total)?;
        for (what, size, bound) in self.bounds() {
            writeln!(f, "{what}: {} kB gzip (bound {})", kilobytes(size), bound / 1000)?;
        }
        Ok(())
    }
}

/// Some bytes without a part of them that lies in one piece; all of them if it does not.
fn without(bytes: &[u8], part: &[u8]) -> Vec<u8> {
    let first = part.first().copied();
    let mut starts = (0..bytes.len()).filter(|start| bytes.get(*start).copied() == first);
    match starts.find(|start| bytes[*start..].starts_with(part)) {
        Some(start) if !part.is_empty() => [&bytes[..start], &bytes[start + part.len()..]].concat(),
        _ => bytes.to_vec(),
    }
}

/// Bytes as `gzip -9` leaves them.
pub(crate) fn gzip(bytes: &[u8]) -> u64 {
    // If compressing failed, the raw size would be the honest upper end.
    compress::gzip(bytes).map_or(bytes.len(), |compressed| compressed.len()) as u64
}

/// Thousands of bytes with one decimal, rounded up, so that nothing over a bound looks like it.
fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(kinds: &[(&str, u64)], pack: u64) -> Sizes {
        let kind = |gzip| Kind { files: 1, raw: 3 * gzip, gzip };
        Sizes {
            kinds: kinds.iter().map(|(name, gzip)| ((*name).into(), kind(*gzip))).collect(),
            pack,
            largest: [0; 2],
        }
    }

    #[test]
    fn what_grows_beyond_its_budget_is_named() {
        let sizes = sizes(&[("css", 1_020), ("js", 1_021), ("png", 7)], 0);
        let budget = read_budget("# note\n\ncss = 1000\njs = 1000\n").unwrap();
        assert_eq!(
            sizes.over_budget(&budget),
            ["js has grown from 1.0 to 1.1 kB gzip", "png has grown from 0.0 to 0.1 kB gzip"]
        );
        assert!(sizes.over_budget(&sizes.budget()).is_empty());
        assert_eq!(read_budget(&write_budget(&sizes.budget())).unwrap(), sizes.budget());
        assert_eq!(read_budget("css = many").unwrap_err(), "`many` is not a number of bytes");
        assert_eq!(read_budget("css").unwrap_err(), "`css` is not `kind = bytes`");
    }

    #[test]
    fn a_story_can_be_read_before_it_has_come_to_its_end() {
        let mut sizes = Sizes::default();
        let noise: Vec<u8> = (0..40_000_u32).flat_map(|number| (number * number).to_le_bytes()).collect();
        let passage: &[u8] = b"<section class=\"passage tells\">";
        let story = [passage, b"once", passage, &noise].concat();
        sizes.add(Path::new("en/films/x/index.html"), &story, b"");
        sizes.add(Path::new("en/films/index.html"), b"a page that is needed whole, however small", b"");
        sizes.add(Path::new("a.css"), b"a{}", b"");
        let [_, _, reading, whole] = sizes.bounds().map(|(_, size, _)| size);
        assert_eq!(beginning(&story), b"<section class=\"passage tells\">once<section ");
        assert_eq!(reading, gzip(b"a page that is needed whole, however small") + gzip(b"a{}"));
        assert_eq!(whole, gzip(&story) + gzip(b"a{}"));
    }

    #[test]
    fn the_code_is_everything_that_runs_less_the_corpus() {
        let sizes = sizes(&[("wasm", 170_000), ("js", 8_000), ("css", 5_000), ("html", 900_000)], 60_000);
        assert_eq!(sizes.bounds().map(|(_, size, _)| size), [123_000, 60_000, 5_000, 5_000]);
        assert_eq!(sizes.broken_bounds(), Vec::<String>::new());
        assert!(
            sizes.to_string().contains("\nWasm + JS + CSS without the corpus: 123.0 kB gzip (bound 223)\n")
        );
    }

    #[test]
    fn bounds_are_kept_to_the_byte() {
        assert!(sizes(&[("wasm", CODE_BOUND)], 0).broken_bounds().is_empty());
        let over = sizes(&[("wasm", CODE_BOUND + 90_001)], 90_000).broken_bounds();
        assert_eq!(over, ["Wasm + JS + CSS without the corpus is 223.1 kB gzip, 223 allowed"]);
        assert_eq!(sizes(&[], CORPUS_BOUND + 1).broken_bounds().len(), 1);
    }

    #[test]
    fn the_corpus_is_what_the_wasm_is_less_without_it() {
        let pack: Vec<u8> =
            (0..2_000u32).flat_map(|number| number.wrapping_mul(2_654_435_769).to_le_bytes()).collect();
        let wasm = [b"\0asm code".as_slice(), &pack, b" more code"].concat();
        let mut sizes = Sizes::default();
        sizes.add(Path::new("a.wasm"), &wasm, &pack);
        assert!(sizes.pack > 5_000, "{}", sizes.pack);
        assert_eq!(sizes.bounds()[0].1, gzip(b"\0asm code more code"));
        assert_eq!(without(b"abcabd", b"abd"), b"abc");
        assert_eq!(without(b"abc", b"x"), b"abc");
        assert_eq!(without(b"abc", b""), b"abc");
    }

    #[test]
    fn rounding() {
        let rounded = [0, 1, 100, 101, 999, 1000, 149_999].map(kilobytes);
        assert_eq!(rounded, ["0.0", "0.1", "0.1", "0.2", "1.0", "1.0", "150.0"]);
    }

    #[test]
    fn gzip_compresses_and_adds_up() {
        assert!(gzip(&[b'a'; 10_000]) < 100);
        let mut sizes = Sizes::default();
        sizes.add(Path::new("a.js"), b"let a;", b"");
        sizes.add(Path::new("b/c.js"), b"let b;", b"");
        sizes.add(Path::new("LICENSE"), b"", b"");
        let js = sizes.kinds["js"];
        assert_eq!((js.files, js.raw), (2, 12));
        assert_eq!(sizes.kinds["other"].files, 1);
    }
}
