//! What machines read about a page: schema.org's words for a film, a character, a theme and the site, as JSON-LD.
//! It claims nothing that the page does not show.

use desenlace::head;
use desenlace::messages::messages;
use desenlace::view::{Page, View};
use desenlace_core::cross_reference::cast_of;
use desenlace_core::facet::Gallery;
use desenlace_core::model::{CharacterId, FactKind, FilmId, Language, TermId, Vocabulary};
use desenlace_core::packed::Corpus;
use serde_json::{Map, Value, json};

/// The element that says it, given what is said of the site. It holds data, which no policy for scripts concerns.
pub(crate) fn element(corpus: &Corpus, view: &View, site_url: Option<&str>, site: &str) -> String {
    let described = Described { corpus, language: view.language, site_url, site };
    let mut thing = match view.page {
        Page::Film(film, _) => described.film(film),
        Page::Character(character) => described.character(character),
        Page::Theme(theme) => described.theme(theme),
        _ => described.site(),
    };
    let mut whole = Map::new();
    whole.insert("@context".into(), "https://schema.org".into());
    whole.append(&mut thing);
    // In an element of HTML only its own end could be misread.
    let text = Value::Object(whole).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}

struct Described<'a> {
    corpus: &'a Corpus,
    language: Language,
    site_url: Option<&'a str>,
    /// What is said of the site, and so of pages that have nothing of their own.
    site: &'a str,
}

impl Described<'_> {
    /// Something with a type and a name, and with an address where the site has one.
    fn thing(&self, kind: &str, name: &str, page: Page) -> Map<String, Value> {
        let mut thing = Map::new();
        thing.insert("@type".into(), kind.into());
        thing.insert("name".into(), name.into());
        if let Some(site_url) = self.site_url {
            let address = View::of(self.language, page).address(self.corpus);
            thing.insert("url".into(), [site_url, &address].concat().into());
        }
        thing
    }

    /// The same with what the head of its page says of it.
    fn described(&self, kind: &str, name: &str, page: Page) -> Map<String, Value> {
        let mut thing = self.thing(kind, name, page);
        let description = head::description(self.corpus, &View::of(self.language, page));
        thing.insert("description".into(), description.unwrap_or(self.site).into());
        thing
    }

    fn film(&self, number: FilmId) -> Map<String, Value> {
        let film = self.corpus.films.at(number.index());
        let mut movie = self.described("Movie", film.title, Page::Film(number, None));
        let titles = film.alternative_titles.iter().map(|title| title.text);
        insert_list(&mut movie, "alternateName", titles.filter(|title| *title != film.title));
        movie.insert("dateCreated".into(), film.year.to_string().into());
        let countries = self.corpus.terms(Vocabulary::Countries);
        let countries = film.countries.iter().map(|country| &countries[country.index()]);
        insert_list(&mut movie, "countryOfOrigin", countries.map(|country| country.name.get(self.language)));
        let directors = film.facts.iter().filter(|fact| fact.kind == FactKind::Director);
        let directors =
            directors.map(|fact| json!({ "@type": "Person", "name": fact.value.get(self.language) }));
        movie.insert("director".into(), directors.collect());
        let actors = cast_of(self.corpus, number).filter_map(|(_, character, _)| character.actor.as_ref());
        let actors = actors.map(|actor| json!({ "@type": "Person", "name": actor.name.as_str() }));
        movie.insert("actor".into(), actors.collect());
        movie
    }

    fn character(&self, number: CharacterId) -> Map<String, Value> {
        let character = &self.corpus.characters[number.index()];
        let kind = if character.group { "Organization" } else { "Person" };
        let mut person = self.described(kind, character.name.get(self.language), Page::Character(number));
        insert_list(&mut person, "alternateName", character.aliases_in(self.language));
        let film = character.film.get();
        let movie = self.thing("Movie", self.corpus.films.at(film.index()).title, Page::Film(film, None));
        person.insert("subjectOf".into(), Value::Object(movie));
        person
    }

    fn theme(&self, number: TermId) -> Map<String, Value> {
        let theme = &self.corpus.terms(Vocabulary::Themes)[number.index()];
        let mut term = self.described("DefinedTerm", theme.name.get(self.language), Page::Theme(number));
        insert_list(&mut term, "alternateName", theme.synonyms_in(self.language));
        let themes = self.thing("DefinedTermSet", messages(self.language).site.themes, Page::Themes);
        term.insert("inDefinedTermSet".into(), Value::Object(themes));
        term
    }

    fn site(&self) -> Map<String, Value> {
        let home = Page::Gallery(Gallery::Films);
        let mut site = self.described("WebSite", messages(self.language).site.name, home);
        site.insert("inLanguage".into(), self.language.tag().into());
        site
    }
}

/// A list of texts, if there are any.
fn insert_list<'a>(into: &mut Map<String, Value>, key: &str, texts: impl Iterator<Item = &'a str>) {
    let texts: Vec<Value> = texts.map(Value::from).collect();
    if !texts.is_empty() {
        into.insert(key.into(), texts.into());
    }
}
