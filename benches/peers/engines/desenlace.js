// Our own core: the Wasm of `core/`, built like the page's, and a pack made by the bulk compiler.

import init from "core";

let memory;

export default {
  reads: (size) => `films-${size}.pack`,
  prepare: async () => {
    ({ memory } = await init({ module_or_path: new URL("core_bg.wasm", location) }));
  },
  wasmBytes: () => memory.buffer.byteLength,
  receive: async (response) => {
    const take = globalThis.receivePack(Number(response.headers.get("content-length")));
    for await (const piece of response.body) take(piece);
    return take;
  },
  open: (take) => {
    const ask = take();
    if (!ask) throw new Error("the pack was refused");
    return ask;
  },
  ask: (ask, text) => {
    const [total, counts, titles] = ask(text);
    return { total, counts, titles: titles.split("\n") };
  },
};
