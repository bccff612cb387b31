//! The heart of Desenlace: the model of narrated fates, its binary form, and the questions one can ask of it.
//!
//! What this crate deliberately does not know: files, clocks, networks, browsers, markup, or how a corpus
//! is written by its editors. It is given bytes and gives answers; the same bytes give the same answers.
//!
//! Reading order: [`model`] says what there is, [`pack`] how it is stored and read in place, [`facet`] and
//! [`query`] how it is filtered, [`search`] how it is found by words, [`why`] for which reasons, [`veil`] what is not told until asked, [`cross_reference`] how one thing leads to another.
//!
//! ```
//! use desenlace_core::{model::Corpus, pack, query::{self, Query}, facet::Gallery};
//!
//! let bytes = pack::encode(&Corpus::default());
//! let corpus = pack::open(&bytes)?;
//! let answer = query::answer(corpus, Gallery::Films, &Query::default());
//! assert_eq!(answer.items.len(), 0);
//! # Ok::<(), pack::PackError>(())
//! ```

pub mod model;
pub mod packed;

pub mod pack;

mod bits;
pub mod facet;
pub mod fold;
pub mod query;
pub mod search;
pub mod veil;
pub mod why;

pub mod cross_reference;

#[cfg(test)]
mod sample;
