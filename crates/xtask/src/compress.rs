//! Copies of files made smaller beforehand, for hosts that send such copies instead: `.gz` and `.br` beside each.
//! It does not know what is in them.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::bundle::{read, write};
use crate::error::Error;

/// The kinds of file that become smaller; pictures and fonts are compressed already.
const KINDS: [&str; 9] = ["html", "css", "js", "wasm", "json", "svg", "txt", "xml", "webmanifest"];

/// Writes the copies of all files under a folder.
///
/// # Errors
/// [`Error::Io`] if a file cannot be read or written.
pub(crate) fn write_copies(folder: &Path) -> Result<(), Error> {
    let doing = || Error::io(format!("read {}", folder.display()));
    for entry in fs::read_dir(folder).map_err(doing())? {
        let path = entry.map_err(doing())?.path();
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if path.is_dir() {
            write_copies(&path)?;
        } else if KINDS.contains(&extension) {
            let bytes = read(&path)?;
            let compressing = || Error::io(format!("compress {}", path.display()));
            let copies = [("gz", gzip(&bytes)), ("br", brotli(&bytes))];
            for (ending, copy) in copies {
                write(&path.with_extension(format!("{extension}.{ending}")), &copy.map_err(compressing())?)?;
            }
        }
    }
    Ok(())
}

/// Bytes as `gzip -9` leaves them.
pub(crate) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Bytes as `brotli -q 9` leaves them: two more steps would take minutes for a twentieth.
fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn copies_hold_what_their_files_hold() {
        let folder = std::env::temp_dir().join(format!("xtask-compress-{}", std::process::id()));
        fs::create_dir_all(folder.join("en")).unwrap();
        let text = "a thread comes loose ".repeat(100);
        write(&folder.join("en/index.html"), text.as_bytes()).unwrap();
        write(&folder.join("font.woff2"), b"font").unwrap();
        write_copies(&folder).unwrap();
        let mut found = String::new();
        let gz = read(&folder.join("en/index.html.gz")).unwrap();
        flate2::read::GzDecoder::new(gz.as_slice()).read_to_string(&mut found).unwrap();
        assert_eq!(found, text);
        let br = read(&folder.join("en/index.html.br")).unwrap();
        let mut found = Vec::new();
        brotli::BrotliDecompress(&mut br.as_slice(), &mut found).unwrap();
        assert_eq!(found, text.as_bytes());
        assert!(gz.len() < 100 && br.len() < 100);
        assert!(!folder.join("font.woff2.gz").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
