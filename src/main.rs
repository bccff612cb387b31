//! The entry in the browser: it takes over a prerendered page, or draws one into an empty body.

use desenlace::app::App;
use desenlace::browser;

/// Smaller than the standard library's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    browser::fix_base();
    let prerendered = browser::is_prerendered();
    let renderer = yew::Renderer::<App>::with_props(App::props_at(&browser::address(), prerendered));
    if prerendered {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
