//! The folder that a browser measures from: the core as Wasm of its own, built like the page's, and each library as a
//! module for browsers. It does not know films or figures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::engines::{ENGINES, Engine};
use crate::dist::as_shipped;
use crate::error::Error;
use crate::install::remove;
use crate::npm;
use crate::run;
use crate::size::gzip;
use crate::tools::Toolbox;

const PACKAGE: &str = "benched-core";
const WASM: &str = "core_bg.wasm";

/// What was made.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) folder: PathBuf,
    /// The versions of the libraries, by package.
    pub(super) versions: Value,
}

impl Site {
    /// How much an engine adds to a page: bytes of gzip.
    ///
    /// # Errors
    /// [`Error::Io`] if a file cannot be read.
    pub(super) fn code(&self, engine: &Engine) -> Result<u64, Error> {
        let module = gzip(&read(&self.folder.join("engines").join(format!("{}.js", engine.module)))?);
        if engine.package.is_some() { Ok(module) } else { Ok(module + gzip(&read(&self.folder.join(WASM))?)) }
    }
}

/// Makes the folder anew in `work`.
///
/// # Errors
/// [`Error::Missing`] without npm, and what the compilers say.
pub(super) fn bundle(root: &Path, toolbox: &Toolbox, work: &Path) -> Result<Site, Error> {
    let peers = root.join("benches").join("peers");
    let without = "measure the core alone with `cargo xtask bench --only native`";
    npm::install(&peers, "what the core is measured against (JavaScript)", without)?;
    let folder = work.join("site");
    remove(&folder)?;
    fs::create_dir_all(&folder).map_err(Error::io(format!("make the folder {}", folder.display())))?;
    let core = core(root, toolbox, &work.join("core"))?;
    copy(&core.join(WASM), &folder.join(WASM))?;
    copy(&peers.join("page.html"), &folder.join("index.html"))?;
    copy(&peers.join("harness.js"), &folder.join("harness.js"))?;
    let mut esbuild = Command::new(peers.join("node_modules").join(".bin").join("esbuild"));
    esbuild.current_dir(&peers).args(ENGINES.map(|engine| format!("engines/{}.js", engine.module)));
    esbuild.args(["--bundle", "--minify", "--format=esm", "--log-level=warning"]);
    esbuild.arg(format!("--outdir={}", folder.join("engines").display()));
    esbuild.arg(format!("--alias:core={}", core.join("core.js").display()));
    run::run(&mut esbuild)?;
    let package = read(&peers.join("package.json"))?;
    let package: Value = serde_json::from_slice(&package).unwrap_or_default();
    Ok(Site { folder, versions: package["devDependencies"].clone() })
}

/// The core's Wasm and its JavaScript, in a folder.
fn core(root: &Path, toolbox: &Toolbox, folder: &Path) -> Result<PathBuf, Error> {
    let target = "wasm32-unknown-unknown";
    let mut build = run::cargo(root);
    build.args(["build", "--release", "--package", PACKAGE, "--target", target]);
    run::run(as_shipped(&mut build, root))?;
    let built = target_folder(root)?.join(target).join("release").join(format!("{PACKAGE}.wasm"));
    let mut bindgen = toolbox.command("wasm-bindgen", root);
    bindgen.arg(built).args(["--target=web", "--no-typescript", "--out-name=core", "--out-dir"]).arg(folder);
    run::run(&mut bindgen)?;
    let wasm = folder.join(WASM);
    let mut smaller = toolbox.command("wasm-opt", root);
    smaller.arg("-Oz").args(page_options(root)?.split_whitespace()).arg(&wasm).arg("-o").arg(&wasm);
    run::run(&mut smaller)?;
    Ok(folder.to_path_buf())
}

/// The options of wasm-opt with which the page is made smaller.
fn page_options(root: &Path) -> Result<String, Error> {
    let page = read(&root.join("index.html"))?;
    Ok(attribute(&String::from_utf8_lossy(&page), "data-wasm-opt-params").unwrap_or_default().to_owned())
}

/// The value of an attribute of a page.
fn attribute<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    page.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value)
}

/// Where cargo puts what it builds.
fn target_folder(root: &Path) -> Result<PathBuf, Error> {
    let asked = run::cargo(root).args(["metadata", "--format-version=1", "--no-deps"]).output();
    let said: Value =
        serde_json::from_slice(&asked.map_err(Error::io("ask cargo"))?.stdout).unwrap_or_default();
    Ok(said["target_directory"].as_str().map_or_else(|| root.join("target"), PathBuf::from))
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(Error::io(format!("read {}", path.display())))
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::copy(from, to).map(|_| ()).map_err(Error::io(format!("copy {} to {}", from.display(), to.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes() {
        let page = "<link data-wasm-opt=\"z\"\n data-wasm-opt-params=\"--a --b\">";
        assert_eq!(attribute(page, "data-wasm-opt-params"), Some("--a --b"));
        assert_eq!(attribute(page, "data-bin"), None);
    }
}
