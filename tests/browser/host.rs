//! A host of a test's own, on which anything can go wrong: it serves `dist/`, with a witness on each page, but a test may
//! change every answer, and take the host away. It knows HTTP as far as a browser asks for it.

use crate::engine::setting;
use crate::witness;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// What the host would answer, for a test to change.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) body: Vec<u8>,
    pub(crate) delay: Duration,
}

impl Answer {
    /// Changes the text of the answer.
    pub(crate) fn edit(&mut self, change: impl FnOnce(String) -> String) {
        self.body = change(String::from_utf8(std::mem::take(&mut self.body)).unwrap()).into_bytes();
    }
}

/// A host that serves the site under a path.
pub(crate) struct Host {
    root: String,
    closed: Arc<AtomicBool>,
}

/// The folder of the site.
pub(crate) fn dist() -> PathBuf {
    PathBuf::from(setting("DESENLACE_DIST"))
}

impl Host {
    /// Opens a host whose site is at `mount`; `change` may change each answer, given its path within the site.
    pub(crate) fn open(
        mount: &'static str,
        change: impl Fn(&str, &mut Answer) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let root = format!("http://{}{mount}", listener.local_addr().unwrap());
        let closed = Arc::new(AtomicBool::new(false));
        let (is_closed, change) = (Arc::clone(&closed), Arc::new(change));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A closed host hangs up on whoever calls.
                if !is_closed.load(Ordering::SeqCst) {
                    let change = Arc::clone(&change);
                    thread::spawn(move || answer(&stream, mount, &*change).ok());
                }
            }
        });
        Self { root, closed }
    }

    /// The address of the site.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    /// Takes the host away.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
    }
}

/// A page that is a window on another, smaller than browsers let their own be: `small-window.html?320x256/en/films/`.
pub(crate) const SMALL_WINDOW: &str = "small-window.html";

fn small_window(query: &str) -> String {
    let (size, address) = query.split_once('/').unwrap_or_default();
    let (width, height) = size.split_once('x').unwrap_or_default();
    format!(
        "<!doctype html><html lang=\"en\"><head><title>A small window</title>
        <link rel=\"icon\" href=\"data:,\"></head><body>
        <iframe width=\"{width}\" height=\"{height}\" src=\"{address}\" frameborder=\"0\"></iframe></body></html>"
    )
}

/// Answers the one request of a connection.
fn answer(stream: &TcpStream, mount: &str, change: &dyn Fn(&str, &mut Answer)) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The head is read to its end, or the browser would not listen.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let inside = path.strip_prefix(mount);
    let file = inside.filter(|inside| !inside.contains("..")).map(|inside| dist().join(inside));
    let file = file.map(|file| if file.is_dir() { file.join("index.html") } else { file });
    let (status, body) = match file.and_then(|file| fs::read(file).ok()) {
        Some(body) => (200, body),
        None if inside == Some(SMALL_WINDOW) => (200, small_window(query).into_bytes()),
        None => (404, fs::read(dist().join("404.html")).unwrap()),
    };
    let kind = match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css",
        "txt" => "text/plain",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        _ => "text/html; charset=utf-8",
    };
    let mut answer = Answer { status, kind, body, delay: Duration::ZERO };
    if status == 404 {
        answer.kind = "text/html; charset=utf-8";
    }
    if answer.kind.starts_with("text/html") {
        answer.edit(|page| witness::before(&page));
    }
    change(inside.unwrap_or_default(), &mut answer);
    thread::sleep(answer.delay);
    let Answer { status, kind, body, .. } = answer;
    let mut writer = stream;
    write!(
        writer,
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    writer.write_all(&body)
}
