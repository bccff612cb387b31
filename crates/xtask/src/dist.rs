//! Writing `dist/`: bundle, make smaller, prerender, add what works offline, weigh, put in place.
//! It does not know what the pages hold; that is the prerenderer's.

use std::env;
use std::fs;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::process::Command;

use crate::args::Dist;
use crate::bundle::{self, Bundle};
use crate::compress;
use crate::corpus;
use crate::error::Error;
use crate::install::{lock, remove};
use crate::offline;
use crate::policy;
use crate::run::{self, say};
use crate::size::{self, Sizes};
use crate::take_along;
use crate::tools::{self, Toolbox};
use crate::words::Words;

/// Builds the standard library anew, for size; cargo offers that only to those who ask like this. It saves 20 kB of
/// gzip together with [`TRAPS`]; docs/decisions.md says why that is worth it.
const SMALL_STANDARD_LIBRARY: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
/// A panic traps at once, and so needs no words in the Wasm; the page says what to do then.
const TRAPS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Writes the whole site to `dist/` and prints its sizes. The old site stays until the new one is
/// complete, and nothing of it is left then.
///
/// # Errors
/// What a step says; [`Error::TooLarge`] if the site is complete but over a bound.
pub(crate) fn dist(root: &Path, options: &Dist) -> Result<(), Error> {
    let words = Words::read(root)?;
    let toolbox = tools::make_sure(root, tools::TO_BUNDLE)?;
    let work = work_folder(root)?;
    let _lock = lock(&work.join("dist.lock"), "another `cargo xtask dist` runs in this checkout")?;
    let (staging, previous) = (work.join("staging"), work.join("previous"));
    remove(&staging)?;

    let bundle = bundle_page(root, &toolbox, &staging, &words, None)?;

    say("Prerendering …");
    let mut prerender = Command::new(run::build(root, "prerender")?);
    prerender.current_dir(root).arg("--dist").arg(&staging);
    if let Some(address) = &options.site_url {
        prerender.args(["--site-url", address]);
    }
    run::run(&mut prerender)?;

    say("Writing the open data …");
    corpus::write_open_data(root, &staging.join("data"))?;
    offline::write_worker(root, &staging, &bundle)?;
    bundle::write(&staging.join("_headers"), policy::headers().as_bytes())?;
    let sizes = Sizes::measure(&staging, &corpus::pack(root)?)?;
    if options.single_file {
        take_along::write_file(root, &staging, &bundle, &words)?;
    }
    if options.compress {
        say("Compressing …");
        compress::write_copies(&staging)?;
    }

    replace(&root.join("dist"), &staging, &previous)?;
    say(&format!("\ndist/ is the whole site\n\n{sizes}"));
    if tools::standard_library_sources().is_none() {
        say(
            "warning: the component rust-src is not installed; the Wasm is 20 kB larger than it is published, \
             and the bounds are not checked",
        );
        return Ok(());
    }
    let mut broken = sizes.broken_bounds();
    let budget = root.join("size-budget.txt");
    if options.new_budget {
        bundle::write(&budget, size::write_budget(&sizes.budget()).as_bytes())?;
    } else if options.site_url.is_none() {
        // Pages that say where they are are longer, and not what the budget was made for.
        let wrong = |reason| Error::io(format!("read {}", budget.display()))(io::Error::other(reason));
        let allowed = size::read_budget(&bundle::read_text(&budget)?).map_err(wrong)?;
        broken.extend(sizes.over_budget(&allowed));
    }
    if broken.is_empty() { Ok(()) } else { Err(Error::TooLarge(broken)) }
}

/// Writes the page as one that draws itself, with all it needs, to a folder; with another pack in place of the corpus, if
/// one is given.
///
/// # Errors
/// What Trunk says, and those of [`bundle::finish`].
pub(crate) fn bundle_page(
    root: &Path,
    toolbox: &Toolbox,
    folder: &Path,
    words: &Words,
    pack: Option<&Path>,
) -> Result<Bundle, Error> {
    say("Bundling with Trunk …");
    let mut trunk = toolbox.trunk(root);
    // The hashes in the page would be of files that are made smaller afterwards.
    trunk.args(["build", "--release", "--no-sri=true", "--public-url", "./", "--dist"]).arg(folder);
    trunk.envs(pack.map(|pack| ("DESENLACE_PACK", pack)));
    run::run(as_shipped(&mut trunk, root))?;
    bundle::finish(root, folder, words)
}

/// Has a command build Wasm as the finished bundle has it: without the sources of the standard library, with the one
/// that rustup installs.
pub(crate) fn as_shipped<'a>(command: &'a mut Command, root: &Path) -> &'a mut Command {
    let mut flags = without_paths(root);
    if tools::standard_library_sources().is_some() {
        command.envs(SMALL_STANDARD_LIBRARY);
        flags.extend(TRAPS.map(str::to_owned));
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}

/// What keeps the paths of this machine out of the Wasm, where panics say in which file they are: the bytes are
/// the same wherever they are made, and fewer.
fn without_paths(root: &Path) -> Vec<String> {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let sources = fs::read_dir(cargo_home.join("registry").join("src"));
    // One folder for each registry; there is none yet where the packages are vendored.
    let sources = sources.into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = sources.chain(tools::standard_library_sources()).chain([root.to_path_buf()]);
    folders.map(|folder| format!("--remap-path-prefix={}{MAIN_SEPARATOR}=", folder.display())).collect()
}

/// The folder for what is under way, in the checkout and so on the disk of `dist/`, and ignored by git.
///
/// # Errors
/// [`Error::Io`] if it cannot be made.
pub(crate) fn work_folder(root: &Path) -> Result<PathBuf, Error> {
    let folder = root.join("target").join("xtask");
    fs::create_dir_all(&folder).map_err(Error::io(format!("make the folder {}", folder.display())))?;
    Ok(folder)
}

/// Puts `new` where `place` is, by way of `aside` for what was there.
fn replace(place: &Path, new: &Path, aside: &Path) -> Result<(), Error> {
    let doing = format!("replace {}", place.display());
    remove(aside)?;
    match fs::rename(place, aside) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => remove(place)?,
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Error::io(doing)(error)),
        _ => {}
    }
    match fs::rename(new, place) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            copy(new, place).map_err(Error::io(doing))?;
            remove(new)?;
        }
        renamed => renamed.map_err(Error::io(doing))?,
    }
    remove(aside)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_site_replaces_the_old_one_whole() {
        let folder = env::temp_dir().join(format!("xtask-dist-{}", std::process::id()));
        let [place, new, aside] = ["dist", "staging", "previous"].map(|name| folder.join(name));
        for text in ["first", "second"] {
            fs::create_dir_all(new.join("en")).unwrap();
            fs::write(new.join("en/index.html"), text).unwrap();
            replace(&place, &new, &aside).unwrap();
            assert_eq!(fs::read_to_string(place.join("en/index.html")).unwrap(), text);
            assert!(!place.join("foreign").exists());
            assert!(!new.exists() && !aside.exists());
            fs::write(place.join("foreign"), "x").unwrap();
        }
        copy(&place, &new).unwrap();
        assert_eq!(fs::read_to_string(new.join("en/index.html")).unwrap(), "second");
        fs::remove_dir_all(folder).unwrap();
    }
}
