//! What a visitor may be about to type: themes, characters, films and places whose names have the words so far, in
//! groups under the search box. It knows how they are shown and walked through, not how they are found.

use super::link;
use crate::markup::{Element, element, heard, marked};
use crate::site::Site;
use crate::state::Suggesting;
use crate::view::{Page, View};
use desenlace_core::facet::Facet;
use desenlace_core::model::{CharacterId, FilmId, TermId, Vocabulary};
use desenlace_core::search::{Group, Suggestion, suggest};
use yew::Callback;
use yew::virtual_dom::ListenerKind;

/// The id of the list.
pub(super) const LIST: &str = "suggestions";

/// The suggestions for what is typed.
pub(super) struct Suggestions {
    groups: Vec<(Group, Vec<Suggestion>)>,
    /// Where each of them leads, in their order.
    pub(super) targets: Vec<View>,
}

impl Suggestions {
    /// The suggestions; none while they are not to be shown.
    pub(super) fn of(site: &Site) -> Self {
        let text = &site.view().query.text;
        let groups = match site.state.handling.suggesting {
            Suggesting::Closed => Vec::new(),
            _ => suggest(site.corpus, text, site.language(), &site.view().query.veil),
        };
        let mut targets = Vec::new();
        for (group, members) in &groups {
            for member in members {
                targets.push(target(site, *group, member.number));
            }
        }
        Self { groups, targets }
    }

    /// Which of them is chosen.
    pub(super) fn chosen(&self, site: &Site) -> Option<usize> {
        match site.state.handling.suggesting {
            Suggesting::At(place) if place < self.targets.len() => Some(place),
            _ => None,
        }
    }

    /// The list. A press on it leaves the focus in the search box.
    pub(super) fn list(&self, site: &Site) -> Element {
        let stay = Callback::from(|event: web_sys::Event| event.prevent_default());
        let mut place = 0;
        let mut list = element("div")
            .set("id", LIST)
            .set("role", "listbox")
            .set("aria-label", site.messages().search.suggestions)
            .on(|| ListenerKind::onmousedown, stay);
        for (group, members) in &self.groups {
            let name = group_name(site, *group);
            let mut options = element("div").set("role", "group").set("aria-label", name);
            options = options.with(element("div").class("group-name").set("aria-hidden", "true").with(name));
            for member in members {
                options = options.with(self.option(site, *group, member, place));
                place += 1;
            }
            list = list.with(options);
        }
        list
    }

    fn option(&self, site: &Site, group: Group, member: &Suggestion, place: usize) -> Element {
        let chosen = self.chosen(site) == Some(place);
        let name = element("span").with(marked(&member.name, &member.matches));
        let shown = (!member.shown).then(|| shown_name(site, group, member.number));
        let shown = shown.map(|shown| element("span").class("option-name").with(["→ ", shown].concat()));
        let film = (group == Group::Characters).then(|| {
            let film = site.corpus.characters[member.number as usize].film.get();
            element("span").class("option-name").with(site.corpus.films.at(film.index()).title)
        });
        link(site, self.targets[place].clone())
            .set("id", option_id(place))
            .set("role", "option")
            .set("tabindex", "-1")
            .set("aria-selected", if chosen { "true" } else { "false" })
            .with(name)
            .with(shown.map(|shown| element("span").with(" ").with(shown)))
            .with(film.map(|film| element("span").with(heard(", ")).with(" ").with(film)))
    }
}

/// The id of an option, by its position.
#[must_use]
pub fn option_id(place: usize) -> String {
    ["suggestion-", &place.to_string()].concat()
}

/// Which suggestion a key leads to, of so many; none for a key that means nothing here.
pub(super) fn step(key: &str, chosen: Option<usize>, length: usize) -> Option<Suggesting> {
    let last = length.checked_sub(1)?;
    let place = match (key, chosen) {
        ("ArrowDown", None) => 0,
        ("ArrowDown", Some(place)) if place < last => place + 1,
        ("ArrowUp", None) => last,
        ("ArrowUp", Some(place)) if place > 0 => place - 1,
        // Beyond either end the box itself is chosen again.
        ("ArrowDown" | "ArrowUp", Some(_)) => return Some(Suggesting::Open),
        ("Home", Some(_)) => 0,
        ("End", Some(_)) => last,
        _ => return None,
    };
    Some(Suggesting::At(place))
}

/// Where a suggestion leads: to its page, or, for a place, to what of the gallery is there.
fn target(site: &Site, group: Group, number: u32) -> View {
    let view = site.view();
    match group {
        Group::Themes => view.to(Page::Theme(TermId(number))),
        Group::Characters => view.to(Page::Character(CharacterId(number))),
        Group::Films => view.to(Page::Film(FilmId(number), None)),
        Group::Places => {
            let mut there = view.to(view.page);
            there.query.text.clear();
            there.query.choice_mut(Facet::Place).include_value(number);
            there
        }
    }
}

fn group_name(site: &Site, group: Group) -> &'static str {
    let words = site.messages();
    match group {
        Group::Themes => words.site.themes,
        Group::Characters => words.site.characters,
        Group::Films => words.site.films,
        Group::Places => words.search.places,
    }
}

/// The name by which a suggested thing is shown elsewhere.
fn shown_name(site: &Site, group: Group, number: u32) -> &str {
    match group {
        Group::Themes => site.term_name(Vocabulary::Themes, TermId(number)),
        Group::Places => site.term_name(Vocabulary::Places, TermId(number)),
        Group::Characters => site.text(&site.corpus.characters[number as usize].name),
        Group::Films => site.corpus.films.at(number as usize).title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_through_the_suggestions_and_back_to_the_box() {
        for (key, chosen, expect) in [
            ("ArrowDown", None, Some(Suggesting::At(0))),
            ("ArrowDown", Some(0), Some(Suggesting::At(1))),
            ("ArrowDown", Some(2), Some(Suggesting::Open)),
            ("ArrowUp", None, Some(Suggesting::At(2))),
            ("ArrowUp", Some(0), Some(Suggesting::Open)),
            ("Home", Some(2), Some(Suggesting::At(0))),
            ("End", Some(0), Some(Suggesting::At(2))),
            ("Home", None, None),
            ("a", Some(1), None),
        ] {
            assert_eq!(step(key, chosen, 3), expect, "{key} {chosen:?}");
            assert_eq!(step(key, None, 0), None);
        }
    }
}
