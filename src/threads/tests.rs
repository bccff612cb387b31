//! What must be true of every drawing: it is the same each time, keeps to its page, and no words meet. Checked
//! on the films of the corpus in all languages, and on stories that nobody has written.

use super::layout::{Label, Layout, layout};
use super::story::{Occasion, Story, Strand};
use super::{Size, pen};
use crate::corpus::corpus;
use crate::view::Sequence;
use desenlace_core::cross_reference::{cast_of, events_with};
use desenlace_core::model::{EventId, FilmId, Language, Mark, Part};
use proptest::prelude::*;

const SIZES: [Size; 3] = [Size::Cover, Size::Map, Size::Column];

const SEQUENCES: [Sequence; 2] = [Sequence::Telling, Sequence::Story];

/// Every film in every language, as it is told and as it happens.
fn stories() -> Vec<(String, Story)> {
    let corpus = corpus().expect("the embedded pack opens");
    let films = 0..u32::try_from(corpus.films.len()).expect("few films");
    films
        .flat_map(|film| Language::ALL.map(|language| (film, language)))
        .flat_map(|(film, language)| SEQUENCES.map(|sequence| (film, language, sequence)))
        .map(|(film, language, sequence)| {
            let name = format!("{} in {}, {sequence:?}", corpus.films.at(film as usize).id, language.tag());
            (name, Story::of(corpus, FilmId(film), language, sequence))
        })
        .collect()
}

/// What is wrong with a drawing.
fn faults(story: &Story, drawing: &Layout, size: Size) -> Vec<String> {
    let mut faults = Vec::new();
    if drawing.threads.len() != story.strands.len() {
        faults.push(format!("{} threads for {} people", drawing.threads.len(), story.strands.len()));
    }
    for thread in &drawing.threads {
        let end = thread.end;
        if end.x < 50 || end.y < 50 || end.x > drawing.width - 50 || end.y > drawing.height - 50 {
            faults.push(format!("the mark of {} leaves the page at {end:?}", thread.character));
        }
    }
    let labels: Vec<(u32, &Label)> = drawing
        .threads
        .iter()
        .flat_map(|thread| [&thread.name, &thread.words].map(|label| (thread.character, label.as_ref())))
        .filter_map(|(character, label)| Some((character, label?)))
        .collect();
    if size != Size::Cover && labels.len() != 2 * drawing.threads.len() {
        faults.push(format!("{} labels", labels.len()));
    }
    for (place, (character, label)) in labels.iter().enumerate() {
        let (corner, room) = (label.corner, label.room);
        if corner.x < 0
            || corner.y < 0
            || corner.x + room.x > drawing.width
            || corner.y + room.y > drawing.height
        {
            faults.push(format!("the words of {character} leave the page: {label:?}"));
        }
        for (other, beside) in &labels[place + 1..] {
            let apart =
                |corner, room, other, other_room| corner + room <= other || other + other_room <= corner;
            if !apart(corner.x, room.x, beside.corner.x, beside.room.x)
                && !apart(corner.y, room.y, beside.corner.y, beside.room.y)
            {
                faults.push(format!("the words of {character} and {other} meet: {label:?} {beside:?}"));
            }
        }
    }
    faults
}

#[test]
fn the_drawings_of_the_films_keep_to_their_page_and_no_words_meet() {
    for (name, story) in stories() {
        for size in SIZES {
            let drawing = layout(&story, size);
            assert_eq!(faults(&story, &drawing, size), Vec::<String>::new(), "{name}, {size:?}");
        }
    }
}

#[test]
fn the_same_story_gives_the_same_drawing() {
    for ((name, story), (_, again)) in stories().into_iter().zip(stories()) {
        for size in SIZES {
            assert_eq!(layout(&story, size), layout(&again, size), "{name}, {size:?}");
        }
    }
}

#[test]
fn everybody_who_takes_part_has_a_thread_and_no_group_has() {
    let corpus = corpus().expect("the embedded pack opens");
    for film in (0..u32::try_from(corpus.films.len()).expect("few films")).map(FilmId) {
        let story = Story::of(corpus, film, Language::En, Sequence::Telling);
        for (number, character, _) in cast_of(corpus, film) {
            let drawn = story.strands.iter().any(|strand| strand.character == number.0);
            let takes_part = events_with(corpus, number).any(|event| {
                let own = event.participants.iter().find(|participant| participant.character.get() == number);
                own.is_some_and(|participant| participant.part.get() != Part::Absent)
            });
            assert!(!character.group || !drawn, "{} is a group", character.id);
            assert!(character.group || !takes_part || drawn, "{} has no thread", character.id);
        }
    }
}

#[test]
fn what_a_group_does_moves_its_members() {
    let corpus = corpus().expect("the embedded pack opens");
    let (film, _) = corpus.film("la-fuga").expect("the film is there");
    let story = Story::of(corpus, film, Language::En, Sequence::Telling);
    let (seven, _) = corpus.character("the-seven").expect("the group is there");
    for member in corpus.characters[seven.index()].members.iter() {
        let strand = story.strands.iter().find(|strand| strand.character == member.get().0);
        assert_eq!(strand.expect("each of the seven has a thread").occasions[0], 0);
    }
}

#[test]
fn lengths_are_written_with_at_most_one_decimal() {
    let written = [0, 5, -5, 10, 123, -1200, 2_147_483_647].map(pen::text);
    assert_eq!(written, ["0", "0.5", "-0.5", "1", "12.3", "-120", "214748364.7"]);
}

fn any_story() -> impl Strategy<Value = Story> {
    let marks =
        prop::sample::select(vec![Mark::Knot, Mark::Open, Mark::Bars, Mark::Fade, Mark::Dots, Mark::Split]);
    let words = prop::sample::select(vec!["dies", "is killed (implied)", "destino declarado desconocido"]);
    let names = prop::sample::select(vec!["A", "Nene", "the unnamed person", "Ganz’s twin"]);
    let person = move |columns: usize| {
        (
            prop::collection::btree_set(0..columns, 1..6),
            marks.clone(),
            any::<bool>(),
            names.clone(),
            words.clone(),
        )
    };
    (1_usize..24)
        .prop_flat_map(move |columns| (Just(columns), prop::collection::vec(person(columns), 1..10)))
        .prop_map(|(columns, people)| Story {
            strands: (0..)
                .zip(people)
                .map(|(character, (occasions, mark, hollow, name, words))| Strand {
                    character,
                    loose: occasions.iter().copied().filter(|column| column % 2 == 0).collect(),
                    occasions: occasions.into_iter().collect(),
                    mark,
                    hollow,
                    name: name.to_owned(),
                    words: words.to_owned(),
                })
                .collect(),
            occasions: (0..)
                .zip(0..columns)
                .map(|(event, column)| Occasion {
                    event: EventId(event),
                    number: column + 1,
                    out_of_order: column % 3 == 0,
                    joined: column % 4 == 1,
                })
                .collect(),
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_story_can_be_drawn(story in any_story()) {
        for size in SIZES {
            prop_assert_eq!(faults(&story, &layout(&story, size), size), Vec::<String>::new());
        }
    }
}
