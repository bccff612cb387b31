// Starts the program when it is needed: where the address asks for more than the page shows, or as soon as somebody
// begins to do something. Until then the page is what it is, costs its reader no work, and its links work. `cargo
// xtask dist` appends this to the glue of wasm-bindgen, and puts in the name of the Wasm and what its content must
// be. A copy that a cache has damaged is fetched anew.
// A block of its own, so that no name of the glue's is taken.
{
  const WASM = new URL("{wasm}", import.meta.url);
  // Whatever comes before anything that the program could answer. Not what scrolls: browsers do that by themselves, where
  // they lead to a fragment, or put a part of the page at its beginning.
  const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin", "input", "click"];

  const page = document.documentElement;
  const needed = new Promise((begin) => {
    // What is asked for, and what is hidden, only the program can draw.
    if (location.search || page.dataset.fates || !page.hasAttribute("data-prerendered")) return begin();
    for (const sign of SIGNS) addEventListener(sign, begin, { capture: true, passive: true, once: true });
  });
  // A quiet moment, to fetch it beforehand; not where data is dear.
  const quiet = new Promise((begin) => {
    const wait = () => (window.requestIdleCallback ?? setTimeout)(begin);
    if (navigator.connection?.saveData) return;
    if (document.readyState === "complete") wait();
    else addEventListener("load", wait);
  });
  const fetched = (cache) => fetch(WASM, { integrity: "{integrity}", cache });
  const bytes = Promise.race([needed, quiet]).then(() => fetched("default")).catch(() => fetched("reload"));

  // What is pressed before the program hears it is pressed again when it does.
  let pressed;
  const remember = ({ target }) => (pressed = target.closest?.("button, input"));
  addEventListener("click", remember, true);
  new MutationObserver((_, observer) => {
    observer.disconnect();
    removeEventListener("click", remember, true);
    pressed?.click();
  }).observe(page, { attributeFilter: ["data-hydrated"] });

  function broken(error) {
    console.error(error);
    dispatchEvent(new Event("broken")); // the watch hears it
  }
  bytes.catch(() => {}); // is told of when it is needed
  needed.then(() => {
    dispatchEvent(new Event("starting")); // the watch hears that, too
    return __wbg_init({ module_or_path: bytes });
  }).catch(broken);
}
