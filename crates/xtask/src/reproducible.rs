//! Whether two checkouts in two folders give the same site, byte by byte, with no path of this machine in it. It does not
//! know how a site is made.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::install::remove;
use crate::run::{self, say};

/// Folders of unlike names and depths, so that a path that gets into the site shows.
const FOLDERS: [&str; 2] = ["one", "another/and-deeper"];

/// Clones what is committed twice, has each clone write its site from nothing, and compares the two.
///
/// # Errors
/// [`Error::NotReproducible`] where they differ or tell where they were made; what building says otherwise.
pub(crate) fn check(root: &Path) -> Result<(), Error> {
    let place = env::temp_dir().join(format!("desenlace-reproducible-{}", std::process::id()));
    let outcome = compare(root, &place);
    let swept = remove(&place);
    outcome.and(swept)
}

fn compare(root: &Path, place: &Path) -> Result<(), Error> {
    let clones = FOLDERS.map(|folder| place.join(folder));
    let mut sites = Vec::new();
    for clone in &clones {
        say(&format!("A clone in {} …", clone.display()));
        run::run(Command::new("git").args(["clone", "--quiet"]).arg(root).arg(clone))?;
        let mut dist = run::cargo(clone);
        // A target folder of its own: in a shared one the second clone would find the work of the first.
        dist.args(["xtask", "dist", "--single-file"]).env("CARGO_TARGET_DIR", clone.join("target"));
        dist.env_remove("CARGO_MANIFEST_DIR");
        run::run(&mut dist)?;
        sites.push(read(&clone.join("dist"))?);
        remove(&clone.join("target"))?;
    }
    let mut wrong = Vec::new();
    if let [one, other] = sites.as_slice() {
        wrong.extend(difference(one, other));
        let paths = paths(root, place);
        wrong.extend(one.iter().chain(other).find_map(|(name, bytes)| told(name, bytes, &paths)));
        say(&format!("{} files, {} bytes", one.len(), one.values().map(Vec::len).sum::<usize>()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::NotReproducible(wrong)) }
}

/// The files of a site, by their paths in it.
type Site = BTreeMap<String, Vec<u8>>;

fn read(folder: &Path) -> Result<Site, Error> {
    let mut site = Site::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let doing = || Error::io(format!("read {}", next.display()));
        for entry in fs::read_dir(&next).map_err(doing())? {
            let path = entry.map_err(doing())?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).map_err(doing())?;
                let name = path.strip_prefix(folder).unwrap_or(&path);
                site.insert(name.display().to_string(), bytes);
            }
        }
    }
    Ok(site)
}

/// The first file in which two sites differ.
fn difference(one: &Site, other: &Site) -> Option<String> {
    let names = one.keys().chain(other.keys());
    let name = names.filter(|name| one.get(*name) != other.get(*name)).min()?;
    Some(match (one.get(name), other.get(name)) {
        (Some(one), Some(other)) => {
            let at = one.iter().zip(other).take_while(|(one, other)| one == other).count();
            format!("{name} differs from byte {at} on")
        }
        _ => format!("{name} is in one of them only"),
    })
}

/// The folders of this machine that no visitor should read of.
fn paths(root: &Path, place: &Path) -> Vec<PathBuf> {
    let set = |name| env::var_os(name).map(PathBuf::from);
    let homes = [env::home_dir(), set("CARGO_HOME"), set("RUSTUP_HOME")].into_iter().flatten();
    homes.chain([root.to_path_buf(), place.to_path_buf()]).filter(|path| path.parent().is_some()).collect()
}

/// Where a file tells one of the paths.
fn told(name: &str, bytes: &[u8], paths: &[PathBuf]) -> Option<String> {
    paths.iter().find_map(|path| {
        let needle = path.join("").into_os_string().into_encoded_bytes();
        let at = bytes.windows(needle.len()).position(|window| window == needle)?;
        Some(format!("{name} tells {} at byte {at}", path.display()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_first_difference_is_named() {
        let one = site(&[("a", "same"), ("b", "xyz"), ("c", "1")]);
        assert_eq!(difference(&one, &one), None);
        let other = site(&[("a", "same"), ("b", "xyy"), ("c", "2")]);
        assert_eq!(difference(&one, &other).unwrap(), "b differs from byte 2 on");
        assert_eq!(difference(&one, &site(&[("a", "same")])).unwrap(), "b is in one of them only");
        assert_eq!(difference(&site(&[]), &site(&[("a", "")])).unwrap(), "a is in one of them only");
    }

    #[test]
    fn a_path_is_found_in_any_bytes() {
        let paths = [PathBuf::from("/home/somebody"), PathBuf::from("/tmp/clone")];
        let bytes = b"\0asm panicked at /tmp/clone/src/main.rs";
        assert_eq!(told("x.wasm", bytes, &paths).unwrap(), "x.wasm tells /tmp/clone at byte 17");
        assert_eq!(told("x.wasm", b"/tmp/cloned", &paths), None);
    }
}
