// Shows the page as it is preferred before anything of it is seen: its colours, and whether fates are hidden. It
// knows only the names under which the program stores that; where storage is off, the page is as it comes.

for (const name of ["scheme", "fates"]) {
  try {
    const preferred = localStorage.getItem(name);
    if (preferred) document.documentElement.dataset[name] = preferred;
  } catch {}
}
