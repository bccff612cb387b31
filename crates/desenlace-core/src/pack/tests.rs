//! What a pack promises: it gives back what went in, and whatever is not a whole pack is refused with the
//! right error, without a panic and without reading past its end.

mod walk;

use super::{ALIGNMENT, HEADER, PackError, VERSION, checksum, encode, open};
use crate::model::{
    CharacterId, Corpus, EventId, FilmId, PassageId, Posting, SourceId, Span, SpanTarget, TermId, Vocabulary,
};
use crate::sample::{Tape, aligned, corpora, corpus_from, packed, small};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::{collection::vec, sample::Index as Position};
use std::collections::BTreeSet;
use walk::{everything, unpack};

#[track_caller]
fn refused(bytes: &[u8], expect: PackError) {
    assert_eq!(open(&aligned(bytes)).err(), Some(expect));
}

/// Gives a damaged pack the length and checksum of its body, so that only the checks behind those remain.
fn reseal(pack: &mut [u8]) {
    let (header, body) = pack.split_at_mut(HEADER);
    header[12..16].copy_from_slice(&u32::try_from(body.len()).unwrap().to_le_bytes());
    header[16..24].copy_from_slice(&checksum(body).to_le_bytes());
}

/// Opens bytes and, where that succeeds, reads everything in them.
fn open_and_walk(bytes: &[u8]) -> Option<PackError> {
    match open(&aligned(bytes)) {
        Ok(corpus) => {
            everything(corpus);
            None
        }
        Err(error) => Some(error),
    }
}

// ---- what goes in comes out ----

#[test]
fn the_small_corpus_comes_out_as_it_went_in() {
    let corpus = small();
    assert_eq!(unpack(open(&packed(&corpus)).unwrap()), corpus);
}

#[test]
fn an_empty_corpus_is_a_corpus() {
    let corpus = Corpus::default();
    assert_eq!(open_and_walk(&encode(&corpus)), None);
    assert_eq!(unpack(open(&packed(&corpus)).unwrap()), corpus);
}

#[test]
fn things_are_found_by_their_ids() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    assert_eq!(corpus.film("la-fuga").map(|(id, film)| (id, film.year)), Some((FilmId(1), 2001)));
    assert_eq!(corpus.character("luis").map(|(id, _)| id), Some(CharacterId(5)));
    assert_eq!(corpus.term(Vocabulary::Places, "montevideo").map(|(id, _)| id), Some(TermId(2)));
    assert_eq!(corpus.parallel("informers").map(|parallel| parallel.sides.len()), Some(2));
    assert!(corpus.film("fuga").is_none() && corpus.character("").is_none());
    assert!(corpus.term(Vocabulary::Themes, "montevideo").is_none() && corpus.parallel("couple").is_none());
}

proptest! {
    #[test]
    fn any_corpus_comes_out_as_it_went_in(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        prop_assert_eq!(unpack(opened), corpus);
        everything(opened);
    }

    #[test]
    fn the_same_corpus_gives_the_same_bytes(corpus in corpora(), noise in vec(any::<u8>(), 0..5000)) {
        let first = encode(&corpus);
        // Memory that was used before must not show through the padding of the next pack.
        drop(vec![noise; 8]);
        prop_assert_eq!(first, encode(&corpus.clone()));
    }
}

// ---- what is not a pack ----

#[test]
fn other_bytes_are_not_a_pack() {
    refused(b"", PackError::NotAPack);
    refused(b"<!doctype html><title>404</title>", PackError::NotAPack);
    let mut bytes = encode(&small());
    bytes[7] = b'c';
    refused(&bytes, PackError::NotAPack);
}

#[test]
fn another_version_is_named() {
    for version in [0, VERSION + 1, 0x0100_0000 | VERSION, u32::MAX] {
        let mut bytes = encode(&small());
        bytes[8..12].copy_from_slice(&version.to_le_bytes());
        refused(&bytes, PackError::Version(version));
    }
}

#[test]
fn a_pack_cut_off_anywhere_is_refused() {
    let bytes = encode(&small());
    for length in 0..bytes.len() {
        let error = PackError::Length { stated: bytes.len(), actual: length };
        refused(&bytes[..length], if length < HEADER { PackError::NotAPack } else { error });
    }
}

#[test]
fn bytes_behind_the_end_are_refused() {
    let bytes = encode(&small());
    for extra in [1, 7, 16, 4096] {
        let mut longer = bytes.clone();
        longer.resize(bytes.len() + extra, 0);
        refused(&longer, PackError::Length { stated: bytes.len(), actual: bytes.len() + extra });
    }
}

#[test]
fn a_misaligned_address_is_refused() {
    let bytes = encode(&small());
    for shift in 1..=ALIGNMENT {
        let mut shifted = vec![0; shift];
        shifted.extend_from_slice(&bytes);
        let shifted = aligned(&shifted);
        let expect = (shift < ALIGNMENT).then_some(PackError::Misaligned);
        assert_eq!(open(&shifted[shift..]).err(), expect, "{shift}");
    }
}

#[test]
fn a_body_of_something_else_is_malformed() {
    for body in [&b""[..], b"12345678", &[0xff; 64]] {
        let mut bytes = encode(&Corpus::default());
        bytes.truncate(HEADER);
        bytes.extend_from_slice(body);
        reseal(&mut bytes);
        refused(&bytes, PackError::Structure);
    }
}

/// What a header that disagrees with its body is refused with, by the byte that is wrong.
fn damage_at(position: usize) -> &'static str {
    match position {
        0..8 => "NotAPack",
        8..12 => "Version",
        12..16 => "Length",
        _ => "Checksum",
    }
}

#[track_caller]
fn check_damage(bytes: &[u8], position: usize, flip: u8) {
    let mut damaged = aligned(bytes);
    damaged[position] ^= flip;
    let error = format!("{:?}", open(&damaged).err());
    assert!(error.contains(damage_at(position)), "byte {position} ^ {flip:#x}: {error}");
}

#[test]
fn every_single_damaged_byte_is_noticed() {
    let tiny = encode(&Corpus::default());
    for position in 0..tiny.len() {
        (1..=u8::MAX).for_each(|flip| check_damage(&tiny, position, flip));
    }
    let bytes = encode(&small());
    for position in 0..bytes.len() {
        check_damage(&bytes, position, 1 << (position % 8));
    }
}

/// Places in a pack with what is put there.
fn damage() -> impl Strategy<Value = Vec<(Position, u8)>> {
    vec((any::<Position>(), any::<u8>()), 1..12)
}

proptest! {
    #[test]
    fn a_damaged_byte_is_noticed(corpus in corpora(), position in any::<Position>(), flip in 1..=u8::MAX) {
        let bytes = encode(&corpus);
        check_damage(&bytes, position.index(bytes.len()), flip);
    }

    #[test]
    fn more_damage_is_noticed(corpus in corpora(), damage in damage()) {
        let bytes = encode(&corpus);
        let mut damaged = aligned(&bytes);
        for (position, byte) in damage {
            damaged[position.index(bytes.len())] = byte;
        }
        prop_assert_eq!(open(&damaged).is_ok(), damaged[..] == bytes[..]);
    }

    #[test]
    fn arbitrary_bytes_are_refused(bytes in vec(any::<u8>(), 0..200), header in any::<bool>(), seal in any::<bool>()) {
        let mut bytes = bytes;
        if header {
            bytes.splice(..0, encode(&Corpus::default())[..HEADER].to_vec());
        }
        if header && seal {
            reseal(&mut bytes);
        }
        prop_assert!(open_and_walk(&bytes).is_some());
    }
}

// ---- a right checksum over a wrong body ----

/// The error as a word, so that a test can say which ones it met.
fn met(error: Option<PackError>) -> String {
    error.map_or("opened".into(), |error| format!("{error:?}"))
}

#[test]
fn each_damaged_byte_under_a_right_checksum_is_refused_or_harmless() {
    let bytes = encode(&corpus_from(&mut Tape::new(vec![1, 3, 2, 5, 1, 1, 4, 2, 1, 6, 1])));
    let mut outcomes = BTreeSet::new();
    for position in HEADER..bytes.len() {
        // Each kind of flip meets each byte of a number somewhere.
        let mut damaged = bytes.clone();
        damaged[position] ^= [0x01, 0x02, 0x80, 0xff][(position + position / 4) % 4];
        reseal(&mut damaged);
        outcomes.insert(met(open_and_walk(&damaged)));
    }
    assert_eq!(outcomes.iter().collect::<Vec<_>>(), ["DanglingReference", "Structure", "opened"]);
}

#[test]
fn a_body_cut_off_under_a_right_checksum_is_refused_or_harmless() {
    let bytes = encode(&small());
    for length in (HEADER..bytes.len()).filter(|length| length.is_multiple_of(4) || length.is_multiple_of(97))
    {
        let mut damaged = bytes[..length].to_vec();
        reseal(&mut damaged);
        assert_eq!(open_and_walk(&damaged), Some(PackError::Structure), "{length}");
    }
}

proptest! {
    #[test]
    fn any_damage_under_a_right_checksum_is_refused_or_harmless(
        corpus in corpora(),
        damage in damage(),
        small in any::<bool>(),
        swap in any::<(Position, Position)>(),
    ) {
        let mut bytes = encode(&corpus);
        let length = bytes.len() - HEADER;
        for (position, byte) in damage {
            // Small numbers are numbers of things and kinds of things; large ones are mostly letters.
            bytes[HEADER + position.index(length)] = if small { byte % 9 } else { byte };
        }
        // A word of the body in another place: a pointer to something else.
        let words = length / 4;
        let (from, to) = (HEADER + swap.0.index(words) * 4, HEADER + swap.1.index(words) * 4);
        bytes.copy_within(from..from + 4, to);
        reseal(&mut bytes);
        open_and_walk(&bytes);
    }
}

// ---- references that lead nowhere ----

/// A change that makes a reference of the small corpus lead nowhere.
type Break = fn(&mut Corpus);

#[track_caller]
fn check_dangling(what: &str, breaks: Break) {
    let mut corpus = small();
    breaks(&mut corpus);
    assert_ne!(corpus, small(), "{what}: nothing was changed");
    let opened = open(&packed(&corpus)).err();
    assert_eq!(opened, Some(PackError::DanglingReference), "{what}");
}

// One behind the last of each list of the small corpus.
const FILM: FilmId = FilmId(3);
const PASSAGE: PassageId = PassageId(6);
const CHARACTER: CharacterId = CharacterId(7);
const EVENT: EventId = EventId(3);
const SOURCE: SourceId = SourceId(2);

/// One behind the last term of a vocabulary of the small corpus.
const fn no_term(vocabulary: Vocabulary) -> TermId {
    TermId(match vocabulary {
        Vocabulary::Themes => 6,
        Vocabulary::Outcomes => 4,
        Vocabulary::Conditions | Vocabulary::ContentNotes | Vocabulary::Languages => 2,
        Vocabulary::Causes => 1,
        _ => 3,
    })
}

#[test]
fn the_first_number_behind_each_list_is_as_assumed() {
    let corpus = small();
    assert_eq!(corpus.films.len(), FILM.index());
    assert_eq!(corpus.passages.len(), PASSAGE.index());
    assert_eq!(corpus.characters.len(), CHARACTER.index());
    assert_eq!(corpus.events.len(), EVENT.index());
    assert_eq!(corpus.sources.len(), SOURCE.index());
    for vocabulary in Vocabulary::ALL {
        assert_eq!(
            corpus.vocabularies[vocabulary as usize].len(),
            no_term(vocabulary).index(),
            "{vocabulary:?}"
        );
    }
}

#[test]
fn a_reference_that_leads_nowhere_is_refused() {
    use Vocabulary::{
        Causes, Conditions, ContentNotes, Countries, Languages, Outcomes, Periods, Places, RelationKinds,
        Roles, Themes,
    };
    let rows: &[(&str, Break)] = &[
        ("country of a film", |c| c.films[0].countries[1] = no_term(Countries)),
        ("language of a film", |c| c.films[0].languages[0] = no_term(Languages)),
        ("period of a film", |c| c.films[0].periods[0] = no_term(Periods)),
        ("place of a film", |c| c.films[0].places[1] = no_term(Places)),
        ("source of a synopsis", |c| c.films[0].synopsis.source = SOURCE),
        ("source of a title", |c| c.films[0].alternative_titles[0].sources[1] = SOURCE),
        ("source of a fact", |c| c.films[0].facts[0].sources[1] = SOURCE),
        ("source of a conflict", |c| c.films[0].facts[0].conflicts[0].sources[1] = SOURCE),
        ("theme of a film", |c| c.films[0].themes[2].theme = no_term(Themes)),
        ("evidence of a theme of a film", |c| c.films[0].themes[1].passages[1] = PASSAGE),
        ("content note of a film", |c| c.films[2].content_notes[0].topic = no_term(ContentNotes)),
        ("evidence of a content note", |c| c.films[2].content_notes[0].passages[0] = PASSAGE),
        ("film of a passage", |c| c.passages[5].film = FILM),
        ("character in a text", |c| {
            c.passages[0].texts[0].spans[1].target = SpanTarget::Character(CHARACTER);
        }),
        ("place in a text", |c| c.passages[1].texts[0].spans[0].target = SpanTarget::Place(no_term(Places))),
        ("film of a character", |c| c.characters[6].film = FILM),
        ("member of a group", |c| c.characters[2].members[1] = CHARACTER),
        ("role of a character", |c| c.characters[3].roles[1] = no_term(Roles)),
        ("passage of a character", |c| c.characters[6].passages[0] = PASSAGE),
        ("source of an actor", |c| c.characters[1].actor.as_mut().unwrap().sources[0] = SOURCE),
        ("theme of a character", |c| c.characters[0].themes[0].theme = no_term(Themes)),
        ("evidence of a theme of a character", |c| c.characters[0].themes[0].passages[0] = PASSAGE),
        ("outcome of a fate", |c| c.fates[6].outcome = no_term(Outcomes)),
        ("cause of a fate", |c| c.fates[5].cause.as_mut().unwrap().term = no_term(Causes)),
        ("agent of a fate", |c| c.fates[5].agents[0].character = CHARACTER),
        ("place of a fate", |c| c.fates[0].place.as_mut().unwrap().place = no_term(Places)),
        ("evidence of a fate", |c| c.fates[6].passages[0] = PASSAGE),
        ("condition of a step", |c| c.fates[5].trajectory[0].condition = no_term(Conditions)),
        ("evidence of a step", |c| c.fates[5].trajectory[0].passages[0] = PASSAGE),
        ("theme of a fate", |c| c.fates[6].themes[0].theme = no_term(Themes)),
        ("evidence of a theme of a fate", |c| c.fates[6].themes[0].passages[0] = PASSAGE),
        ("a character without a fate", |c| drop(c.fates.pop())),
        ("a character without a fate, and an index that agrees", |c| {
            c.fates.pop();
            let index = &mut c.index.galleries[2];
            index.items -= 1;
            let values = index.facets.iter_mut().flat_map(|facet| &mut facet.values);
            values.for_each(|items| items.retain(|&item| item < 6));
        }),
        ("a fate without a character", |c| c.fates.push(c.fates[0].clone())),
        ("a fate without a character, and an index that agrees", |c| {
            c.fates.push(c.fates[0].clone());
            c.index.galleries[2].items += 1;
        }),
        ("who a relation is from", |c| c.relations[0].from = CHARACTER),
        ("who a relation is to", |c| c.relations[0].to = CHARACTER),
        ("third of a relation", |c| c.relations[3].third = Some(CHARACTER)),
        ("kind of a relation", |c| c.relations[0].kind = no_term(RelationKinds)),
        ("evidence of a relation", |c| c.relations[0].passages[0] = PASSAGE),
        ("film of an event", |c| c.events[2].film = FILM),
        ("participant of an event", |c| c.events[1].participants[1].character = CHARACTER),
        ("place of an event", |c| c.events[1].place = Some(no_term(Places))),
        ("theme of an event", |c| c.events[1].themes[0] = no_term(Themes)),
        ("evidence of an event", |c| c.events[1].passages[0] = PASSAGE),
        ("what an event comes after", |c| c.events[1].after[0] = EVENT),
        ("what an event is during", |c| c.events[1].during = Some(EVENT)),
        ("film of a side", |c| c.parallels[1].sides[1].film = FILM),
        ("character of a side", |c| c.parallels[1].sides[1].characters[0] = CHARACTER),
        ("evidence of a side", |c| c.parallels[1].sides[1].passages[0] = PASSAGE),
        ("a number far outside", |c| c.relations[0].kind = TermId(u32::MAX)),
    ];
    for (what, breaks) in rows {
        check_dangling(what, *breaks);
    }
}

#[test]
fn broader_terms_that_never_end_are_refused() {
    for vocabulary in Vocabulary::ALL {
        let mut corpus = small();
        corpus.vocabularies[vocabulary as usize][0].broader = Some(no_term(vocabulary));
        refused(&encode(&corpus), PackError::DanglingReference);
    }
    let rows: &[(&str, Break)] = &[
        ("itself", |c| c.vocabularies[0][0].broader = Some(TermId(0))),
        ("two of each other", |c| c.vocabularies[0][0].broader = Some(TermId(1))),
        ("three in a ring", |c| c.vocabularies[0][0].broader = Some(TermId(2))),
        ("a ring that is only reached", |c| {
            c.vocabularies[0][3].broader = Some(TermId(4));
            c.vocabularies[0][4].broader = Some(TermId(5));
            c.vocabularies[0][5].broader = Some(TermId(4));
        }),
    ];
    for (what, breaks) in rows {
        check_dangling(what, *breaks);
    }
}

#[test]
fn a_chain_through_a_whole_vocabulary_comes_to_an_end() {
    let mut corpus = small();
    for (term, broader) in corpus.vocabularies[0].iter_mut().zip(1..6) {
        term.broader = Some(TermId(broader));
    }
    assert_eq!(open_and_walk(&encode(&corpus)), None);
}

#[test]
fn spans_that_do_not_fit_their_text_are_refused() {
    // "Nené and Ángel": é is the bytes 3 and 4, Á the bytes 10 and 11; the text ends at 16.
    type Row<'a> = (&'a str, &'a [(u32, u32)], bool);
    let rows: &[Row<'_>] = &[
        ("as it is", &[(0, 5), (10, 16)], true),
        ("side by side", &[(0, 5), (5, 16)], true),
        ("empty", &[(5, 5), (5, 5), (16, 16)], true),
        ("begins within a letter", &[(4, 5)], false),
        ("ends within a letter", &[(0, 4)], false),
        ("ends behind the text", &[(10, 17)], false),
        ("begins behind the text", &[(17, 17)], false),
        ("far behind the text", &[(0, u32::MAX)], false),
        ("ends before it begins", &[(5, 3)], false),
        ("overlapping", &[(0, 6), (5, 16)], false),
        ("within another", &[(0, 16), (5, 6)], false),
        ("in the wrong order", &[(10, 16), (0, 5)], false),
    ];
    for (what, spans, sound) in rows {
        let mut corpus = small();
        let target = SpanTarget::Emphasis;
        corpus.passages[0].texts[0].spans =
            spans.iter().map(|&(start, end)| Span { start, end, target }).collect();
        let expect = (!sound).then_some(PackError::DanglingReference);
        assert_eq!(open_and_walk(&encode(&corpus)), expect, "{what}");
    }
    // The other languages are looked at too.
    check_dangling("Portuguese", |c| {
        c.passages[5].texts[2].spans = vec![Span { start: 0, end: 1, target: SpanTarget::Emphasis }];
    });
}

#[test]
fn an_index_that_does_not_fit_its_gallery_is_refused() {
    let rows: &[(&str, Break)] = &[
        ("an item too many", |c| c.index.galleries[0].items += 1),
        ("an item too few", |c| c.index.galleries[1].items -= 1),
        ("a value too many", |c| c.index.galleries[0].facets[0].values.push(vec![])),
        ("a value too few", |c| drop(c.index.galleries[2].facets[9].values.pop())),
        ("certainties too few", |c| drop(c.index.galleries[2].facets[2].values.pop())),
        ("an item out of range", |c| c.index.galleries[0].facets[0].values[3] = vec![0, 3]),
        ("items out of order", |c| c.index.galleries[0].facets[0].values[3] = vec![1, 0]),
        ("an item twice", |c| c.index.galleries[2].facets[9].values[2] = vec![3, 3]),
    ];
    for (what, breaks) in rows {
        check_dangling(what, *breaks);
    }
}

#[test]
fn a_dictionary_that_does_not_fit_its_galleries_is_harmless() {
    // It is too long to be read through at every start; whoever reads it expects anything.
    let rows: &[(&str, Break)] = &[
        ("words out of order", |c| c.index.words.swap(0, 20)),
        ("a word twice", |c| c.index.words.insert(0, c.index.words[0].clone())),
        ("an empty word", |c| c.index.words[0].word.clear()),
        ("an item out of range", |c| {
            c.index.words[0].items = [vec![3, 64], vec![7], vec![7, u32::MAX]]
                .map(|items| items.into_iter().map(|item| Posting { item, impact: 15 }).collect());
        }),
        ("no words", |c| c.index.words.clear()),
    ];
    for (what, breaks) in rows {
        let mut corpus = small();
        breaks(&mut corpus);
        assert_ne!(corpus, small(), "{what}: nothing was changed");
        assert_eq!(open_and_walk(&encode(&corpus)), None, "{what}");
    }
}

#[test]
fn each_error_says_what_to_do() {
    let rows = [
        (PackError::NotAPack, "these bytes are not a pack; compile the corpus again"),
        (PackError::Version(7), "the pack has version 7, this program reads 4; compile it again"),
        (
            PackError::Length { stated: 9, actual: 8 },
            "the pack should have 9 bytes and has 8; fetch it again",
        ),
        (PackError::Checksum, "the pack is damaged; fetch it again"),
        (PackError::Misaligned, "the pack must lie at a multiple of 16 bytes"),
        (PackError::Structure, "the body of the pack is malformed; compile it again"),
        (
            PackError::DanglingReference,
            "the pack refers to something that it does not contain; compile it again",
        ),
    ];
    for (error, expect) in rows {
        assert_eq!(error.to_string(), expect);
    }
}
