//! A page: the built `index.html` with a head of its own and the content in it. It knows no file.

use crate::outside::Outside;
use crate::{Error, structured};
use desenlace::app::{App, AppProps};
use desenlace::head;
use desenlace::messages::messages;
use desenlace::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use desenlace_core::packed::Corpus;

/// How wide and high the pictures of previews are, in pixels, as those who show them recommend.
pub(crate) const PREVIEW: (u32, u32) = (1200, 630);

/// The built `index.html`, cut where something is put in: `<html`, `<base`, `<title>`, `</head>`, `<body>`.
pub(crate) struct Template<'a> {
    parts: [String; 6],
    corpus: &'static Corpus,
    site_url: Option<&'a str>,
    outside: Outside,
}

impl<'a> Template<'a> {
    /// Cuts the file.
    pub(crate) fn new(html: &str, corpus: &'static Corpus, site_url: Option<&'a str>) -> Result<Self, Error> {
        let (before_html, rest) = cut_element(html, "<html", ">")?;
        let (before_base, rest) = cut_element(rest, "<base", ">")?;
        let (before_title, rest) = cut_element(rest, "<title", "</title>")?;
        let (before_end, rest) = rest.split_once("</head>").ok_or(Error::Template("</head>"))?;
        let (before_body, after_body) = cut_element(rest, "<body", ">")?;
        let parts = [before_html, before_base, before_title, before_end, before_body, after_body];
        Ok(Self { parts: parts.map(str::to_owned), corpus, site_url, outside: Outside::read()? })
    }

    /// The page of a view, to be put at an address.
    pub(crate) fn page(&self, view: &View, address: &str) -> Result<String, Error> {
        let [before_html, before_base, before_title, before_end, before_body, after_body] = &self.parts;
        let depth = address.matches('/').count();
        let base = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        let body = futures_executor::block_on(
            yew::LocalServerRenderer::<App>::with_props(AppProps { view: view.clone() }).render(),
        );
        let tag = view.language.tag();
        let head = self.head(view)?;
        let without_program = self.without_program(view)?;
        Ok(format!(
            "{before_html}<html lang=\"{tag}\" data-prerendered=\"true\">{before_base}<base href=\"{base}\">\
             {before_title}{head}{before_end}</head>{before_body}<body>{body}{without_program}{after_body}"
        ))
    }

    /// The page for addresses that lead nowhere. A host shows it at any of them, so nothing in it may be relative
    /// to where it is: where the site is unknown, it is taken to be a whole host, until the watch, which is asked
    /// for at every depth that an address of ours has, says better.
    pub(crate) fn lost(&self) -> Result<String, Error> {
        const WATCH: &str = "<script defer src=\"";
        let [before_html, before_base, before_title, before_end, before_body, after_body] = &self.parts;
        let (links, _) = before_end.split_once("<script").ok_or(Error::Template("<script"))?;
        let (_, scripts) = before_end.split_once(WATCH).ok_or(Error::Template(WATCH))?;
        let (watch, _) = scripts.split_once("</script>").ok_or(Error::Template("</script>"))?;
        let path = self.site_url.and_then(|url| url.splitn(4, '/').nth(3));
        let searches: String = match path {
            Some(_) => String::new(),
            None => (0..=4).map(|depth| [WATCH, &"../".repeat(depth), watch, "</script>"].concat()).collect(),
        };
        let base = path.unwrap_or_default();
        let title = escape(self.outside.get(Language::default(), "lost_title")?);
        let name = messages(Language::default()).site.name;
        let sections: Result<String, Error> =
            Language::ALL.into_iter().map(|language| self.ways(language)).collect();
        let sections = sections?;
        Ok(format!(
            "{before_html}<html lang=\"{}\" data-lost=\"true\">{before_base}{searches}<base href=\"/{base}\">\
             {before_title}<title>{title} · {name}</title><meta name=\"robots\" content=\"noindex\">{links}</head>\
             {before_body}<body><header class=\"site-header\"><a class=\"site-name\" href=\"./\">{name}</a></header>\
             <main class=\"lost\">{sections}</main>{after_body}",
            Language::default().tag(),
        ))
    }

    /// The ways back into the site, in a language.
    fn ways(&self, language: Language) -> Result<String, Error> {
        let words = &messages(language).site;
        let pages = [
            (words.films, Page::Gallery(Gallery::Films)),
            (words.characters, Page::Gallery(Gallery::Characters)),
            (words.fates, Page::Gallery(Gallery::Fates)),
            (words.themes, Page::Themes),
        ];
        let links = pages.map(|(name, page)| {
            let address = View::of(language, page).address(self.corpus);
            format!("<li><a href=\"{address}\">{}</a></li>", escape(name))
        });
        Ok(format!(
            "<section lang=\"{}\"><h1>{}</h1><p>{}</p><ul>{}</ul></section>",
            language.tag(),
            escape(self.outside.get(language, "lost_title")?),
            escape(self.outside.get(language, "lost")?),
            links.concat(),
        ))
    }

    /// What a gallery says where no program runs.
    fn without_program(&self, view: &View) -> Result<String, Error> {
        let Page::Gallery(_) = view.page else { return Ok(String::new()) };
        let themes = View::of(view.language, Page::Themes).address(self.corpus);
        let link = format!("<a href=\"{themes}\">{}</a>", escape(self.outside.get(view.language, "themes")?));
        let text = escape(self.outside.get(view.language, "without_program")?).replace("{themes}", &link);
        Ok(format!("<noscript>{text}</noscript>"))
    }

    /// What the head of a view says of it, to people, search engines and previews.
    fn head(&self, view: &View) -> Result<String, Error> {
        let title = escape(&head::title(self.corpus, view));
        let of_site = self.outside.get(view.language, "description")?;
        let description = escape(head::description(self.corpus, view).unwrap_or(of_site));
        let site = escape(messages(view.language).site.name);
        let kind = match view.page {
            Page::Film(..) => "video.movie",
            Page::Character(_) => "profile",
            _ => "website",
        };
        let mut head = format!(
            "<title>{title}</title><meta name=\"description\" content=\"{description}\">\
             <link rel=\"manifest\" href=\"manifest.webmanifest\"><link rel=\"apple-touch-icon\" href=\"icons/180.png\">\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\">\
             <meta property=\"og:type\" content=\"{kind}\"><meta property=\"og:site_name\" content=\"{site}\">\
             <meta property=\"og:locale\" content=\"{}\">",
            locale(view.language),
        );
        // Canonical addresses, sister pages and previews must be named in whole, and only whoever publishes knows how.
        if let Some(site_url) = self.site_url {
            for language in Language::ALL {
                let address = view.in_language(language).address(self.corpus);
                head += &format!(
                    "<link rel=\"alternate\" hreflang=\"{}\" href=\"{site_url}{address}\">",
                    language.tag()
                );
            }
            let address = view.address(self.corpus);
            let picture = preview(self.corpus, view);
            let (width, height) = PREVIEW;
            head += &format!(
                "<link rel=\"canonical\" href=\"{site_url}{address}\">\
                 <meta property=\"og:url\" content=\"{site_url}{address}\">\
                 <meta property=\"og:image\" content=\"{site_url}{picture}\">\
                 <meta property=\"og:image:width\" content=\"{width}\"><meta property=\"og:image:height\" content=\"{height}\">\
                 <meta name=\"twitter:card\" content=\"summary_large_image\">"
            );
        }
        Ok(head + &structured::element(self.corpus, view, self.site_url, of_site))
    }
}

/// The picture of a view, relative to the root of the site.
pub(crate) fn preview(corpus: &Corpus, view: &View) -> String {
    let film = match view.page {
        Page::Film(film, _) => Some(film.index()),
        Page::Character(character) => Some(corpus.characters[character.index()].film.get().index()),
        _ => None,
    };
    format!("previews/{}.png", film.map_or("site", |film| corpus.films.at(film).id))
}

/// A language and where its usage is ours, as previews name it.
fn locale(language: Language) -> &'static str {
    match language {
        Language::En => "en_GB",
        Language::Es => "es_AR",
        Language::Pt => "pt_BR",
    }
}

/// What stands before an element's tag and behind it.
fn cut_element<'a>(html: &'a str, begin: &'static str, end: &str) -> Result<(&'a str, &'a str), Error> {
    let (before, rest) = html.split_once(begin).ok_or(Error::Template(begin))?;
    let (_, after) = rest.split_once(end).ok_or(Error::Template(begin))?;
    Ok((before, after))
}

/// Text that can stand in HTML and XML, also between quotes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
