//! Where a thing has the words that were asked for: marked in what is shown of it anyway, and as an excerpt of the
//! text that has them best.

use super::character_link;
use super::evidence::passage_link;
use crate::markup::{Element, element, marked};
use crate::messages::{Messages, fill};
use crate::site::Site;
use desenlace_core::facet::Gallery;
use desenlace_core::model::{Language, Vocabulary};
use desenlace_core::search::{Class, Field, Terms};
use desenlace_core::why::{self, Mention};
use std::ops::Range;
use yew::virtual_dom::VList;

/// A text with the words that were asked for marked.
pub(super) fn with_hits(terms: &Terms, text: &str) -> VList {
    let hits: Vec<Range<usize>> = terms.hits(text).into_iter().map(|hit| hit.range).collect();
    marked(text, &hits)
}

/// The excerpt that shows best why an item was found, of what its card does not show anyway. Nothing where no words
/// were asked for, or where its card has them all in plain sight.
pub(super) fn excerpt(site: &Site, gallery: Gallery, terms: &Terms, item: u32) -> Option<Element> {
    let character = |item: u32| site.text(&site.corpus.characters[item as usize].name);
    let query = &site.view().query;
    let hidden = query.veil.hides_item(site.corpus, gallery, item);
    // What is on the card, and whether that alone is the answer: a premise is not, its passages say more.
    let (heading, text, enough) = match gallery {
        Gallery::Films => {
            let film = site.corpus.films.at(item as usize);
            (film.title, site.text(film.premise), false)
        }
        Gallery::Fates if !hidden => {
            (character(item), site.text(&site.corpus.fates[item as usize].account), true)
        }
        Gallery::Characters | Gallery::Fates => (character(item), "", false),
    };
    let mut hits = terms.hits(heading);
    if enough {
        hits.extend(terms.hits(text));
    }
    if (0..terms.words().len()).all(|word| hits.iter().any(|hit| hit.word == word)) {
        return None;
    }
    let asked = query.language;
    let wanted = |_, own: Option<Language>, told: &str| {
        let spoken = own.is_none() || asked.is_none() || own == asked;
        spoken && told != heading && told != text
    };
    let mention = why::excerpt(site.corpus, gallery, item, terms, site.language(), &query.veil, &wanted)?;
    Some(mention_line(site, gallery, terms, &mention))
}

/// A text that has some of the words: what it is, its best stretch, where it stands, and how the words were taken
/// where they are not there as typed.
pub(super) fn mention_line(site: &Site, gallery: Gallery, terms: &Terms, mention: &Mention) -> Element {
    let words = site.messages();
    let other = mention.language.filter(|own| *own != site.language()).map(Language::tag);
    let label = match mention.field {
        Field::Term(vocabulary, _) => vocabulary_name(words, vocabulary),
        Field::Alias(_) if gallery != Gallery::Films => words.character.also,
        Field::Person => words.why.people,
        Field::FilmTitle => words.facet.film,
        Field::Note => words.film.note,
        _ => "",
    };
    let label = (!label.is_empty()).then(|| element("b").with([label, ": "].concat()));
    let stretch = element("q")
        .language(other)
        .with(mention.cut.0.then_some("… "))
        .with(marked(&mention.text, &mention.highlights))
        .with(mention.cut.1.then_some(" …"));
    let place = match mention.field {
        Field::Passage(passage) => Some(passage_link(site, passage)),
        Field::Alias(character) if gallery == Gallery::Films => Some(character_link(site, character.0)),
        Field::Term(vocabulary, term) => {
            let name = site.term_name(vocabulary, term);
            (name != mention.text).then(|| element("span").with(["→ ", name].concat()))
        }
        _ => None,
    };
    element("p")
        .class("excerpt")
        .with(label)
        .with(stretch)
        .with(" ")
        .with(place)
        .with_all(taken(site, terms, mention).map(|taken| [" (", &taken, ")"].concat()))
}

/// How the words of a text were taken, of those that it does not have as they were typed.
fn taken(site: &Site, terms: &Terms, mention: &Mention) -> impl Iterator<Item = String> {
    let words = &site.messages().why;
    terms.words().iter().enumerate().filter_map(|(asked, found)| {
        let classes = mention.words.iter().filter(|(word, _)| *word == asked).map(|(_, class)| *class);
        match classes.min()? {
            Class::Stemmed => Some(fill(words.another_form, "word", &found.word)),
            Class::Near => Some(fill(words.near, "word", &found.word)),
            Class::Exact | Class::Folded => None,
        }
    })
}

/// What the terms of a vocabulary are to an item.
fn vocabulary_name(words: &Messages, vocabulary: Vocabulary) -> &'static str {
    match vocabulary {
        Vocabulary::Themes => words.facet.theme,
        Vocabulary::Roles => words.facet.role,
        Vocabulary::Outcomes => words.character.fate,
        Vocabulary::Causes => words.character.cause,
        Vocabulary::Conditions => words.character.trajectory,
        _ => "",
    }
}
