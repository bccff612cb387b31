//! What must hold whatever comes in: for each way into the program a function that takes any bytes, sends them that way,
//! and panics where a promise is broken. `fuzz/` calls them with inputs that it finds by coverage, `tests/seeds.rs` with
//! the inputs it once found. They do not know where the bytes come from.

#![allow(clippy::expect_used, reason = "what is broken must stop whoever looks for it")]

mod address;
mod corpus;
mod given;
mod pack;
mod query;
mod table;

pub use address::address;
pub use corpus::corpus;
pub use pack::pack;
pub use query::query;
pub use table::table;

use arbitrary::{Arbitrary, Unstructured};

/// A way into the program: the name of its seeds and of its fuzz target, and what must hold for any bytes.
pub type Way = (&'static str, fn(&[u8]));

/// All ways into the program.
pub const WAYS: [Way; 5] =
    [("query", query), ("address", address), ("pack", pack), ("corpus", corpus), ("table", table)];

/// What bytes stand for; nothing where they are too few.
fn read<'bytes, Input: Arbitrary<'bytes>>(bytes: &'bytes [u8]) -> Option<Input> {
    Input::arbitrary_take_rest(Unstructured::new(bytes)).ok()
}
