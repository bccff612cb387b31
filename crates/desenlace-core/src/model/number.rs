//! Numbers as they are packed where many are small: seven bits a byte, the lowest first, the highest bit where more
//! follow. It does not know what a number means.

/// Takes the next number; none where the bytes end before it does.
#[inline(always)] // most numbers have one byte or two, and the loops over them are where a keystroke spends its time
pub(crate) fn number(bytes: &mut &[u8]) -> Option<usize> {
    match **bytes {
        [byte, ref rest @ ..] if byte < 0x80 => {
            *bytes = rest;
            Some(usize::from(byte))
        }
        [low, high, ref rest @ ..] if high < 0x80 => {
            *bytes = rest;
            Some(usize::from(low & 0x7f) | usize::from(high) << 7)
        }
        _ => long_number(bytes),
    }
}

#[inline(never)]
fn long_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0usize;
    for shift in (0..usize::BITS).step_by(7) {
        let (&byte, behind) = bytes.split_first()?;
        *bytes = behind;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Writes a number.
pub(crate) fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
