//! Snippets and suggestions on any text, and what the parts of the search promise together.

use super::{Terms, snippet, suggest};
use crate::facet::Gallery;
use crate::model::Language;
use crate::pack::open;
use crate::sample::{corpora, packed, small};
use crate::veil::Veil;
use proptest::prelude::{any, prop_assert, proptest};

/// The snippet of a text for what is typed, `…` where it is cut and brackets around what is highlighted.
#[track_caller]
fn check(text: &str, typed: &str, length: usize, expect: &str) {
    let bytes = packed(&small());
    let terms = Terms::of(open(&bytes).unwrap(), Gallery::Films, typed);
    let shown = snippet(text, &terms, length).map_or_else(String::new, |snippet| {
        let mut shown = String::new();
        shown.push_str(if snippet.range.start > 0 { "…" } else { "" });
        let mut at = snippet.range.start;
        for highlight in snippet.highlights {
            shown.push_str(&text[at..highlight.start]);
            shown.push_str(&format!("[{}]", &text[highlight.clone()]));
            at = highlight.end;
        }
        shown.push_str(&text[at..snippet.range.end]);
        shown.push_str(if snippet.range.end < text.len() { "…" } else { "" });
        shown
    });
    assert_eq!(shown, expect);
}

#[test]
fn snippets_show_the_words_in_their_sentence() {
    let text = "One two three four five MÓNEY six seven eight nine ten eleven";
    check(text, "money", 200, "One two three four five [MÓNEY] six seven eight nine ten eleven");
    check(text, "money", 30, "…five [MÓNEY] six seven eight…");
    check(text, "money", 3, "…[MÓNEY]…");
    check(text, "elev", 20, "…nine ten [eleven]");
    check(text, "one nine", 20, "[One] two three four…");
    check(text, "\"six seven\" one", 30, "…MÓNEY [six] [seven] eight nine…");
    check(text, "zz", 30, "");
    check(text, "", 30, "");
}

#[test]
fn letters_keep_what_belongs_to_them() {
    check("x man\u{303}ana y", "manana", 1, "…[man\u{303}ana]…");
    check("x fuga\u{fe0f} y", "fuga", 1, "…[fuga\u{fe0f}]…");
    check("x fuga\u{200d}👩 y", "fuga", 1, "…[fuga\u{200d}👩]…");
}

proptest! {
    #[test]
    fn any_text_has_a_snippet_on_boundaries(text in any::<String>(), typed in any::<String>(), length in 0..100usize) {
        let bytes = packed(&small());
        let corpus = open(&bytes).unwrap();
        for typed in [typed.clone(), text.chars().take(9).collect(), format!("\"{typed}")] {
            let terms = Terms::of(corpus, Gallery::Characters, &typed);
            let Some(found) = snippet(&text, &terms, length) else { continue };
            prop_assert!(text.get(found.range.clone()).is_some());
            prop_assert!(found.highlights.iter().all(|range| text.get(range.clone()).is_some()));
            prop_assert!(found.highlights.iter().all(|range| range.start < range.end));
        }
    }

    #[test]
    fn anything_typed_has_suggestions(corpus in corpora(), typed in "[a-zñé\" -]{0,12}|.*") {
        let bytes = packed(&corpus);
        let corpus = open(&bytes).unwrap();
        for (_, group) in suggest(corpus, &typed, Language::Pt, &Veil::default()) {
            prop_assert!(!group.is_empty());
            for one in group {
                prop_assert!(one.matches.iter().all(|range| one.name.get(range.clone()).is_some()), "{:?}", one);
                prop_assert!(one.matches.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", one);
            }
        }
    }
}
