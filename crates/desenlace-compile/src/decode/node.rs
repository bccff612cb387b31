//! A TOML value with the place it stands at, and the fields of a table taken out one by one.

use super::Decode;
use crate::nearest::nearest;
use crate::report::{Report, Spot};
use toml::de::{DeTable, DeValue};

/// A value, where it stands, and the name it stands under.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    /// The name of the field, or of the list it is in.
    pub(crate) name: &'a str,
    /// The value.
    pub(crate) value: &'a DeValue<'a>,
    /// Where it begins.
    pub(crate) spot: Spot,
    /// Whether the file has syntax errors, so that what seems to be left out may only be out of sight.
    pub(crate) damaged: bool,
}

impl<'a> Node<'a> {
    /// A value inside this one.
    pub(crate) fn inner(self, name: &'a str, value: &'a toml::Spanned<DeValue<'a>>) -> Self {
        Self { name, value: value.get_ref(), spot: self.spot.at(value.span().start), damaged: self.damaged }
    }

    /// Reports that this is not what it must be.
    pub(crate) fn mistyped(self, form: &str, example: &str, report: &mut Report) {
        let Self { name, spot, .. } = self;
        let found = match self.value {
            DeValue::String(_) => "a text in quotes",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let hint = format!("write it like this: {name} = {example}");
        report.error(spot, format!("“{name}” must be {form}, not {found}"), hint);
    }
}

/// The fields of a table, taken out one by one.
pub(crate) struct Fields<'a> {
    node: Node<'a>,
    table: Option<&'a DeTable<'a>>,
    /// The fields that were looked for.
    known: Vec<String>,
    /// Those of them that must be there and are not, with what their doc comments say.
    missing: Vec<(String, &'static str)>,
}

impl<'a> Fields<'a> {
    /// Opens a table; where the value is none, that is reported, and its fields are not.
    pub(crate) fn open(node: Node<'a>, report: &mut Report) -> Self {
        let table = node.value.as_table();
        if table.is_none() {
            node.mistyped("a table", "{ … }", report);
        }
        Self { node, table, known: Vec::new(), missing: Vec::new() }
    }

    /// Reads a field. `about` is what its doc comment says.
    pub(crate) fn take<T: Decode>(&mut self, name: String, about: &'static str, report: &mut Report) -> T {
        let found = self.table.and_then(|table| table.get_key_value(name.as_str()));
        let value = match found {
            Some((key, value)) => T::decode(self.node.inner(key.get_ref(), value), report),
            None => {
                if !T::OPTIONAL {
                    self.missing.push((name.clone(), about));
                }
                T::lost(self.node.spot)
            }
        };
        self.known.push(name);
        value
    }

    /// Reports the fields that are not known and those that are missing. A missing field is not reported
    /// where an unknown one is likely meant for it.
    pub(crate) fn close(self, report: &mut Report) {
        let Self { node, table: Some(table), known, missing } = self else { return };
        let known = known.iter().map(String::as_str);
        let absent = || known.clone().filter(|known| !table.contains_key(*known));
        let mut meant = Vec::new();
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !known.clone().any(|known| known == name) {
                meant.extend(nearest(name, absent()));
                let hint = match nearest(name, absent()) {
                    Some(meant) => format!("did you mean “{meant}”?"),
                    None => format!("one of: {}", known.clone().collect::<Vec<_>>().join(", ")),
                };
                report.error(node.spot.at(key.span().start), format!("unknown field “{name}”"), hint);
            }
        }
        for (name, about) in
            missing.iter().filter(|(name, _)| !node.damaged && !meant.contains(&name.as_str()))
        {
            let hint = format!("“{name}”: {}", lower_first(about));
            report.error(node.spot, format!("missing field “{name}”"), hint);
        }
    }
}

/// A doc comment as the end of a sentence.
fn lower_first(text: &str) -> String {
    let mut letters = text.trim().trim_end_matches('.').chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
