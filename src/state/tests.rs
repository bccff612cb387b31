//! What acts do to the state, and how they are remembered.

use super::*;
use crate::view::Page;
use desenlace_core::facet::Gallery;
use desenlace_core::model::{FilmId, Language};

const THEME: Facet = Facet::Theme;

fn start() -> State {
    State::at(View::of(Language::En, Page::Gallery(Gallery::Films)))
}

/// The state after acts.
fn after(acts: &[Act]) -> State {
    acts.iter().fold(start(), |state, act| state.after(act.clone()))
}

#[test]
fn deliberate_acts_make_history_and_typing_replaces_it() {
    for (act, memory) in [
        (Act::Include(THEME, 3), Memory::Pushed),
        (Act::Exclude(THEME, 3), Memory::Pushed),
        (Act::Type("ne".into()), Memory::Replaced),
        (Act::ShowMore, Memory::Replaced),
        (Act::Sort(Order::Name), Memory::Pushed),
        (Act::SearchIn(Some(Language::Pt)), Memory::Pushed),
        (Act::Suggest(Suggesting::Open), Memory::Kept),
        (Act::Explain(1), Memory::Kept),
        (Act::Clear, Memory::Pushed),
        (Act::Visit(View::of(Language::Es, Page::About(None))), Memory::Pushed),
        (Act::Arrive(View::of(Language::Es, Page::About(None)), Vec::new()), Memory::Kept),
        (Act::Dismiss, Memory::Kept),
    ] {
        assert_eq!(after(std::slice::from_ref(&act)).memory, memory, "{act:?}");
    }
}

#[test]
fn visiting_what_is_shown_makes_no_history() {
    assert_eq!(start().after(Act::Visit(start().view)).memory, Memory::Kept);
}

#[test]
fn what_leaves_the_view_as_it_is_leaves_how_it_is_remembered() {
    let visit = Act::Visit(View::of(Language::Es, Page::About(None)));
    for act in [Act::Rest, Act::Suggest(Suggesting::Closed), Act::Unfold(false)] {
        assert_eq!(after(&[visit.clone(), act.clone()]).memory, Memory::Pushed, "{act:?}");
        assert_eq!(after(&[Act::Type("ne".into()), act.clone()]).memory, Memory::Replaced, "{act:?}");
        let arrived = Act::Arrive(start().view, Vec::new());
        assert_eq!(after(&[visit.clone(), arrived, act]).memory, Memory::Kept);
    }
}

#[test]
fn typing_ends_when_it_rests_and_with_the_next_deliberate_act() {
    let typed = Act::Type("ne".into());
    let is_typing = |acts: &[Act]| after(acts).handling.typing;
    assert!(is_typing(&[typed.clone(), Act::Suggest(Suggesting::Closed)]));
    for act in [Act::Rest, Act::Include(THEME, 3), Act::Sort(Order::Name)] {
        assert!(!is_typing(&[typed.clone(), act.clone()]), "{act:?}");
    }
}

#[test]
fn a_value_is_included_or_excluded_but_never_both() {
    let state = after(&[Act::Include(THEME, 5), Act::Include(THEME, 2), Act::Exclude(THEME, 5)]);
    let choice = state.view.query.choice(THEME);
    assert_eq!((choice.include.as_slice(), choice.exclude.as_slice()), ([2].as_slice(), [5].as_slice()));
}

#[test]
fn nothing_is_required_where_nothing_is_included() {
    let state = after(&[Act::Include(THEME, 5), Act::RequireAll(THEME, true), Act::Release(THEME, 5)]);
    assert!(!state.view.query.choice(THEME).all);
    assert!(!after(&[Act::RequireAll(THEME, true)]).view.query.choice(THEME).all);
}

#[test]
fn what_can_be_seen_first_is_drawn_first_but_never_where_somebody_comes_back() {
    let drawn = |acts: &[Act]| after(acts).handling.drawn;
    let arrived = Act::Arrive(start().view, Vec::new());
    let characters = Act::Visit(View::of(Language::En, Page::Gallery(Gallery::Characters)));
    assert_eq!(start().handling.drawn, None);
    for act in [Act::Include(THEME, 3), Act::Type("ne".into()), Act::Sort(Order::Name), characters] {
        assert_eq!(drawn(std::slice::from_ref(&act)), Some(AT_ONCE), "{act:?}");
        assert_eq!(drawn(&[act.clone(), Act::Explain(1)]), Some(AT_ONCE), "{act:?}");
        assert_eq!(drawn(&[act.clone(), Act::Complete]), None, "{act:?}");
        assert_eq!(drawn(&[act.clone(), arrived.clone()]), None, "{act:?}");
    }
    // What is there already stays.
    assert_eq!(drawn(&[Act::ShowMore]), Some(FIRST_SHOWN + AT_ONCE));
}

#[test]
fn a_new_filter_begins_at_the_first_results_again() {
    assert_eq!(after(&[Act::ShowMore]).view.shown, 2 * FIRST_SHOWN);
    assert_eq!(after(&[Act::ShowMore, Act::Include(THEME, 1)]).view.shown, FIRST_SHOWN);
    assert_eq!(after(&[Act::ShowMore, Act::Sort(Order::Newest)]).view.shown, FIRST_SHOWN);
    assert_eq!(after(&[Act::ShowMore, Act::Explain(1)]).view.shown, 2 * FIRST_SHOWN);
}

#[test]
fn typing_opens_the_suggestions_and_following_one_closes_them() {
    let typed = after(&[Act::Type("pri".into())]);
    assert_eq!(typed.handling.suggesting, Suggesting::Open);
    assert!(typed.handling.typing && !typed.after(Act::Rest).handling.typing);
    let filtered = View::filtered(Language::En, Gallery::Films, Facet::Place, 1);
    assert_eq!(typed.after(Act::Visit(filtered)).handling.suggesting, Suggesting::Closed);
}

#[test]
fn an_item_says_why_it_is_there_until_it_is_asked_again_or_the_page_is_turned() {
    let asked = after(&[Act::Explain(4), Act::Explain(7), Act::Include(THEME, 1)]);
    assert_eq!(asked.handling.explained, [4, 7]);
    assert_eq!(asked.after(Act::Explain(4)).handling.explained, [7]);
    let turned = asked.after(Act::Visit(asked.view.to(Page::Gallery(Gallery::Fates))));
    assert!(turned.handling.explained.is_empty());
}

#[test]
fn filters_carry_over_between_galleries_and_nowhere_else() {
    let view = after(&[Act::Include(THEME, 5), Act::Type("x".into())]).view;
    assert_eq!(view.to(Page::Gallery(Gallery::Fates)).query, view.query);
    assert!(view.to(Page::About(None)).query.is_empty());
    assert_eq!(view.in_language(Language::Pt).query, view.query);
}

#[test]
fn notices_stay_while_more_is_shown_and_go_with_the_next_act() {
    let problems = vec![NotUnderstood::Page("x".into())];
    let arrived = start().after(Act::Arrive(start().view, problems.clone()));
    assert_eq!(arrived.after(Act::ShowMore).not_understood, problems);
    assert!(arrived.after(Act::Dismiss).not_understood.is_empty());
    assert!(arrived.after(Act::Include(THEME, 1)).not_understood.is_empty());
}

#[test]
fn fates_stay_hidden_wherever_somebody_goes_until_they_are_asked_for() {
    let film = FilmId(1);
    let arrival = Act::Arrive(View::of(Language::Es, Page::About(None)), Vec::new());
    for act in
        [Act::Clear, Act::Visit(View::of(Language::Es, Page::About(None))), arrival, Act::Type("x".into())]
    {
        let hidden = after(&[Act::Hide(true), act.clone()]);
        assert!(hidden.view.query.veil.hides(film), "{act:?}");
        assert!(!hidden.after(Act::Tell(film, true)).view.query.veil.hides(film));
        assert!(!hidden.after(Act::Hide(false)).view.query.veil.is_drawn());
    }
    let one_told = after(&[Act::Hide(true), Act::Tell(film, true), Act::Clear]).view.query.veil;
    assert!(!one_told.hides(film) && one_told.hides(FilmId(0)));
    assert!(after(&[Act::Hide(true)]).view.query.is_empty());
}

#[test]
fn whose_fates_are_hidden_is_in_no_address_and_makes_no_history() {
    let corpus = crate::corpus::corpus().unwrap();
    let hidden = after(&[Act::Hide(true), Act::Tell(FilmId(0), true)]);
    assert_eq!((hidden.memory, hidden.view.address(corpus)), (Memory::Kept, start().view.address(corpus)));
    assert_eq!(hidden.after(Act::Visit(start().view)).memory, Memory::Kept);
}

#[test]
fn what_was_handed_over_is_said_once_and_a_citation_lasts_as_long_as_its_page() {
    let citing = Act::Cite(Some(Default::default()));
    let state = after(&[citing, Act::Hand(Handed::Copied)]);
    assert_eq!(state.handed, Some(Handed::Copied));
    assert_eq!(state.after(Act::ShowMore).handed, None);
    assert!(state.after(Act::ShowMore).handling.citing.is_some());
    assert_eq!(state.after(Act::Visit(View::of(Language::En, Page::About(None)))).handling.citing, None);
}
