//! Desenlace, the page: an explorer of films, characters and what becomes of them.
//!
//! What it deliberately does not know: how the corpus is written or packed (the compiler's and the core's
//! business), and any server. The same components render in the browser and natively.
//!
//! Reading order: a [`view`] says what is shown, [`state`] what can happen to it, a [`site`] is all that is
//! drawn from; [`app`] draws it with its [`pages`] and [`components`], made of [`markup`]; [`life`] follows it
//! in the browser, and [`browser`] is the only place that speaks to it.

pub mod app;
pub mod components;
pub mod markup;
pub mod pages;
pub mod threads;

pub mod export;
pub mod head;
pub mod life;
pub mod site;
pub mod state;
pub mod view;

pub mod browser;
pub mod contraction;
pub mod corpus;
pub mod messages;
pub mod sentence;
