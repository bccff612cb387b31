//! A theme: what it means, what is above and below it, which films have it and why, whom it concerns, where it was
//! looked for in vain, and which themes go with it.

use crate::components::{
    character_link, fate_mark, film_evidence, film_link, link, merged_evidence, page_link, theme_link,
    theme_link_as,
};
use crate::head::capitalized;
use crate::markup::{Element, element, entry, section, title};
use crate::messages::Plural;
use crate::site::Site;
use crate::view::{Page, View};
use desenlace_core::cross_reference::{
    characters_with_theme, films_with_theme, narrower, theme_co_occurrence,
};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{TermId, Vocabulary, Weight};
use desenlace_core::packed::{PassageId, Term, ThemeTie};

/// How many themes are named that go with one.
const MOST: usize = 8;

/// A theme.
pub fn theme_page(site: &Site, number: TermId) -> Element {
    let theme = site.term(Vocabulary::Themes, number);
    let all = page_link(site, Page::Themes).with(site.messages().site.themes);
    let head = element("header")
        .class("page-head")
        .with(element("p").class("page-kind").with(all))
        .with(title().with(capitalized(site.text(&theme.name))))
        .with(element("p").class("lead").with(site.text(&theme.definition)))
        .with(family(site, number, theme))
        .with(galleries(site, number.0));
    let words = &site.messages().theme;
    element("article")
        .class("theme")
        .with(head)
        .with(section("films", words.films).only_with(films(site, number, false)))
        .with(section("absent", words.absent).only_with(films(site, number, true)))
        .with(characters(site, number))
        .with(companions(site, number))
}

/// Synonyms, the broader theme, the narrower ones.
fn family(site: &Site, number: TermId, theme: &'static Term) -> Element {
    let words = &site.messages().theme;
    let broader = theme.broader.as_ref().map(|above| theme_link(site, above.get().0));
    let below = narrower(site.corpus, Vocabulary::Themes, number)
        .map(|(number, _)| element("dd").with(theme_link(site, number.0)));
    let synonyms: Vec<&str> = theme.synonyms_in(site.language()).collect();
    element("dl")
        .class("identity")
        .with(broader.map(|broader| entry(words.broader).told(broader)))
        .with(entry(words.narrower).only_with(below))
        .with((!synonyms.is_empty()).then(|| entry(words.also).told(synonyms.join(", "))))
}

/// The ways into the three galleries with this theme.
fn galleries(site: &Site, theme: u32) -> Element {
    let words = &site.messages().theme;
    let names = [words.show_films, words.show_characters, words.show_fates];
    let ways = Gallery::ALL.into_iter().zip(names).map(|(gallery, name)| {
        let to = View::filtered(site.language(), gallery, Facet::Theme, theme);
        element("li").with(link(site, to).with(name))
    });
    element("ul").class("ways").with_all(ways)
}

/// The films that have the theme, with motivation and evidence, or those that were searched for it in vain.
fn films(site: &Site, theme: TermId, absent: bool) -> impl Iterator<Item = Element> {
    films_with_theme(site.corpus, theme).filter_map(move |(film, _, ties)| {
        let ties = ties.into_iter().filter(|tie| (tie.weight == Weight::Absent) == absent);
        let told = !site.hides(film);
        let list =
            element("ul").class("theme-ties").only_with(ties.map(|each| tie(site, theme, each, told)))?;
        Some(element("div").class("theme-film").with(element("h3").with(film_link(site, film.0))).with(list))
    })
}

/// A tie of a film; one to a narrower theme names it. Its motivation tells the story.
fn tie(site: &Site, theme: TermId, tie: ThemeTie<'static>, told: bool) -> Element {
    let words = &site.messages().weight;
    let weight = match tie.weight {
        Weight::Major => words.major,
        Weight::Minor => words.minor,
        Weight::Absent => words.absent,
    };
    let tied = tie.theme;
    let motivation = told.then(|| element("span").class("tells").with(site.text(tie.motivation)));
    let text =
        if tied == theme { element("p") } else { element("p").with(theme_link(site, tied.0)).with(": ") };
    let text = text.with(motivation).with(" ").with(element("span").class("weight").with(weight));
    element("li").with(text).with((!tie.passages.is_empty()).then(|| film_evidence(site, tie.passages)))
}

/// The characters that the theme concerns, with what becomes of them; not those whose fates are hidden, whom the theme
/// may concern by their fate alone.
fn characters(site: &Site, theme: TermId) -> Option<Element> {
    let told =
        characters_with_theme(site.corpus, theme).filter(|(number, ..)| !site.hides_character(*number));
    let items = told.map(|(number, character, _, ties)| {
        let claims: Vec<&[PassageId]> = ties.into_iter().map(|tie| &*tie.passages).collect();
        let who = element("span")
            .with(character_link(site, number.0))
            .with(" · ")
            .with(film_link(site, character.film.get().0));
        element("li").with(who).with(fate_mark(site, number.0)).with(merged_evidence(site, &claims))
    });
    let list = element("ul").class("theme-characters").only_with(items)?;
    Some(section("characters", site.messages().theme.characters).class("tells").with(list))
}

/// The themes that go with it oftener than by chance, and how much has both; the way to whoever has. Nothing where any
/// fate is hidden, which has themes too.
fn companions(site: &Site, theme: TermId) -> Option<Element> {
    let words = site.messages();
    let found = if site.hides_any() { Vec::new() } else { theme_co_occurrence(site.corpus, theme) };
    let items = found.iter().filter(|found| found.weight > 0).take(MOST).map(|found| {
        let both = |gallery: Gallery, count: u32, words: &Plural| {
            let mut both = View::filtered(site.language(), gallery, Facet::Theme, theme.0);
            let choice = both.query.choice_mut(Facet::Theme);
            choice.include_value(found.theme.0);
            choice.all = true;
            (count > 0).then(|| link(site, both).with(words.count(count as usize)))
        };
        let films = both(Gallery::Films, found.films, &words.gallery.films);
        let people = both(Gallery::Characters, found.characters, &words.gallery.characters);
        let name = capitalized(site.term_name(Vocabulary::Themes, found.theme));
        let name = element("span").with(theme_link_as(site, found.theme.0, name));
        element("li").with(name).with(element("span").joined(" · ", films.into_iter().chain(people)))
    });
    let list = element("ul").class("theme-characters").only_with(items)?;
    Some(section("companions", words.theme.companions).class("tells").with(list))
}
