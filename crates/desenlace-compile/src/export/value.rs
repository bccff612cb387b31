//! How a record becomes JSON. It knows no record.

use crate::decode::Words;
use crate::schema::{Definitions, Schema, named};
use desenlace_core::model::{Language, Localized};
use serde_json::{Map, Value, json};

/// A type that has a JSON form, which its schema describes.
pub(super) trait Exported: Schema {
    /// Whether it may be left out.
    const OPTIONAL: bool = false;

    /// Its JSON form; null leaves it out of the record it is in.
    fn value(&self) -> Value;
}

/// Declares a record of the open data: a struct, its JSON form and its schema. Fields have the names of the
/// Rust fields; doc comments become descriptions.
macro_rules! exported {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident { $( $(#[doc = $field_doc:literal])* $field:ident: $type:ty, )* }
    )*) => {$(
        $(#[doc = $doc])*
        pub(in crate::export) struct $name {
            $( $(#[doc = $field_doc])* pub(in crate::export) $field: $type, )*
        }

        impl $crate::export::value::Exported for $name {
            fn value(&self) -> serde_json::Value {
                let mut fields = serde_json::Map::new();
                $({
                    let value = $crate::export::value::Exported::value(&self.$field);
                    if !value.is_null() {
                        fields.insert(stringify!($field).to_owned(), value);
                    }
                })*
                serde_json::Value::Object(fields)
            }
        }

        impl $crate::schema::Schema for $name {
            fn schema(definitions: &mut $crate::schema::Definitions) -> serde_json::Value {
                $crate::schema::named(stringify!($name), definitions, |definitions| {
                    let properties = vec![$((
                        stringify!($field).to_owned(),
                        concat!($($field_doc),*),
                        <$type as $crate::schema::Schema>::schema(definitions),
                        !<$type as $crate::export::value::Exported>::OPTIONAL,
                    )),*];
                    $crate::schema::object(concat!($($doc),*), properties)
                })
            }
        }
    )*};
}
pub(in crate::export) use exported;

macro_rules! plain {
    ($($type:ty),*) => {$(
        impl Exported for $type {
            fn value(&self) -> Value {
                json!(self)
            }
        }
    )*};
}
plain!(String, u32, f64, bool);

impl<T: Exported> Exported for Option<T> {
    const OPTIONAL: bool = true;

    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::value)
    }
}

impl<T: Exported> Exported for Vec<T> {
    fn value(&self) -> Value {
        self.iter().map(T::value).collect()
    }
}

impl<T: Words> Exported for T {
    fn value(&self) -> Value {
        json!(self.word())
    }
}

impl Schema for Localized {
    fn schema(definitions: &mut Definitions) -> Value {
        named("Text", definitions, |_| by_language("A text in every language.", &json!({ "type": "string" })))
    }
}

impl Exported for Localized {
    fn value(&self) -> Value {
        PerLanguage(self.0.clone()).value()
    }
}

/// Something for each language.
pub(super) struct PerLanguage<T>(pub(super) [T; Language::COUNT]);

impl<T: Schema> Schema for PerLanguage<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        let schema = T::schema(definitions);
        by_language("One for each language.", &schema)
    }
}

impl<T: Exported> Exported for PerLanguage<T> {
    fn value(&self) -> Value {
        let values = Language::ALL.iter().zip(&self.0);
        Value::Object(values.map(|(language, value)| (language.tag().to_owned(), value.value())).collect())
    }
}

fn by_language(description: &str, schema: &Value) -> Value {
    let tags = Language::ALL.map(Language::tag);
    let properties: Map<_, _> = tags.map(|tag| (tag.to_owned(), schema.clone())).into_iter().collect();
    json!({
        "type": "object",
        "description": description,
        "properties": properties,
        "required": tags,
        "additionalProperties": false,
    })
}
