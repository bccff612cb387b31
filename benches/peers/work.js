// What every engine is asked to do besides searching, for those that do not do it themselves: count all facet values
// over everything found, and show the first 60. Written to be as fast as plain JavaScript can.

/** How many films are shown. */
export const SHOWN = 60;

/** The films of the file that `cargo xtask bench` wrote: title, plot, cast, values. */
export function read(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The facet values of all films as numbers in one array, for `answer`. */
export function numbered(films) {
  const numbers = new Map();
  const starts = new Uint32Array(films.length + 1);
  const values = [];
  for (const [at, film] of films.entries()) {
    for (const value of film.values) {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      values.push(numbers.get(value));
    }
    starts[at + 1] = values.length;
  }
  return { starts, values: Uint16Array.from(values), size: numbers.size };
}

/** Total, counts and first titles of the films found, given by their positions, the best first. */
export function answer(found, films, { starts, values, size }) {
  const counts = new Uint32Array(size);
  for (let at = 0; at < found.length; at += 1) {
    const film = found[at];
    for (let value = starts[film]; value < starts[film + 1]; value += 1) counts[values[value]] += 1;
  }
  return { total: found.length, counts, titles: titles(found, films) };
}

/** The titles of the first films. */
export function titles(found, films) {
  const shown = [];
  for (let at = 0; at < found.length && at < SHOWN; at += 1) shown.push(films[found[at]].title);
  return shown;
}

/** The words of a text, and how many edits our core allows in each: those by which it calls a word near. */
export function edits(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}
