//! Walks through the events of the CommonMark parser and builds the passages.

use super::marks::{self, Literals};
use super::{Mark, Story, Target, Told};
use crate::decode::{At, Damage, Decode, Ref};
use crate::report::{Report, Spot};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// Reads the text of a story.
pub(super) fn read(text: &str, spot: Spot, report: &mut Report) -> Story {
    let mut reader = Reader {
        source: text,
        spot,
        report,
        story: Story { spot, title: At { value: None, spot }, passages: Vec::new(), damage: Damage::None },
        inside: Vec::new(),
        heading: None,
        open: None,
        outside: false,
        titles: 0,
        literals: Literals::default(),
    };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter() {
        reader.event(event, range);
    }
    reader.finish()
}

struct Reader<'a> {
    source: &'a str,
    spot: Spot,
    report: &'a mut Report,
    story: Story,
    /// What we are in, from the outside in.
    inside: Vec<Inside>,
    /// The heading being read: its level, its place, and its text so far.
    heading: Option<(HeadingLevel, Spot, String)>,
    /// The marked stretch being read: what for, where in the text it begins, and its place.
    open: Option<(Option<Target>, usize, Spot)>,
    /// Whether text outside a passage was reported.
    outside: bool,
    /// How many headings of level 1 there were.
    titles: usize,
    /// Markup that was meant but is not.
    literals: Literals,
}

/// What a stretch of a story is inside of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Paragraph,
    Heading,
    Mark,
    /// Something that was reported, and that is read for its text only.
    Reported,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                let inside = self.start(tag, &range);
                self.inside.push(inside);
            }
            Event::End(_) => match self.inside.pop() {
                Some(Inside::Paragraph) => self.literals = Literals::default(),
                Some(Inside::Heading) => self.end_heading(),
                Some(Inside::Mark) => self.end_mark(),
                Some(Inside::Reported) | None => {}
            },
            Event::Text(text) => self.text(&text, &range),
            Event::SoftBreak => self.push(" ", range.start),
            Event::HardBreak => {
                self.unused(&range, "hard line breaks", "end the line without two spaces or “\\”");
                self.push(" ", range.start);
            }
            Event::Code(text) => {
                self.unused(&range, "code", "take the “`” away");
                self.push(&text, range.start + 1);
            }
            Event::InlineHtml(_) => {
                self.unused(&range, "HTML", "take the tag away; a plain “<” is written “\\<”");
            }
            Event::Rule => self.unused(&range, "rules", "passages are parted by their headings"),
            _ => {}
        }
    }

    /// Begins something, and says what we are in from here on.
    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) -> Inside {
        let (what, hint) = match tag {
            Tag::Paragraph => {
                self.start_paragraph(range);
                return Inside::Paragraph;
            }
            Tag::Heading { level, id, classes, attrs } => {
                if !classes.is_empty() || !attrs.is_empty() {
                    self.unused(
                        range,
                        "headings with more than an id",
                        "write it like this: ## Title {#its-id}",
                    );
                }
                self.start_heading(level, id.as_deref(), range);
                return Inside::Heading;
            }
            Tag::Emphasis => return self.start_mark(Some(Target::Emphasis), range),
            Tag::Link { link_type, dest_url, title, .. } => {
                let target = self.target(link_type, &dest_url, !title.is_empty(), range);
                return self.start_mark(target, range);
            }
            Tag::Strong => ("strong emphasis", "one “*” on each side emphasises"),
            Tag::Image { .. } => ("images", "take it away; the page draws from the data"),
            Tag::List(_) | Tag::Item => (
                "lists",
                "write a paragraph; a line that begins with a plain “-” or “1.” needs a “\\” before it",
            ),
            Tag::BlockQuote(_) => ("block quotations", "write a paragraph with quotation marks"),
            Tag::CodeBlock(_) => ("code blocks", "begin the line without spaces or “`”"),
            Tag::HtmlBlock => ("HTML", "take the tags away"),
            _ => ("this", "stories are paragraphs with links and *emphasis*"),
        };
        self.unused(range, what, hint);
        Inside::Reported
    }

    /// Begins a paragraph of the passage at hand.
    fn start_paragraph(&mut self, range: &Range<usize>) {
        match self.story.passages.last_mut() {
            Some(passage) if !passage.text.is_empty() => passage.text.push('\n'),
            Some(_) => {}
            None if self.outside => {}
            None => {
                let hint = "begin the passage with a heading: ## Title {#its-id}";
                self.report.error(self.spot.at(range.start), "this text belongs to no passage", hint);
                self.outside = true;
            }
        }
    }

    fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>, range: &Range<usize>) {
        let spot = self.spot.at(range.start);
        self.heading = Some((level, spot, String::new()));
        match level {
            HeadingLevel::H1 => {
                self.titles += 1;
                if self.titles > 1 {
                    let hint = "a passage has a heading of two: ## Title {#its-id}";
                    self.report.error(spot, "a second heading of one “#”", hint);
                }
                if id.is_some() {
                    self.report.error(spot, "the title of the film has an id", "take the {#…} away");
                }
            }
            HeadingLevel::H2 => {
                let line = &self.source[range.clone()];
                let spot = self.spot.at(range.start + line.rfind("{#").map_or(0, |at| at + 2));
                let id = match id {
                    Some(id) => Ref::new(id, spot),
                    None => {
                        let hint = "end the heading with it: ## Title {#its-id}";
                        self.report.error(spot, "this passage has no id", hint);
                        Ref::lost(spot)
                    }
                };
                self.story.passages.push(Told {
                    id,
                    title: String::new(),
                    text: String::new(),
                    marks: Vec::new(),
                    origins: Vec::new(),
                });
            }
            _ => self.report.error(spot, "a heading below a passage", "a passage has no headings in it"),
        }
    }

    fn end_heading(&mut self) {
        self.literals = Literals::default();
        let Some((level, spot, title)) = self.heading.take() else { return };
        let title = title.trim().to_owned();
        match (level, self.story.passages.last_mut()) {
            (HeadingLevel::H1, _) if self.titles == 1 => {
                self.story.title = At { value: Some(title).filter(|title| !title.is_empty()), spot };
            }
            (HeadingLevel::H2, Some(passage)) => {
                if title.is_empty() {
                    self.report.error(
                        spot,
                        "this passage has no title",
                        "write it like this: ## Title {#its-id}",
                    );
                }
                passage.title = title;
            }
            _ => {}
        }
    }

    /// What a link leads to; whatever is wrong with it is reported.
    fn target(
        &mut self,
        kind: LinkType,
        address: &str,
        titled: bool,
        range: &Range<usize>,
    ) -> Option<Target> {
        let spot = self.spot.at(range.start);
        let hint = "links name people and places: [Nene](character:nene), [the fair](place:fair)";
        if kind != LinkType::Inline || titled {
            self.report.error(spot, "this is not how stories link", hint);
            return None;
        }
        let inside = self.source[range.clone()].rfind("](").map_or(0, |at| at + 2);
        let at = self.spot.at(range.start + inside);
        match address.split_once(':') {
            Some((_, "")) => self.report.error(at, format!("broken link “{address}”"), hint),
            Some((scheme @ "character", id)) => {
                return Some(Target::Character(Ref::new(id, at.at(at.offset() + scheme.len() + 1))));
            }
            Some((scheme @ "place", id)) => {
                return Some(Target::Place(Ref::new(id, at.at(at.offset() + scheme.len() + 1))));
            }
            _ => self.report.error(at, format!("broken link “{address}”"), hint),
        }
        None
    }

    fn start_mark(&mut self, target: Option<Target>, range: &Range<usize>) -> Inside {
        let spot = self.spot.at(range.start);
        if self.heading.is_some() {
            self.report.error(spot, "markup in a heading", "headings are plain");
            return Inside::Reported;
        }
        if self.open.is_some() {
            let hint = "a link has no link or emphasis in it, nor has emphasis a link";
            self.report.error(spot, "markup inside other markup", hint);
            return Inside::Reported;
        }
        let at = self.story.passages.last().map_or(0, |passage| passage.text.len());
        self.open = Some((target, at, spot));
        Inside::Mark
    }

    fn end_mark(&mut self) {
        let Some((target, start, spot)) = self.open.take() else { return };
        let Some(passage) = self.story.passages.last_mut() else { return };
        let range = start..passage.text.len();
        if passage.text[range.clone()].trim().is_empty() {
            let hint = "write the words that it stands on: [Nene](character:nene)";
            self.report.error(spot, "a link without text", hint);
        } else if let Some(target) = target {
            passage.marks.push(Mark { range, target });
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if !self.inside.contains(&Inside::Reported) {
            marks::literals(self.source, text, range, &mut self.literals, self.spot, self.report);
            if let Some(at) = text.find(char::is_control) {
                let spot = self.spot.at(range.start + at);
                self.report.error(spot, "a control character", "take it away, and write spaces for tabs");
            }
        }
        self.push(text, range.start);
    }

    /// Adds to the text of the heading or the passage at hand.
    fn push(&mut self, text: &str, from: usize) {
        if let Some((.., title)) = &mut self.heading {
            title.push_str(text);
        } else if let Some(passage) = self.story.passages.last_mut() {
            passage.origins.push((passage.text.len(), from));
            passage.text.push_str(text);
        }
    }

    /// Reports something that stories do not use, unless it is inside another such thing.
    fn unused(&mut self, range: &Range<usize>, what: &str, hint: &str) {
        if !self.inside.contains(&Inside::Reported) {
            self.report.error(self.spot.at(range.start), format!("stories do not use {what}"), hint);
        }
    }

    fn finish(mut self) -> Story {
        if self.titles == 0 {
            let hint = "begin the file with the title of the film: # La fuga";
            self.report.error(self.spot, "missing title", hint);
        }
        for passage in &mut self.story.passages {
            let end = passage.text.trim_end().len();
            passage.text.truncate(end);
            for mark in &mut passage.marks {
                mark.range = mark.range.start.min(end)..mark.range.end.min(end);
            }
            if passage.text.is_empty() {
                let name = passage.id.id().unwrap_or(&passage.title);
                let hint = "tell what happens, in a paragraph or more";
                self.report.error(passage.id.spot(), format!("passage “{name}” is empty"), hint);
            }
        }
        self.story
    }
}
