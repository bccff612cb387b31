//! Mistakes that no file shows by itself: evidence, fates, relations, orders, coverage, use.

use super::check;
use expect_test::expect;

#[test]
fn a_claim_without_passages() {
    check(
        "films/the-well/relations.toml",
        "passages = [\"digging\"]\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:1:1: missing field “passages”
              hint: “passages”: the passages that say so
        "#]],
    );
}

#[test]
fn a_claim_with_no_passages() {
    check(
        "films/the-well/events.toml",
        "passages = [\"the-shot\"]",
        "passages = []",
        expect![[r#"
            error: minimal/films/the-well/events.toml:16:12: “passages” is empty
              hint: a claim names at least one passage, a fact at least one source
        "#]],
    );
}

#[test]
fn a_fact_without_source() {
    check(
        "films/the-well/film.toml",
        "value = \"D. Duarte\"\nsources = [\"F2\"]",
        "value = \"D. Duarte\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:29:1: missing field “sources”
              hint: “sources”: who says so, ids of sources.toml
        "#]],
    );
}

#[test]
fn a_character_without_fate() {
    check(
        "films/the-well/fates.toml",
        "[bruno]\noutcome = \"untold\"\ncertainty = \"untold\"\npassages = [\"the-shot\"]\naccount = \"Nothing more is told.\"\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:19:2: “bruno” has no fate
              hint: add [bruno] to fates.toml; where nothing is told, the outcome is “untold”
        "#]],
    );
}

#[test]
fn an_untold_outcome_that_is_stated() {
    check(
        "films/the-well/fates.toml",
        "outcome = \"untold\"\ncertainty = \"untold\"",
        "outcome = \"untold\"\ncertainty = \"stated\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:21:13: the outcome “untold” and the certainty “stated” exclude each other
              hint: “untold” is said of both or of neither
        "#]],
    );
}

#[test]
fn a_told_outcome_that_is_untold() {
    check(
        "films/the-well/fates.toml",
        "certainty = \"implied\"\ncause",
        "certainty = \"untold\"\ncause",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:3:13: the outcome “killed” and the certainty “untold” exclude each other
              hint: “untold” is said of both or of neither
        "#]],
    );
}

#[test]
fn an_unknown_outcome_that_is_implied() {
    check(
        "films/the-well/fates.toml",
        "certainty = \"declared-unknown\"",
        "certainty = \"implied\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:27:13: the outcome “declared-unknown” and the certainty “implied” exclude each other
              hint: “declared-unknown” is said of both or of neither
        "#]],
    );
}

#[test]
fn an_absent_theme_with_passages() {
    check(
        "films/the-well/themes.toml",
        "motivation = \"Nobody gets away.\"",
        "motivation = \"Nobody gets away.\"\npassages = [\"digging\"]",
        expect![[r#"
            error: minimal/films/the-well/themes.toml:9:13: the theme “escape” is absent and has passages
              hint: take them away, or give it the weight “minor”
        "#]],
    );
}

#[test]
fn a_theme_without_passages() {
    check(
        "films/the-well/themes.toml",
        "passages = [\"digging\"]\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/themes.toml:1:1: the theme “prison” has no passages
              hint: name the passages that show it
        "#]],
    );
}

#[test]
fn members_of_no_group() {
    check(
        "films/the-well/characters.toml",
        "group = true\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:31:12: “the-pair” has members but is no group
              hint: add group = true, or take the members away
        "#]],
    );
}

#[test]
fn a_group_that_is_its_own_member() {
    check(
        "films/the-well/characters.toml",
        "members = [\"anna\", \"bruno\"]",
        "members = [\"anna\", \"the-pair\"]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:32:20: a group is a member of itself: the-pair → the-pair
              hint: take one of them out of the other’s members
        "#]],
    );
}

#[test]
fn a_relation_written_twice() {
    check(
        "films/the-well/relations.toml",
        "from = \"the-pair\"",
        "from = \"bruno\"\nkind = \"informs-on\"\nto = \"anna\"\npassages = [\"digging\"]\n\n[[relation]]\nfrom = \"the-pair\"",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:14:1: the relation bruno · informs-on · anna is written twice
              hint: it is written once; its passages stand together
        "#]],
    );
}

#[test]
fn a_mutual_relation_written_both_ways() {
    check(
        "films/the-well/relations.toml",
        "from = \"the-pair\"",
        "from = \"bruno\"\nkind = \"friend-of\"\nto = \"anna\"\npassages = [\"digging\"]\n\n[[relation]]\nfrom = \"the-pair\"",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:14:1: the relation bruno · friend-of · anna is written twice
              hint: a mutual relation is written once, in any direction; its passages stand together
        "#]],
    );
}

#[test]
fn a_directed_relation_both_ways() {
    check(
        "films/the-well/relations.toml",
        "from = \"the-pair\"",
        "from = \"anna\"\nkind = \"informs-on\"\nto = \"bruno\"\npassages = [\"digging\"]\n\n[[relation]]\nfrom = \"the-pair\"",
        expect![[r#""#]],
    );
}

#[test]
fn a_relation_to_oneself() {
    check(
        "films/the-well/relations.toml",
        "to = \"bruno\"",
        "to = \"anna\"",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:4:6: “anna” is related to itself
              hint: a relation is between two characters
        "#]],
    );
}

#[test]
fn a_missing_third() {
    check(
        "films/the-well/relations.toml",
        "as = \"anna\"\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:14:1: missing field “as”
              hint: “as”: the character that “to” is taken for
        "#]],
    );
}

#[test]
fn a_third_too_many() {
    check(
        "films/the-well/relations.toml",
        "to = \"bruno\"\n",
        "to = \"bruno\"\nas = \"the-pair\"\n",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:5:6: “as” has no place in the kind “friend-of”
              hint: only the kind “mistakes” has it
        "#]],
    );
}

#[test]
fn a_cycle_of_themes() {
    check(
        "vocabularies/themes.toml",
        "[confinement]",
        "[confinement]\nbroader = \"prison\"",
        expect![[r#"
            error: minimal/vocabularies/themes.toml:2:11: a term is broader than itself: confinement → prison → confinement
              hint: take one of these “broader” away; the broadest term has none
        "#]],
    );
}

#[test]
fn a_theme_broader_than_itself() {
    check(
        "vocabularies/themes.toml",
        "[escape]",
        "[escape]\nbroader = \"escape\"",
        expect![[r#"
            error: minimal/vocabularies/themes.toml:17:11: a term is broader than itself: escape → escape
              hint: take one of these “broader” away; the broadest term has none
        "#]],
    );
}

#[test]
fn a_cycle_of_places() {
    check(
        "vocabularies/places.toml",
        "[villa-sola]",
        "[villa-sola]\nbroader = \"well\"",
        expect![[r#"
            error: minimal/vocabularies/places.toml:2:11: a term is broader than itself: villa-sola → well → villa-sola
              hint: take one of these “broader” away; the broadest term has none
        "#]],
    );
}

#[test]
fn a_cycle_of_events() {
    check(
        "films/the-well/events.toml",
        "place = \"well\"",
        "place = \"well\"\nafter = [\"a-shot\"]",
        expect![[r#"
            error: minimal/films/the-well/events.toml:6:10: an event comes after itself: the-digging → a-shot → the-digging
              hint: “after” and “during” give the order of the story: take one of them away
        "#]],
    );
}

#[test]
fn an_event_inside_itself() {
    check(
        "films/the-well/events.toml",
        "place = \"well\"",
        "place = \"well\"\nduring = \"a-shot\"",
        expect![[r#"
            error: minimal/films/the-well/events.toml:6:10: an event comes after itself: the-digging → a-shot → the-digging
              hint: “after” and “during” give the order of the story: take one of them away
        "#]],
    );
}

#[test]
fn a_parallel_with_one_side() {
    check(
        "parallels.toml",
        "[[left-open.side]]\nfilm = \"the-road\"\ncharacters = [\"carla\"]\npassages = [\"leaving\"]\n",
        "",
        expect![[r#"
            error: minimal/parallels.toml:1:2: the parallel “left-open” has fewer than two sides
              hint: add [[left-open.side]]: a parallel links two films or more
        "#]],
    );
}

#[test]
fn a_parallel_in_one_film() {
    check(
        "parallels.toml",
        "film = \"the-road\"\ncharacters = [\"carla\"]\npassages = [\"leaving\"]",
        "film = \"the-well\"\npassages = [\"digging\"]",
        expect![[r#"
            error: minimal/parallels.toml:1:2: all sides of “left-open” are of one film
              hint: a parallel links things of different films
        "#]],
    );
}

#[test]
fn a_sentence_in_no_passage() {
    check(
        "films/the-well/passages.toml",
        "[\"W-S1\", \"W-S2\"]",
        "[\"W-S1\"]",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:1:1: sentence W-S2 belongs to no passage
              hint: add it to the “sentences” of the passage that retells it
        "#]],
    );
}

#[test]
fn sentences_in_no_passage() {
    check(
        "films/the-well/film.toml",
        "sentences = 3",
        "sentences = 5",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:1:1: sentences W-S4, W-S5 belong to no passage
              hint: add it to the “sentences” of the passage that retells it
        "#]],
    );
}

#[test]
fn a_sentence_that_there_is_not() {
    check(
        "films/the-well/passages.toml",
        "\"W-S3\"",
        "\"W-S3\", \"W-S4\"",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:7:22: there is no sentence “W-S4”
              hint: the sentences of this film are W-S1 to W-S3
        "#]],
    );
}

#[test]
fn a_sentence_zero() {
    check(
        "films/the-well/passages.toml",
        "\"W-S3\"",
        "\"W-S3\", \"W-S0\"",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:7:22: there is no sentence “W-S0”
              hint: the sentences of this film are W-S1 to W-S3
        "#]],
    );
}

#[test]
fn a_sentence_of_another_film() {
    check(
        "films/the-well/passages.toml",
        "\"W-S3\"",
        "\"W-S3\", \"R-S1\"",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:7:22: “R-S1” is no sentence of this film’s synopsis
              hint: the sentences of this film are W-S1 to W-S3
        "#]],
    );
}

#[test]
fn a_sentence_that_is_none() {
    check(
        "films/the-well/passages.toml",
        "\"W-S3\"",
        "\"W-S3\", \"the last\"",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:7:22: “the last” is no sentence of this film’s synopsis
              hint: the sentences of this film are W-S1 to W-S3
        "#]],
    );
}

#[test]
fn a_sentence_twice() {
    check(
        "films/the-well/passages.toml",
        "\"W-S2\"",
        "\"W-S2\", \"W-S1\"",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:3:30: “W-S1” stands in this list twice
              hint: take one away
        "#]],
    );
}

#[test]
fn an_unknown_language_of_a_title() {
    check(
        "films/the-well/film.toml",
        "title-language = \"es\"",
        "title-language = \"xx\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:2:18: unknown language “xx”
              hint: one of: es
        "#]],
    );
}

#[test]
fn an_unknown_language_of_another_title() {
    check(
        "films/the-well/film.toml",
        "language = \"es-AR\"",
        "language = \"de-AT\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:21:12: unknown language “de-AT”
              hint: one of: es
        "#]],
    );
}

#[test]
fn a_passage_that_nothing_leads_to() {
    check(
        "films/the-well/passages.toml",
        "[[passage]]\nid = \"the-shot\"\nsentences = [\"W-S3\"]",
        "[[passage]]\nid = \"an-aside\"\nsentences = [\"W-S3\"]\n\n[[passage]]\nid = \"the-shot\"\nsentences = [\"W-S3\"]",
        expect![[r#"
            error: minimal/films/the-well/passages.toml:6:6: nothing leads to the passage “an-aside”
              hint: name it where it is evidence: of an event, a character, a fate …
            error: minimal/films/the-well/story.en.md:3:15: missing passage “an-aside”
              hint: add “## … {#an-aside}” after “digging”
            error: minimal/films/the-well/story.es.md:3:12: missing passage “an-aside”
              hint: add “## … {#an-aside}” after “digging”
            error: minimal/films/the-well/story.pt.md:3:12: missing passage “an-aside”
              hint: add “## … {#an-aside}” after “digging”
        "#]],
    );
}

#[test]
fn a_term_that_nothing_refers_to() {
    check(
        "vocabularies/themes.toml",
        "[escape]",
        "[hiding]\nbroader = \"confinement\"\nname = \"hiding\"\ndefinition = \"Somebody hides.\"\n\n[escape]",
        expect![[r#"
            warning: minimal/vocabularies/themes.toml:16:2: nothing refers to the term “hiding”
              hint: use it where it applies, or take it away
        "#]],
    );
}

#[test]
fn a_broader_term_is_used_through_a_narrower_one() {
    check(
        "vocabularies/themes.toml",
        "[confinement]",
        "[closeness]\nname = \"closeness\"\ndefinition = \"Closeness.\"\n\n[confinement]\nbroader = \"closeness\"",
        expect![[r#""#]],
    );
}
