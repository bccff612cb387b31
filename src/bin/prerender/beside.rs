//! What stands beside the pages: what crawlers may read and where it is, what a device needs to install the
//! site, and a mark for hosts that would otherwise leave out names with an underscore.

use crate::Error;
use crate::outside::Outside;
use desenlace::messages::messages;
use desenlace::view::View;
use desenlace_core::model::Language;
use desenlace_core::packed::Corpus;
use serde_json::json;

/// Names and contents.
pub(crate) fn files(corpus: &Corpus, site_url: Option<&str>) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut files = vec![
        (".nojekyll".to_owned(), String::new()),
        ("manifest.webmanifest".to_owned(), manifest(&Outside::read()?)?),
        ("robots.txt".to_owned(), robots(site_url)),
    ];
    // A sitemap of relative addresses is none.
    if let Some(site_url) = site_url {
        files.push(("sitemap.xml".to_owned(), sitemap(corpus, site_url)));
    }
    Ok(files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect())
}

fn robots(site_url: Option<&str>) -> String {
    let sitemap = site_url.map(|url| format!("Sitemap: {url}sitemap.xml\n"));
    ["User-agent: *\nAllow: /\n", &sitemap.unwrap_or_default()].concat()
}

/// Every page, each with its sisters in the other languages.
fn sitemap(corpus: &Corpus, site_url: &str) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for view in View::all(corpus) {
        map += &format!("<url><loc>{site_url}{}</loc>", view.address(corpus));
        for language in Language::ALL {
            let address = view.in_language(language).address(corpus);
            map += &format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{site_url}{address}\"/>",
                language.tag()
            );
        }
        map += "</url>\n";
    }
    map + "</urlset>\n"
}

/// The colours are those of paper, from `styles/tokens.css`.
fn manifest(outside: &Outside) -> Result<String, Error> {
    let name = messages(Language::default()).site.name;
    let description = outside.get(Language::default(), "description")?;
    let icon = |size: u32, purpose: &str| {
        let file = if purpose == "any" { size.to_string() } else { format!("{size}-{purpose}") };
        json!({
            "src": format!("icons/{file}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose,
        })
    };
    let manifest = json!({
        "name": name,
        "short_name": name,
        "description": description,
        "lang": Language::default().tag(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f5f0e5",
        "theme_color": "#f5f0e5",
        "icons": [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    });
    Ok(format!("{manifest:#}\n"))
}
