//! The per-user folder of installed tools: a tool is in it whole or not at all.
//! It does not know which tools there are or how one is made.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::error::Error;
use crate::run;

/// Where tools are kept: the same for every checkout of this user.
///
/// # Errors
/// [`Error::Missing`] if the environment names no home.
pub(crate) fn folder() -> Result<PathBuf, Error> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))
        .ok_or_else(|| Error::Missing {
            what: "a folder to keep tools in".into(),
            advice: "set HOME or XDG_CACHE_HOME".into(),
        })?;
    Ok(cache.join("desenlace").join("tools"))
}

/// The folder of the tool `name` (`trunk-0.21.14`) in `tools`, made by `make` if `proof`, a file in
/// it, is not there yet. `make` gets a folder to fill and a folder for its own scratch; the first
/// is moved into place when all is well, so that no half of a tool is ever found.
///
/// # Errors
/// Those of `make`, and of the file system.
pub(crate) fn once(
    tools: &Path,
    name: &str,
    proof: &Path,
    make: impl FnOnce(&Path, &Path) -> Result<(), Error>,
) -> Result<PathBuf, Error> {
    let place = tools.join(name);
    if place.join(proof).is_file() {
        return Ok(place);
    }
    fs::create_dir_all(tools).map_err(Error::io(format!("make the folder {}", tools.display())))?;
    // Several tools are made at the same time, but not the same one.
    let _lock = lock(&tools.join(lock_of(name)), &format!("{name} is being installed already"))?;
    if place.join(proof).is_file() {
        return Ok(place); // the one we waited for made it
    }
    // What an interrupted run of the same version left is continued, any other is swept away.
    let partial = tools.join(format!("{PARTIAL}{name}"));
    for other in partials(tools).filter(|other| other != name) {
        let lock = tools.join(lock_of(&other));
        let unused = File::create(&lock).map_err(Error::io(format!("make {}", lock.display())))?;
        if unused.try_lock().is_ok() {
            remove(&tools.join(format!("{PARTIAL}{other}")))?;
        }
    }
    let (filled, scratch) = (partial.join("tool"), partial.join("scratch"));
    for folder in [&filled, &scratch] {
        fs::create_dir_all(folder).map_err(Error::io(format!("make the folder {}", folder.display())))?;
    }
    let start = Instant::now();
    let made = make(&filled, &scratch).and_then(|()| {
        if !filled.join(proof).is_file() {
            return Err(Error::Missing {
                what: format!("{} of {name}", proof.display()),
                advice: "its installation left none; report this with what it printed".into(),
            });
        }
        remove(&place)?;
        fs::rename(&filled, &place).map_err(Error::io(format!("move {name} into {}", tools.display())))?;
        run::say(&format!("{name} is there, after {:.0} s", start.elapsed().as_secs_f64()));
        Ok(())
    });
    let swept = remove(&partial);
    made.and(swept).map(|()| place)
}

/// Holds a lock until it is dropped, or until this process ends in whatever way.
/// If somebody else holds it, says `why` and waits.
///
/// # Errors
/// [`Error::Io`] if the file cannot be made or locked.
pub(crate) fn lock(path: &Path, why: &str) -> Result<File, Error> {
    let doing = format!("lock {}", path.display());
    let file = File::create(path).map_err(Error::io(doing.as_str()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            run::say(&format!("Waiting: {why} …"));
            file.lock().map_err(Error::io(doing))?;
        }
        Err(TryLockError::Error(source)) => return Err(Error::io(doing)(source)),
    }
    Ok(file)
}

/// Removes a file or a folder with all it holds; that there is none is fine.
///
/// # Errors
/// [`Error::Io`] if it is there and stays.
pub(crate) fn remove(path: &Path) -> Result<(), Error> {
    let removed = match fs::symlink_metadata(path) {
        Err(_) => Ok(()),
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    };
    removed.map_err(Error::io(format!("remove {}", path.display())))
}

/// What the folder of a tool that is being made begins with.
const PARTIAL: &str = ".partial-";

fn lock_of(name: &str) -> String {
    format!(".lock-{name}")
}

/// The names of the tools that are being made, or were when they were interrupted.
fn partials(tools: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(tools).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some(entry.file_name().to_str()?.strip_prefix(PARTIAL)?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let path = env::temp_dir().join(format!("xtask-install-{}-{name}", std::process::id()));
        remove(&path).unwrap();
        path
    }

    fn fill(folder: &Path) -> Result<(), Error> {
        fs::write(folder.join("tool"), "x").map_err(Error::io("write"))
    }

    #[test]
    fn made_once_and_then_found() {
        let tools = scratch("once");
        let place = once(&tools, "tool-1", Path::new("tool"), |folder, _| fill(folder)).unwrap();
        assert!(place.join("tool").is_file());
        let again = once(&tools, "tool-1", Path::new("tool"), |_, _| panic!("made twice")).unwrap();
        assert_eq!(place, again);
        assert_eq!(partials(&tools).count(), 0);
        remove(&tools).unwrap();
    }

    #[test]
    fn a_failure_leaves_nothing_in_the_way() {
        let tools = scratch("failure");
        let failed = once(&tools, "tool-1", Path::new("tool"), |folder, _| {
            fill(folder)?;
            Err(Error::DiskFull { doing: "install".into() })
        });
        assert!(matches!(failed, Err(Error::DiskFull { .. })));
        let empty = once(&tools, "tool-1", Path::new("tool"), |_, _| Ok(()));
        assert!(matches!(empty, Err(Error::Missing { .. })));
        assert_eq!(partials(&tools).count(), 0);
        assert!(!tools.join("tool-1").exists());
        remove(&tools).unwrap();
    }

    #[test]
    fn leftovers_of_other_versions_and_broken_places_are_swept() {
        let tools = scratch("leftovers");
        fs::create_dir_all(tools.join(".partial-tool-0/tool")).unwrap();
        fs::create_dir_all(tools.join("tool-1")).unwrap();
        once(&tools, "tool-1", Path::new("tool"), |folder, _| fill(folder)).unwrap();
        assert!(tools.join("tool-1/tool").is_file());
        assert!(!tools.join(".partial-tool-0").exists());
        remove(&tools).unwrap();
    }

    #[test]
    fn what_is_being_made_at_the_same_time_stays() {
        let tools = scratch("together");
        once(&tools, "tool-1", Path::new("tool"), |folder, _| {
            once(&tools, "other-1", Path::new("tool"), |folder, _| fill(folder))?;
            assert!(folder.is_dir());
            fill(folder)
        })
        .unwrap();
        assert!(tools.join("tool-1/tool").is_file() && tools.join("other-1/tool").is_file());
        remove(&tools).unwrap();
    }
}
