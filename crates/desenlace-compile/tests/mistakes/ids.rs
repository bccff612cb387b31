//! Ids that are unknown, doubled or malformed, wherever an id can stand.

use super::check;
use expect_test::expect;

#[test]
fn an_unknown_character_in_a_relation() {
    check(
        "films/the-well/relations.toml",
        "from = \"anna\"",
        "from = \"ana\"",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:2:8: unknown character “ana”
              hint: did you mean “anna”?
        "#]],
    );
}

#[test]
fn an_unknown_third() {
    check(
        "films/the-well/relations.toml",
        "as = \"anna\"",
        "as = \"nobody\"",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:18:6: unknown character “nobody”
              hint: one of: anna, bruno, the-pair
        "#]],
    );
}

#[test]
fn an_unknown_relation_kind() {
    check(
        "films/the-well/relations.toml",
        "kind = \"friend-of\"",
        "kind = \"fiend-of\"",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:3:8: unknown relation kind “fiend-of”
              hint: did you mean “friend-of”?
        "#]],
    );
}

#[test]
fn an_unknown_passage() {
    check(
        "films/the-well/relations.toml",
        "passages = [\"digging\"]",
        "passages = [\"diging\"]",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:5:13: unknown passage “diging”
              hint: did you mean “digging”?
        "#]],
    );
}

#[test]
fn an_unknown_member() {
    check(
        "films/the-well/characters.toml",
        "members = [\"anna\", \"bruno\"]",
        "members = [\"anna\", \"brunno\"]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:32:20: unknown character “brunno”
              hint: did you mean “bruno”?
        "#]],
    );
}

#[test]
fn an_unknown_role() {
    check(
        "films/the-well/characters.toml",
        "roles = [\"digger\"]",
        "roles = [\"diger\"]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:7:10: unknown role “diger”
              hint: did you mean “digger”?
        "#]],
    );
}

#[test]
fn an_unknown_theme_of_a_character() {
    check(
        "films/the-well/characters.toml",
        "theme = \"prison\"",
        "theme = \"pirson\"",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:16:9: unknown theme “pirson”
              hint: did you mean “prison”?
        "#]],
    );
}

#[test]
fn an_unknown_source_of_an_actor() {
    check(
        "films/the-well/characters.toml",
        "sources = [\"F1\"]",
        "sources = [\"F7\"]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:13:12: unknown source “F7”
              hint: did you mean “F1”?
        "#]],
    );
}

#[test]
fn an_unknown_participant() {
    check(
        "films/the-well/events.toml",
        "character = \"bruno\"",
        "character = \"carla\"",
        expect![[r#"
            error: minimal/films/the-well/events.toml:9:17: “carla” is not in this film
              hint: “carla” is a character of “the-road”
        "#]],
    );
}

#[test]
fn an_unknown_place_of_an_event() {
    check(
        "films/the-well/events.toml",
        "place = \"well\"",
        "place = \"wall\"",
        expect![[r#"
            error: minimal/films/the-well/events.toml:5:9: unknown place “wall”
              hint: did you mean “well”?
        "#]],
    );
}

#[test]
fn an_unknown_theme_of_an_event() {
    check(
        "films/the-well/events.toml",
        "themes = [\"escape\"]",
        "themes = [\"scape\"]",
        expect![[r#"
            error: minimal/films/the-well/events.toml:11:11: unknown theme “scape”
              hint: did you mean “escape”?
        "#]],
    );
}

#[test]
fn an_unknown_earlier_event() {
    check(
        "films/the-well/events.toml",
        "after = [\"the-digging\"]",
        "after = [\"digging\"]",
        expect![[r#"
            error: minimal/films/the-well/events.toml:19:10: unknown event “digging”
              hint: did you mean “the-digging”?
        "#]],
    );
}

#[test]
fn an_unknown_outer_event() {
    check(
        "films/the-well/events.toml",
        "after = [\"the-digging\"]",
        "during = \"the-diging\"",
        expect![[r#"
            error: minimal/films/the-well/events.toml:19:10: unknown event “the-diging”
              hint: did you mean “the-digging”?
        "#]],
    );
}

#[test]
fn an_unknown_outcome() {
    check(
        "films/the-well/fates.toml",
        "outcome = \"killed\"",
        "outcome = \"kiled\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:2:11: unknown outcome “kiled”
              hint: did you mean “killed”?
        "#]],
    );
}

#[test]
fn an_unknown_cause() {
    check(
        "films/the-well/fates.toml",
        "term = \"gunshot\"",
        "term = \"gun\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:4:18: unknown cause “gun”
              hint: did you mean “gunshot”?
        "#]],
    );
}

#[test]
fn an_unknown_agent() {
    check(
        "films/the-well/fates.toml",
        "agents = [{ character = \"bruno\"",
        "agents = [{ character = \"bruna\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:5:25: unknown character “bruna”
              hint: did you mean “bruno”?
        "#]],
    );
}

#[test]
fn an_unknown_place_of_a_fate() {
    check(
        "films/the-well/fates.toml",
        "place = \"well\"",
        "place = \"weell\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:6:19: unknown place “weell”
              hint: did you mean “well”?
        "#]],
    );
}

#[test]
fn an_unknown_condition() {
    check(
        "films/the-well/fates.toml",
        "condition = \"imprisoned\"",
        "condition = \"inprisoned\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:12:13: unknown condition “inprisoned”
              hint: did you mean “imprisoned”?
        "#]],
    );
}

#[test]
fn an_unknown_theme_of_a_fate() {
    check(
        "films/the-well/fates.toml",
        "theme = \"escape\"",
        "theme = \"escapes\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:16:9: unknown theme “escapes”
              hint: did you mean “escape”?
        "#]],
    );
}

#[test]
fn a_fate_of_an_unknown_character() {
    check(
        "films/the-well/fates.toml",
        "[bruno]",
        "[brunno]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:19:2: “bruno” has no fate
              hint: add [bruno] to fates.toml; where nothing is told, the outcome is “untold”
            error: minimal/films/the-well/fates.toml:19:2: unknown character “brunno”
              hint: did you mean “bruno”?
        "#]],
    );
}

#[test]
fn an_unknown_theme_of_a_film() {
    check(
        "films/the-well/themes.toml",
        "[prison]",
        "[prisson]",
        expect![[r#"
            error: minimal/films/the-well/themes.toml:1:2: unknown theme “prisson”
              hint: did you mean “prison”?
        "#]],
    );
}

#[test]
fn an_unknown_content_note() {
    check(
        "films/the-well/content-notes.toml",
        "[killing]",
        "[kiling]",
        expect![[r#"
            error: minimal/films/the-well/content-notes.toml:1:2: unknown content note “kiling”
              hint: did you mean “killing”?
        "#]],
    );
}

#[test]
fn an_unknown_country() {
    check(
        "films/the-well/film.toml",
        "\"argentina\"",
        "\"argentine\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:4:14: unknown country “argentine”
              hint: did you mean “argentina”?
        "#]],
    );
}

#[test]
fn an_unknown_language_spoken() {
    check(
        "films/the-well/film.toml",
        "languages = [\"es\"]",
        "languages = [\"spanish\"]",
        expect![[r#"
            error: minimal/films/the-well/film.toml:5:14: unknown language “spanish”
              hint: one of: es
        "#]],
    );
}

#[test]
fn an_unknown_period() {
    check(
        "films/the-well/film.toml",
        "\"1920s\"",
        "\"1930s\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:6:12: unknown period “1930s”
              hint: did you mean “1920s”?
        "#]],
    );
}

#[test]
fn an_unknown_place_of_a_film() {
    check(
        "films/the-well/film.toml",
        "\"villa-sola\"",
        "\"vila-sola\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:7:11: unknown place “vila-sola”
              hint: did you mean “villa-sola”?
        "#]],
    );
}

#[test]
fn an_unknown_source_of_a_synopsis() {
    check(
        "films/the-well/film.toml",
        "source = \"F1\"",
        "source = \"F3\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:17:10: unknown source “F3”
              hint: did you mean “F1”?
        "#]],
    );
}

#[test]
fn an_unknown_source_of_a_fact() {
    check(
        "films/the-well/film.toml",
        "sources = [\"F2\"]",
        "sources = [\"X2\"]",
        expect![[r#"
            error: minimal/films/the-well/film.toml:31:12: unknown source “X2”
              hint: did you mean “F2”?
        "#]],
    );
}

#[test]
fn an_unknown_film() {
    check(
        "parallels.toml",
        "film = \"the-well\"",
        "film = \"the-wall\"",
        expect![[r#"
            error: minimal/parallels.toml:9:8: unknown film “the-wall”
              hint: did you mean “the-well”?
        "#]],
    );
}

#[test]
fn a_character_of_another_film() {
    check(
        "parallels.toml",
        "characters = [\"carla\"]",
        "characters = [\"anna\"]",
        expect![[r#"
            error: minimal/parallels.toml:15:15: “anna” is not in this film
              hint: “anna” is a character of “the-well”
        "#]],
    );
}

#[test]
fn a_passage_of_another_film() {
    check(
        "parallels.toml",
        "passages = [\"leaving\"]",
        "passages = [\"digging\"]",
        expect![[r#"
            error: minimal/parallels.toml:16:13: unknown passage “digging”
              hint: “digging” is a passage of another film, “the-well”
        "#]],
    );
}

#[test]
fn a_passage_named_with_another_film() {
    check(
        "films/the-well/relations.toml",
        "passages = [\"digging\"]",
        "passages = [\"the-road/leaving\"]",
        expect![[r#"
            error: minimal/films/the-well/relations.toml:5:13: “the-road/leaving” is not in this film
              hint: “leaving” is a passage of “the-road”
        "#]],
    );
}

#[test]
fn an_unknown_broader_term() {
    check(
        "vocabularies/themes.toml",
        "broader = \"confinement\"",
        "broader = \"confinment\"",
        expect![[r#"
            error: minimal/vocabularies/themes.toml:8:11: unknown term “confinment”
              hint: did you mean “confinement”?
        "#]],
    );
}

#[test]
fn an_unknown_link_to_a_character() {
    check(
        "films/the-well/story.en.md",
        "character:bruno",
        "character:brono",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:5:80: unknown character “brono”
              hint: did you mean “bruno”?
        "#]],
    );
}

#[test]
fn an_unknown_link_to_a_place() {
    check(
        "films/the-well/story.en.md",
        "place:well",
        "place:villa",
        expect![[r#"
            error: minimal/films/the-well/story.en.md:6:73: unknown place “villa”
              hint: did you mean “villa-sola”?
        "#]],
    );
}

#[test]
fn an_id_that_stands_in_a_list_twice() {
    check(
        "films/the-well/characters.toml",
        "roles = [\"digger\"]",
        "roles = [\"digger\", \"digger\"]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:7:20: “digger” stands in this list twice
              hint: take one away
        "#]],
    );
}

#[test]
fn a_duplicate_character() {
    check(
        "films/the-well/characters.toml",
        "[bruno]",
        "[anna]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:19:2: duplicate id or field “anna”
              hint: it is already defined above: give one of them another id, or make them one
            error: minimal/films/the-well/characters.toml:32:20: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/events.toml:9:17: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/fates.toml:5:25: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/fates.toml:19:2: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/relations.toml:4:6: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/relations.toml:8:8: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/relations.toml:17:6: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/story.en.md:5:80: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/story.en.md:12:19: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/story.es.md:5:79: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/story.es.md:10:21: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/story.pt.md:5:79: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/films/the-well/story.pt.md:10:25: unknown character “bruno”
              hint: one of: anna, the-pair
            error: minimal/parallels.toml:10:15: unknown character “bruno”
              hint: one of: anna, the-pair
        "#]],
    );
}

#[test]
fn a_duplicate_character_across_films() {
    check(
        "films/the-road/characters.toml",
        "[carla]",
        "[bruno]",
        expect![[r#"
            error: minimal/films/the-road/characters.toml:1:2: “bruno” has no fate
              hint: add [bruno] to fates.toml; where nothing is told, the outcome is “untold”
            error: minimal/films/the-road/fates.toml:1:2: unknown character “carla”
              hint: one of: bruno
            error: minimal/films/the-road/story.en.md:5:19: unknown character “carla”
              hint: one of: bruno
            error: minimal/films/the-road/story.es.md:5:19: unknown character “carla”
              hint: one of: bruno
            error: minimal/films/the-road/story.pt.md:5:19: unknown character “carla”
              hint: one of: bruno
            error: minimal/films/the-well/characters.toml:19:2: duplicate character “bruno”
              hint: “the-road” has it too, and a character is known by its id alone
            error: minimal/films/the-well/characters.toml:32:20: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/events.toml:9:17: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/fates.toml:5:25: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/fates.toml:19:2: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/relations.toml:4:6: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/relations.toml:8:8: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/relations.toml:17:6: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/story.en.md:5:80: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/story.en.md:12:19: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/story.es.md:5:79: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/story.es.md:10:21: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/story.pt.md:5:79: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/films/the-well/story.pt.md:10:25: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/parallels.toml:10:15: “bruno” is not in this film
              hint: “bruno” is a character of “the-road”
            error: minimal/parallels.toml:15:15: unknown character “carla”
              hint: one of: bruno
        "#]],
    );
}

#[test]
fn a_duplicate_passage() {
    check(
        "films/the-well/passages.toml",
        "id = \"the-shot\"",
        "id = \"digging\"",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:8:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/content-notes.toml:2:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/events.toml:16:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/fates.toml:7:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/fates.toml:17:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/fates.toml:22:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/fates.toml:28:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/passages.toml:6:6: duplicate passage “digging”
              hint: give one of them another id, or make them one
            error: minimal/films/the-well/relations.toml:12:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/relations.toml:19:13: unknown passage “the-shot”
              hint: one of: digging
            error: minimal/films/the-well/story.en.md:3:15: missing passage “digging”
              hint: add “## … {#digging}” after “digging”
            error: minimal/films/the-well/story.en.md:10:15: unknown passage “the-shot”
              hint: add it to passages.toml
            error: minimal/films/the-well/story.es.md:3:12: missing passage “digging”
              hint: add “## … {#digging}” after “digging”
            error: minimal/films/the-well/story.es.md:8:17: unknown passage “the-shot”
              hint: add it to passages.toml
            error: minimal/films/the-well/story.pt.md:3:12: missing passage “digging”
              hint: add “## … {#digging}” after “digging”
            error: minimal/films/the-well/story.pt.md:8:13: unknown passage “the-shot”
              hint: add it to passages.toml
            error: minimal/parallels.toml:11:13: unknown passage “the-shot”
              hint: one of: digging
        "#]],
    );
}

#[test]
fn a_duplicate_event() {
    check(
        "films/the-well/events.toml",
        "[a-shot]",
        "[the-digging]",
        expect![[r#"
            error: minimal/films/the-well/events.toml:13:2: duplicate id or field “the-digging”
              hint: it is already defined above: give one of them another id, or make them one
            error: minimal/films/the-well/events.toml:19:10: an event comes after itself: the-digging → the-digging
              hint: “after” and “during” give the order of the story: take one of them away
        "#]],
    );
}

#[test]
fn a_duplicate_term() {
    check(
        "vocabularies/themes.toml",
        "[escape]",
        "[prison]",
        expect![[r#"
            error: minimal/films/the-well/events.toml:11:11: unknown theme “escape”
              hint: one of: confinement, prison
            error: minimal/films/the-well/fates.toml:16:9: unknown theme “escape”
              hint: one of: confinement, prison
            error: minimal/films/the-well/themes.toml:6:2: unknown theme “escape”
              hint: one of: confinement, prison
            error: minimal/vocabularies/themes.toml:16:2: duplicate id or field “prison”
              hint: it is already defined above: give one of them another id, or make them one
        "#]],
    );
}

#[test]
fn a_duplicate_field() {
    check(
        "films/the-well/characters.toml",
        "name = \"Bruno\"",
        "name = \"Bruno\"\nname = \"Bruno\"",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:22:1: duplicate id or field “name”
              hint: it is already defined above: give one of them another id, or make them one
        "#]],
    );
}

#[test]
fn a_malformed_id() {
    check(
        "films/the-well/events.toml",
        "[a-shot]",
        "[A_Shot]",
        expect![[r#"
            error: minimal/films/the-well/events.toml:13:2: “A_Shot” is no id: ids are lower-case words joined by hyphens
              hint: for example “a-shot”
        "#]],
    );
}

#[test]
fn a_malformed_id_of_a_source() {
    check(
        "sources.toml",
        "[F2]",
        "[\"F 2\"]",
        expect![[r#"
            error: minimal/films/the-well/film.toml:31:12: unknown source “F2”
              hint: did you mean “F 2”?
            error: minimal/sources.toml:5:2: “F 2” is no id: ids are lower-case words joined by hyphens
              hint: for example “f-2”
        "#]],
    );
}

#[test]
fn a_theme_that_a_character_has_twice() {
    check(
        "films/the-well/characters.toml",
        "[bruno]",
        "[[anna.theme]]\ntheme = \"prison\"\npassages = [\"the-shot\"]\n\n[bruno]",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:20:9: “prison” stands in this list twice
              hint: take one away
        "#]],
    );
}

#[test]
fn an_agent_named_twice() {
    check(
        "films/the-well/fates.toml",
        "agents = [",
        "agents = [{ character = \"bruno\", certainty = \"stated\" }, ",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:5:72: “bruno” stands in this list twice
              hint: take one away
        "#]],
    );
}

#[test]
fn a_passage_that_is_called_like_a_part_of_the_page() {
    check(
        "films/the-well/passages.toml",
        "id = \"digging\"",
        "id = \"story\"",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:8:25: unknown passage “digging”
              hint: one of: story, the-shot
            error: minimal/films/the-well/characters.toml:17:13: unknown passage “digging”
              hint: one of: story, the-shot
            error: minimal/films/the-well/characters.toml:23:13: unknown passage “digging”
              hint: one of: story, the-shot
            error: minimal/films/the-well/characters.toml:33:13: unknown passage “digging”
              hint: one of: story, the-shot
            error: minimal/films/the-well/events.toml:4:13: unknown passage “digging”
              hint: one of: story, the-shot
            error: minimal/films/the-well/fates.toml:13:13: unknown passage “digging”
              hint: one of: story, the-shot
            error: minimal/films/the-well/passages.toml:2:6: nothing leads to the passage “story”
              hint: name it where it is evidence: of an event, a character, a fate …
            error: minimal/films/the-well/passages.toml:2:6: “story” is what a part of the page is called
              hint: give the passage another id, such as “the-story”
            error: minimal/films/the-well/relations.toml:5:13: unknown passage “digging”
              hint: one of: story, the-shot
            error: minimal/films/the-well/story.en.md:1:1: missing passage “story”
              hint: add “## … {#story}” as the first passage
            error: minimal/films/the-well/story.en.md:3:15: unknown passage “digging”
              hint: one of: story
            error: minimal/films/the-well/story.es.md:1:1: missing passage “story”
              hint: add “## … {#story}” as the first passage
            error: minimal/films/the-well/story.es.md:3:12: unknown passage “digging”
              hint: one of: story
            error: minimal/films/the-well/story.pt.md:1:1: missing passage “story”
              hint: add “## … {#story}” as the first passage
            error: minimal/films/the-well/story.pt.md:3:12: unknown passage “digging”
              hint: one of: story
            error: minimal/films/the-well/themes.toml:4:13: unknown passage “digging”
              hint: one of: story, the-shot
        "#]],
    );
}
