// Starts the program. `cargo xtask dist` appends this to the glue of wasm-bindgen, and puts in the name of the
// Wasm and what its content must be. A copy that a cache has damaged is fetched anew.
const WASM = new URL("{wasm}", import.meta.url);
const fetched = (cache) => fetch(WASM, { integrity: "{integrity}", cache });
function broken(error) {
  console.error(error);
  dispatchEvent(new Event("broken")); // the watch hears it
}
__wbg_init({ module_or_path: fetched("default").catch(() => fetched("reload")) }).catch(broken);
