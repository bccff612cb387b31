//! Any string as an address: always a view, and the address of that view leads to it again.

use crate::given::real_corpus;
use crate::read;
use desenlace::view::View;

/// Goes to an address.
///
/// # Panics
/// If the address of the view there leads elsewhere.
pub fn address(bytes: &[u8]) {
    let Some(address) = read::<&str>(bytes) else { return };
    let corpus = real_corpus();
    let (view, _) = View::at(corpus, address);
    let (again, not_understood) = View::at(corpus, &view.address(corpus));
    assert_eq!(again, view);
    assert!(not_understood.is_empty(), "an address of our own is understood: {not_understood:?}");
}
