//! The state of the running page and everything that can happen to it, as a pure function. It decides also
//! how an act is remembered: deliberate acts make a new entry in the history, typing replaces the last one.

use crate::export::{Form, Occasion};
use crate::view::{FIRST_SHOWN, NotUnderstood, View};
use desenlace_core::facet::Facet;
use desenlace_core::model::{FilmId, Language};
use desenlace_core::query::{Order, Query};
use desenlace_core::veil::Veil;

/// What the page is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What is shown.
    pub view: View,
    /// What the address held that was not understood.
    pub not_understood: Vec<NotUnderstood>,
    /// How the last act that has changed the view is to be remembered.
    pub memory: Memory,
    /// How the page is handled; another page begins anew.
    pub handling: Handling,
    /// The colours.
    pub scheme: Scheme,
    /// What was handed over last, to be said once.
    pub handed: Option<Handed>,
}

/// What the browser made of something that was handed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// It lies on the clipboard.
    Copied,
    /// It was shared, or is being saved.
    Given,
    /// The browser refused.
    Refused,
}

/// How a page is handled, which is no part of its address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handling {
    /// Whether the filters are unfolded, where the screen is too narrow to always show them.
    pub filters_open: bool,
    /// What is typed to narrow the list of values of each facet.
    pub narrowing: [String; Facet::COUNT],
    /// The facets of which every value is listed, however many there are.
    pub listed: [bool; Facet::COUNT],
    /// Whether suggestions are shown, and which is chosen.
    pub suggesting: Suggesting,
    /// Whether somebody is typing into the search box just now.
    pub typing: bool,
    /// How many items of the gallery are drawn at first, where the others follow as soon as these can be seen.
    pub drawn: Option<usize>,
    /// The items of the gallery that are to say why they are there.
    pub explained: Vec<u32>,
    /// The language that the story is shown in beside the language of the page.
    pub beside: Option<Language>,
    /// The form in which the view is cited, and where and when that was asked.
    pub citing: Option<(Form, Occasion)>,
}

/// As many items fill a window, nearly always. To draw all of them at once would keep a press or a key waiting.
const AT_ONCE: usize = 24;

/// The suggestions under the search box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suggesting {
    /// They are not shown.
    #[default]
    Closed,
    /// They are shown.
    Open,
    /// They are shown, and one of them is chosen, by its position.
    At(usize),
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the device says.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// The name in the document and among the stored preferences; empty where the device decides.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Device => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The scheme of this name; any other name leaves it to the device.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|scheme| scheme.name() == name).unwrap_or_default()
    }
}

/// How an act is remembered in the history of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memory {
    /// The history is there already.
    Kept,
    /// The address of the current entry changes.
    Replaced,
    /// A new entry is made.
    Pushed,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The browser came to an address by itself: at the start, by Back, by Forward.
    Arrive(View, Vec<NotUnderstood>),
    /// Somebody follows a link.
    Visit(View),
    /// Somebody types into the search box.
    Type(String),
    /// Typing rests.
    Rest,
    /// Suggestions are opened, closed or walked through.
    Suggest(Suggesting),
    /// The only language to search in is chosen, or none.
    SearchIn(Option<Language>),
    /// The order of the gallery is chosen.
    Sort(Order),
    /// An item of the gallery is to say why it is there, or no longer.
    Explain(u32),
    /// Every value of a facet is to be listed, or no longer.
    List(Facet),
    /// A value of a facet is included.
    Include(Facet, u32),
    /// A value of a facet is excluded.
    Exclude(Facet, u32),
    /// A value of a facet is neither included nor excluded any more.
    Release(Facet, u32),
    /// Whether a facet requires all its included values, instead of any.
    RequireAll(Facet, bool),
    /// The whole filter is taken back.
    Clear,
    /// The gallery shows more items.
    ShowMore,
    /// What is drawn so far can be seen, and the rest of the gallery may follow.
    Complete,
    /// The message about what was not understood is dismissed.
    Dismiss,
    /// The filters are unfolded, or folded away.
    Unfold(bool),
    /// Somebody types to narrow the list of values of a facet.
    Narrow(Facet, String),
    /// A second language is chosen to read the story in, or none.
    ReadBeside(Option<Language>),
    /// The colours are chosen.
    Colour(Scheme),
    /// All fates are hidden, or told.
    Hide(bool),
    /// The fates of a film are told though others are hidden, or hidden again.
    Tell(FilmId, bool),
    /// The view is cited, or not any more.
    Cite(Option<(Form, Occasion)>),
    /// The browser was handed something.
    Hand(Handed),
}

impl State {
    /// The state at a view that the browser is already at.
    #[must_use]
    pub fn at(view: View) -> Self {
        Self {
            view,
            not_understood: Vec::new(),
            memory: Memory::Kept,
            handling: Handling::default(),
            scheme: Scheme::default(),
            handed: None,
        }
    }

    /// The state after an act.
    #[must_use]
    pub fn after(&self, mut act: Act) -> Self {
        let mut state = self.clone();
        let only_more = act == Act::ShowMore;
        // An address does not say whose fates are hidden, and clearing the filter does not change it.
        if let Act::Visit(target) | Act::Arrive(target, _) = &mut act {
            target.query.veil.clone_from(&self.view.query.veil);
        }
        state.handed = None;
        let memory = state.take(act);
        // What leaves the view as it is does not change how that came about: it may not be drawn yet.
        if memory != Memory::Kept || state.view != self.view {
            state.memory = memory;
        }
        // Whoever does something deliberate has typed to the end.
        state.handling.typing &= memory != Memory::Pushed;
        if memory != Memory::Kept && !only_more {
            state.not_understood.clear();
            if (&state.view.query, state.view.order) != (&self.view.query, self.view.order) {
                state.view.shown = FIRST_SHOWN;
            }
        }
        if !state.view.page.is_same(self.view.page) {
            state.handling = Handling::default();
        }
        // Not where somebody comes back: the page is to be as high as they left it.
        if memory != Memory::Kept {
            let before = if only_more { self.view.shown } else { 0 };
            state.handling.drawn = Some(before + AT_ONCE);
        }
        state
    }

    /// Does what an act says, and says how it is to be remembered.
    fn take(&mut self, act: Act) -> Memory {
        match act {
            Act::Arrive(view, not_understood) => {
                self.handling.suggesting = Suggesting::Closed;
                self.handling.drawn = None;
                self.view = view;
                self.not_understood = not_understood;
                Memory::Kept
            }
            Act::Visit(target) if target == self.view => Memory::Kept,
            Act::Visit(target) => {
                self.handling.suggesting = Suggesting::Closed;
                self.view = target;
                Memory::Pushed
            }
            Act::Type(text) => {
                self.handling.suggesting = Suggesting::Open;
                self.handling.typing = self.view.query.text != text;
                self.view.query.text = text;
                Memory::Replaced
            }
            Act::Rest => {
                self.handling.typing = false;
                Memory::Kept
            }
            Act::Suggest(suggesting) => {
                self.handling.suggesting = suggesting;
                Memory::Kept
            }
            Act::SearchIn(language) => {
                self.view.query.language = language;
                Memory::Pushed
            }
            Act::Sort(order) => {
                self.view.order = order;
                Memory::Pushed
            }
            Act::Explain(item) => {
                let explained = &mut self.handling.explained;
                match explained.iter().position(|other| *other == item) {
                    Some(place) => drop(explained.remove(place)),
                    None => explained.push(item),
                }
                Memory::Kept
            }
            Act::List(facet) => {
                self.handling.listed[facet as usize] ^= true;
                Memory::Kept
            }
            Act::Include(facet, value) => {
                self.view.query.choice_mut(facet).include_value(value);
                Memory::Pushed
            }
            Act::Exclude(facet, value) => {
                self.view.query.choice_mut(facet).exclude_value(value);
                Memory::Pushed
            }
            Act::Release(facet, value) => {
                let choice = self.view.query.choice_mut(facet);
                choice.release(value);
                choice.all &= !choice.include.is_empty();
                Memory::Pushed
            }
            Act::RequireAll(facet, all) => {
                let choice = self.view.query.choice_mut(facet);
                choice.all = all && !choice.include.is_empty();
                Memory::Pushed
            }
            Act::Clear => {
                let veil = std::mem::take(&mut self.view.query.veil);
                self.view.query = Query { veil, ..Query::default() };
                Memory::Pushed
            }
            Act::ShowMore => {
                self.view.shown += FIRST_SHOWN;
                Memory::Replaced
            }
            Act::Complete => {
                self.handling.drawn = None;
                Memory::Kept
            }
            Act::Dismiss => {
                self.not_understood.clear();
                Memory::Kept
            }
            Act::Unfold(open) => {
                self.handling.filters_open = open;
                Memory::Kept
            }
            Act::Narrow(facet, text) => {
                self.handling.narrowing[facet as usize] = text;
                Memory::Kept
            }
            Act::ReadBeside(language) => {
                self.handling.beside = language;
                Memory::Kept
            }
            Act::Colour(scheme) => {
                self.scheme = scheme;
                Memory::Kept
            }
            Act::Hide(hidden) => {
                self.view.query.veil = if hidden { Veil::over_all() } else { Veil::default() };
                Memory::Kept
            }
            Act::Tell(film, told) => {
                let veil = &mut self.view.query.veil;
                if told {
                    veil.lift(film);
                } else {
                    veil.lower(film);
                }
                Memory::Kept
            }
            Act::Cite(citing) => {
                self.handling.citing = citing;
                Memory::Kept
            }
            Act::Hand(handed) => {
                self.handed = Some(handed);
                Memory::Kept
            }
        }
    }
}

#[cfg(test)]
mod tests;
