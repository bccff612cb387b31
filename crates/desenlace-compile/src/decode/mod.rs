//! How TOML becomes records. A record says once, in [`record!`], what its fields are; from that come the
//! decoder, which reports every mistake of every field and never gives up, and the schema.
//!
//! A value that is missing or mistaken is reported where it stands and replaced by a stand-in, so that
//! everything after it is checked as well. Nothing here knows what the records mean.

mod document;
mod entries;
mod list;
mod node;
mod record;
mod reference;
mod repair;
mod scalar;
mod text;

pub(crate) use document::{Damage, Loaded, document, text_of};
pub(crate) use entries::Entries;
pub(crate) use list::Filled;
pub(crate) use node::{Fields, Node};
pub(crate) use record::record;
pub(crate) use reference::{Kind, List, Ref, kind};
pub(crate) use scalar::{At, Words, words};
pub(crate) use text::{Text, TextLists};

use crate::report::{Report, Spot};
use crate::schema::Schema;

/// A type that can be read out of TOML.
pub(crate) trait Decode: Schema + Sized {
    /// Whether it may be left out.
    const OPTIONAL: bool = false;

    /// Reads a value, reporting whatever is wrong with it.
    fn decode(node: Node<'_>, report: &mut Report) -> Self;

    /// What stands in for a value that is left out or mistaken.
    fn lost(spot: Spot) -> Self;
}
