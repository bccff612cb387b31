// Watches over the program: says in the page when it is slow, cannot start, has stopped or was renewed, and
// lets the site work without a network once it lives. The page stays readable in each case, and its links
// work. It knows nothing of what the program does.
// A block of its own: the page for addresses that lead nowhere may find the script more than once.
{
  // `cargo xtask dist` puts in the words of each language, from locales/outside.toml.
  const WORDS = "{words}";
  // Longer than a start takes on a slow telephone, shorter than patience lasts; in milliseconds.
  const SLOW = 8000;

  const root = document.documentElement;
  const watch = document.currentScript;
  const program = document.querySelector("script[type=module]");
  let note;
  let broken = false;

  // A page for addresses that lead nowhere may be shown at any depth, so it asks for this script at several; the copy
  // that is found tells where the site begins.
  if (root.hasAttribute("data-lost")) {
    root.removeAttribute("data-lost");
    // Not `src` itself, which the present base would change.
    const found = new URL(watch.getAttribute("src"), location);
    const base = document.querySelector("base");
    base.href = new URL("../", found);
    for (const link of document.querySelectorAll("link[href]")) link.replaceWith(link.cloneNode());
    // The language of the address stands first, or one that the reader has.
    const wanted = [location.href.slice(base.href.length), ...navigator.languages].map((tag) => tag.slice(0, 2));
    const sections = [...document.querySelectorAll("section")];
    const first = wanted.map((tag) => sections.find(({ lang }) => lang === tag)).find(Boolean);
    if (first) {
      first.parentNode.prepend(first);
      root.lang = first.lang;
      document.title = document.title.replace(/.* ·/, `${first.querySelector("h1").textContent} ·`);
    }
  }

  const lives = () => root.hasAttribute("data-hydrated");

  // Shows one note at the foot of the page, outside of what the program draws.
  function say(name, button, role = "status") {
    const words = WORDS[root.lang] ?? WORDS.en;
    note?.remove();
    note = document.createElement("p");
    note.className = "note-bar";
    note.role = role;
    note.append(words[name]);
    if (button) {
      const reload = document.createElement("button");
      reload.type = "button";
      reload.append(words[button]);
      reload.addEventListener("click", () => location.reload());
      note.append(" ", reload);
    }
    root.append(note);
  }

  // From here on nothing may call the broken program: links lead to the pages themselves.
  function breakDown() {
    if (broken) return;
    broken = true;
    root.dataset.program = lives() ? "stopped" : "failed";
    say(root.dataset.program, "reload", "alert");
    for (const kind of ["click", "input", "change", "keydown"]) {
      addEventListener(kind, (event) => note.contains(event.target) || event.stopImmediatePropagation(), true);
    }
    addEventListener("popstate", (event) => {
      event.stopImmediatePropagation();
      location.reload();
    }, true);
  }

  // The program could not be fetched, its start has failed, or it has trapped. Errors of anything else are none of
  // ours.
  const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
  addEventListener("error", ({ target, error }) => (target === program || isTrap(error)) && breakDown(), true);
  addEventListener("unhandledrejection", ({ reason }) => isTrap(reason) && breakDown());
  addEventListener("broken", breakDown);

  addEventListener("starting", () => setTimeout(() => lives() || broken || say("slow"), SLOW));
  new MutationObserver((_, observer) => {
    observer.disconnect();
    note?.remove();
    workOffline().catch(console.warn);
  }).observe(root, { attributeFilter: ["data-hydrated"] });

  // Keeps the program for later. A worker of another version answers the question for ours by telling that there
  // is a new one; one of ours takes over at once.
  async function workOffline() {
    const workers = navigator.serviceWorker;
    if (!workers || !watch.dataset.version) return;
    // The one address that the policy of the page lets through.
    const policy = window.trustedTypes?.createPolicy("desenlace", { createScriptURL: () => "sw.js" });
    workers.addEventListener("message", () => broken || say("renewed", "renew"));
    const registration = await workers.register(policy?.createScriptURL("") ?? "sw.js", { updateViaCache: "none" });
    const ask = (worker) => worker?.postMessage(watch.dataset.version);
    ask(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => {
        if (worker === registration.waiting) ask(worker);
      });
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  }
}
