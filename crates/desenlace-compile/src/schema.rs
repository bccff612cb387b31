//! JSON Schema (draft 2020-12) from Rust types: what an editor's tools check and complete with, and what
//! describes the open data. The types describe themselves; nothing here knows what they are for.

use serde_json::{Map, Value, json};

/// The schemas of named types, so that each is written down once.
pub(crate) type Definitions = Map<String, Value>;

/// A type that can say what its values look like.
pub(crate) trait Schema {
    /// The schema of a value. Named types put themselves among the definitions and refer to it.
    fn schema(definitions: &mut Definitions) -> Value;
}

/// A whole schema file for a type: its schema at the root, those of the types in it among the definitions.
pub(crate) fn document<T: Schema>(title: &str, name: &str) -> Map<String, Value> {
    let mut definitions = Definitions::new();
    let mut root = T::schema(&mut definitions);
    let named_root = root.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
    if let Some(own) = named_root.and_then(|own| definitions.remove(own)) {
        root = own;
    }
    let mut document = Map::new();
    document.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    document.insert("$id".into(), json!(name));
    document.insert("title".into(), json!(title));
    if let Value::Object(root) = root {
        document.extend(root);
    }
    // By name, so that the order in which types refer to each other leaves no trace.
    let mut named: Vec<_> = definitions.into_iter().collect();
    named.sort_by(|one, other| one.0.cmp(&other.0));
    if !named.is_empty() {
        document.insert("$defs".into(), Value::Object(named.into_iter().collect()));
    }
    document
}

/// Puts the schema of a named type among the definitions, once, and refers to it.
pub(crate) fn named(
    name: &str,
    definitions: &mut Definitions,
    schema: impl FnOnce(&mut Definitions) -> Value,
) -> Value {
    if !definitions.contains_key(name) {
        definitions.insert(name.to_owned(), Value::Null); // so that a type may contain itself
        let schema = schema(definitions);
        definitions.insert(name.to_owned(), schema);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The schema of an object, from its properties: name, doc comment, schema, and whether it must be there.
pub(crate) fn object(description: &str, properties: Vec<(String, &str, Value, bool)>) -> Value {
    let required: Vec<_> =
        properties.iter().filter(|property| property.3).map(|property| property.0.clone()).collect();
    let properties: Map<String, Value> = properties
        .into_iter()
        .map(|(name, description, schema, _)| (name, described(schema, description)))
        .collect();
    json!({
        "type": "object",
        "description": description.trim(),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// A schema with a description.
pub(crate) fn described(mut schema: Value, description: &str) -> Value {
    if let Value::Object(schema) = &mut schema {
        schema.insert("description".into(), json!(description.trim()));
    }
    schema
}

impl Schema for String {
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string", "minLength": 1 })
    }
}

impl Schema for u32 {
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

impl Schema for f64 {
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "number" })
    }
}

impl Schema for bool {
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "boolean" })
    }
}

impl<T: Schema> Schema for Option<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        T::schema(definitions)
    }
}

impl<T: Schema> Schema for Vec<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "type": "array", "items": T::schema(definitions) })
    }
}
