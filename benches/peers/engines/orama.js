// Orama (it keeps the films in its saved index): all words needed, its own facets, and its tolerance of one edit where a word is long enough for one.

import { create, insertMultiple, load, save, search } from "@orama/orama";
import { SHOWN, edits, read } from "../work.js";

const SCHEMA = { title: "string", cast: "string[]", plot: "string", values: "enum[]" };

export default {
  reads: (size) => `films-${size}.json`,
  open: async (bytes) => {
    const films = read(bytes);
    const index = create({ schema: SCHEMA });
    await insertMultiple(index, films, films.length);
    return index;
  },
  ask: async (index, text) => {
    const tolerance = Math.min(1, ...text.split(" ").filter(Boolean).map(edits));
    const found = await search(index, {
      term: text,
      properties: ["title", "cast", "plot"],
      boost: { title: 4, cast: 2 },
      threshold: 0,
      tolerance,
      limit: SHOWN,
      facets: { values: {} },
    });
    const titles = found.hits.map((hit) => hit.document.title);
    return { total: found.count, counts: found.facets.values.values, titles };
  },
  save: (index) => JSON.stringify(save(index)),
  load: (saved) => {
    const index = create({ schema: SCHEMA });
    load(index, JSON.parse(saved));
    return index;
  },
};
