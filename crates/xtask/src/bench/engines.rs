//! Which engines are measured, and what each of them can do and cannot. It does not know how they are called; that
//! stands in `benches/peers/engines`.

/// An engine.
#[derive(Debug)]
pub(super) struct Engine {
    pub(super) name: &'static str,
    /// Its module in `benches/peers/engines`, without the ending.
    pub(super) module: &'static str,
    /// Its npm package; none for our own core.
    pub(super) package: Option<&'static str>,
    /// Whether it finds, ranks, completes the last word, and forgives typing mistakes, as the core does.
    pub(super) does_the_same: bool,
    /// Whether it makes an index when it opens.
    pub(super) has_index: bool,
    /// What it does otherwise than the core, or not.
    pub(super) but: &'static str,
}

/// Our own, which the others are compared with.
pub(super) const OURS: Engine = Engine {
    name: "Desenlace",
    module: "desenlace",
    package: None,
    does_the_same: true,
    has_index: true,
    but: "looks for near words only where a word is not found as it stands",
};
/// The fastest of the others, which does less; the core may not be slower.
pub(super) const FLEXSEARCH: &str = "FlexSearch";

/// All of them, in the order of the tables.
pub(super) const ENGINES: [Engine; 8] = [
    OURS,
    Engine {
        name: "MiniSearch",
        module: "minisearch",
        package: Some("minisearch"),
        does_the_same: true,
        has_index: true,
        but: "no facet counts (a loop over all it finds); accents matter; two letters swapped are two edits",
    },
    Engine {
        name: "MiniSearch in two steps",
        module: "minisearch-in-two-steps",
        package: Some("minisearch"),
        does_the_same: true,
        has_index: true,
        but: "the same, but nearness is tried only where nothing is found without, as our core does",
    },
    Engine {
        name: "Orama",
        module: "orama",
        package: Some("@orama/orama"),
        does_the_same: true,
        has_index: true,
        but: "counts facets itself; one edit a word at most, and two letters swapped are two",
    },
    Engine {
        name: FLEXSEARCH,
        module: "flexsearch",
        package: Some("flexsearch"),
        does_the_same: false,
        has_index: true,
        but: "no typing mistakes; no facet counts (a loop over all it finds); ranks by position in the text only",
    },
    Engine {
        name: "ItemsJS",
        module: "itemsjs",
        package: Some("itemsjs"),
        does_the_same: false,
        has_index: true,
        but: "counts facets itself; no typing mistakes",
    },
    Engine {
        name: "uFuzzy",
        module: "ufuzzy",
        package: Some("@leeoniya/ufuzzy"),
        does_the_same: false,
        has_index: false,
        but: "reads every text each time; ranks only up to 1,000 films; no facet counts (a loop over all it finds)",
    },
    Engine {
        name: "Fuse.js",
        module: "fuse",
        package: Some("fuse.js"),
        does_the_same: false,
        has_index: true,
        but: "takes the text as one string, not as words; no facet counts (a loop over all it finds)",
    },
];
