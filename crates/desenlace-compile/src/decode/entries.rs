//! Files and tables that have an entry for each id.

use super::{Decode, Kind, Node, Ref};
use crate::report::{Report, Spot};
use crate::schema::{Definitions, Schema};
use serde_json::{Value, json};

/// Entries by id, in the order of the file.
#[derive(Clone, Debug)]
pub(crate) struct Entries<K, T>(pub(crate) Vec<(Ref<K>, T)>);

impl<K: Kind, T: Decode> Decode for Entries<K, T> {
    const OPTIONAL: bool = true;

    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        let Some(table) = node.value.as_table() else {
            node.mistyped("a table", "{ … }", report);
            return Self(Vec::new());
        };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let entries = entries.into_iter().map(|(key, value)| {
            let id = Ref::new(key.get_ref(), node.spot.at(key.span().start));
            (id, T::decode(node.inner(key.get_ref(), value), report))
        });
        Self(entries.collect())
    }

    fn lost(_: Spot) -> Self {
        Self(Vec::new())
    }
}

impl<K: Kind, T: Schema> Schema for Entries<K, T> {
    fn schema(definitions: &mut Definitions) -> Value {
        json!({
            "type": "object",
            "propertyNames": { "pattern": K::FORM.pattern() },
            "additionalProperties": T::schema(definitions),
        })
    }
}
