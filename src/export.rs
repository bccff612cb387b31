//! What a visitor takes along: citations, the result as a table, the relations of a film as a graph. Functions from
//! the corpus and a view to text; what is hidden on the page is not in it either. They know neither the browser that
//! saves the text nor the buttons that ask for it.

mod citation;
mod graph;
mod table;
mod write;

pub use citation::{Form, Occasion, cite, cited_name, quote};
pub use graph::graph;
pub use table::{csv, json, rows};

#[cfg(test)]
mod tests;
