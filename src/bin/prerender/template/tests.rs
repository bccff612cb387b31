//! That no text of a corpus gets out of its place in the head of a page, or in what machines read there.

use super::*;
use hostile::{ATTEMPT, HARMLESS, HOSTILE};
use marks::Marks;

#[path = "../../../../tests/hostile/mod.rs"]
mod hostile;
#[path = "../../../../tests/marks/mod.rs"]
mod marks;

/// The heads of all pages of a corpus, without what machines read, and that.
fn heads(corpus: &'static Corpus) -> Vec<(String, String)> {
    const BUILT: &str = "<html><head><base href=\"./\"><title>x</title></head><body></body></html>";
    let template = Template::new(BUILT, corpus, Some("https://example.org/")).ok().unwrap();
    let heads = View::all(corpus).into_iter().map(|view| template.head(&view).ok().unwrap());
    heads
        .map(|head| {
            let (marks, data) = head.split_once("<script type=\"application/ld+json\">").unwrap();
            (marks.to_owned(), data.strip_suffix("</script>").unwrap().to_owned())
        })
        .collect()
}

#[test]
fn no_text_of_a_corpus_gets_out_of_its_place_in_a_head() {
    let known =
        heads(&HARMLESS).into_iter().fold(Marks::default(), |known, (marks, _)| known.and(Marks::of(&marks)));
    let mut shown = 0;
    for (head, data) in heads(HOSTILE.0) {
        let marks = Marks::of(&head);
        assert_eq!(marks.beyond(&known), Vec::<&str>::new(), "{head}");
        let inside = |link: &&String| {
            !["https://example.org/", "manifest.", "icons/"].iter().any(|it| link.starts_with(it))
        };
        assert_eq!(marks.links.iter().find(inside), None);
        shown += marks.text.matches(ATTEMPT).count();
        // Whatever stands there ends at the end of the element, and is data.
        assert!(!data.contains('<'), "{data}");
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert!(data.is_object());
    }
    assert!(shown > 10, "the attempts stand in titles, as text: {shown}");
}
