// uFuzzy: no index, a regular expression over every text; one error a word, words in any order, accents aside.

import uFuzzy from "@leeoniya/ufuzzy";
import { answer, numbered, read } from "../work.js";

export default {
  reads: (size) => `films-${size}.json`,
  open: (bytes) => {
    const films = read(bytes);
    const texts = films.map((film) => `${film.title} ${film.cast.join(" ")} ${film.plot}`);
    return { films, facets: numbered(films), texts: uFuzzy.latinize(texts), index: new uFuzzy({ intraMode: 1 }) };
  },
  ask: ({ films, facets, texts, index }, text) => {
    const [found, info, order] = index.search(texts, uFuzzy.latinize(text), 1);
    const ranked = order ? order.map((place) => info.idx[place]) : (found ?? []);
    return answer(ranked, films, facets);
  },
};
