//! What stands in the head of each page: its title and description. Used by the running page and by the
//! prerendered ones alike.

use crate::messages::messages;
use crate::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Vocabulary;
use desenlace_core::packed::Corpus;

/// The title of a view.
#[must_use]
pub fn title(corpus: &Corpus, view: &View) -> String {
    let messages = messages(view.language);
    let site = messages.site.name;
    let own = match view.page {
        Page::Gallery(Gallery::Films) if view.query.is_empty() => {
            return [site, " · ", messages.site.tagline].concat();
        }
        Page::Gallery(Gallery::Films) => messages.site.films,
        Page::Gallery(Gallery::Characters) => messages.site.characters,
        Page::Gallery(Gallery::Fates) => messages.site.fates,
        Page::Film(film, _) => corpus.films.at(film.index()).title,
        Page::Character(character) => corpus.characters[character.index()].name.get(view.language),
        Page::Themes => messages.site.themes,
        Page::Theme(theme) => corpus.terms(Vocabulary::Themes)[theme.index()].name.get(view.language),
        Page::Parallels => messages.site.parallels,
        Page::Parallel(parallel) => {
            corpus.parallels.get(parallel as usize).map_or(site, |parallel| parallel.title.get(view.language))
        }
        Page::About => messages.about.title,
    };
    [&capitalized(own), " · ", site].concat()
}

/// What search engines and previews say of a view.
#[must_use]
pub fn description<'a>(corpus: &'a Corpus, view: &View) -> &'a str {
    match view.page {
        Page::Film(film, _) => corpus.films.at(film.index()).premise.get(view.language),
        Page::Character(character) => corpus.characters[character.index()].description.get(view.language),
        Page::Theme(theme) => corpus.terms(Vocabulary::Themes)[theme.index()].definition.get(view.language),
        Page::Parallel(parallel) => corpus
            .parallels
            .get(parallel as usize)
            .map_or(messages(view.language).site.description, |parallel| {
                parallel.likeness.get(view.language)
            }),
        _ => messages(view.language).site.description,
    }
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
