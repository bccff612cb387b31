//! Which version of a package `Cargo.lock` holds. It knows no other part of that file.

use std::fs;
use std::path::Path;

use crate::error::Error;

/// The one version of `package` in the lock file of the repository at `root`.
///
/// # Errors
/// [`Error::Io`] if the file cannot be read, [`Error::Lock`] if it names the package never or twice.
pub(crate) fn version(root: &Path, package: &'static str) -> Result<String, Error> {
    let path = root.join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(Error::io(format!("read {}", path.display())))?;
    find(&text, package).ok_or(Error::Lock { path, package })
}

fn find(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut found = lock.split("[[package]]").filter_map(|entry| {
        let mut lines = entry.lines().map(str::trim);
        lines.find(|line| *line == name)?;
        lines.find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')).map(String::from)
    });
    let version = found.next()?;
    found.next().is_none().then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.126"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.127"

[[package]]
name = "gloo"
version = "0.11.0"

[[package]]
name = "gloo"
version = "0.12.0"
"#;

    #[test]
    fn one_exact_package() {
        assert_eq!(find(LOCK, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(find(LOCK, "wasm-bindgen-macro").as_deref(), Some("0.2.127"));
    }

    #[test]
    fn none_or_two_is_no_answer() {
        assert_eq!(find(LOCK, "wasm"), None);
        assert_eq!(find(LOCK, "gloo"), None);
        assert_eq!(find("", "gloo"), None);
    }
}
