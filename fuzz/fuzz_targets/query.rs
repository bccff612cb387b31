//! Finds inputs for `desenlace_hostile::query`, which says what must hold.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| desenlace_hostile::query(bytes));
