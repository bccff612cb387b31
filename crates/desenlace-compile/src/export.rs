//! The corpus as open data: one JSON value with everything in it, in every language, with its evidence, and
//! the schema that describes it. Things refer to each other by their stable ids, never by numbers, and stand
//! in the order of the corpus, so that the same corpus gives the same text.

mod convert;
mod records;
mod value;

use crate::schema;
use desenlace_core::model::Corpus;
use serde_json::{Map, Value, json};
use value::Exported;

/// The name of the schema's file, beside that of the data.
const SCHEMA: &str = "corpus.schema.json";

/// Everything that a corpus has.
#[must_use]
pub fn open_data(corpus: &Corpus) -> Value {
    let mut data = Map::new();
    data.insert("$schema".to_owned(), json!(SCHEMA));
    if let Value::Object(fields) = convert::corpus(corpus).value() {
        data.extend(fields);
    }
    Value::Object(data)
}

/// The JSON Schema (draft 2020-12) of [`open_data`].
#[must_use]
pub fn open_data_schema() -> Value {
    let mut schema = schema::document::<records::Corpus>("The Desenlace corpus", SCHEMA);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("$schema".to_owned(), json!({ "const": SCHEMA }));
    }
    Value::Object(schema)
}
