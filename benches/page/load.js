// Uses the page as somebody would who does not stop: ticks, types, scrolls, asks for more, opens a film and goes back.
// `cargo xtask bench` calls `open` once and `use` as often as it likes; all times are milliseconds. This knows what is on
// the page, and not what is a good time.

/** What takes longer keeps a press or a key waiting; browsers that tell of such tasks call them long. */
const LONG = "longtask";
/** How long anything may take to show before we give up. */
const PATIENCE = 60_000;

const frame = document.querySelector("iframe");
const long = [];
if (PerformanceObserver.supportedEntryTypes.includes(LONG)) {
  new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: LONG });
}

/** The time from asking for the page until it is alive and drawn, and how many films it has. */
export async function open() {
  const started = performance.now();
  frame.src = "./";
  await until(() => frame.contentDocument?.documentElement?.dataset.hydrated && results());
  await drawn();
  return { opening: performance.now() - started, films: total() };
}

/** How long so many deeds took, each until it was drawn, by kind; and the tasks that browsers call long, by the deed that they
 * began in. */
export async function use(deeds) {
  long.length = 0;
  const times = {};
  const begun = [];
  for (let done = 0; done < deeds; ) {
    for (const [kind, deed] of round()) {
      const started = performance.now();
      await deed();
      await drawn();
      (times[kind] ??= []).push(performance.now() - started);
      begun.push({ kind, started });
      done += 1;
    }
  }
  await drawn();
  if (!PerformanceObserver.supportedEntryTypes.includes(LONG)) return { times, long: null };
  const longByKind = {};
  for (const { startTime, duration } of long) {
    const { kind } = begun.findLast(({ started }) => started <= startTime) ?? begun[0];
    (longByKind[kind] ??= []).push(duration);
  }
  return { times, long: longByKind };
}

const TEXT = "sherlock holmes";
let rounds = 0;

/** Deeds after which the page is as it was before them. */
function* round() {
  const values = [...all("#facets input[data-facet=theme]")].map((box) => box.dataset.value);
  const value = values[rounds % values.length];
  rounds += 1;
  const everything = total();
  yield ["tick", async () => {
    const box = one(`#facets [data-facet=theme][data-value="${value}"]`);
    const count = Number(box.dataset.count);
    box.click();
    await until(() => total() === count);
  }];
  for (let screen = 0; screen < 5; screen += 1) yield ["scroll", () => frame.contentWindow.scrollBy(0, 700)];
  yield ["untick", async () => {
    one(`#facets [data-facet=theme][data-value="${value}"]`).click();
    await until(() => total() === everything);
  }];
  for (let letters = 1; letters <= TEXT.length; letters += 1) {
    yield ["type", () => type(TEXT.slice(0, letters))];
  }
  yield ["open a film", async () => {
    one("#results > li a").click();
    await until(() => !results());
  }];
  yield ["go back", async () => {
    frame.contentWindow.history.back();
    await until(results);
  }];
  for (let letters = TEXT.length - 1; letters >= 0; letters -= 1) {
    yield ["erase", () => type(TEXT.slice(0, letters))];
  }
  yield ["let the rest follow", () => until(() => !("unfinished" in results().dataset))];
  yield ["show more", async () => {
    const before = results().children.length;
    one(".more button").click();
    await until(() => results().children[before]?.contains(frame.contentDocument.activeElement));
  }];
  yield ["another gallery", () => turnTo("characters")];
  yield ["another gallery", () => turnTo("films")];
}

function type(text) {
  const box = one("#search");
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

async function turnTo(gallery) {
  one(`.site-parts a[href*="${gallery}/"]`).click();
  await until(() => results()?.classList.contains(`results-${gallery}`));
}

function all(selector) {
  return frame.contentDocument.querySelectorAll(selector);
}

function one(selector) {
  const found = frame.contentDocument.querySelector(selector);
  if (!found) throw new Error(`nothing on the page is ${selector}`);
  return found;
}

function results() {
  return frame.contentDocument.querySelector("#results");
}

function total() {
  return Number(results()?.dataset.total);
}

/** Waits, frame by frame. */
async function until(condition) {
  const end = performance.now() + PATIENCE;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${condition}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Waits until what was changed is on the screen: a task after the next frame. */
async function drawn() {
  await new Promise(requestAnimationFrame);
  await new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(null);
  });
}
