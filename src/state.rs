//! The state of the running page and everything that can happen to it, as a pure function. It decides also
//! how an act is remembered: deliberate acts make a new entry in the history, typing replaces the last one.

use crate::view::{FIRST_SHOWN, NotUnderstood, Page, View};
use desenlace_core::facet::Facet;
use desenlace_core::query::Query;
use std::rc::Rc;
use yew::Reducible;

/// What the page is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What is shown.
    pub view: View,
    /// What the address held that was not understood.
    pub not_understood: Vec<NotUnderstood>,
    /// How the last act is to be remembered.
    pub memory: Memory,
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
    /// The message about what was not understood is dismissed.
    Dismiss,
}

impl State {
    /// The state at a view that the browser is already at.
    #[must_use]
    pub fn at(view: View) -> Self {
        Self { view, not_understood: Vec::new(), memory: Memory::Kept }
    }

    /// The state after an act.
    #[must_use]
    pub fn after(&self, act: Act) -> Self {
        let mut view = self.view.clone();
        let memory = match act {
            Act::Arrive(view, not_understood) => {
                return Self { view, not_understood, memory: Memory::Kept };
            }
            Act::Visit(target) if target == view => return Self { memory: Memory::Kept, ..self.clone() },
            Act::Visit(target) => {
                view = target;
                Memory::Pushed
            }
            Act::Type(text) => {
                view.query.text = text;
                Memory::Replaced
            }
            Act::Include(facet, value) => {
                view.query.choice_mut(facet).include_value(value);
                Memory::Pushed
            }
            Act::Exclude(facet, value) => {
                view.query.choice_mut(facet).exclude_value(value);
                Memory::Pushed
            }
            Act::Release(facet, value) => {
                let choice = view.query.choice_mut(facet);
                choice.release(value);
                choice.all &= !choice.include.is_empty();
                Memory::Pushed
            }
            Act::RequireAll(facet, all) => {
                let choice = view.query.choice_mut(facet);
                choice.all = all && !choice.include.is_empty();
                Memory::Pushed
            }
            Act::Clear => {
                view.query = Query::default();
                Memory::Pushed
            }
            Act::ShowMore => {
                view.shown += FIRST_SHOWN;
                return Self { view, not_understood: self.not_understood.clone(), memory: Memory::Replaced };
            }
            Act::Dismiss => {
                return Self { view, not_understood: Vec::new(), memory: Memory::Kept };
            }
        };
        if matches!(view.page, Page::Gallery(_)) && view.query != self.view.query {
            view.shown = FIRST_SHOWN;
        }
        Self { view, not_understood: Vec::new(), memory }
    }
}

impl Reducible for State {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        Rc::new(self.after(act))
    }
}

#[cfg(test)]
mod tests;
