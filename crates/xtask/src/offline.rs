//! The service worker, with the list of what it keeps. It does not know how that is used; `scripts/` does.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::bundle::smaller::smaller_js;
use crate::bundle::{ASSETS, Bundle, keep, read_text, write};
use crate::error::Error;

/// Writes `sw.js`, whose name never changes, into the folder of a site whose files are all there.
///
/// # Errors
/// [`Error::Io`] if a file cannot be read or written.
pub(crate) fn write_worker(root: &Path, folder: &Path, bundle: &Bundle) -> Result<(), Error> {
    let source = read_text(&root.join("scripts").join("service-worker.js"))?;
    // Not named as a page, so that no host improves it on its way.
    let page = keep(folder, "page", "txt", bundle.page.as_bytes())?;
    let files = Value::from(files(folder)?).to_string();
    let version = bundle.page.split("data-version=\"").nth(1).and_then(|rest| rest.split('"').next());
    let worker = smaller_js(&source)
        .replace("{version}", version.unwrap_or_default())
        .replace("\"{files}\"", &files)
        .replace("{page}", &page.address);
    write(&folder.join("sw.js"), worker.as_bytes())
}

/// Everything that the program needs: all files that are named by their content.
fn files(folder: &Path) -> Result<Vec<String>, Error> {
    let assets = folder.join(ASSETS);
    let doing = || Error::io(format!("read {}", assets.display()));
    let mut addresses = Vec::new();
    for entry in fs::read_dir(&assets).map_err(doing())? {
        let name = entry.map_err(doing())?.file_name();
        addresses.push(format!("{ASSETS}/{}", name.to_string_lossy()));
    }
    addresses.sort();
    Ok(addresses)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Asset;
    use crate::digest;

    #[test]
    fn the_worker_lists_every_file() {
        let folder = std::env::temp_dir().join(format!("xtask-offline-{}", std::process::id()));
        for part in ["scripts", ASSETS] {
            fs::create_dir_all(folder.join(part)).unwrap();
        }
        let source = "// note\nconst V = \"{version}\";\nconst P = \"{page}\";\nconst F = \"{files}\";\n";
        write(&folder.join("scripts/service-worker.js"), source.as_bytes()).unwrap();
        for name in ["b.css", "a.js"] {
            write(&folder.join(ASSETS).join(name), name.as_bytes()).unwrap();
        }
        let asset = || Asset { address: String::new(), integrity: String::new() };
        let page = "<script data-version=\"12\"></script>".to_owned();
        let bundle = Bundle {
            page,
            style: asset(),
            glue: String::new(),
            wasm: asset(),
            preferences: asset(),
            watch: asset(),
        };
        write_worker(&folder, &folder, &bundle).unwrap();
        let page = format!("assets/page-{}.txt", digest::name(bundle.page.as_bytes()));
        let expected = format!(
            "const V = \"12\";\nconst P = \"{page}\";\n\
             const F = [\"assets/a.js\",\"assets/b.css\",\"{page}\"];\n"
        );
        assert_eq!(read_text(&folder.join("sw.js")).unwrap(), expected);
        fs::remove_dir_all(folder).unwrap();
    }
}
