//! What a file is, in a few letters: its name in the bundle, and the integrity that browsers check (SHA-384).
//! It knows nothing of files.

use sha2::{Digest, Sha256, Sha384};

/// Sixteen digits that differ where the bytes do.
pub(crate) fn name(bytes: &[u8]) -> String {
    Sha384::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The integrity of a file, as browsers take it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// A script or style sheet that stands in a page, as its policy names it.
pub(crate) fn source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text)))
}

/// Bytes as letters.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |group: u32, shift: u32| char::from(LETTERS[(group >> shift & 63) as usize]);
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().enumerate().fold(0, |group, (at, byte)| group | u32::from(*byte) << (16 - 8 * at));
        text.extend([letter(group, 18), letter(group, 12)]);
        text.push(if chunk.len() > 1 { letter(group, 6) } else { '=' });
        text.push(if chunk.len() > 2 { letter(group, 0) } else { '=' });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_as_letters() {
        let letters = ["", "f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes()));
        assert_eq!(letters, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]);
        assert_eq!(base64(&[0xff, 0xef, 0xbe]), "/+++");
    }

    #[test]
    fn digests_that_a_browser_would_compute() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        assert_eq!(source("doSomething();"), "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='");
        assert_eq!(name(b"a").len(), 16);
        assert_ne!(name(b"a"), name(b"b"));
    }
}
