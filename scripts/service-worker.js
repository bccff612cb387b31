// Lets the explorer work without a network after one visit, in all languages. Pages come from the network for as
// long as there is one. Without one, every address gets the same empty page, in which the program draws what the
// address says. Each file is named by its content or checked by it, so versions never mix.

// `cargo xtask dist` puts in these three.
const VERSION = "{version}";
const PAGE = "{page}"; // the address of the empty page
const FILES = "{files}"; // each with the beginning of its digest in its name

const { scope } = registration;
// Other sites of the same origin keep their own.
const OURS = `desenlace ${scope} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => {
  event.waitUntil(Promise.all(FILES.map(renew)));
});

// Runs when no page of an older version can come back to its files.
addEventListener("activate", (event) => {
  const forget = (name) => name.startsWith(OURS) && name !== CACHE && caches.delete(name);
  event.waitUntil(caches.keys().then((names) => Promise.all(names.map(forget))));
});

// A page says its version. One of ours has all that it needs from us, so we may take over; another is told that
// there is a newer one, and goes on undisturbed.
addEventListener("message", ({ data, source }) => {
  if (data === VERSION) skipWaiting();
  else source.postMessage("renewed");
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const name = request.url.slice(scope.length);
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.url.startsWith(scope) && FILES.includes(name)) event.respondWith(file(name, request));
});

async function page(request) {
  try {
    const response = await fetch(request);
    if (response.status < 500) return response;
  } catch {
    // No network.
  }
  const html = await (await file(PAGE, request)).text();
  // One page for all addresses cannot be relative to where it is.
  const based = html.replace('<base href="./">', `<base href="${scope}">`);
  return new Response(based, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// What is kept, unless it was damaged or is to be fetched anew.
async function file(name, request) {
  const kept = request.cache !== "reload" && (await (await caches.open(CACHE)).match(scope + name));
  return kept && (await isGood(kept, name)) ? kept : renew(name);
}

async function isGood(response, name) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", await response.clone().arrayBuffer()));
  const beginning = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return name.includes(`-${beginning}.`);
}

// Fetches a file, past all caches if need be, and keeps it.
async function renew(name) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(scope + name, { cache });
    if (await isGood(response, name)) {
      await (await caches.open(CACHE)).put(scope + name, response.clone());
      return response;
    }
  }
  throw new Error(`${name} is not what its name says`);
}
