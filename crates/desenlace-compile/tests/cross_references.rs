//! What the core derives from the real corpus, judged as a reader would: who is kindred to whom and why, what
//! goes with what, and who fits a question. It holds the outcome, not the weights.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use desenlace_compile::{compile, read_directory};
use desenlace_core::cross_reference::pattern::{self, Bond, Other, Pattern};
use desenlace_core::cross_reference::{self, Kindred, Shared, StoryOrder, kindred, kindred_fates};
use desenlace_core::model::{CharacterId, TermId, Vocabulary};
use desenlace_core::pack;
use desenlace_core::packed::Corpus;
use expect_test::{Expect, expect};
use std::path::Path;
use std::sync::LazyLock;

static CORPUS: LazyLock<&Corpus> = LazyLock::new(|| {
    let files = read_directory(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")).unwrap();
    let bytes = compile(&files).pack().unwrap();
    let place = vec![0; bytes.len() + pack::ALIGNMENT].leak();
    let start = place.as_ptr().align_offset(pack::ALIGNMENT);
    place[start..start + bytes.len()].copy_from_slice(&bytes);
    pack::open(&place[start..start + bytes.len()]).unwrap()
});

fn person(id: &str) -> CharacterId {
    CORPUS.character(id).unwrap().0
}

fn term(vocabulary: Vocabulary, id: &str) -> TermId {
    CORPUS.term(vocabulary, id).unwrap().0
}

fn id(character: CharacterId) -> &'static str {
    &CORPUS.characters[character.index()].id
}

/// A kind of relation by its id, as read from one side; labels are reworded, ids stay.
fn read(kind: &str, inverse: bool) -> String {
    if inverse { format!("{kind} (inverse)") } else { kind.to_owned() }
}

/// The first few kindred with their reasons.
fn told(kin: &[Kindred]) -> String {
    let line = |kindred: &Kindred| {
        let reasons = kindred.reasons.iter().map(|reason| {
            let (vocabulary, term) = reason.shared.term();
            assert!(!reason.here.is_empty() && !reason.there.is_empty(), "every reason has its evidence");
            let term = &CORPUS.terms(vocabulary)[term.index()];
            match reason.shared {
                Shared::RelationKind { inverse, .. } => read(&term.id, inverse),
                _ => term.id.to_string(),
            }
        });
        format!("{}: {}\n", id(kindred.character), reasons.collect::<Vec<_>>().join(", "))
    };
    kin.iter().map(line).collect()
}

#[track_caller]
fn check_kindred(character: &str, expect: Expect) {
    expect.assert_eq(&told(&kindred(&CORPUS, person(character), 5)));
}

#[test]
fn kindred_of_vallejo_are_those_who_die_for_others_or_by_fire() {
    check_kindred(
        "vallejo",
        expect![[r#"
        nene: fire, sacrifice, last-joy, fugitive, dies, confinement
        cuervo: last-joy, dies, escape, fugitive, confinement
        luis: sacrifice, dies, prison, prisoner
        angel: fire, last-joy, fugitive, dies
        the-trio: last-joy, dies, escape, fugitive
    "#]],
    );
}

#[test]
fn kindred_of_luis() {
    check_kindred(
        "luis",
        expect![[r#"
            nene: offers-freedom-to (inverse), loyalty, sacrifice, love-between-men, dies, lover-of, lover, pursuit, confinement
            the-turk: loyalty, love-between-men, prison, lover-of, prisoner, lover, telling
            santalo: shoots (inverse), dies, prison, lover-of, prisoner, lover, love, loyalty-and-betrayal
            opitti: friendship, friend-of, prison, police-abuse, prisoner, telling
            el-pampa: love-between-men, dies, prison, lover-of, prisoner, lover, telling
        "#]],
    );
}

#[test]
fn kindred_of_angel() {
    check_kindred(
        "angel",
        expect![[r#"
            the-turk: loyalty, accomplice-of, love-between-men, lover-of, fugitive, lover, vulnerable-lives, crime
            santalo: killed, money, jealousy, lover-of, fugitive, lover, loyalty-and-betrayal
            luis: loyalty, love-between-men, dies, lover-of, lover, last-acts, pursuit
            el-pampa: accomplice-of, love-between-men, lover-of, fugitive, lover, dies, crime
            bordiola: unfaithful-to (inverse), rival-of, jealousy, fugitive, crime
        "#]],
    );
}

#[test]
fn kindred_of_valentin() {
    check_kindred(
        "valentin",
        expect![[r#"
            opitti: political-persecution, friendship, friend-of, open-ending, prison, prisoner
            the-turk: love-between-men, prison, lover-of, prisoner, lover, telling, loyalty-and-betrayal, vulnerable-lives
            el-pampa: love-between-men, prison, lover-of, prisoner, lover, telling
            bordiola: loves (inverse), open-ending, prison, prisoner, love
            santalo: prison, lover-of, prisoner, lover, love, loyalty-and-betrayal
        "#]],
    );
}

#[test]
fn kindred_of_giselle() {
    check_kindred(
        "giselle",
        expect![[r#"
            santalo: betrayal, jealousy, lover-of, lover, flight, confinement
            tabita: betrayal, jealousy, lover-of, lover
            luis: informing, lover-of, lover, love, confinement
            prison-agents: offers-freedom-to, informing, confinement
            the-turk: lover-of, lover, flight, love, confinement, loyalty-and-betrayal, vulnerable-lives
        "#]],
    );
}

#[test]
fn kindred_fates_of_nene_and_el_pampa() {
    expect![[r#"
        vallejo: last-joy, fire, at-large, dead, dies
        luis: shot, gunshot, dies, dead, pursuit, last-acts
        santalo: killed, shot, gunshot, at-large
        cedeyra: killed, shot, gunshot, love
        opittis-friend: killed, shot, gunshot, dead
    "#]]
    .assert_eq(&told(&kindred_fates(&CORPUS, person("nene"), 5)));
    expect![[r#"
        cuervo: escape, dies, dead
        luis: dies, imprisoned, dead
        valentin: prison, imprisoned, telling
        nene: love-between-men, dead, dies
        angel: love-between-men, dead, dies
    "#]]
    .assert_eq(&told(&kindred_fates(&CORPUS, person("el-pampa"), 5)));
}

#[test]
fn an_end_that_is_not_told_binds_nobody() {
    for number in 0..CORPUS.characters.len() {
        let character = CharacterId::from_index(number);
        let kin = kindred(&CORPUS, character, usize::MAX);
        for kindred in kin.iter().chain(&kindred_fates(&CORPUS, character, usize::MAX)) {
            for reason in &kindred.reasons {
                let (vocabulary, term) = reason.shared.term();
                let id = &CORPUS.terms(vocabulary)[term.index()].id;
                let open = ["untold", "declared-unknown", "unknown"].contains(&id.as_str());
                assert!(vocabulary != Vocabulary::Outcomes || !open, "{id}");
            }
        }
    }
}

#[track_caller]
fn check_theme(theme: &str, expect: Expect) {
    let found = cross_reference::theme_co_occurrence(&CORPUS, term(Vocabulary::Themes, theme));
    let line = |found: &cross_reference::CoOccurrence| {
        let id = &CORPUS.terms(Vocabulary::Themes)[found.theme.index()].id;
        format!("{id}: {} films, {} characters, {} events\n", found.films, found.characters, found.events)
    };
    expect.assert_eq(&found.iter().take(5).map(line).collect::<String>());
}

#[test]
fn themes_that_go_together() {
    check_theme(
        "prison",
        expect![[r#"
        other-crime: 1 films, 4 characters, 3 events
        escape: 1 films, 8 characters, 2 events
        telling: 2 films, 8 characters, 0 events
        flight: 1 films, 8 characters, 2 events
        love: 2 films, 6 characters, 2 events
    "#]],
    );
    check_theme(
        "informing",
        expect![[r#"
        torture: 2 films, 1 characters, 2 events
        release: 1 films, 2 characters, 1 events
        police-abuse: 2 films, 2 characters, 2 events
        confinement: 2 films, 4 characters, 1 events
        state-power: 2 films, 2 characters, 2 events
    "#]],
    );
    check_theme(
        "love-between-men",
        expect![[r#"
        loyalty: 3 films, 4 characters, 2 events
        last-acts: 3 films, 4 characters, 3 events
        doubles: 2 films, 3 characters, 1 events
        memorial: 2 films, 2 characters, 1 events
        fire: 2 films, 3 characters, 0 events
    "#]],
    );
}

/// Who fits, to whom, and how many passages show it.
#[track_caller]
fn check_pattern(pattern: &Pattern, expect: Expect) {
    let line = |found: &pattern::PatternMatch| {
        let others = found.others.iter().map(|company| {
            let ties = company.ties.iter().map(|tie| {
                let kind = &CORPUS.terms(Vocabulary::RelationKinds)[tie.claim.term.index()];
                assert!(!tie.claim.passages.is_empty(), "every step has its evidence");
                read(&kind.id, tie.inverse)
            });
            format!(" · {} {}", ties.collect::<Vec<_>>().join(" + "), id(company.other))
        });
        let outcome = found
            .outcome
            .iter()
            .map(|claim| format!(" · {}", CORPUS.terms(Vocabulary::Outcomes)[claim.term.index()].id));
        let tail: String = others.chain(outcome).collect();
        format!("{}{tail} ({} passages)\n", id(found.character), found.passages().len())
    };
    expect.assert_eq(&pattern::answer(&CORPUS, pattern).iter().map(line).collect::<String>());
}

fn bond(kind: &str, inverse: bool) -> Bond {
    Bond { kind: term(Vocabulary::RelationKinds, kind), inverse }
}

fn dies() -> Option<TermId> {
    Some(term(Vocabulary::Outcomes, "dies"))
}

#[test]
fn who_is_informed_on_by_a_lover_and_dies() {
    let bonds = vec![bond("informs-on", true), bond("lover-of", false)];
    check_pattern(
        &Pattern { bonds, outcome: dies(), ..Pattern::default() },
        expect![[r#"
            nene · lover-of + informs-on (inverse) giselle · killed (6 passages)
        "#]],
    );
}

#[test]
fn who_is_informed_on_and_what_becomes_of_them() {
    let informed = Pattern { bonds: vec![bond("informs-on", true)], ..Pattern::default() };
    check_pattern(
        &informed,
        expect![[r#"
            nene · informs-on (inverse) giselle (1 passages)
            the-gang · informs-on (inverse) vivi · informs-on (inverse) giselle (2 passages)
        "#]],
    );
    let informers = Pattern { bonds: vec![bond("informs-on", false)], ..Pattern::default() };
    check_pattern(
        &informers,
        expect![[r#"
            vivi · informs-on the-gang (1 passages)
            giselle · informs-on nene · informs-on the-gang (1 passages)
        "#]],
    );
}

#[test]
fn who_is_shot_by_whom_and_dies_across_films() {
    let shot = Pattern { bonds: vec![bond("shoots", true)], outcome: dies(), ..Pattern::default() };
    check_pattern(
        &shot,
        expect![[r#"
            luis · shoots (inverse) guerrilla-group · dies (3 passages)
            santalo · shoots (inverse) escofet · killed (1 passages)
            escofet · shoots (inverse) tabita · killed (1 passages)
            debtor · shoots (inverse) bordiola · killed (2 passages)
            cedeyra · shoots (inverse) bordiola · killed (1 passages)
        "#]],
    );
}

#[test]
fn who_loves_a_prisoner() {
    let role = Some(Other::Role(term(Vocabulary::Roles, "political-prisoner")));
    check_pattern(
        &Pattern { bonds: vec![bond("loves", false)], other: role, ..Pattern::default() },
        expect![[r#"
            luis · loves valentin (1 passages)
        "#]],
    );
}

#[test]
fn who_is_anything_to_tabita_and_betrayed() {
    let pattern = Pattern {
        other: Some(Other::Character(person("tabita"))),
        theme: Some(term(Vocabulary::Themes, "loyalty-and-betrayal")),
        ..Pattern::default()
    };
    check_pattern(
        &pattern,
        expect![[r#"
            santalo · lover-of + leaves-to-die (inverse) + deceives (inverse) tabita (3 passages)
            escofet · keeps-as-lover + shoots (inverse) tabita (2 passages)
        "#]],
    );
}

#[test]
fn lovers_between_men_who_die_in_each_film() {
    let pattern = Pattern {
        bonds: vec![bond("lover-of", false)],
        outcome: dies(),
        theme: Some(term(Vocabulary::Themes, "love")),
        ..Pattern::default()
    };
    check_pattern(
        &pattern,
        expect![[r#"
            luis · lover-of (inverse) valentin · dies (5 passages)
            nene · lover-of angel · lover-of giselle · killed (10 passages)
            angel · lover-of (inverse) nene · killed (7 passages)
            santalo · lover-of tabita · killed (2 passages)
            el-pampa · lover-of the-turk · accident (3 passages)
        "#]],
    );
}

#[test]
fn what_happens_in_giselles_apartment() {
    let ties = cross_reference::ties_of(&CORPUS, term(Vocabulary::Places, "giselles-apartment"));
    let fates: Vec<_> = ties
        .iter()
        .filter_map(|tie| match tie {
            cross_reference::PlaceTie::Fate(character) => Some(id(*character)),
            _ => None,
        })
        .collect();
    assert_eq!(fates, ["nene", "angel", "cuervo", "the-twins", "the-trio"]);
    assert!(ties.iter().all(|tie| tie.film(&CORPUS) == CORPUS.film("plata-quemada").map(|(film, _)| film)));
}

/// The events of a film in the sequence of the story, each by its place in the telling; a bar where the source
/// gives no order between neighbours.
fn sequence(film: &str) -> String {
    let order = StoryOrder::of(*CORPUS, CORPUS.film(film).unwrap().0);
    let mut text = String::new();
    let mut before = None;
    for event in order.sequence() {
        if before.is_some_and(|before| !order.is_known(before, event)) {
            text.push_str("| ");
        }
        text.push_str(&(event + 1).to_string());
        text.push(' ');
        before = Some(event);
    }
    [text.trim_end(), "\n"].concat()
}

#[test]
fn in_the_order_of_the_story_what_is_told_back_stands_where_it_happens() {
    expect![[r#"
        7 8 9 | 16 17 22 18 19 | 24 25 26 | 31 32 1 20 | 33 2 | 3 4 5 6 | 10 | 15 11 12 13 14 | 21 23 | 27 28 29 30 | 34 35 | 36 37 38 39
        1 2 | 3 4 | 5 6 7 8 10 9 11 12 13 14 15 | 16 17 18
        1 2 3 4 5 6 8 | 7 | 9 | 14 | 10 11 12 | 13 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37
    "#]].assert_eq(&["la-fuga", "o-beijo-da-mulher-aranha", "plata-quemada"].map(sequence).concat());
}
