//! Search: which items a typed text finds, how well, and why.
//!
//! Every word of a text must be found in an item; the last one, while it is being typed, as a beginning. A word is
//! found by its letters, by its letters without accents, by its stem, or, where there is none of these, by nearness.
//! Titles and names mean most, then other names, terms and people, then texts; within each of them better matches
//! come first, then words that are more frequent in shorter texts. Rare words weigh more than common ones.
//!
//! | module | what it knows |
//! | --- | --- |
//! | [`parse`](fn@parse) | what a text asks for |
//! | [`fields`](fn@fields) | which texts an item has, and what they mean |
//! | [`stem`](fn@stem), `near` | which words are alike |
//! | `lookup` | which words of the dictionary a typed word stands for |
//! | `evaluate` | which items that gives, in which order |
//! | [`Terms`], [`snippet`](fn@snippet) | where a text has the words |
//! | [`suggest`](fn@suggest) | what a visitor may be about to type |
//!
//! It deliberately does not know facets, files or how anything is shown; it computes with whole numbers only, so
//! that every machine gives the same order.

mod parse;
mod phrase;

mod fields;

pub(crate) mod near;
mod stem;

mod lookup;

mod evaluate;

mod terms;

mod snippet;

mod suggest;

pub use fields::{Field, Tier, fields, impact};
pub use lookup::{Class, Found};
pub use parse::{MOST_WORDS, Part, Word, parse};
pub use snippet::{Snippet, snippet};
pub use stem::stem;
pub use suggest::{Group, Suggestion, suggest};
pub use terms::{Hit, Terms};

pub(crate) use evaluate::evaluate;

#[cfg(test)]
mod tests;
