// Fuse.js, with what its documentation advises for long texts: no weight on where in the text a match is.

import Fuse from "fuse.js";
import { answer, numbered, read } from "../work.js";

const KEYS = [{ name: "title", weight: 4 }, { name: "cast", weight: 2 }, { name: "plot", weight: 1 }];
const OPTIONS = { keys: KEYS, ignoreLocation: true, threshold: 0.3 };

export default {
  reads: (size) => `films-${size}.json`,
  open: (bytes) => {
    const films = read(bytes);
    return { films, facets: numbered(films), index: new Fuse(films, OPTIONS) };
  },
  ask: ({ films, facets, index }, text) => answer(index.search(text).map((found) => found.refIndex), films, facets),
  save: ({ index }) => JSON.stringify(index.getIndex()),
  load: (saved, bytes) => {
    const films = read(bytes);
    const index = new Fuse(films, OPTIONS, Fuse.parseIndex(JSON.parse(saved)));
    return { films, facets: numbered(films), index };
  },
};
