//! Style sheets and scripts without what is only for people. It knows their grammar just well enough to leave
//! their meaning alone.

/// A style sheet without comments and white space that means nothing.
pub(super) fn smaller_css(css: &str) -> String {
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
pub(crate) fn smaller_js(js: &str) -> String {
    let lines = js.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    if lines.clone().any(|line| line.matches('`').count() % 2 == 1) {
        return js.to_owned();
    }
    lines.flat_map(|line| [line, "\n"]).collect()
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
        assert_eq!(smaller_js("// `a\n// b`\n  let a;\n"), "let a;\n");
        assert_eq!(smaller_js("  let a = `\n  `;"), "  let a = `\n  `;");
    }
}
