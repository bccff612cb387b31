//! Films of no meaning, in the shape of real ones: as many words, as unequally frequent, with people, genres and years
//! spread alike. They stand in where no file of films is given. It does not know what is measured with them.

use super::films::Film;
use super::queries;
use super::random::Random;

/// How many different words there are, as in the plots of as many real films.
const WORDS: usize = 90_000;
/// How many different people play.
const PEOPLE: usize = 40_000;
/// How many genres there are.
const GENRES: usize = 41;
/// How many films of 34,532 real ones are of each decade since 1900.
const DECADES: [usize; 13] = [113, 2982, 5206, 4347, 4493, 3146, 1570, 1599, 2247, 2819, 2406, 2483, 1121];
/// The words that are looked for stand among the others at every so many ranks, so that they are neither in all films
/// nor in none.
const LOOKED_FOR: usize = 53;

/// The first so many films; the same on every machine, and the fewer the beginning of the more.
pub(super) fn films(how_many: usize) -> Vec<Film> {
    let words: Vec<String> = words();
    let mut random = Random::new(34_532);
    (0..how_many).map(|_| film(&words, &mut random)).collect()
}

fn film(words: &[String], random: &mut Random) -> Film {
    let title = capitalized(&text(words, 1 + random.below(5), random));
    let plot = (0..1 + random.below(6)).map(|_| {
        let length = 6 + random.below(18);
        format!("{}.", capitalized(&text(words, length, random)))
    });
    let plot = plot.collect::<Vec<_>>().join(" ");
    let cast = (0..random.below(8)).map(|_| person(words, random.rank(PEOPLE))).collect();
    let genres = (0..1 + random.below(3)).map(|_| format!("Genre {}", syllables(random.rank(GENRES) + 1)));
    let mut genres: Vec<String> = genres.collect();
    genres.sort();
    genres.dedup();
    Film { title, year: year(random), cast, genres, plot }
}

/// All words, the most frequent first.
fn words() -> Vec<String> {
    let mut looked_for = queries::words();
    let mut word = |rank: usize| {
        let known = if rank > 0 && rank.is_multiple_of(LOOKED_FOR) { looked_for.next() } else { None };
        known.map_or_else(|| syllables(rank), str::to_owned)
    };
    (0..WORDS).map(&mut word).collect()
}

fn text(words: &[String], length: usize, random: &mut Random) -> String {
    let chosen = (0..length).map(|_| words[random.rank(words.len())].as_str());
    chosen.collect::<Vec<_>>().join(" ")
}

/// A first and a last name; first names are shared by many.
fn person(words: &[String], number: usize) -> String {
    let names = [&words[1000 + number % 500], &words[2000 + number % 7919]];
    names.map(|name| capitalized(name)).join(" ")
}

fn year(random: &mut Random) -> u16 {
    let mut place = random.below(DECADES.iter().sum());
    let mut first = 1900;
    for films in DECADES {
        if place < films {
            break;
        }
        place -= films;
        first += 10;
    }
    first + random.below(10) as u16
}

/// A number as a word that can be spoken, every number another; the lower, the shorter.
fn syllables(mut number: usize) -> String {
    const BEGIN: [&str; 20] = [
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "j", "qu", "br", "st", "tr",
        "ch",
    ];
    const VOWEL: [&str; 5] = ["a", "e", "i", "o", "u"];
    const END: [&str; 4] = ["", "n", "s", "r"];
    let mut word = String::new();
    loop {
        word += BEGIN[number % 20];
        word += VOWEL[number / 20 % 5];
        number /= 100;
        if number == 0 {
            return word;
        }
        // What is left over ends this syllable and begins the next.
        word += END[number % 4];
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn they_are_in_the_shape_of_real_ones() {
        let films = films(2000);
        let mean = |measure: &dyn Fn(&Film) -> usize| films.iter().map(measure).sum::<usize>() / films.len();
        assert!((250..400).contains(&mean(&|film| film.plot.len())), "{}", mean(&|film| film.plot.len()));
        assert_eq!(mean(&|film| film.cast.len()), 3);
        assert!(films.iter().all(|film| (1900..2030).contains(&film.year) && !film.genres.is_empty()));
        let first = films.iter().filter(|film| film.plot.to_lowercase().contains("prison")).count();
        assert!((1..500).contains(&first), "{first}");
    }

    #[test]
    fn fewer_are_the_beginning_of_more() {
        let (few, many) = (films(5), films(20));
        assert!(few.iter().zip(&many).all(|(one, other)| one.title == other.title && one.plot == other.plot));
    }

    #[test]
    fn every_word_is_another() {
        let words: BTreeSet<String> = (0..WORDS).map(syllables).collect();
        assert_eq!(words.len(), WORDS);
    }
}
