//! Single values: texts, numbers, yes or no, and words of a closed list.

use super::{Decode, Node};
use crate::nearest::suggestion;
use crate::report::{Report, Spot};
use crate::schema::{Definitions, Schema};
use serde_json::{Value, json};
use toml::de::DeValue;

/// A value with its place, for checks that come later; nothing where it was left out or mistaken, which has
/// then been reported.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    /// The value.
    pub(crate) value: Option<T>,
    /// Where it begins, or where it should have stood.
    pub(crate) spot: Spot,
}

impl<T: Copy + Default> At<T> {
    /// The value, or its stand-in.
    pub(crate) fn get(&self) -> T {
        self.value.unwrap_or_default()
    }
}

/// A value that is read out of a single TOML value.
pub(crate) trait Scalar: Schema + Sized {
    /// Reads it, or reports why not.
    fn read(node: Node<'_>, report: &mut Report) -> Option<Self>;
}

impl<T: Scalar> Decode for At<T> {
    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        Self { value: T::read(node, report), spot: node.spot }
    }

    fn lost(spot: Spot) -> Self {
        Self { value: None, spot }
    }
}

impl<T: Schema> Schema for At<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        T::schema(definitions)
    }
}

impl Scalar for String {
    fn read(node: Node<'_>, report: &mut Report) -> Option<Self> {
        let Some(text) = node.value.as_str() else {
            node.mistyped("a text in quotes", "\"…\"", report);
            return None;
        };
        if text.trim().is_empty() {
            if !node.damaged {
                let hint = "write the text, or leave the field out if it is optional";
                report.error(node.spot, format!("“{}” is empty", node.name), hint);
            }
            return None;
        }
        // The pack parts the languages of a text by control characters.
        if text.contains(char::is_control) {
            let hint = "take it away; line breaks and tabs do not belong into a text either";
            report.error(node.spot, format!("“{}” has a control character", node.name), hint);
            return None;
        }
        Some(text.to_owned())
    }
}

impl Scalar for u32 {
    fn read(node: Node<'_>, report: &mut Report) -> Option<Self> {
        let number = match node.value {
            DeValue::Integer(number) => Self::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            if node.value.is_integer() {
                let message = format!("“{}” is out of range", node.name);
                report.error(node.spot, message, "a whole number from 0 on");
            } else {
                node.mistyped("a whole number", "30", report);
            }
        }
        number
    }
}

impl Scalar for f64 {
    fn read(node: Node<'_>, report: &mut Report) -> Option<Self> {
        let number = match node.value {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let number = number.filter(|number: &Self| number.is_finite());
        if number.is_none() {
            node.mistyped("a number", "-34.6", report);
        }
        number
    }
}

impl Scalar for bool {
    fn read(node: Node<'_>, report: &mut Report) -> Option<Self> {
        let value = node.value.as_bool();
        if value.is_none() {
            node.mistyped("true or false", "true", report);
        }
        value
    }
}

/// Scalars as fields that no later check looks at.
macro_rules! plain {
    ($($type:ty),*) => {$(
        impl Decode for $type {
            const OPTIONAL: bool = matches!(stringify!($type).as_bytes(), b"bool");

            fn decode(node: Node<'_>, report: &mut Report) -> Self {
                Self::read(node, report).unwrap_or_default()
            }

            fn lost(_: Spot) -> Self {
                Self::default()
            }
        }
    )*};
}
plain!(String, u32, f64, bool);

impl<T: Decode> Decode for Option<T> {
    const OPTIONAL: bool = true;

    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        Some(T::decode(node, report))
    }

    fn lost(_: Spot) -> Self {
        None
    }
}

/// A word of a closed list.
pub(crate) trait Words: Copy + 'static {
    /// All of them.
    const ALL: &'static [Self];

    /// How it is written.
    fn word(self) -> &'static str;
}

impl<T: Words> Scalar for T {
    fn read(node: Node<'_>, report: &mut Report) -> Option<Self> {
        let Some(word) = node.value.as_str() else {
            node.mistyped("a word in quotes", &format!("\"{}\"", T::ALL[0].word()), report);
            return None;
        };
        let found = T::ALL.iter().copied().find(|known| known.word() == word);
        if found.is_none() && !(node.damaged && word.is_empty()) {
            let words: Vec<_> = T::ALL.iter().map(|known| known.word()).collect();
            let otherwise = format!("one of: {}", words.join(", "));
            let hint = suggestion(word, words.iter().copied(), &otherwise);
            report.error(node.spot, format!("unknown value “{word}” of “{}”", node.name), hint);
        }
        found
    }
}

impl<T: Words> Schema for T {
    fn schema(_: &mut Definitions) -> Value {
        json!({ "enum": T::ALL.iter().map(|known| known.word()).collect::<Vec<_>>() })
    }
}

/// Makes [`Words`] of enumerations: of those that know their words, and of those that are told them here.
macro_rules! words {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::decode::Words for $type {
            const ALL: &'static [Self] = <$type>::ALL;
            fn word(self) -> &'static str { <$type>::word(self) }
        }
    )*};
    ($type:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $crate::decode::Words for $type {
            const ALL: &'static [Self] = &[$($type::$variant),*];
            fn word(self) -> &'static str { match self { $($type::$variant => $word),* } }
        }
    };
}
pub(crate) use words;
