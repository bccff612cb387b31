//! What every part of the page is drawn from: the corpus, the state, the words of its language, and a way to
//! act. There is one, the [`App`](crate::app::App) holds it, and all else is functions of it.

use crate::browser;
use crate::corpus::corpus;
use crate::messages::{Messages, messages};
use crate::state::{Act, State};
use crate::threads::{Layout, Size, Story, layout, relations};
use crate::view::{Sequence, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::{CharacterId, FilmId, Language, TermId, Vocabulary};
use desenlace_core::pack::PackError;
use desenlace_core::packed::{Corpus, Term, Text};
use desenlace_core::query::{self, Answer, Order, Query};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Event;
use yew::Callback;

/// What the page is drawn from.
pub struct Site {
    /// The corpus.
    pub corpus: &'static Corpus,
    /// What is shown, and how.
    pub state: State,
    acts: Callback<Act>,
    answer: RefCell<Option<Answered>>,
    places: RefCell<Option<Placed>>,
    drawings: RefCell<Vec<Drawn>>,
}

/// The last question with the order that was wanted, and its answer.
type Answered = (Ordering, Query, Rc<Answer>);

/// A gallery, its order, and the language whose alphabet that is in.
type Ordering = (Gallery, Order, Language);

/// The last order, and the place of each item in it.
type Placed = (Ordering, Vec<u32>);

/// A film, a size, a language, an order of the events and whether fates are hidden, and how the threads of the film
/// are drawn so; without a size, its relations.
type Drawn = ((FilmId, Option<Size>, Language, Sequence, bool), Rc<Layout>);

/// Something that is asked of the browser by hand, and ends in an act.
type Asking = dyn Fn(&Event, Callback<Act>);

impl Site {
    /// The site of the embedded corpus at a view, with what is to be called for every act.
    ///
    /// # Errors
    ///
    /// The corpus was damaged on its way.
    pub fn open(view: View, acts: Callback<Act>) -> Result<Self, PackError> {
        Ok(Self::of(corpus()?, view, acts))
    }

    /// The site of any corpus at a view.
    #[must_use]
    pub fn of(corpus: &'static Corpus, view: View, acts: Callback<Act>) -> Self {
        let (answer, places, drawings) = (RefCell::default(), RefCell::default(), RefCell::default());
        Self { corpus, state: State::at(view), acts, answer, places, drawings }
    }

    /// What is shown.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.state.view
    }

    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> Language {
        self.view().language
    }

    /// The strings of the interface.
    #[must_use]
    pub fn messages(&self) -> &'static Messages {
        messages(self.language())
    }

    /// A text of the corpus in the language of the page.
    #[must_use]
    pub fn text(&self, text: impl Into<Text<'static>>) -> &'static str {
        text.into().get(self.language())
    }

    /// A term of a vocabulary.
    #[must_use]
    pub fn term(&self, vocabulary: Vocabulary, term: TermId) -> &'static Term {
        &self.corpus.terms(vocabulary)[term.index()]
    }

    /// The name of a term in the language of the page.
    #[must_use]
    pub fn term_name(&self, vocabulary: Vocabulary, term: TermId) -> &'static str {
        self.text(&self.term(vocabulary, term).name)
    }

    /// What remains in a gallery, in the order of the view; asked once for as long as the question is the same.
    #[must_use]
    pub fn answer(&self, gallery: Gallery) -> Rc<Answer> {
        let query = &self.view().query;
        let ordering = (gallery, self.view().order, self.language());
        let mut answered = self.answer.borrow_mut();
        match &*answered {
            Some((asked, known, answer)) if *asked == ordering && known == query => Rc::clone(answer),
            _ => {
                let mut answer = query::answer(self.corpus, gallery, query);
                if ordering.1 != Order::Found {
                    answer.items = self.ordered(ordering, &answer.items);
                }
                let answer = Rc::new(answer);
                *answered = Some((ordering, query.clone(), Rc::clone(&answer)));
                answer
            }
        }
    }

    /// Whether the fates of a film are hidden.
    #[must_use]
    pub fn hides(&self, film: FilmId) -> bool {
        self.view().query.veil.hides(film)
    }

    /// Whether the fate of a character is hidden.
    #[must_use]
    pub fn hides_character(&self, character: CharacterId) -> bool {
        self.hides(self.corpus.characters[character.index()].film.get())
    }

    /// Whether the fates of any film are hidden.
    #[must_use]
    pub fn hides_any(&self) -> bool {
        (0..self.corpus.films.len()).any(|film| self.hides(FilmId::from_index(film)))
    }

    /// Items of a gallery in an order. The places of all its items are found once: comparing ten thousand names
    /// anew for every tick would be felt.
    fn ordered(&self, ordering: Ordering, items: &[u32]) -> Vec<u32> {
        let mut placed = self.places.borrow_mut();
        if placed.as_ref().is_none_or(|(known, _)| *known != ordering) {
            *placed = Some((ordering, query::places(self.corpus, ordering.0, ordering.1, ordering.2)));
        }
        let places = placed.as_ref().map_or(&[][..], |(_, places)| places);
        query::ordered(items, |item| places.get(item as usize).copied().unwrap_or(item))
    }

    /// How the threads of a film are drawn in a size; drawn once.
    #[must_use]
    pub fn drawing(&self, film: FilmId, size: Size) -> Rc<Layout> {
        self.drawn(film, Some(size))
    }

    /// How the relations of a film are drawn; drawn once.
    #[must_use]
    pub fn graph(&self, film: FilmId) -> Rc<Layout> {
        self.drawn(film, None)
    }

    /// The threads of a film in a size, or its relations.
    fn drawn(&self, film: FilmId, size: Option<Size>) -> Rc<Layout> {
        let (language, sequence, hidden) = (self.language(), self.view().sequence, self.hides(film));
        let mut drawings = self.drawings.borrow_mut();
        let wanted = (film, size, language, sequence, hidden);
        if let Some((_, drawing)) = drawings.iter().find(|(drawn, _)| *drawn == wanted) {
            return Rc::clone(drawing);
        }
        let drawing = match size {
            Some(size) => {
                let story = Story::of(self.corpus, film, language, sequence);
                layout(&if hidden { story.without_ends() } else { story }, size)
            }
            None => relations(self.corpus, film, language),
        };
        let drawing = Rc::new(drawing);
        drawings.push((wanted, Rc::clone(&drawing)));
        drawing
    }

    /// Acts on what happens, if it means anything.
    #[must_use]
    pub fn on(&self, act: impl Fn(&Event) -> Option<Act> + 'static) -> Callback<Event> {
        let acts = self.acts.clone();
        Callback::from(move |event| {
            if let Some(act) = act(&event) {
                acts.emit(act);
            }
        })
    }

    /// Acts, whatever happens.
    #[must_use]
    pub fn acting(&self, act: Act) -> Callback<Event> {
        let acts = self.acts.clone();
        Callback::from(move |_| acts.emit(act.clone()))
    }

    /// Acts on what was typed or chosen.
    #[must_use]
    pub fn typing(&self, act: impl Fn(String) -> Act + 'static) -> Callback<Event> {
        self.typed(Rc::new(act))
    }

    /// The same, compiled once for all that can be typed or chosen.
    fn typed(&self, act: Rc<dyn Fn(String) -> Act>) -> Callback<Event> {
        let acts = self.acts.clone();
        Callback::from(move |event| acts.emit(act(browser::value(&event))))
    }

    /// Has something done that ends in an act: by hand, when the browser is asked.
    #[must_use]
    pub fn asking(&self, ask: impl Fn(&Event, Callback<Act>) + 'static) -> Callback<Event> {
        self.asked(Rc::new(ask))
    }

    /// The same, compiled once for all that is asked.
    fn asked(&self, ask: Rc<Asking>) -> Callback<Event> {
        let acts = self.acts.clone();
        Callback::from(move |event| ask(&event, acts.clone()))
    }

    /// Visits a view on a plain click; any other click is left to the browser.
    #[must_use]
    pub fn visiting(&self, view: View) -> Callback<Event> {
        let acts = self.acts.clone();
        Callback::from(move |event: Event| {
            if browser::is_plain_click(&event) {
                event.prevent_default();
                browser::keep_place();
                acts.emit(Act::Visit(view.clone()));
            }
        })
    }
}
