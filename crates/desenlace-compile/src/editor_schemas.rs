//! The JSON Schema of each kind of TOML file, for completion and checking in editors. Each file of the corpus
//! names its own in its first line: `#:schema ../../schemas/film.schema.json`.

use crate::bulk::Mapping;
use crate::records::characters::Characters;
use crate::records::content_notes::ContentNotes;
use crate::records::events::Events;
use crate::records::fates::Fates;
use crate::records::film::Film;
use crate::records::parallels::Parallels;
use crate::records::passages::Passages;
use crate::records::relations::Relations;
use crate::records::sources::Sources;
use crate::records::themes::Themes;
use crate::records::vocabulary::{MarkedTerms, Places, PlainTerms, RelationKinds};
use crate::schema::{Schema, document};
use serde_json::Value;

/// The schemas by the name of their file in `corpus/schemas/`, as the text that stands in it.
#[must_use]
pub fn editor_schemas() -> Vec<(String, String)> {
    vec![
        schema::<Film>("film", "A film"),
        schema::<Passages>("passages", "The passages of a film"),
        schema::<Characters>("characters", "The people and groups of a film"),
        schema::<Relations>("relations", "What the characters of a film are to each other"),
        schema::<Events>("events", "The events of a film"),
        schema::<Fates>("fates", "What becomes of the characters of a film"),
        schema::<Themes>("themes", "The themes of a film"),
        schema::<ContentNotes>("content-notes", "The content notes of a film"),
        schema::<Parallels>("parallels", "Curated links between films"),
        schema::<Sources>("sources", "The bibliography"),
        schema::<PlainTerms>("vocabulary", "A vocabulary"),
        schema::<MarkedTerms>("marked-vocabulary", "The vocabulary of outcomes, or that of conditions"),
        schema::<RelationKinds>("relation-kinds", "The vocabulary of relation kinds"),
        schema::<Places>("places", "The vocabulary of places"),
        schema::<Mapping>("table-mapping", "How a table becomes a corpus"),
    ]
}

fn schema<T: Schema>(name: &str, title: &str) -> (String, String) {
    let file = format!("{name}.schema.json");
    let text = format!("{:#}\n", Value::Object(document::<T>(title, &file)));
    (file, text)
}
