//! The page that all pages are made from: what Trunk put into its head is taken out, and what the site needs is
//! put in, without any script or style in the page itself. It knows the head only.

use super::Asset;
use crate::{digest, policy};

/// A page whose head is being made.
pub(super) struct Page {
    html: String,
    /// Links to drawings and fonts.
    links: String,
}

impl Page {
    /// The page as Trunk wrote it.
    pub(super) fn new(html: String) -> Self {
        Self { html, links: String::new() }
    }

    /// The name of glue and Wasm, without its end.
    pub(super) fn program(&self) -> Option<String> {
        let (before, _) = self.html.split_once("_bg.wasm")?;
        before.rsplit(['/', '"', '\'']).next().map(str::to_owned)
    }

    /// Takes all links of a kind out, and says where they led.
    pub(super) fn take_links(&mut self, kind: &str) -> Vec<String> {
        let link = format!("<link rel=\"{kind}\" href=\"./");
        let mut addresses = Vec::new();
        while let Some(element) = self.take(&link, ">") {
            addresses.push(element[link.len()..].split('"').next().unwrap_or_default().to_owned());
        }
        addresses
    }

    /// Adds a drawing for the browser to show beside the title.
    pub(super) fn add_icon(&mut self, icon: &Asset) {
        self.links += &format!("<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n", icon.address);
    }

    /// Adds a font that the first view needs.
    pub(super) fn add_font(&mut self, font: &Asset) {
        self.links += &format!(
            "<link rel=\"preload\" as=\"font\" href=\"{}\" type=\"font/woff2\" crossorigin>\n",
            font.address
        );
    }

    /// The page with the style sheet, the preferences, the watch and the program; none if it has no head. The policy
    /// stands before anything it could forbid; the preferences keep the page from being seen before they are heeded;
    /// the watch stands before the program, to hear of its failure; the version is that of everything the page names.
    pub(super) fn finished(
        mut self,
        style: &Asset,
        preferences: &Asset,
        watch: &Asset,
        program: &Asset,
    ) -> Option<String> {
        const CHARSET: &str = "<meta charset=\"utf-8\">";
        self.take("<script type=\"module\">", "</script>");
        self.take_links("modulepreload");
        self.take_links("preload");
        let lines = self.html.lines().filter(|line| !line.trim().is_empty());
        let html: String = lines.flat_map(|line| [line, "\n"]).collect();
        let (before, rest) = html.split_once(CHARSET)?;
        let (head, body) = rest.split_once("</head>")?;
        let assets = [style, preferences, watch, program].map(|asset| asset.integrity.as_str()).concat();
        let version = digest::name([&html, &assets].map(String::as_str).concat().as_bytes());
        let Asset { address, integrity } = style;
        let style = format!("<link rel=\"stylesheet\" href=\"{address}\" integrity=\"{integrity}\">");
        let Asset { address, integrity } = preferences;
        let preferences = format!("<script src=\"{address}\" integrity=\"{integrity}\"></script>");
        let Asset { address, integrity } = watch;
        let watch = format!(
            "<script defer src=\"{address}\" integrity=\"{integrity}\" data-version=\"{version}\"></script>"
        );
        let Asset { address, integrity } = program;
        let program =
            format!("<script type=\"module\" src=\"{address}\" integrity=\"{integrity}\"></script>");
        let policy = policy::element(policy::PAGES);
        let links = self.links;
        let scripts = [preferences, watch, program].join("\n");
        Some(format!("{before}{CHARSET}\n{policy}{head}{style}\n{links}{scripts}\n</head>{body}"))
    }

    /// Takes out the first element that begins and ends so.
    fn take(&mut self, begin: &str, end: &str) -> Option<String> {
        let start = self.html.find(begin)?;
        let length = self.html[start..].find(end)? + end.len();
        Some(self.html.drain(start..start + length).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(address: &str) -> Asset {
        Asset { address: address.into(), integrity: format!("sha384-{address}") }
    }

    #[test]
    fn everything_in_the_head_is_a_file_and_the_policy_is_first() {
        let page = Page::new(
            "<head>\n  <meta charset=\"utf-8\">\n  <title>T</title>\n\n</head>\n<body></body>\n".into(),
        );
        let html = page.finished(&asset("s.css"), &asset("f.js"), &asset("w.js"), &asset("p.js")).unwrap();
        let order =
            ["charset", "Content-Security-Policy", "<title>", "s.css", "f.js", "w.js", "p.js", "</head>"];
        let places = order.map(|part| html.find(part).unwrap());
        assert!(places.is_sorted(), "{html}");
        let version = |page: &str| page.split("data-version=\"").nth(1).unwrap()[..16].to_owned();
        let other = Page::new("<head><meta charset=\"utf-8\"></head>".into());
        let other = other.finished(&asset("t.css"), &asset("f.js"), &asset("w.js"), &asset("p.js")).unwrap();
        assert_ne!(version(&html), version(&other));
        assert_eq!(
            Page::new("<p>".into()).finished(&asset("a"), &asset("b"), &asset("c"), &asset("d")),
            None
        );
    }

    #[test]
    fn links_are_taken_out() {
        let mut page = Page::new("<link rel=\"a\" href=\"./1\"/>x<link rel=\"a\" href=\"./2\">".into());
        assert_eq!(page.take_links("a"), ["1", "2"]);
        assert_eq!(page.html, "x");
    }
}
