//! Short names between glue and Wasm, where wasm-bindgen's end in random digits that do not compress. It reads
//! nothing of the Wasm but its imports.

/// Glue and Wasm with other names for what the Wasm imports; none if either is not as expected.
pub(super) fn short_names(js: &str, wasm: &[u8]) -> Option<(String, Vec<u8>)> {
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
        *js = js.replace(&long_key, &format!("\n{key}")); // a method
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A module that imports `m.long_name_1` and has a custom section.
    pub(in crate::bundle) fn module() -> Vec<u8> {
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
        assert_eq!(js, "const imports = {\ni0() {}\n};");
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
}
