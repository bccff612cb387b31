//! Lists of values.

use super::{Decode, Node};
use crate::report::{Report, Spot};
use crate::schema::{Definitions, Schema};
use serde_json::{Value, json};

impl<T: Decode> Decode for Vec<T> {
    const OPTIONAL: bool = true;

    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        let Some(values) = node.value.as_array() else {
            node.mistyped("a list", "[…]", report);
            return Self::new();
        };
        values.iter().map(|value| T::decode(node.inner(node.name, value), report)).collect()
    }

    fn lost(_: Spot) -> Self {
        Self::new()
    }
}

/// A list that must not be left out or empty: the passages that a claim rests on, the sources of a fact.
#[derive(Clone, Debug)]
pub(crate) struct Filled<T>(pub(crate) Vec<T>);

impl<T: Decode> Decode for Filled<T> {
    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        let values = Vec::<T>::decode(node, report);
        if values.is_empty() && node.value.is_array() && !node.damaged {
            let hint = "a claim names at least one passage, a fact at least one source";
            report.error(node.spot, format!("“{}” is empty", node.name), hint);
        }
        Self(values)
    }

    fn lost(_: Spot) -> Self {
        Self(Vec::new())
    }
}

impl<T: Schema> Schema for Filled<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "type": "array", "minItems": 1, "items": T::schema(definitions) })
    }
}
