//! Mistakes in stories: headings, markup, links, and first mentions without one.

use super::check;
use expect_test::expect;

#[test]
fn a_control_character() {
    check(
        "films/the-well/story.en.md",
        "There is a shot.",
        "There is\ta shot.",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:71: a control character
              hint: take it away, and write spaces for tabs
        "#]],
    );
}

#[test]
fn a_missing_title() {
    check(
        "films/the-well/story.en.md",
        "# The Well\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:1:1: missing title
              hint: begin the file with the title of the film: # La fuga
        "#]],
    );
}

#[test]
fn a_title_that_the_film_has_not() {
    check(
        "films/the-well/story.en.md",
        "# The Well",
        "# The Wall",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:1:1: the film is not called “The Wall”
              hint: did you mean “The Well”?
        "#]],
    );
}

#[test]
fn a_second_title() {
    check(
        "films/the-well/story.en.md",
        "## The shot {#the-shot}",
        "# The shot",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:3:15: missing passage “the-shot”
              hint: add “## … {#the-shot}” after “digging”
            error: minimal/films/the-well/story.en.md:10:1: a second heading of one “#”
              hint: a passage has a heading of two: ## Title {#its-id}
        "#]],
    );
}

#[test]
fn a_title_with_an_id() {
    check(
        "films/the-well/story.en.md",
        "# The Well",
        "# The Well {#the-well}",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:1:1: the title of the film has an id
              hint: take the {#…} away
        "#]],
    );
}

#[test]
fn a_heading_without_id() {
    check(
        "films/the-well/story.en.md",
        " {#the-shot}",
        "",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:1: this passage has no id
              hint: end the heading with it: ## Title {#its-id}
        "#]],
    );
}

#[test]
fn a_heading_without_title() {
    check(
        "films/the-well/story.en.md",
        "## The shot {#the-shot}",
        "## {#the-shot}",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:1: this passage has no title
              hint: write it like this: ## Title {#its-id}
        "#]],
    );
}

#[test]
fn a_heading_with_a_class() {
    check(
        "films/the-well/story.en.md",
        "{#the-shot}",
        "{#the-shot .loud}",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:1: stories do not use headings with more than an id
              hint: write it like this: ## Title {#its-id}
        "#]],
    );
}

#[test]
fn a_heading_too_deep() {
    check(
        "films/the-well/story.en.md",
        "Anna sings",
        "### Singing\n\nAnna sings",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:1: a heading below a passage
              hint: a passage has no headings in it
        "#]],
    );
}

#[test]
fn a_heading_with_markup() {
    check(
        "films/the-well/story.en.md",
        "## The shot",
        "## The *shot*",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:8: markup in a heading
              hint: headings are plain
        "#]],
    );
}

#[test]
fn a_missing_passage() {
    check(
        "films/the-well/story.en.md",
        "## The shot {#the-shot}\n\n[Bruno](character:bruno) is taken for [Anna](character:anna). There is a shot.\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:3:15: missing passage “the-shot”
              hint: add “## … {#the-shot}” after “digging”
        "#]],
    );
}

#[test]
fn a_missing_first_passage() {
    check(
        "films/the-well/story.es.md",
        "## Cavan {#digging}\n\nEn [Villa Sola](place:villa-sola), [Anna](character:anna) y [Bruno](character:bruno),\na quienes llaman [la pareja](character:the-pair), cavan un [pozo](place:well).\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/story.es.md:1:1: missing passage “digging”
              hint: add “## … {#digging}” as the first passage
        "#]],
    );
}

#[test]
fn an_unknown_passage() {
    check(
        "films/the-well/story.en.md",
        "{#the-shot}",
        "{#the-shoot}",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:15: unknown passage “the-shoot”
              hint: did you mean “the-shot”?
        "#]],
    );
}

#[test]
fn an_unknown_passage_more() {
    check(
        "films/the-well/story.en.md",
        "## The shot",
        "## Before {#before-all}\n\nNothing.\n\n## The shot",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:13: unknown passage “before-all”
              hint: add it to passages.toml
        "#]],
    );
}

#[test]
fn a_duplicate_passage() {
    check(
        "films/the-well/story.en.md",
        "## The shot",
        "## They dig on {#digging}\n\nNothing.\n\n## The shot",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:18: duplicate passage “digging”
              hint: give one of them another id, or make them one
        "#]],
    );
}

#[test]
fn passages_out_of_order() {
    check(
        "films/the-well/passages.toml",
        "[[passage]]\nid = \"digging\"\nsentences = [\"W-S1\", \"W-S2\"]\n\n[[passage]]\nid = \"the-shot\"\nsentences = [\"W-S3\"]\n",
        "[[passage]]\nid = \"the-shot\"\nsentences = [\"W-S3\"]\n\n[[passage]]\nid = \"digging\"\nsentences = [\"W-S1\", \"W-S2\"]\n",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:15: passage “the-shot” is out of order
              hint: in passages.toml it comes first
            error: minimal/films/the-well/story.es.md:8:17: passage “the-shot” is out of order
              hint: in passages.toml it comes first
            error: minimal/films/the-well/story.pt.md:8:13: passage “the-shot” is out of order
              hint: in passages.toml it comes first
        "#]],
    );
}

#[test]
fn an_empty_passage() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is taken for [Anna](character:anna). There is a shot.\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:10:15: passage “the-shot” is empty
              hint: tell what happens, in a paragraph or more
        "#]],
    );
}

#[test]
fn a_text_outside_a_passage() {
    check(
        "films/the-well/story.en.md",
        "## They dig",
        "A story.\n\nOf two.\n\n## They dig",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:3:1: this text belongs to no passage
              hint: begin the passage with a heading: ## Title {#its-id}
        "#]],
    );
}

#[test]
fn a_link_without_end() {
    check(
        "films/the-well/story.en.md",
        "](character:bruno) is",
        "](character:bruno is",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:1: unterminated link
              hint: a link is closed like this: [Nene](character:nene); a plain bracket is written \[
        "#]],
    );
}

#[test]
fn a_link_without_address() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is",
        "[Bruno] is",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:1: unterminated link
              hint: a link is closed like this: [Nene](character:nene); a plain bracket is written \[
        "#]],
    );
}

#[test]
fn a_link_with_a_space() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is",
        "[Bruno] (character:bruno) is",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:1: unterminated link
              hint: a link is closed like this: [Nene](character:nene); a plain bracket is written \[
        "#]],
    );
}

#[test]
fn a_link_without_beginning() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is",
        "Bruno](character:bruno) is",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:1: the first mention of “Bruno” in this passage is not linked
              hint: write [Bruno](character:bruno)
            error: minimal/films/the-well/story.en.md:12:6: stray “]”
              hint: a link begins with “[”: [Nene](character:nene); a plain bracket is written \]
        "#]],
    );
}

#[test]
fn a_link_without_text() {
    check(
        "films/the-well/story.en.md",
        "[the pair](character:the-pair)",
        "[](character:the-pair)",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:22: a link without text
              hint: write the words that it stands on: [Nene](character:nene)
        "#]],
    );
}

#[test]
fn a_link_to_another_scheme() {
    check(
        "films/the-well/story.en.md",
        "place:well",
        "places:well",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:67: broken link “places:well”
              hint: links name people and places: [Nene](character:nene), [the fair](place:fair)
        "#]],
    );
}

#[test]
fn a_link_to_the_web() {
    check(
        "films/the-well/story.en.md",
        "place:well",
        "https://example.org",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:67: broken link “https://example.org”
              hint: links name people and places: [Nene](character:nene), [the fair](place:fair)
        "#]],
    );
}

#[test]
fn a_link_without_scheme() {
    check(
        "films/the-well/story.en.md",
        "place:well",
        "well",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:67: broken link “well”
              hint: links name people and places: [Nene](character:nene), [the fair](place:fair)
        "#]],
    );
}

#[test]
fn a_link_without_id() {
    check(
        "films/the-well/story.en.md",
        "place:well",
        "place:",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:67: broken link “place:”
              hint: links name people and places: [Nene](character:nene), [the fair](place:fair)
        "#]],
    );
}

#[test]
fn a_link_with_a_title() {
    check(
        "films/the-well/story.en.md",
        "(place:well)",
        "(place:well \"a well\")",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:60: this is not how stories link
              hint: links name people and places: [Nene](character:nene), [the fair](place:fair)
        "#]],
    );
}

#[test]
fn a_link_in_pointed_brackets() {
    check(
        "films/the-well/story.en.md",
        "Anna sings",
        "<https://example.org> Anna sings",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:1: this is not how stories link
              hint: links name people and places: [Nene](character:nene), [the fair](place:fair)
        "#]],
    );
}

#[test]
fn a_link_with_a_reference() {
    check(
        "films/the-well/story.en.md",
        "Anna sings *Aida*.",
        "Anna sings [it][aida].\n\n[aida]: place:well",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: this is not how stories link
              hint: links name people and places: [Nene](character:nene), [the fair](place:fair)
        "#]],
    );
}

#[test]
fn a_plain_bracket_is_escaped() {
    check(
        "films/the-well/story.en.md",
        "Anna sings",
        "\\[Anna\\] sings 2 \\* 3 \\_x\\_ \\\\ &amp; &#42;",
        expect![[r#""#]],
    );
}

#[test]
fn emphasis_without_end() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "*Aida",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: unterminated emphasis “*”
              hint: emphasis is closed like this: *Aida*; a plain “*” is written \*
        "#]],
    );
}

#[test]
fn emphasis_without_beginning() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "Aida*",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:16: unterminated emphasis “*”
              hint: emphasis is closed like this: *Aida*; a plain “*” is written \*
        "#]],
    );
}

#[test]
fn emphasis_with_underscores_without_end() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "_Aida",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: unterminated emphasis “_”
              hint: emphasis is closed like this: *Aida*; a plain “_” is written \_
        "#]],
    );
}

#[test]
fn strong_emphasis() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "**Aida**",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: stories do not use strong emphasis
              hint: one “*” on each side emphasises
        "#]],
    );
}

#[test]
fn strong_emphasis_without_end() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "**Aida",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: unterminated emphasis “*”
              hint: emphasis is closed like this: *Aida*; a plain “*” is written \*
        "#]],
    );
}

#[test]
fn emphasis_in_a_link() {
    check(
        "films/the-well/story.en.md",
        "[the pair]",
        "[the *pair*]",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:27: markup inside other markup
              hint: a link has no link or emphasis in it, nor has emphasis a link
        "#]],
    );
}

#[test]
fn a_link_in_emphasis() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "*Aida in a [well](place:well)*",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:23: markup inside other markup
              hint: a link has no link or emphasis in it, nor has emphasis a link
        "#]],
    );
}

#[test]
fn code() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "`Aida`",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: stories do not use code
              hint: take the “`” away
        "#]],
    );
}

#[test]
fn code_without_end() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "`Aida",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: stray “`”
              hint: use typographic quotes; stories have no code
        "#]],
    );
}

#[test]
fn html() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "<i>Aida</i>",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: stories do not use HTML
              hint: take the tag away; a plain “<” is written “\<”
            error: minimal/films/the-well/story.en.md:8:19: stories do not use HTML
              hint: take the tag away; a plain “<” is written “\<”
        "#]],
    );
}

#[test]
fn a_block_of_html() {
    check(
        "films/the-well/story.en.md",
        "Anna sings *Aida*.",
        "<div>\nAnna sings.\n</div>",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:1: stories do not use HTML
              hint: take the tags away
        "#]],
    );
}

#[test]
fn an_image() {
    check(
        "films/the-well/story.en.md",
        "*Aida*",
        "![Aida](aida.png)",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:12: stories do not use images
              hint: take it away; the page draws from the data
        "#]],
    );
}

#[test]
fn a_list() {
    check(
        "films/the-well/story.en.md",
        "Anna sings *Aida*.",
        "- Anna sings\n- *Aida*",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:1: stories do not use lists
              hint: write a paragraph; a line that begins with a plain “-” or “1.” needs a “\” before it
        "#]],
    );
}

#[test]
fn a_quotation() {
    check(
        "films/the-well/story.en.md",
        "Anna sings *Aida*.",
        "> Anna sings *Aida*.",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:1: stories do not use block quotations
              hint: write a paragraph with quotation marks
        "#]],
    );
}

#[test]
fn a_code_block() {
    check(
        "films/the-well/story.en.md",
        "Anna sings *Aida*.",
        "    Anna sings Aida.",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:5: stories do not use code blocks
              hint: begin the line without spaces or “`”
        "#]],
    );
}

#[test]
fn a_rule() {
    check(
        "films/the-well/story.en.md",
        "Anna sings",
        "---\n\nAnna sings",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:8:1: stories do not use rules
              hint: passages are parted by their headings
        "#]],
    );
}

#[test]
fn a_hard_line_break() {
    check(
        "films/the-well/story.en.md",
        "and [Bruno](character:bruno),\n",
        "and [Bruno](character:bruno),  \n",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:5:87: stories do not use hard line breaks
              hint: end the line without two spaces or “\”
        "#]],
    );
}

#[test]
fn a_name_without_link() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is",
        "Bruno is",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:1: the first mention of “Bruno” in this passage is not linked
              hint: write [Bruno](character:bruno)
        "#]],
    );
}

#[test]
fn a_name_without_link_before_the_link() {
    check(
        "films/the-well/story.en.md",
        "In [Villa",
        "Bruno is here. In [Villa",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:5:1: the first mention of “Bruno” in this passage is not linked
              hint: write [Bruno](character:bruno)
        "#]],
    );
}

#[test]
fn an_alias_without_link() {
    check(
        "films/the-well/story.en.md",
        "There is a shot.",
        "There is a shot. Annie falls.",
        expect![[r#""#]],
    );
}

#[test]
fn an_alias_without_link_first() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is",
        "Annie falls. [Bruno](character:bruno) is",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:1: the first mention of “Annie” in this passage is not linked
              hint: write [Annie](character:anna)
        "#]],
    );
}

#[test]
fn a_place_without_link() {
    check(
        "films/the-well/story.en.md",
        "There is a shot",
        "There is a shot in Villa Sola",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:82: the first mention of “Villa Sola” in this passage is not linked
              hint: write [Villa Sola](place:villa-sola)
        "#]],
    );
}

#[test]
fn a_name_in_another_link() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is",
        "[Bruno](character:the-pair) is",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:12:2: the first mention of “Bruno” in this passage is not linked
              hint: write [Bruno](character:bruno)
        "#]],
    );
}

#[test]
fn a_name_in_a_longer_link() {
    check(
        "films/the-well/story.en.md",
        "[Bruno](character:bruno) is",
        "[Bruno’s companion](character:anna) is",
        expect![[r#""#]],
    );
}

#[test]
fn a_name_in_another_word() {
    check("films/the-well/story.en.md", "[Bruno](character:bruno) is", "Brunonia is", expect![[r#""#]]);
}
