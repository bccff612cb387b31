//! The core for the side-by-side of `cargo xtask bench`: gives the page a function that opens a pack, which gives a
//! function that answers a text with all that the other libraries are asked for. It knows no engine but the core.

use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::pack;
use desenlace_core::packed::Corpus;
use desenlace_core::query::{self, Query};
use js_sys::{Array, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// The page's, so that it costs what it costs there.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// How many films are shown.
const SHOWN: usize = 60;

fn main() {
    let receive = Closure::<dyn Fn(u32) -> JsValue>::new(receive);
    // The global object takes any property, so this does not fail; if it did, the page would say what it misses.
    Reflect::set(&js_sys::global(), &"receivePack".into(), &receive.into_js_value()).ok();
}

/// Room for a pack of so many bytes, as a function: it takes in pieces of the pack in their order, so that the bytes lie
/// where they are read when the last has come, as those do that a bundle embeds; called with nothing, it opens the pack.
fn receive(length: u32) -> JsValue {
    let mut room = vec![0; length as usize + pack::ALIGNMENT];
    let start = room.as_ptr().align_offset(pack::ALIGNMENT);
    let mut end = start;
    let take = Closure::<dyn FnMut(Option<Uint8Array>) -> JsValue>::new(move |piece: Option<Uint8Array>| {
        let Some(piece) = piece else {
            // It stays for as long as the page does.
            let pack = Box::leak(std::mem::take(&mut room).into_boxed_slice());
            return open(pack.get(start..end).unwrap_or_default()).unwrap_or(JsValue::NULL);
        };
        let next = end + piece.length() as usize;
        // What is longer than was said is left out, and the pack refused for its length.
        if let Some(free) = room.get_mut(end..next) {
            piece.copy_to(free);
            end = next;
        }
        JsValue::UNDEFINED
    });
    take.into_js_value()
}

/// The function that answers from a pack; none if it is refused.
fn open(bytes: &'static [u8]) -> Option<JsValue> {
    let corpus = pack::open_verified(bytes).ok()?;
    let ask = Closure::<dyn Fn(String) -> JsValue>::new(|text| answer(corpus, text).into());
    Some(ask.into_js_value())
}

/// How many films there are for a text, how many of them each theme has, and the titles of the first, in lines.
fn answer(corpus: &Corpus, text: String) -> Array {
    let answer = query::answer(corpus, Gallery::Films, &Query { text, ..Query::default() });
    let mut titles = String::new();
    for film in answer.items.iter().take(SHOWN).filter_map(|item| corpus.films.get(*item as usize)) {
        titles.push_str(film.title);
        titles.push('\n');
    }
    let counts = Uint32Array::from(answer.counts[Facet::Theme as usize].as_slice());
    Array::of3(&(answer.items.len() as u32).into(), &counts, &titles.into())
}
