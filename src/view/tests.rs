//! The codec between views and addresses, against the real corpus.

use super::*;
use crate::corpus::corpus;
use desenlace_core::cross_reference::pattern::{Bond, Other, Pattern};
use desenlace_core::model::PassageId;
use desenlace_core::query::Choice;
use proptest::prelude::*;

/// The view at an address, as its canonical address and what was not understood.
#[track_caller]
fn check(address: &str, expect: &str, problems: &[NotUnderstood]) {
    let corpus = corpus().unwrap();
    let (view, found) = View::at(corpus, address);
    assert_eq!(view.address(corpus), expect, "the address of {address}");
    assert_eq!(found, problems, "what was not understood in {address}");
}

#[test]
fn addresses_of_the_public_surface_are_their_own_canonical_form() {
    for address in [
        "en/films/",
        "es/characters/",
        "pt/fates/",
        "en/films/la-fuga/",
        "en/films/la-fuga/#the-tunnel",
        "es/films/la-fuga/#relations",
        "en/about/#source-P2",
        "en/films/la-fuga/?order=story",
        "pt/films/la-fuga/?order=story#the-tunnel",
        "pt/characters/nene/",
        "en/themes/",
        "es/themes/prison/",
        "en/parallels/",
        "en/about/",
        "es/compare/",
        "en/compare/?film=la-fuga&film=plata-quemada",
        "pt/questions/",
        "en/questions/?inverse-relation=informs-on&also=lover-of&outcome=dies",
        "en/questions/?role=fugitive&relation=lover-of&by=prisoner&inverse-also=shoots&theme=love&film=la-fuga&outcome=untold&show=120",
        "en/films/?theme=prison&theme=escape",
        "en/films/?theme=prison&not-theme=fire",
        "en/films/?theme=prison&theme=escape&all=theme",
        "en/characters/?outcome=dies&certainty=implied&film=la-fuga&role=fugitive&show=120",
        "es/fates/?q=c%C3%A1rcel+%22y%22",
        "pt/films/?q=fuga&in=es&theme=prison&sort=name&show=120",
    ] {
        check(address, address, &[]);
    }
}

#[test]
fn other_spellings_of_an_address_lead_to_the_same_view() {
    check("", "en/films/", &[]);
    check("index.html", "en/films/", &[]);
    check("es", "es/films/", &[]);
    check("es/films", "es/films/", &[]);
    check("en/films/la-fuga/index.html", "en/films/la-fuga/", &[]);
    check("//en///films//", "en/films/", &[]);
    check("en/films/?theme=escape&theme=prison&theme=escape", "en/films/?theme=prison&theme=escape", &[]);
    check("en/films/?all=theme", "en/films/", &[]);
    check("en/films/?show=60&q=&sort=", "en/films/", &[]);
    check("en/films/?theme=prison&not-theme=prison", "en/films/?not-theme=prison", &[]);
    check("en/compare?film=la-fuga&film=la-fuga", "en/compare/?film=la-fuga", &[]);
    check("en/questions/?outcome=dies&role=fugitive", "en/questions/?role=fugitive&outcome=dies", &[]);
    check("en/questions/?inverse-relation=lover-of", "en/questions/?relation=lover-of", &[]);
}

#[test]
fn what_is_not_understood_is_said_and_the_rest_is_kept() {
    let page = |name: &str| NotUnderstood::Page(name.to_owned());
    check("xx/films/la-fuga/", "en/films/", &[page("xx")]);
    check("en/films/la-fuja/", "en/films/", &[page("la-fuja")]);
    check("pt/characters/nobody/", "pt/characters/", &[page("nobody")]);
    check("es/themes/love/extra/", "es/themes/love/", &[page("extra")]);
    check("en/nothing/", "en/films/", &[page("nothing")]);
    check("en/no+thing/", "en/films/", &[page("no+thing")]);
    check("en/about/us/", "en/about/", &[page("us")]);
    check(
        "en/films/?theme=prision&theme=escape",
        "en/films/?theme=escape",
        &[NotUnderstood::Value(Facet::Theme, "prision".to_owned())],
    );
    check(
        "en/compare/?film=la-fuja&film=la-fuga&theme=love",
        "en/compare/?film=la-fuga",
        &[
            NotUnderstood::Value(Facet::Film, "la-fuja".to_owned()),
            NotUnderstood::Part("theme=love".to_owned()),
        ],
    );
    check("en/compare/all/", "en/compare/", &[page("all")]);
    check(
        "en/questions/?outcome=dies&outcome=untold&inverse-role=lover&by=lovr",
        "en/questions/?outcome=dies",
        &[
            NotUnderstood::Part("outcome=untold".to_owned()),
            NotUnderstood::Part("inverse-role=lover".to_owned()),
            NotUnderstood::Value(Facet::Role, "lovr".to_owned()),
        ],
    );
    check("en/films/?colour=red", "en/films/", &[NotUnderstood::Part("colour=red".to_owned())]);
    check("en/films/?sort=size", "en/films/", &[NotUnderstood::Part("sort=size".to_owned())]);
    check("en/films/?q=a&in=fr", "en/films/?q=a", &[NotUnderstood::Part("in=fr".to_owned())]);
    check("en/films/?show=x", "en/films/", &[NotUnderstood::Part("show=x".to_owned())]);
    check("en/films/?show=59", "en/films/", &[NotUnderstood::Part("show=59".to_owned())]);
    check(
        "en/films/la-fuga/?order=told&show=120&order=story&theme=love",
        "en/films/la-fuga/?order=story",
        &["order=told", "show=120", "theme=love"].map(|part| NotUnderstood::Part(part.to_owned())),
    );
    check("en/films/la-fuga/#nowhere", "en/films/la-fuga/", &[NotUnderstood::Part("nowhere".to_owned())]);
}

#[test]
fn a_link_carries_over_what_both_pages_have() {
    let corpus = corpus().unwrap();
    let view = |address: &str| View::at(corpus, address).0;
    // Where somebody is, the page of the link, and where it leads.
    for (from, page, expect) in [
        (
            "es/films/?q=fuga&theme=prison&sort=name&show=120",
            "fates/",
            "es/fates/?q=fuga&theme=prison&sort=name",
        ),
        ("es/films/?theme=prison&show=120", "films/la-fuga/", "es/films/la-fuga/"),
        (
            "pt/films/la-fuga/?order=story",
            "films/la-fuga/#the-tunnel",
            "pt/films/la-fuga/?order=story#the-tunnel",
        ),
        ("pt/films/la-fuga/?order=story", "films/plata-quemada/", "pt/films/plata-quemada/"),
        ("en/films/la-fuga/?order=story", "characters/", "en/characters/"),
    ] {
        let target = view(&["en/", page].concat()).page;
        assert_eq!(view(from).to(target).address(corpus), expect, "from {from} to {page}");
    }
    let films = view("en/films/la-fuga/");
    assert_eq!(films.in_sequence(Sequence::Story).address(corpus), "en/films/la-fuga/?order=story");
    assert_eq!(films.in_language(Language::Pt).address(corpus), "pt/films/la-fuga/");
}

#[test]
fn a_page_is_the_same_whatever_it_points_at_asks_or_holds() {
    let page = |address: &str| View::at(corpus().unwrap(), address).0.page;
    for (one, other, expect) in [
        ("en/films/la-fuga/", "es/films/la-fuga/#the-tunnel", true),
        ("en/films/la-fuga/", "en/films/plata-quemada/", false),
        ("en/compare/?film=la-fuga", "en/compare/?film=plata-quemada", true),
        ("en/questions/", "en/questions/?outcome=dies", true),
        ("en/compare/", "en/questions/", false),
        ("en/films/", "en/fates/", false),
    ] {
        assert_eq!(page(one).is_same(page(other)), expect, "{one} and {other}");
    }
}

#[test]
fn a_question_asks_the_core_what_its_slots_hold() {
    let corpus = corpus().unwrap();
    let question = |asked: &str| match View::at(corpus, &["en/questions/?", asked].concat()).0.page {
        Page::Questions(question) => question,
        page => panic!("{page:?} is no question"),
    };
    let value = |facet: Facet, id: &str| facet.value(corpus, id).unwrap();
    let kind = |id: &str| TermId(value(Facet::RelationKind, id));
    assert_eq!(question("").pattern(), Pattern::default());
    assert!(question("").is_empty());
    let all = "role=fugitive&inverse-relation=informs-on&by=prisoner&also=lover-of&theme=love&film=la-fuga&outcome=dies";
    assert_eq!(
        question(all).pattern(),
        Pattern {
            bonds: vec![
                Bond { kind: kind("informs-on"), inverse: true },
                Bond { kind: kind("lover-of"), inverse: false },
            ],
            other: Some(Other::Role(TermId(value(Facet::Role, "prisoner")))),
            role: Some(TermId(value(Facet::Role, "fugitive"))),
            outcome: Some(TermId(value(Facet::Outcome, "dies"))),
            theme: Some(TermId(value(Facet::Theme, "love"))),
            film: Some(FilmId(value(Facet::Film, "la-fuga"))),
        }
    );
    for (asked, company) in [
        ("relation=informs-on", true),
        ("by=prisoner", true),
        ("also=lover-of", true),
        ("role=fugitive&theme=love&film=la-fuga&outcome=dies", false),
    ] {
        assert!(!question(asked).is_empty(), "{asked}");
        assert_eq!(question(asked).has_company(), company, "{asked}");
    }
}

#[test]
fn a_text_too_long_for_an_address_is_cut_at_a_character() {
    let (view, _) = View::at(corpus().unwrap(), &format!("en/films/?q={}", "ñ".repeat(5_000)));
    assert_eq!(view.query.text, "ñ".repeat(512));
}

#[test]
fn every_view_with_an_address_of_its_own_is_found_at_it() {
    let corpus = corpus().unwrap();
    let views = View::all(corpus);
    assert!(views.len() > 300, "only {} views", views.len());
    for view in views {
        assert_eq!(View::at(corpus, &view.address(corpus)), (view, Vec::new()));
    }
}

/// Any choice in a facet with so many values.
fn choices(values: usize) -> impl Strategy<Value = Choice> {
    let value = 0..u32::try_from(values.max(1)).unwrap();
    (proptest::collection::vec((value, any::<bool>()), 0..4), any::<bool>()).prop_map(|(values, all)| {
        let mut choice = Choice::default();
        for (value, included) in values {
            if included { choice.include_value(value) } else { choice.exclude_value(value) }
        }
        choice.all = all && !choice.include.is_empty();
        choice
    })
}

/// Any view of a gallery.
fn gallery_views() -> impl Strategy<Value = View> {
    let corpus = corpus().unwrap();
    let choices: Vec<_> = Facet::ALL.into_iter().map(|facet| choices(facet.len(corpus))).collect();
    let orders = (0..Order::ALL.len(), 0..=Language::COUNT);
    (0..3usize, 0..3usize, choices, "\\PC{0,40}", FIRST_SHOWN..500, orders).prop_map(
        |(language, gallery, choices, text, shown, (order, spoken))| {
            let mut view = View::of(Language::ALL[language], Page::Gallery(Gallery::ALL[gallery]));
            for (facet, choice) in Facet::ALL.into_iter().zip(choices) {
                *view.query.choice_mut(facet) = choice;
            }
            view.query.text = text;
            view.query.language = Language::ALL.get(spoken).copied();
            view.order = Order::ALL[order];
            view.shown = shown;
            view
        },
    )
}

/// Any question.
fn questions() -> impl Strategy<Value = View> {
    let corpus = corpus().unwrap();
    let fillings: Vec<_> = Slot::ALL
        .into_iter()
        .map(|slot| {
            let values = u32::try_from(slot.facet().len(corpus)).unwrap();
            proptest::option::of(
                (0..values, any::<bool>())
                    .prop_map(move |(value, inverse)| (slot, Filling::new(corpus, slot, value, inverse))),
            )
        })
        .collect();
    (0..3usize, fillings, FIRST_SHOWN..500).prop_map(|(language, fillings, shown)| {
        let ask = |question: Question, (slot, filling)| question.with(slot, Some(filling));
        let question = fillings.into_iter().flatten().fold(Question::default(), ask);
        View { shown, ..View::of(Language::ALL[language], Page::Questions(question)) }
    })
}

/// Any films beside each other.
fn comparisons() -> impl Strategy<Value = View> {
    let films = u32::try_from(corpus().unwrap().films.len()).unwrap();
    (0..3usize, proptest::collection::vec(0..films, 0..5)).prop_map(|(language, films)| {
        let set = |those: Compared, film| those.with(FilmId(film)).unwrap_or(those);
        let compared = films.into_iter().fold(Compared::default(), set);
        View::of(Language::ALL[language], Page::Compare(compared))
    })
}

/// Any film, in either order of its events, pointing at a passage of it, at a part of the page, or at nothing.
fn films() -> impl Strategy<Value = View> {
    let corpus = corpus().unwrap();
    let passages = u32::try_from(corpus.passages.len()).unwrap();
    let pointed = 0..FilmPart::COUNT + 2;
    (0..3usize, 0..passages, pointed, any::<bool>()).prop_map(|(language, passage, pointed, moved)| {
        let passage = PassageId(passage);
        let film = corpus.passages.at(passage.index()).film;
        let sequence = if moved { Sequence::Story } else { Sequence::Telling };
        let part = FilmPart::ALL.get(pointed).copied().map(Spot::Part);
        let spot = part.or((pointed == FilmPart::COUNT).then_some(Spot::Passage(passage)));
        View::of(Language::ALL[language], Page::Film(film, spot)).in_sequence(sequence)
    })
}

/// The page about the site, pointing at a source or not.
fn abouts() -> impl Strategy<Value = View> {
    let sources = u32::try_from(corpus().unwrap().sources.len()).unwrap();
    (0..3usize, proptest::option::of((0..sources).prop_map(SourceId)))
        .prop_map(|(language, source)| View::of(Language::ALL[language], Page::About(source)))
}

#[test]
fn a_film_taken_out_of_a_comparison_makes_room_for_another() {
    let [first, second, third, fourth] = [0, 1, 2, 3].map(FilmId);
    let full = [first, second, third].into_iter().try_fold(Compared::default(), Compared::with).unwrap();
    assert_eq!(full.with(fourth), None);
    assert_eq!(full.with(second), Some(full));
    let changed = full.without(first).with(fourth).unwrap();
    assert!(changed.films().eq([second, third, fourth]));
    assert_eq!(changed.without(first), changed);
}

proptest! {
    #[test]
    fn decoding_an_encoded_view_gives_the_view(
        view in prop_oneof![gallery_views(), questions(), comparisons(), films(), abouts()]
    ) {
        let corpus = corpus().unwrap();
        prop_assert_eq!(View::at(corpus, &view.address(corpus)), (view, Vec::new()));
    }

    #[test]
    fn any_string_is_the_address_of_some_view(address in "\\PC*") {
        let corpus = corpus().unwrap();
        let (view, _) = View::at(corpus, &address);
        prop_assert_eq!(View::at(corpus, &view.address(corpus)), (view, Vec::new()));
    }

    #[test]
    fn any_string_that_looks_like_an_address_is_the_address_of_some_view(
        address in "(en|es|pt|x)?/?(films|characters|themes|compare|questions|about|y)?/?(la-fuga|prison|%[0-9a-fA-F]{2}|%)?/?(\\?(([a-z-]{1,9}|film|(inverse-)?(relation|also)|show)=([a-z%+-]{0,9}|la-fuga|lover-of|shoots|90)&?){0,4})?(#.{0,9})?"
    ) {
        let corpus = corpus().unwrap();
        let (view, _) = View::at(corpus, &address);
        prop_assert_eq!(View::at(corpus, &view.address(corpus)), (view, Vec::new()));
    }
}
