// Measures one engine in one page: opening, keystrokes, memory. It knows what is asked of an engine, and no engine.
// `cargo xtask bench` calls `measure` and makes tables of what it returns; all times are milliseconds.

/** How many more texts are asked to see whether memory grows. */
const MORE = 1000;

/** What an engine costs. `options`: engine (its module), size (films), rounds, limit (ms), openingOnly. */
export async function measure(options) {
  const queries = await (await got("queries.json")).json();
  const before = await memory();
  const { default: engine } = await import(new URL(`engines/${options.engine}.js`, location));
  await engine.prepare?.();
  const data = async () => received(engine, await got(engine.reads(options.size)));
  const [state, opening] = await opened(engine.open, await data(), engine, queries.first);
  if (options.openingOnly) return { opening };
  const found = await finding(engine, state, queries.whole, options);
  const times = await typing(engine, state, queries.keystrokes, options);
  const warm = { memory: (await memory()) - before, wasm: engine.wasmBytes?.() ?? null };
  for (let asked = 0; engine.wasmBytes && asked < MORE; asked += 1) {
    engine.ask(state, queries.keystrokes[asked % queries.keystrokes.length]);
  }
  const later = { wasm: engine.wasmBytes?.() ?? null };
  const saved = engine.save ? await reopened(engine, state, await data(), queries.first) : null;
  return { opening, found, times, warm, later, saved };
}

/** The state that an engine makes of some data, and the time from there to a first answer. */
async function opened(open, data, engine, text) {
  const started = performance.now();
  const state = await open(data);
  await engine.ask(state, text);
  return [state, performance.now() - started];
}

/** Bytes of an index that an engine saves, and the time from them and the films to a first answer. */
async function reopened(engine, state, data, text) {
  const saved = await engine.save(state);
  const [, opening] = await opened((bytes) => engine.load(saved, bytes), data, engine, text);
  return { opening, bytes: new Blob([saved].flat(2)).size };
}

/** The bytes of a response, where the engine reads them: that of Wasm reads only its own memory. */
function received(engine, response) {
  return engine.receive ? engine.receive(response) : response.arrayBuffer();
}

async function got(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** How many films each text finds, as far as the time goes. */
async function finding(engine, state, texts, { limit }) {
  const end = performance.now() + limit;
  const found = [];
  for (const text of texts) {
    if (performance.now() > end) break;
    found.push((await engine.ask(state, text)).total);
  }
  return found;
}

/**
 * Types every keystroke once per round, until the time is up. The first round warms up and counts only where there is
 * no other. Gives each keystroke's median over the rounds, null where time was up before it.
 */
async function typing(engine, state, keystrokes, { rounds, limit }) {
  const end = performance.now() + limit;
  const times = keystrokes.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const at of keystrokes.keys()) {
      if (performance.now() > end) break;
      const started = performance.now();
      const answer = engine.ask(state, keystrokes[at]);
      if (answer instanceof Promise) await answer;
      times[at].push(performance.now() - started);
    }
  }
  const warm = times.map((each) => (each.length > 1 ? each.slice(1) : each));
  return warm.map((each) => each.toSorted((one, other) => one - other)[each.length >> 1] ?? null);
}

/** Bytes of everything the page holds, but for the memory of Wasm, which Chromium does not count. */
async function memory() {
  const measured = await performance.measureUserAgentSpecificMemory();
  return measured.bytes;
}
