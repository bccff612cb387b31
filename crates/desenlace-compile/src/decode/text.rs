//! Texts that a visitor reads: in every language, or one string where it is the same in all.

use super::scalar::Scalar;
use super::{Decode, Node};
use crate::nearest::suggestion;
use crate::report::{Report, Spot};
use crate::schema::{Definitions, Schema, named};
use desenlace_core::model::{Language, Localized};
use serde_json::{Map, Value, json};
use toml::de::DeTable;

/// A text in every language.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// The text; empty in a language where it is missing, which has then been reported.
    pub(crate) value: Localized,
}

impl Decode for Text {
    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        let Some(table) = node.value.as_table() else {
            let value = if node.value.is_str() {
                String::read(node, report).map(|text| Localized::same(&text))
            } else {
                node.mistyped("a text in quotes, or one for each language", "\"…\"", report);
                None
            };
            return Self { value: value.unwrap_or_default() };
        };
        let texts = Language::ALL.map(|language| match table.get(language.tag()) {
            Some(text) => {
                let name = format!("{}.{}", node.name, language.tag());
                String::read(node.inner(&name, text), report).unwrap_or_default()
            }
            None => {
                missing(node, language, report);
                String::new()
            }
        });
        unknown_languages(node, table, report);
        Self { value: Localized(texts) }
    }

    fn lost(_: Spot) -> Self {
        Self { value: Localized::default() }
    }
}

impl Schema for Text {
    fn schema(definitions: &mut Definitions) -> Value {
        named("Text", definitions, |_| {
            let string = json!({ "type": "string", "minLength": 1 });
            json!({
                "description": "A text in every language, or one string where it is the same in all.",
                "anyOf": [string, by_language(&string, true)],
            })
        })
    }
}

/// Lists of texts, one for each language: other names, synonyms. A language may have none.
#[derive(Clone, Debug)]
pub(crate) struct TextLists(pub(crate) [Vec<String>; Language::COUNT]);

impl Decode for TextLists {
    const OPTIONAL: bool = true;

    fn decode(node: Node<'_>, report: &mut Report) -> Self {
        let Some(table) = node.value.as_table() else {
            let list = if node.value.is_array() {
                Vec::<String>::decode(node, report)
            } else {
                node.mistyped("a list, or one for each language", "[\"…\"]", report);
                Vec::new()
            };
            return Self(Language::ALL.map(|_| list.clone()));
        };
        let lists = Language::ALL.map(|language| {
            let list = table.get(language.tag());
            list.map(|list| Vec::decode(node.inner(node.name, list), report)).unwrap_or_default()
        });
        unknown_languages(node, table, report);
        Self(lists)
    }

    fn lost(_: Spot) -> Self {
        Self(Default::default())
    }
}

impl Schema for TextLists {
    fn schema(definitions: &mut Definitions) -> Value {
        named("TextLists", definitions, |_| {
            let list = json!({ "type": "array", "items": { "type": "string", "minLength": 1 } });
            json!({
                "description": "A list of texts for each language, or one list where it is the same in all.",
                "anyOf": [list, by_language(&list, false)],
            })
        })
    }
}

/// The schema of a table with something for each language.
fn by_language(schema: &Value, all: bool) -> Value {
    let tags = Language::ALL.map(Language::tag);
    let properties: Map<String, Value> =
        tags.map(|tag| (tag.to_owned(), schema.clone())).into_iter().collect();
    let required = if all { tags.to_vec() } else { Vec::new() };
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn missing(node: Node<'_>, language: Language, report: &mut Report) {
    if !node.damaged {
        let (name, tag) = (node.name, language.tag());
        report.error(
            node.spot,
            format!("“{name}” is missing in “{tag}”"),
            format!("add {name}.{tag} = \"…\""),
        );
    }
}

fn unknown_languages(node: Node<'_>, table: &DeTable<'_>, report: &mut Report) {
    for key in table.keys() {
        let tags = Language::ALL.map(Language::tag);
        let name: &str = key.get_ref();
        if !tags.contains(&name) {
            let spot = node.spot.at(key.span().start);
            report.error(spot, format!("unknown language “{name}”"), suggestion(name, tags, ""));
        }
    }
}
