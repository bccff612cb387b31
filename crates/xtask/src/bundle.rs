//! What Trunk has built, finished: one style sheet of all, glue without white space, short names between glue
//! and Wasm, the scripts around the program, each file named by what is in it, and a page that lets nothing else run.
//! It does not know what the program does.

mod imports;
mod page;
pub(crate) mod smaller;

use std::fs;
use std::path::Path;

use crate::digest;
use crate::error::Error;
use crate::words::Words;
use page::Page;
use smaller::{smaller_css, smaller_js};

/// The folder of all files that are named by their content.
pub(crate) const ASSETS: &str = "assets";

/// The finished bundle, as far as something else is made of it.
pub(crate) struct Bundle {
    /// The page that all pages are made from.
    pub(crate) page: String,
    /// All style sheets as one.
    pub(crate) style: Asset,
    /// The glue of wasm-bindgen, without anything that starts it.
    pub(crate) glue: String,
    pub(crate) wasm: Asset,
    pub(crate) preferences: Asset,
    pub(crate) watch: Asset,
}

/// Finishes the bundle in a folder, before any page is made from its `index.html`. The scripts are of the
/// checkout `root`.
///
/// # Errors
/// [`Error::Io`] if a file cannot be read or written, or if Trunk's output is not as it was known when this was
/// written.
pub(crate) fn finish(root: &Path, folder: &Path, words: &Words) -> Result<Bundle, Error> {
    let assets = folder.join(ASSETS);
    fs::create_dir_all(&assets).map_err(Error::io(format!("make the folder {}", assets.display())))?;
    let scripts = root.join("scripts");
    let index = folder.join("index.html");
    let mut page = Page::new(read_text(&index)?);

    let css = style_sheet(folder, &mut page)?;
    let css = fonts(folder, &css, &mut page)?;
    let style = keep(folder, "style", "css", css.as_bytes())?;
    for icon in page.take_links("icon") {
        let svg = read_text(&folder.join(&icon))?;
        remove(&folder.join(&icon))?;
        page.add_icon(&keep(folder, "icon", "svg", svg.as_bytes())?);
    }
    let (glue, wasm) = program(folder, &page)?;
    let start = smaller_js(&read_text(&scripts.join("start.js"))?);
    let start = start.replace("{wasm}", wasm.name()).replace("{integrity}", &wasm.integrity);
    let program = keep(folder, "desenlace", "js", [glue.as_str(), &start].concat().as_bytes())?;
    let watch = read_text(&scripts.join("watch.js"))?.replace("\"{words}\"", &words.of_the_watch());
    let watch = keep(folder, "watch", "js", smaller_js(&watch).as_bytes())?;
    let preferences = smaller_js(&read_text(&scripts.join("preferences.js"))?);
    let preferences = keep(folder, "preferences", "js", preferences.as_bytes())?;
    let page = page.finished(&style, &preferences, &watch, &program).ok_or_else(|| unknown("index.html"))?;
    write(&index, page.as_bytes())?;
    Ok(Bundle { page, style, glue, wasm, preferences, watch })
}

/// A file of the bundle: its address, and what its content must be.
pub(crate) struct Asset {
    /// Relative to the root of the site.
    pub(crate) address: String,
    pub(crate) integrity: String,
}

impl Asset {
    /// Its address for the files beside it.
    pub(crate) fn name(&self) -> &str {
        self.address.rsplit('/').next().unwrap_or_default()
    }
}

/// Writes a file under a name that says what is in it.
pub(crate) fn keep(folder: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<Asset, Error> {
    let address = format!("{ASSETS}/{name}-{}.{extension}", digest::name(bytes));
    write(&folder.join(&address), bytes)?;
    Ok(Asset { address, integrity: digest::integrity(bytes) })
}

/// All style sheets of the page as one, in their order.
fn style_sheet(folder: &Path, page: &mut Page) -> Result<String, Error> {
    let mut css = String::new();
    for name in page.take_links("stylesheet") {
        css += &read_text(&folder.join(&name))?;
        remove(&folder.join(name))?;
    }
    Ok(smaller_css(&css))
}

/// Names the fonts of a style sheet by their content. Those that are of use only at once are announced in the page.
fn fonts(folder: &Path, css: &str, page: &mut Page) -> Result<String, Error> {
    const URL: &str = "url(\"";
    let mut pieces = css.split(URL);
    let mut finished = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').ok_or_else(|| unknown("the style sheet"))?;
        let path = folder.join(address);
        let (Some(name), Some(extension)) = (path.file_stem(), path.extension()) else {
            return Err(unknown("the style sheet"));
        };
        let bytes = read(&path)?;
        let font = keep(folder, &name.to_string_lossy(), &extension.to_string_lossy(), &bytes)?;
        remove(&path)?;
        if rest.split('}').next().is_some_and(|face| face.contains("font-display:optional")) {
            page.add_font(&font);
        }
        finished += &[URL, font.name(), "\"", rest].concat();
    }
    Ok(finished)
}

/// Makes glue and Wasm smaller, and keeps the Wasm.
fn program(folder: &Path, page: &Page) -> Result<(String, Asset), Error> {
    let name = page.program().ok_or_else(|| unknown("index.html"))?;
    let (js_path, wasm_path) = (folder.join(format!("{name}.js")), folder.join(format!("{name}_bg.wasm")));
    let glue = read_text(&js_path)?;
    // Nobody imports from a script that starts by itself, and it starts in one way.
    let (glue, _) = glue.rsplit_once("export {").ok_or_else(|| unknown("the glue"))?;
    let glue = without_function(glue, "initSync");
    let (glue, wasm) = imports::short_names(&smaller_js(&glue), &read(&wasm_path)?)
        .ok_or_else(|| unknown("the Wasm's imports"))?;
    remove(&js_path)?;
    remove(&wasm_path)?;
    Ok((glue, keep(folder, "desenlace", "wasm", &wasm)?))
}

/// A script without one of its outermost functions, if it has it.
fn without_function(script: &str, name: &str) -> String {
    let start = script.find(&format!("\nfunction {name}("));
    let end = start.and_then(|start| Some(start + script[start..].find("\n}\n")? + 2));
    match (start, end) {
        (Some(start), Some(end)) => [&script[..start], &script[end..]].concat(),
        _ => script.to_owned(),
    }
}

fn unknown(what: &str) -> Error {
    Error::io("finish the bundle")(std::io::Error::other(format!(
        "{what} of this Trunk or wasm-bindgen is not as crates/xtask/src/bundle.rs expects"
    )))
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(Error::io(format!("read {}", path.display())))
}

/// Reads a file of text.
pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::io(format!("read {}", path.display())))
}

/// Writes a file.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(Error::io(format!("write {}", path.display())))
}

fn remove(path: &Path) -> Result<(), Error> {
    fs::remove_file(path).map_err(Error::io(format!("remove {}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_is_finished() {
        let folder = std::env::temp_dir().join(format!("xtask-bundle-{}", std::process::id()));
        fs::create_dir_all(folder.join("scripts")).unwrap();
        fs::create_dir_all(folder.join("fonts")).unwrap();
        let html = "<head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"./icon-1.svg\"/>\n\
            <script type=\"module\">import './app-1.js'; init('./app-1_bg.wasm')</script>\
            <link rel=\"stylesheet\" href=\"./a-1.css\"/>\n<link rel=\"stylesheet\" href=\"./b-1.css\"/>\n\
            <link rel=\"modulepreload\" href=\"./app-1.js\"><link rel=\"preload\" href=\"./app-1_bg.wasm\"></head>";
        for (name, text) in [
            ("index.html", html.as_bytes()),
            ("icon-1.svg", b"<svg/>"),
            ("a-1.css", b"@font-face { src: url(\"fonts/a.woff2\"); font-display: optional; }"),
            ("b-1.css", b"d { e: f; }"),
            ("fonts/a.woff2", b"font"),
            (
                "app-1.js",
                b"{\n  long_name_1: function() {}\n}\nfunction initSync(a) {\n  if (a) {\n  }\n}\nexport { a };\n",
            ),
            ("app-1_bg.wasm", &imports::tests::module()),
            ("scripts/start.js", b"// note\nstart('{wasm}', '{integrity}');\n"),
            ("scripts/preferences.js", b"// first\nfor (;;) {}\n"),
            ("scripts/watch.js", b"const WORDS = \"{words}\";\n"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        let words =
            Words::read_from("[en]\nfailed=\"no\"\n[es]\nfailed=\"no\"\n[pt]\nfailed=\"não\"").unwrap();
        finish(&folder, &folder, &words).unwrap();

        let mut names: Vec<String> = fs::read_dir(folder.join(ASSETS))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort_by_key(|name| (name.rsplit('.').next().map(str::to_owned), name.clone()));
        let [css, js, preferences, watch, icon, wasm, font] = names.as_slice() else { panic!("{names:?}") };
        let text = |name: &str| fs::read_to_string(folder.join(ASSETS).join(name)).unwrap();
        assert_eq!(text(css), format!("@font-face{{src:url(\"{font}\");font-display:optional}}d{{e:f}}"));
        let integrity = |name: &str| digest::integrity(&fs::read(folder.join(ASSETS).join(name)).unwrap());
        assert_eq!(text(js), format!("{{\ni0() {{}}\n}}\nstart('{wasm}', '{}');\n", integrity(wasm)));
        assert_eq!(
            text(watch),
            "const WORDS = {\"en\":{\"failed\":\"no\"},\"es\":{\"failed\":\"no\"},\"pt\":{\"failed\":\"não\"}};\n"
        );
        let html = read_text(&folder.join("index.html")).unwrap();
        for (name, beginning) in [
            (css, "<link rel=\"stylesheet\" href=\"assets/"),
            (js, "<script type=\"module\" src=\"assets/"),
            (preferences, "<script src=\"assets/"),
            (watch, "<script defer src=\"assets/"),
        ] {
            let element = format!("{beginning}{name}\" integrity=\"{}\"", integrity(name));
            assert_eq!(html.matches(&element).count(), 1, "{element} in {html}");
        }
        assert!(
            html.contains(&format!("<link rel=\"icon\" href=\"assets/{icon}\" type=\"image/svg+xml\">")),
            "{html}"
        );
        assert!(html.contains(&format!("as=\"font\" href=\"assets/{font}\"")), "{html}");
        assert!(!html.contains("init(") && !html.contains("modulepreload"), "{html}");
        fs::remove_dir_all(folder).unwrap();
    }
}
