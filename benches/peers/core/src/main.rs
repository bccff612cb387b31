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
    let open = Closure::<dyn Fn(Uint8Array) -> JsValue>::new(|bytes| open(&bytes).unwrap_or(JsValue::NULL));
    // The global object takes any property, so this does not fail; if it did, the page would say what it misses.
    Reflect::set(&js_sys::global(), &"openPack".into(), &open.into_js_value()).ok();
}

/// The function that answers from a pack; none if it is refused. The bytes stay for as long as the page does.
fn open(bytes: &Uint8Array) -> Option<JsValue> {
    let length = bytes.length() as usize;
    let room = Box::leak(Box::<[u8]>::new_uninit_slice(length + pack::ALIGNMENT));
    let aligned = room.as_ptr().align_offset(pack::ALIGNMENT);
    let corpus =
        pack::open_verified(bytes.copy_to_uninit(room.get_mut(aligned..)?.get_mut(..length)?)).ok()?;
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
