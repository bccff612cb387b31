// MiniSearch as its documentation has it for searching while typing: prefix of the last word and fuzziness by length,
// all words needed, titles boosted. Counts by a loop.

import MiniSearch from "minisearch";
import { answer, edits, numbered, read } from "../work.js";

const FIELDS = { fields: ["title", "cast", "plot"], idField: "at" };
const OPTIONS = { ...FIELDS, extractField: (film, field) => (field === "cast" ? film.cast.join(" ") : film[field]) };

/** How it is searched: every word exactly and nearly. */
export const SEARCH = {
  combineWith: "AND",
  boost: { title: 4, cast: 2 },
  prefix: (_, at, terms) => at === terms.length - 1,
  fuzzy: edits,
};

/** An engine that searches by a function of the index and the text. */
export const engine = (search) => ({
  reads: (size) => `films-${size}.json`,
  open: (bytes) => {
    const films = read(bytes);
    const index = new MiniSearch(OPTIONS);
    index.addAll(films.map((film, at) => ({ ...film, at })));
    return { films, facets: numbered(films), index };
  },
  ask: ({ films, facets, index }, text) => answer(search(index, text).map((found) => found.id), films, facets),
  save: ({ index }) => JSON.stringify(index),
  load: (saved, bytes) => {
    const films = read(bytes);
    return { films, facets: numbered(films), index: MiniSearch.loadJSON(saved, OPTIONS) };
  },
});

export default engine((index, text) => index.search(text, SEARCH));
