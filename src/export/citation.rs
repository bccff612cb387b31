//! Citations: any view as plain text, BibTeX, RIS or CSL-JSON. Each form but the plain one is a list of pieces; the
//! plain one is a sentence of the page's language.

use super::write::{JSON, Notation, PLAIN, TEX, write};
use crate::head;
use crate::messages::{fill, messages};
use crate::view::{Page, Spot, View};
use desenlace_core::cross_reference::passages_of;
use desenlace_core::model::{Language, PassageId};
use desenlace_core::packed::Corpus;

/// A form of citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A sentence.
    #[default]
    Plain,
    /// An entry of a `.bib` file, for BibTeX and biblatex.
    BibTex,
    /// The tagged lines that reference managers read.
    Ris,
    /// The JSON of the Citation Style Language.
    CslJson,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Plain, Self::BibTex, Self::Ris, Self::CslJson];

    /// Its own name, the same in all languages; none for plain text.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["", "BibTeX", "RIS", "CSL-JSON"][self as usize]
    }

    /// The form with a name; plain text for any other name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|form| form.name() == name).unwrap_or_default()
    }

    /// How a file of this form is called.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        ["desenlace.txt", "desenlace.bib", "desenlace.ris", "desenlace.json"][self as usize]
    }
}

/// Where and when something is cited, as the browser says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occasion {
    /// The absolute address of the root of the site.
    pub root: String,
    /// Year, month (1 to 12) and day of the month.
    pub day: [u32; 3],
    /// The same day in words of the page's language.
    pub day_told: String,
}

/// A piece of a citation.
enum Piece {
    /// What is always there.
    Fixed(&'static str),
    /// A key out of letters, digits and hyphens.
    Key,
    /// The name of what is cited.
    Name,
    /// The absolute address, which has no letter that a form could take amiss.
    Address,
    /// The language tag.
    Tag,
    /// The day, with something between its parts, filled up to two digits or not.
    Day(char, bool),
}

use Piece::{Address, Day, Fixed, Key, Name, Tag};

const BIBTEX: &[Piece] = &[
    Fixed("@misc{"),
    Key,
    Fixed(",\n  title = {{"),
    Name,
    Fixed("}},\n  howpublished = {Desenlace},\n  url = {"),
    Address,
    Fixed("},\n  urldate = {"),
    Day('-', true),
    Fixed("}\n}\n"),
];

const RIS: &[Piece] = &[
    Fixed("TY  - ELEC\r\nTI  - "),
    Name,
    Fixed("\r\nT2  - Desenlace\r\nLA  - "),
    Tag,
    Fixed("\r\nUR  - "),
    Address,
    Fixed("\r\nY2  - "),
    Day('/', true),
    Fixed("\r\nER  - \r\n"),
];

const CSL_JSON: &[Piece] = &[
    Fixed("[{\"id\":\""),
    Key,
    Fixed("\",\"type\":\"webpage\",\"title\":\""),
    Name,
    Fixed("\",\"container-title\":\"Desenlace\",\"language\":\""),
    Tag,
    Fixed("\",\"URL\":\""),
    Address,
    Fixed("\",\"accessed\":{\"date-parts\":[["),
    Day(',', false),
    Fixed("]]}}]\n"),
];

/// A view as a citation.
#[must_use]
pub fn cite(corpus: &Corpus, view: &View, form: Form, occasion: &Occasion) -> String {
    written(form, view.language, &cited_name(corpus, view), &view.address(corpus), occasion)
}

/// A citation of something with a name at an address.
pub(super) fn written(
    form: Form,
    language: Language,
    name: &str,
    address: &str,
    occasion: &Occasion,
) -> String {
    let (pieces, notation): (&[Piece], &Notation) = match form {
        Form::Plain => return sentence(language, name, address, occasion),
        Form::BibTex => (BIBTEX, &TEX),
        Form::Ris => (RIS, &PLAIN),
        Form::CslJson => (CSL_JSON, &JSON),
    };
    let mut cited = String::new();
    for piece in pieces {
        match piece {
            Fixed(text) => cited.push_str(text),
            Key => key(address, &mut cited),
            Name => write(notation, name, &mut cited),
            Address => cited.extend([occasion.root.as_str(), address]),
            Tag => cited.push_str(language.tag()),
            Day(between, filled) => day(occasion.day, *between, *filled, &mut cited),
        }
    }
    cited
}

/// A passage word for word, with where it stands.
#[must_use]
pub fn quote(corpus: &Corpus, view: &View, passage: PassageId, occasion: &Occasion) -> String {
    let told = corpus.passages.at(passage.index()).texts[view.language as usize].text();
    [told, "\n\n", &cite(corpus, view, Form::Plain, occasion)].concat()
}

/// The name of what a view shows. A passage is named by its number and, where no fate is hidden, its title.
#[must_use]
pub fn cited_name(corpus: &Corpus, view: &View) -> String {
    let mut name = head::name(corpus, view);
    if let Page::Film(film, Some(Spot::Passage(passage))) = view.page {
        let before = passages_of(corpus, film).take_while(|(number, _)| *number < passage).count();
        name.extend([", § ", &(before + 1).to_string()]);
        if !view.query.veil.hides(film) {
            name.extend([": ", corpus.passages.at(passage.index()).title.get(view.language)]);
        }
    }
    name
}

/// The citation in words.
fn sentence(language: Language, name: &str, address: &str, occasion: &Occasion) -> String {
    let words = messages(language).sharing.plain;
    let words = fill(words, "address", &[&occasion.root, address].concat());
    let words = fill(&words, "day", &occasion.day_told);
    let mut plain = String::new();
    write(&PLAIN, name, &mut plain);
    // The name comes last: whatever stands in it is not filled in any more.
    fill(&words, "name", &plain)
}

/// A key: the address with a hyphen for each row of other letters.
fn key(address: &str, into: &mut String) {
    into.push_str("desenlace");
    let parts = address.split(|letter: char| !letter.is_ascii_alphanumeric());
    for part in parts.filter(|part| !part.is_empty()) {
        into.extend(["-", part]);
    }
}

/// A day by its numbers.
fn day(parts: [u32; 3], between: char, filled: bool, into: &mut String) {
    for (place, part) in parts.into_iter().enumerate() {
        if place > 0 {
            into.push(between);
        }
        if filled && part < 10 {
            into.push('0');
        }
        into.push_str(&part.to_string());
    }
}
