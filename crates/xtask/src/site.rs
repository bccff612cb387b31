//! Which file of a folder answers which address, as any static host would have it.
//! It reads no request and writes no response.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder served under a path (`/` or `/some/path/`).
#[derive(Debug)]
pub(crate) struct Site {
    folder: PathBuf,
    mount: String,
    isolated: bool,
}

/// What an address leads to.
#[derive(Debug, PartialEq)]
pub(crate) enum Answer {
    File(PathBuf),
    /// To the same address with a slash at its end, so that relative links work.
    Redirect(String),
    /// Nothing there; the site's own page for it, if it has one.
    NotFound(Option<PathBuf>),
}

impl Site {
    /// `folder` under `mount`, which starts and ends with a slash.
    pub(crate) fn new(folder: impl Into<PathBuf>, mount: &str) -> Self {
        Self { folder: folder.into(), mount: mount.into(), isolated: false }
    }

    /// The same, its pages shut off from those of other origins, for which browsers give them finer clocks and let them
    /// measure their memory. Few hosts do that, so only benchmarks are served like this.
    pub(crate) fn isolated(self) -> Self {
        Self { isolated: true, ..self }
    }

    /// The headers that go with every answer.
    pub(crate) fn headers(&self) -> &'static str {
        const ISOLATION: &str =
            "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n";
        if self.isolated { ISOLATION } else { "" }
    }

    /// The answer to a request's target (`/some/path/en/?theme=prison`).
    pub(crate) fn answer(&self, target: &str) -> Answer {
        let (path, query) =
            target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        if !path.is_empty() && format!("{path}/") == self.mount {
            return redirect(&self.mount, query);
        }
        let Some(segments) = path.strip_prefix(self.mount.as_str()).and_then(segments) else {
            return self.not_found();
        };
        let Some(found) = self.inside(&segments) else { return self.not_found() };
        if found.is_file() && !path.ends_with('/') {
            return Answer::File(found);
        }
        if !found.is_dir() {
            return self.not_found();
        }
        if !path.ends_with('/') {
            let encoded: Vec<String> = segments.iter().map(|segment| encode(segment)).collect();
            return redirect(&format!("{}{}/", self.mount, encoded.join("/")), query);
        }
        match found.join("index.html") {
            index if index.is_file() => Answer::File(index),
            _ => self.not_found(),
        }
    }

    /// The file or folder of these segments, if it is there and not outside by way of a link.
    fn inside(&self, segments: &[String]) -> Option<PathBuf> {
        let folder = fs::canonicalize(&self.folder).ok()?;
        let found =
            fs::canonicalize(segments.iter().fold(folder.clone(), |path, segment| path.join(segment)));
        found.ok().filter(|found| found.starts_with(&folder))
    }

    fn not_found(&self) -> Answer {
        Answer::NotFound(Some(self.folder.join("404.html")).filter(|page| page.is_file()))
    }
}

/// What kind of thing a file is, by its name. A wrong one for Wasm makes browsers slow,
/// a wrong one for modules makes them refuse.
pub(crate) fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

fn redirect(path: &str, query: Option<&str>) -> Answer {
    Answer::Redirect(query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}")))
}

/// The decoded parts of a path; none if one of them could lead elsewhere than down.
fn segments(path: &str) -> Option<Vec<String>> {
    let parts = path.split('/').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let part = decode(part)?;
            let harmless = part != "." && part != ".." && !part.contains(['/', '\\', '\0', ':']);
            harmless.then_some(part)
        })
        .collect()
}

fn decode(part: &str) -> Option<String> {
    let mut bytes = part.bytes();
    let mut decoded = Vec::with_capacity(part.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                let digits = std::str::from_utf8(&digits).ok()?;
                u8::from_str_radix(digits, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(decoded).ok()
}

fn encode(part: &str) -> String {
    let mut encoded = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte.into()),
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("xtask-site-{}-{name}", std::process::id()));
            for file in
                ["index.html", "en/films/index.html", "empty/x.txt", "app.wasm", "la fuga.txt", "404.html"]
            {
                let path = folder.join("dist").join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, file).unwrap();
            }
            fs::write(folder.join("secret"), "secret").unwrap();
            Self(fs::canonicalize(folder).unwrap())
        }

        fn file(&self, name: &str) -> Answer {
            Answer::File(self.0.join("dist").join(name))
        }

        fn absent(&self) -> Answer {
            Answer::NotFound(Some(self.0.join("dist/404.html")))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn files_folders_and_what_is_not_there() {
        let folder = Folder::new("files");
        let site = Site::new(folder.0.join("dist"), "/");
        assert_eq!(site.answer("/"), folder.file("index.html"));
        assert_eq!(site.answer("/?theme=prison"), folder.file("index.html"));
        assert_eq!(site.answer("/app.wasm"), folder.file("app.wasm"));
        assert_eq!(site.answer("/la%20fuga.txt"), folder.file("la fuga.txt"));
        assert_eq!(site.answer("/en/films/"), folder.file("en/films/index.html"));
        assert_eq!(site.answer("/en/films?q=x"), Answer::Redirect("/en/films/?q=x".into()));
        assert_eq!(site.answer("//en//films"), Answer::Redirect("/en/films/".into()));
        for absent in ["/nothing", "/empty/", "/app.wasm/", "/index.html/x", "nothing", "*", ""] {
            assert_eq!(site.answer(absent), folder.absent(), "{absent}");
        }
    }

    #[test]
    fn a_mount_is_the_whole_world() {
        let folder = Folder::new("mount");
        let site = Site::new(folder.0.join("dist"), "/some/path/");
        assert_eq!(site.answer("/some/path/"), folder.file("index.html"));
        assert_eq!(site.answer("/some/path"), Answer::Redirect("/some/path/".into()));
        assert_eq!(site.answer("/some/path/en/films"), Answer::Redirect("/some/path/en/films/".into()));
        for absent in ["/", "/some/", "/some/pathology", "/app.wasm"] {
            assert_eq!(site.answer(absent), folder.absent(), "{absent}");
        }
    }

    #[test]
    fn nothing_outside_the_folder() {
        let folder = Folder::new("outside");
        let site = Site::new(folder.0.join("dist"), "/");
        for outside in [
            "/../secret",
            "/en/../../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/..%5csecret",
            "/%00",
            "/%",
            "/%zz",
            "/%ff",
            "/c:/secret",
        ] {
            assert_eq!(site.answer(outside), folder.absent(), "{outside}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.0.join("secret"), folder.0.join("dist/link")).unwrap();
            assert_eq!(site.answer("/link"), folder.absent());
        }
    }

    #[test]
    fn kinds() {
        assert_eq!(mime(Path::new("a/app-1f_bg.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("app.js")), "text/javascript; charset=utf-8");
        assert_eq!(mime(Path::new("index.html")), "text/html; charset=utf-8");
        assert_eq!(mime(Path::new("site.webmanifest")), "application/manifest+json");
        assert_eq!(mime(Path::new("LICENSE")), "application/octet-stream");
    }
}
