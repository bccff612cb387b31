// Starts the program in the copy that is one file: its Wasm stands in the page, and an address is what stands
// behind the # of the file's own.
const bytes = Uint8Array.from(atob(document.getElementById("wasm").textContent), (letter) => letter.charCodeAt(0));

// A plain click is followed by the program. For all other ways to follow a link its address must be right.
function correct({ target }) {
  const link = target.closest?.("a[href]");
  const href = link?.getAttribute("href");
  if (!link || /^#|^[a-z]+:/.test(href)) return;
  if (href.startsWith("data/")) link.removeAttribute("href");
  else link.href = `#/${href}`;
}
for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, correct, true);
function broken(error) {
  console.error(error);
  dispatchEvent(new Event("broken")); // the watch hears it
}
__wbg_init({ module_or_path: bytes }).catch(broken);
