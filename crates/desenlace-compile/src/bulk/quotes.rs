//! Where the cells of a CSV row begin, and whether its quotes are in order. The reader of the `csv` crate takes
//! any bytes and never complains; an unclosed quote would swallow rows in silence.

/// What is wrong with the quotes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A quote that is opened here is never closed.
    Unclosed(usize),
    /// Something stands between a closing quote and the next delimiter.
    Behind(usize),
}

/// Where each cell of a row begins, in bytes, and the first fault of its quotes. `row` may end with a line break.
pub(super) fn scan(row: &[u8], delimiter: u8) -> (Vec<usize>, Option<Fault>) {
    let end = row.len() - row.iter().rev().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let mut starts = Vec::new();
    let mut fault = None;
    let mut at = 0;
    loop {
        starts.push(at);
        if row.get(at) == Some(&b'"') {
            let opened = at;
            at += 1;
            loop {
                match row.get(at) {
                    None => {
                        fault = fault.or(Some(Fault::Unclosed(opened)));
                        return (starts, fault);
                    }
                    Some(b'"') if row.get(at + 1) == Some(&b'"') => at += 2,
                    Some(b'"') => break,
                    Some(_) => at += 1,
                }
            }
            at += 1;
            if at < end && row[at] != delimiter {
                fault = fault.or(Some(Fault::Behind(at)));
            }
        }
        match row.get(at..end).and_then(|rest| rest.iter().position(|byte| *byte == delimiter)) {
            Some(next) => at += next + 1,
            None => return (starts, fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_faults() {
        for (row, starts, fault) in [
            ("", vec![0], None),
            ("a,b\r\n", vec![0, 2], None),
            ("a,,", vec![0, 2, 3], None),
            ("\"a,b\",c\n", vec![0, 6], None),
            ("\"a \"\"b\"\"\",5\" disk", vec![0, 10], None),
            ("a,\"b\nc\",d", vec![0, 2, 8], None),
            ("a,\"b,c\n", vec![0, 2], Some(Fault::Unclosed(2))),
            ("\"a\"b,c", vec![0, 5], Some(Fault::Behind(3))),
            ("\"", vec![0], Some(Fault::Unclosed(0))),
            ("\"\"", vec![0], None),
        ] {
            assert_eq!(scan(row.as_bytes(), b','), (starts, fault), "{row:?}");
        }
    }
}
