//! Any string as an address: always a view, and the address of that view leads to it again.

#![no_main]

use desenlace::view::View;
use desenlace_fuzz::real_corpus;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|address: &str| {
    let corpus = real_corpus();
    let (view, _) = View::at(corpus, address);
    let (again, not_understood) = View::at(corpus, &view.address(corpus));
    assert_eq!(again, view);
    assert!(not_understood.is_empty(), "an address of our own is understood: {not_understood:?}");
});
