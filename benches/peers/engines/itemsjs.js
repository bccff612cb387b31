// ItemsJS, the facet library, with its own full text search and its own counts.

import itemsjs from "itemsjs";
import { SHOWN, read } from "../work.js";

export default {
  reads: (size) => `films-${size}.json`,
  open: (bytes) => {
    const films = read(bytes);
    return itemsjs(films, {
      searchableFields: ["title", "cast", "plot"],
      aggregations: { values: { title: "Values", size: 1000, conjunction: false } },
    });
  },
  ask: (index, text) => {
    const found = index.search({ query: text, per_page: SHOWN });
    const titles = found.data.items.map((film) => film.title);
    return { total: found.pagination.total, counts: found.data.aggregations.values.buckets, titles };
  },
};
