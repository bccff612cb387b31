// MiniSearch doing as our core does: nearness is tried only where the words as they stand find nothing.

import { SEARCH, engine } from "./minisearch.js";

export default engine((index, text) => {
  const found = index.search(text, { ...SEARCH, fuzzy: false });
  return found.length > 0 ? found : index.search(text, SEARCH);
});
