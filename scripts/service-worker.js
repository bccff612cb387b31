// Lets the explorer work without a network after one visit, in all languages. Pages come from the network for as
// long as there is one. Without one, every address gets the same empty page, in which the program draws what the
// address says. Each file is named by its content or checked by it, so versions never mix.

// `cargo xtask dist` puts in these three.
const VERSION = "{version}";
const PAGE = "{page}"; // the address of the empty page
const FILES = "{files}"; // what each file must be, by its address

const { scope } = registration;
// Other sites of the same origin keep their own.
const OURS = `desenlace ${scope} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => {
  event.waitUntil(Promise.all(Object.keys(FILES).map(renew)));
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
  else if (request.url.startsWith(scope) && Object.hasOwn(FILES, name)) event.respondWith(file(name, request));
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
  const kept = await (await caches.open(CACHE)).match(scope + name);
  const good = kept && request.cache !== "reload" && (await isGood(kept.clone(), FILES[name]));
  return good ? kept : renew(name);
}

async function isGood(response, integrity) {
  const digest = await crypto.subtle.digest("SHA-384", await response.arrayBuffer());
  return integrity === `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

async function renew(name) {
  const fetched = (cache) => fetch(scope + name, { integrity: FILES[name], cache });
  const response = await fetched("default").catch(() => fetched("reload"));
  const cache = await caches.open(CACHE);
  await cache.put(scope + name, response.clone());
  return response;
}
