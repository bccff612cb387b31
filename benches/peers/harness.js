// Measures one engine in one page: opening, keystrokes, memory. It knows what is asked of an engine, and no engine.
// `cargo xtask bench` calls `measure` and makes tables of what it returns; all times are milliseconds.

const MOST_REPEATS = 1000;

/** What an engine costs. `options`: engine, films, queries (file names), rounds, limit (ms), openingOnly. */
export async function measure(options) {
  const { default: engine } = await import(new URL(`engines/${options.engine}.js`, location));
  const [bytes, queries] = await Promise.all([
    fetch(engine.reads(options.size)).then(there).then((response) => response.arrayBuffer()),
    fetch("queries.json").then(there).then((response) => response.json()),
  ]);
  await engine.prepare?.();
  const before = await memory();
  const started = performance.now();
  const state = await engine.open(bytes);
  await engine.ask(state, queries.first);
  const opening = performance.now() - started;
  if (options.openingOnly) return { opening };
  const opened = { memory: (await memory()) - before, wasm: engine.wasmBytes?.() ?? null };
  const found = [];
  for (const text of queries.whole) {
    if (performance.now() - started > options.limit) break;
    found.push((await engine.ask(state, text)).total);
  }
  const keys = await typing(engine, state, queries.keystrokes, options);
  const warm = { memory: (await memory()) - before, wasm: engine.wasmBytes?.() ?? null };
  for (let asked = 0; engine.wasmBytes && asked < MOST_REPEATS; asked += 1) {
    engine.ask(state, queries.keystrokes[asked % queries.keystrokes.length]);
  }
  const later = { wasm: engine.wasmBytes?.() ?? null };
  return { opening, found, ...keys, opened, warm, later, saved: await reopening(engine, state, queries.first) };
}

function there(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/**
 * Types every keystroke once per round, until the time is up. The first round warms up and counts only where there is
 * no other. Gives each keystroke's median over the rounds, and the worst single time.
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
  const warmed = times.map((each) => (each.length > 1 ? each.slice(1) : each)).filter((each) => each.length > 0);
  const median = (each) => each.toSorted((one, other) => one - other)[each.length >> 1];
  return { times: warmed.map(median), worst: Math.max(...warmed.flat()), of: keystrokes.length };
}

/** Bytes of a saved index, and the time from them to a first answer, where an engine can save one. */
async function reopening(engine, state, text) {
  if (!engine.save) return null;
  const saved = await engine.save(state);
  const started = performance.now();
  const again = await engine.load(saved, state);
  await engine.ask(again, text);
  const opening = performance.now() - started;
  return { opening, bytes: new Blob([].concat(saved).flat()).size };
}

/** Bytes of everything the page holds: objects, buffers, Wasm. */
async function memory() {
  const measured = await performance.measureUserAgentSpecificMemory();
  return measured.bytes;
}
