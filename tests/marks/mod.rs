//! Which elements, attributes, links and texts HTML consists of, read as strictly as Yew writes it: what is written
//! otherwise is a mistake. It does not know what they mean.

use std::collections::BTreeSet;

/// What HTML consists of.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// The names of elements, and of attributes with a space in front.
    names: BTreeSet<String>,
    /// Where links, forms and pictures lead.
    pub(crate) links: Vec<String>,
    /// The values of all attributes.
    pub(crate) values: Vec<String>,
    /// What is left without marks, one text after the other.
    pub(crate) text: String,
}

impl Marks {
    /// Reads HTML.
    ///
    /// # Panics
    /// Where something is not written as Yew writes it.
    pub(crate) fn of(html: &str) -> Self {
        let mut marks = Self::default();
        let mut rest = html;
        while let Some((text, tag)) = rest.split_once('<') {
            marks.text += &letters(text);
            let (name, after) = name(tag.strip_prefix('/').unwrap_or(tag));
            marks.names.insert(name.to_owned());
            rest = marks.attributes(after);
        }
        marks.text += &letters(rest);
        marks
    }

    /// Both together.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.names.extend(other.names);
        self
    }

    /// The names that others do not know.
    pub(crate) fn beyond<'a>(&'a self, known: &'a Self) -> Vec<&'a str> {
        self.names.difference(&known.names).map(String::as_str).collect()
    }

    /// Reads attributes and the end of their tag, and gives what stands behind.
    fn attributes<'a>(&mut self, mut rest: &'a str) -> &'a str {
        loop {
            if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
                return after;
            }
            let (name, after) = name(rest.strip_prefix(' ').unwrap());
            self.names.insert(format!(" {name}"));
            rest = after;
            if let Some(value) = after.strip_prefix("=\"") {
                let (value, after) = value.split_once('"').unwrap();
                let value = letters(value);
                if matches!(name, "href" | "src" | "action" | "formaction" | "xlink:href" | "data" | "poster")
                {
                    self.links.push(value.clone());
                }
                self.values.push(value);
                rest = after;
            }
        }
    }
}

/// A name, and what stands behind it.
fn name(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-:_".contains(letter)));
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    assert!(!name.is_empty(), "no name at {}", &text[..text.len().min(60)]);
    (name, rest)
}

/// Text with its letters as they are meant.
fn letters(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    named.into_iter().fold(text.to_owned(), |text, (name, letter)| text.replace(name, letter))
}
