//! What stands in the head of each page: its title and description. Used by the running page and by the
//! prerendered ones alike.

use crate::messages::messages;
use crate::sentence::sentence;
use crate::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Vocabulary;
use desenlace_core::packed::{Corpus, Parallel};
use desenlace_core::veil::Veil;

/// The title of a view.
#[must_use]
pub fn title(corpus: &Corpus, view: &View) -> String {
    let site = &messages(view.language).site;
    match view.page {
        Page::Gallery(Gallery::Films) if view.query.is_empty() => [site.name, " · ", site.tagline].concat(),
        _ => [&name(corpus, view), " · ", site.name].concat(),
    }
}

/// The name of what a view shows. What its title would tell of hidden fates is left out.
#[must_use]
pub fn name(corpus: &Corpus, view: &View) -> String {
    let messages = messages(view.language);
    let made;
    let own = match view.page {
        Page::Gallery(Gallery::Films) => messages.site.films,
        Page::Gallery(Gallery::Characters) => messages.site.characters,
        Page::Gallery(Gallery::Fates) => messages.site.fates,
        Page::Film(film, _) => corpus.films.at(film.index()).title,
        Page::Character(character) => corpus.characters[character.index()].name.get(view.language),
        Page::Themes => messages.site.themes,
        Page::Theme(theme) => corpus.terms(Vocabulary::Themes)[theme.index()].name.get(view.language),
        Page::Parallels => messages.site.parallels,
        Page::Parallel(number) => {
            let parallel = corpus.parallels.get(number as usize);
            let parallel = parallel.filter(|parallel| !hides_parallel(&view.query.veil, parallel));
            made = [messages.site.parallels, " · ", &(number + 1).to_string()].concat();
            parallel.map_or(&*made, |parallel| parallel.title.get(view.language))
        }
        Page::Compare(compared) if compared.films().next().is_some() => {
            let titles = compared.films().map(|film| corpus.films.at(film.index()).title);
            made = [messages.compare.title, ": ", &titles.collect::<Vec<_>>().join(", ")].concat();
            &made
        }
        Page::Compare(_) => messages.compare.title,
        Page::Questions(question) if !question.is_empty() => {
            made = sentence(corpus, question, view.language);
            &made
        }
        Page::Questions(_) => messages.question.title,
        Page::About(_) => messages.about.title,
    };
    capitalized(own)
}

/// Whether a parallel tells hidden fates: it compares stories as wholes.
#[must_use]
pub fn hides_parallel(veil: &Veil, parallel: &Parallel) -> bool {
    parallel.sides.iter().any(|side| veil.hides(side.film.get()))
}

/// What search engines and previews say of a view, where it has something of its own.
#[must_use]
pub fn description<'a>(corpus: &'a Corpus, view: &View) -> Option<&'a str> {
    Some(match view.page {
        Page::Film(film, _) => corpus.films.at(film.index()).premise.get(view.language),
        Page::Character(character) => corpus.characters[character.index()].description.get(view.language),
        Page::Theme(theme) => corpus.terms(Vocabulary::Themes)[theme.index()].definition.get(view.language),
        Page::Parallel(parallel) => corpus.parallels.get(parallel as usize)?.likeness.get(view.language),
        Page::Compare(_) => messages(view.language).compare.hint,
        Page::Questions(_) => messages(view.language).question.hint,
        _ => return None,
    })
}

/// A text with its first letter in upper case, for names that begin a line.
#[must_use]
pub fn capitalized(text: &str) -> String {
    // The first letters of the three languages are those of Latin-1, whose cases are 32 apart.
    first_changed(text, |first| match first {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => u32::from(first) - 32,
        _ => u32::from(first),
    })
}

/// A text with its first letter in lower case, for names within a line.
#[must_use]
pub fn uncapitalized(text: &str) -> String {
    first_changed(text, |first| match first {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => u32::from(first) + 32,
        _ => u32::from(first),
    })
}

fn first_changed(text: &str, change: fn(char) -> u32) -> String {
    let mut letters = text.chars();
    let mut changed: String =
        letters.next().and_then(|first| char::from_u32(change(first))).into_iter().collect();
    changed.push_str(letters.as_str());
    changed
}
