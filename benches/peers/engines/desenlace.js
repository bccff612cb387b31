// Our own core: the Wasm of `core/`, built like the page's, and a pack made by the bulk compiler.

import init from "core";

let memory;

export default {
  reads: (size) => `films-${size}.pack`,
  prepare: async () => {
    ({ memory } = await init({ module_or_path: new URL("core_bg.wasm", location) }));
  },
  wasmBytes: () => memory.buffer.byteLength,
  open: (bytes) => {
    const ask = globalThis.openPack(new Uint8Array(bytes));
    if (!ask) throw new Error("the pack was refused");
    return ask;
  },
  ask: (ask, text) => {
    const [total, counts, titles] = ask(text);
    return { total, counts, titles: titles.split("\n") };
  },
};
