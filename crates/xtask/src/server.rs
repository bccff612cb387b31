//! A small static web server for trying and testing the bundle: HTTP/1.1, GET and HEAD, one thread
//! per connection. It is not for the public and knows nothing of what it serves.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::error::Error;
use crate::site::{Answer, Site, mime};

/// Long enough for any address the page makes, short enough to bound memory.
const LONGEST_HEAD: u64 = 64 * 1024;
const IDLE: Duration = Duration::from_secs(15);

/// Takes a port.
///
/// # Errors
/// [`Error::PortInUse`] with the next free one, [`Error::Io`] if the address cannot be listened on.
pub(crate) fn bind(address: IpAddr, port: u16) -> Result<TcpListener, Error> {
    TcpListener::bind((address, port)).map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => {
            let above = (1..100).filter_map(|step| port.checked_add(step));
            let free = above.into_iter().find(|port| TcpListener::bind((address, *port)).is_ok());
            Error::PortInUse { address, port, free }
        }
        _ => Error::io(format!("listen on {address}, port {port}"))(source),
    })
}

/// Answers for ever.
pub(crate) fn answer_all(listener: &TcpListener, site: Site) {
    let site = Arc::new(site);
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        thread::spawn(move || connection(&stream, &site).ok());
    }
}

/// Answers in the background, on a free port of this machine, for as long as this process lives.
///
/// # Errors
/// [`Error::Io`] if there is no free port.
pub(crate) fn in_background(site: Site) -> Result<SocketAddr, Error> {
    let listener = bind(Ipv4Addr::LOCALHOST.into(), 0)?;
    let address = listener.local_addr().map_err(Error::io("find out the port of the web server"))?;
    thread::spawn(move || answer_all(&listener, site));
    Ok(address)
}

/// Answers one request after the other until the client has enough.
fn connection(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let Some(request) = read_request(&mut reader)? else { return Ok(()) };
        let response = respond(&request, site);
        let mut writer = stream;
        writer.write_all(&response)?;
        if request.last {
            return Ok(());
        }
    }
}

#[derive(Debug, PartialEq)]
struct Request {
    method: String,
    target: String,
    /// Whether the client takes compressed copies.
    gzip: bool,
    /// Whether the client wants the connection closed after this one.
    last: bool,
}

/// The next request; none at the end of the stream.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace().map(String::from);
    let (Some(method), Some(target), version) = (words.next(), words.next(), words.next()) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let mut last = version.as_deref() != Some("HTTP/1.1");
    let mut gzip = false;
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let header = line.trim().to_ascii_lowercase();
        if header.is_empty() {
            return Ok(Some(Request { method, target, gzip, last }));
        }
        gzip |= header.strip_prefix("accept-encoding:").is_some_and(|kinds| kinds.contains("gzip"));
        // A body is not read, so what follows it could not be understood.
        last |= header == "connection: close"
            || header.starts_with("content-length:")
            || header.starts_with("transfer-encoding:");
    }
}

fn respond(request: &Request, site: &Site) -> Vec<u8> {
    let (status, headers, body) = match request.method.as_str() {
        "GET" | "HEAD" => match site.answer(&request.target) {
            Answer::File(path) => page("200 OK", &path, request.gzip),
            Answer::NotFound(Some(path)) => page("404 Not Found", &path, request.gzip),
            Answer::NotFound(None) => text("404 Not Found", "Nothing here.\n"),
            Answer::Redirect(to) => ("301 Moved Permanently", format!("Location: {to}\r\n"), Vec::new()),
        },
        _ => text("405 Method Not Allowed", "GET and HEAD only.\n"),
    };
    // `no-cache`: what is served changes under the same names, from one build to the next.
    let closing = if request.last { "Connection: close\r\n" } else { "" };
    let (length, always) = (body.len(), site.headers());
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}{always}Content-Length: {length}\r\nCache-Control: no-cache\r\n{closing}\r\n"
    );
    let mut response = head.into_bytes();
    if request.method != "HEAD" {
        response.extend(body);
    }
    response
}

type Parts = (&'static str, String, Vec<u8>);

/// A file, or its compressed copy where there is one and the client takes it.
fn page(status: &'static str, path: &Path, gzip: bool) -> Parts {
    let content_type = format!("Content-Type: {}\r\n", mime(path));
    if gzip && let Ok(copy) = fs::read(compressed(path)) {
        return (status, content_type + "Content-Encoding: gzip\r\n", copy);
    }
    match fs::read(path) {
        Ok(body) => (status, content_type, body),
        Err(_) => text("500 Internal Server Error", "This file cannot be read.\n"),
    }
}

/// Where the compressed copy of a file lies, as `dist --compress` writes it.
fn compressed(path: &Path) -> PathBuf {
    let mut copy = path.as_os_str().to_owned();
    copy.push(".gz");
    copy.into()
}

fn text(status: &'static str, text: &str) -> Parts {
    (status, "Content-Type: text/plain; charset=utf-8\r\n".into(), text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn talk(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = Vec::new();
        stream.read_to_end(&mut response).unwrap();
        String::from_utf8(response).unwrap()
    }

    #[test]
    fn requests_over_one_connection() {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        fs::create_dir_all(folder.join("en")).unwrap();
        fs::write(folder.join("en/index.html"), "hola").unwrap();
        fs::write(folder.join("404.html"), "nada").unwrap();
        fs::write(folder.join("404.html.gz"), "n").unwrap();
        let address = in_background(Site::new(&folder, "/some/path/")).unwrap();

        let said = talk(
            address,
            "GET /some/path/en/?q=x HTTP/1.1\r\nHost: x\r\n\r\n\
             HEAD /some/path/en/ HTTP/1.1\r\n\r\n\
             GET /some/path/en HTTP/1.1\r\n\r\n\
             GET /elsewhere HTTP/1.1\r\nConnection: close\r\n\r\n",
        );
        let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 4\r\n\
                  Cache-Control: no-cache\r\n\r\n";
        let expected = [
            format!("{ok}hola"),
            ok.into(),
            "HTTP/1.1 301 Moved Permanently\r\nLocation: /some/path/en/\r\nContent-Length: 0\r\n\
             Cache-Control: no-cache\r\n\r\n"
                .into(),
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 4\r\n\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\nnada"
                .into(),
        ];
        assert_eq!(said, expected.concat());
        let said = talk(
            address,
            "GET /elsewhere HTTP/1.1\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n",
        );
        assert!(
            said.contains("Content-Encoding: gzip\r\nContent-Length: 1\r\n") && said.ends_with("\r\n\r\nn"),
            "{said}"
        );
        assert!(talk(address, "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx").starts_with("HTTP/1.1 405 "));
        assert_eq!(talk(address, "nonsense\r\n\r\n"), "");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_taken_port_is_named_with_a_free_one() {
        let taken = bind(Ipv4Addr::LOCALHOST.into(), 0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = bind(Ipv4Addr::LOCALHOST.into(), port).unwrap_err().to_string();
        assert!(error.starts_with(&format!("port {port} of 127.0.0.1 is in use")), "{error}");
        assert!(error.contains("`--port "), "{error}");
    }
}
