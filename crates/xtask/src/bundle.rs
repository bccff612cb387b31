//! What Trunk has built, made smaller, and each file named by what is in it: one style sheet of all, glue
//! without white space, and short names between glue and Wasm, where wasm-bindgen's end in random digits that
//! do not compress. It does not know what the program does.

use std::fs;
use std::path::Path;

use crate::error::Error;

/// Finishes the bundle in a folder, before any page is made from its `index.html`.
///
/// # Errors
/// [`Error::Io`] if a file cannot be read or written, or if Trunk's output is not as it was known when this was
/// written.
pub(crate) fn finish(folder: &Path) -> Result<(), Error> {
    let index = folder.join("index.html");
    let mut html = read_text(&index)?;
    style_sheet(folder, &mut html)?;
    program(folder, &mut html)?;
    write(&index, html.as_bytes())
}

/// Joins the style sheets that the page links, in their order.
fn style_sheet(folder: &Path, html: &mut String) -> Result<(), Error> {
    const LINK: &str = "<link rel=\"stylesheet\" href=\"./";
    let mut css = String::new();
    let mut place = None;
    while let Some(start) = html.find(LINK) {
        let length = html[start..].find('>').map_or(html.len() - start, |end| end + 1);
        let link: String = html.drain(start..start + length).collect();
        let name = link[LINK.len()..].split('"').next().unwrap_or_default();
        css += &read_text(&folder.join(name))?;
        remove(&folder.join(name))?;
        place.get_or_insert(start);
    }
    if let Some(place) = place {
        let css = smaller_css(&css);
        let name = format!("style-{}.css", hash(css.as_bytes()));
        html.insert_str(place, &format!("{LINK}{name}\">"));
        write(&folder.join(name), css.as_bytes())?;
    }
    Ok(())
}

/// Makes the glue and the Wasm smaller and names them anew.
fn program(folder: &Path, html: &mut String) -> Result<(), Error> {
    let old_wasm = name_before(html, "_bg.wasm")?;
    let (old_js, old_wasm) = (format!("{old_wasm}.js"), format!("{old_wasm}_bg.wasm"));
    let (js_path, wasm_path) = (folder.join(&old_js), folder.join(&old_wasm));
    let js = smaller_js(&read_text(&js_path)?);
    let wasm = fs::read(&wasm_path).map_err(Error::io(format!("read {}", wasm_path.display())))?;
    let (js, wasm) = short_names(&js, &wasm).ok_or_else(|| unknown("the Wasm's imports"))?;

    let new_wasm = format!("desenlace-{}.wasm", hash(&wasm));
    let js = js.replace(&old_wasm, &new_wasm);
    let new_js = format!("desenlace-{}.js", hash(js.as_bytes()));
    *html = html.replace(&old_wasm, &new_wasm).replace(&old_js, &new_js);
    remove(&js_path)?;
    remove(&wasm_path)?;
    write(&folder.join(new_js), js.as_bytes())?;
    write(&folder.join(new_wasm), &wasm)
}

/// The name of the file that ends so, without its end, as the page calls it.
fn name_before(html: &str, end: &str) -> Result<String, Error> {
    let name = html.split(end).next().filter(|before| before.len() < html.len());
    let name = name.and_then(|before| before.rsplit(['/', '"', '\'']).next());
    name.map(str::to_owned).ok_or_else(|| unknown("index.html"))
}

/// A style sheet without comments and white space that means nothing.
fn smaller_css(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '/' if rest.starts_with("/*") => {
                space = true;
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            }
            ' ' | '\n' | '\r' | '\t' => {
                space = true;
                1
            }
            _ => {
                let matters = !small.is_empty() && !small.ends_with(['{', '}', ';', ',', ':']);
                if space && matters && !matches!(first, '{' | '}' | ';' | ',') {
                    small.push(' ');
                }
                space = false;
                if first == '}' && small.ends_with(';') {
                    small.pop();
                }
                let length = if matches!(first, '"' | '\'') { quoted(rest) } else { first.len_utf8() };
                small.push_str(&rest[..length]);
                length
            }
        };
        rest = &rest[taken..];
    }
    small
}

/// The length of the string that a text begins with, with both its quotes.
fn quoted(text: &str) -> usize {
    let mut letters = text.char_indices();
    let quote = letters.next().map(|(_, quote)| quote);
    while let Some((at, letter)) = letters.next() {
        if Some(letter) == quote {
            return at + 1;
        }
        if letter == '\\' {
            letters.next();
        }
    }
    text.len()
}

/// A script without the white space around its lines, and without lines of nothing but a comment. One with a
/// template over several lines is left as it is.
fn smaller_js(js: &str) -> String {
    if js.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return js.to_owned();
    }
    let lines = js.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Glue and Wasm with other names for what the Wasm imports; none if either is not as expected.
fn short_names(js: &str, wasm: &[u8]) -> Option<(String, Vec<u8>)> {
    const IMPORTS: u8 = 2;
    let mut js = js.to_owned();
    let (mut small, mut rest) = wasm.split_at_checked(8).map(|(head, rest)| (head.to_vec(), rest))?;
    while let Some((&kind, behind)) = rest.split_first() {
        let mut cursor = behind;
        let section = take_bytes(&mut cursor)?;
        if kind == IMPORTS {
            let renamed = renamed(section, &mut js)?;
            small.push(kind);
            put_bytes(&renamed, &mut small);
        } else {
            small.extend_from_slice(&rest[..rest.len() - cursor.len()]);
        }
        rest = cursor;
    }
    Some((js, small))
}

/// The import section with short names, which the glue gets as well. All imports are functions.
fn renamed(section: &[u8], js: &mut String) -> Option<Vec<u8>> {
    let mut rest = section;
    let mut short = Vec::with_capacity(section.len());
    let count = take_number(&mut rest)?;
    put_number(count, &mut short);
    for number in 0..count {
        let module = take_bytes(&mut rest)?;
        let name = std::str::from_utf8(take_bytes(&mut rest)?).ok()?;
        let (&kind, behind) = rest.split_first()?;
        rest = behind;
        let signature = take_number(&mut rest)?;
        let (long_key, key) = (format!("\n{name}: function"), format!("i{number}"));
        if kind != 0 || js.matches(&long_key).count() != 1 {
            return None;
        }
        *js = js.replace(&long_key, &format!("\n{key}: function"));
        put_bytes(module, &mut short);
        put_bytes(key.as_bytes(), &mut short);
        short.push(kind);
        put_number(signature, &mut short);
    }
    rest.is_empty().then_some(short)
}

/// Reads a number (unsigned LEB128).
fn take_number(from: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..32).step_by(7) {
        let (&byte, behind) = from.split_first()?;
        *from = behind;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Reads a number, and so many bytes.
fn take_bytes<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take_number(from)?;
    let (bytes, behind) = from.split_at_checked(usize::try_from(length).ok()?)?;
    *from = behind;
    Some(bytes)
}

fn put_number(mut number: u32, into: &mut Vec<u8>) {
    while number >= 0x80 {
        into.push(u8::try_from(number & 0x7f).unwrap_or(0) | 0x80);
        number >>= 7;
    }
    into.push(u8::try_from(number).unwrap_or(0));
}

fn put_bytes(bytes: &[u8], into: &mut Vec<u8>) {
    put_number(u32::try_from(bytes.len()).unwrap_or(u32::MAX), into);
    into.extend_from_slice(bytes);
}

/// Sixteen digits that differ where the bytes do (FNV-1a).
fn hash(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn unknown(what: &str) -> Error {
    Error::io("finish the bundle")(std::io::Error::other(format!(
        "{what} of this Trunk or wasm-bindgen is not as crates/xtask/src/bundle.rs expects"
    )))
}

fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::io(format!("read {}", path.display())))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(Error::io(format!("write {}", path.display())))
}

fn remove(path: &Path) -> Result<(), Error> {
    fs::remove_file(path).map_err(Error::io(format!("remove {}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_falls_away_where_it_means_nothing() {
        for (css, small) in [
            ("/* a */\na,\n b > c { color : red; }\n", "a,b > c{color :red}"),
            (
                "p :hover, p::before { content: \"; } /* \\\" \"; }",
                "p :hover,p::before{content:\"; } /* \\\" \"}",
            ),
            (
                "@media (min-width: 4rem) and (hover) { a { margin: 0 calc(1px + 2px); } }",
                "@media (min-width:4rem) and (hover){a{margin:0 calc(1px + 2px)}}",
            ),
            ("a{color:red/**/!important}", "a{color:red !important}"),
            ("url('a  b')é", "url('a  b')é"),
            ("", ""),
            ("/* never closed", ""),
            ("'never closed", "'never closed"),
        ] {
            assert_eq!(smaller_css(css), small);
        }
    }

    #[test]
    fn lines_of_a_script_lose_their_margins() {
        assert_eq!(smaller_js("  // x\n\n  let a = `b`; // c\n"), "let a = `b`; // c\n");
        assert_eq!(smaller_js("  let a = `\n  `;"), "  let a = `\n  `;");
    }

    /// A module that imports `m.long_name_1` and has a custom section.
    fn module() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let imports = [&[1, 1][..], b"m", &[11], b"long_name_1", &[0, 3]].concat();
        wasm.push(2);
        put_bytes(&imports, &mut wasm);
        wasm.extend([0, 2, 1, b'x']);
        wasm
    }

    #[test]
    fn imports_get_short_names_on_both_sides() {
        let js = "const imports = {\nlong_name_1: function() {}\n};";
        let (js, wasm) = short_names(js, &module()).unwrap();
        assert_eq!(js, "const imports = {\ni0: function() {}\n};");
        assert_eq!(wasm, b"\0asm\x01\0\0\0\x02\x08\x01\x01m\x02i0\0\x03\0\x02\x01x");
        assert_eq!(short_names("no such name", &module()), None);
        assert_eq!(short_names("", b"\0asm"), None);
        for cut in 9..module().len() {
            let _ = short_names("\nlong_name_1: function", &module()[..cut]);
        }
    }

    #[test]
    fn numbers_survive() {
        for number in [0, 1, 127, 128, 300, 1 << 21, u32::MAX] {
            let mut bytes = Vec::new();
            put_number(number, &mut bytes);
            assert_eq!(take_number(&mut bytes.as_slice()), Some(number));
        }
        assert_eq!(take_number(&mut [0x80_u8; 9].as_slice()), None);
    }

    #[test]
    fn a_bundle_is_finished() {
        let folder = std::env::temp_dir().join(format!("xtask-bundle-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let html = "<script>import './app-1.js'; init('./app-1_bg.wasm')</script>\
            <link rel=\"stylesheet\" href=\"./a-1.css\"/><link rel=\"stylesheet\" href=\"./b-1.css\"/>";
        for (name, text) in [
            ("index.html", html.as_bytes()),
            ("a-1.css", b"a { b: c; }"),
            ("b-1.css", b"d { e: f; }"),
            ("app-1.js", b"{\n  long_name_1: function() {}\n}\n'app-1_bg.wasm'"),
            ("app-1_bg.wasm", &module()),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        finish(&folder).unwrap();
        let mut names: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let [js, wasm, index, css] = names.as_slice() else { panic!("{names:?}") };
        assert_eq!(index, "index.html");
        let html = fs::read_to_string(folder.join(index)).unwrap();
        assert_eq!(
            html,
            format!(
                "<script>import './{js}'; init('./{wasm}')</script><link rel=\"stylesheet\" href=\"./{css}\">"
            )
        );
        assert_eq!(fs::read_to_string(folder.join(css)).unwrap(), "a{b:c}d{e:f}");
        assert_eq!(
            fs::read_to_string(folder.join(js)).unwrap(),
            format!("{{\ni0: function() {{}}\n}}\n'{wasm}'\n")
        );
        fs::remove_dir_all(folder).unwrap();
    }
}
