//! The threads of a film on the page: a cover that only decorates, or a map in which every thread is a link to
//! its character. Which thread is singled out while one points at it is left to the style sheet.

use super::Size;
use super::layout::{Column, Label, Layout, Place, Thread, layout};
use super::mark::pieces;
use super::pen::text;
use super::story::Story;
use crate::browser;
use crate::site::{Site, use_site};
use crate::state::Act;
use crate::view::{Page, View};
use desenlace_core::model::{CharacterId, FilmId};
use yew::prelude::*;

/// Whose threads, and how large.
#[derive(Properties, PartialEq)]
pub struct ThreadMapProps {
    /// The number of the film.
    pub film: u32,
    /// How large, and what for.
    pub size: Size,
    /// The number of a character that something else on the page points at.
    #[prop_or_default]
    pub active: Option<u32>,
    /// Told which character's thread is pointed at or focused, and when none is any more.
    #[prop_or_default]
    pub on_point: Callback<Option<u32>>,
}

/// The threads of a film. The map comes with the drawing that runs downwards, and the style sheet shows the one
/// that the screen has room for.
#[component]
pub fn ThreadMap(props: &ThreadMapProps) -> Html {
    let site = use_site();
    let drawings = use_memo((props.film, props.size, site.language()), {
        let corpus = site.corpus;
        move |(film, size, language)| {
            let story = Story::of(corpus, FilmId(*film), *language);
            let narrow = (*size == Size::Map).then(|| layout(&story, Size::Column));
            (layout(&story, *size), narrow)
        }
    });
    let (drawing, narrow) = &*drawings;
    match props.size {
        Size::Cover => html! {
            <svg class="threads threads-cover" viewBox={view_box(drawing)} aria-hidden="true" focusable="false">
                { for drawing.threads.iter().map(|thread| html! {
                    <g class={thread_class(thread, None)}>{ lines(thread, props.size) }</g>
                }) }
            </svg>
        },
        _ if drawing.threads.is_empty() => html! {},
        size => html! {
            <>
                { map(&site, drawing, props, size) }
                if let Some(narrow) = narrow { { map(&site, narrow, props, Size::Column) } }
            </>
        },
    }
}

/// A drawing with its links. A narrow window scrolls it sideways rather than making its words too small.
fn map(site: &Site, drawing: &Layout, props: &ThreadMapProps, size: Size) -> Html {
    let (frame, class) = match size {
        Size::Column => ("threads-frame threads-narrow", "threads-column"),
        _ => ("threads-frame threads-wide", "threads-map"),
    };
    let class = classes!("threads", class, props.active.map(|_| "pointed"));
    let style = format!("--natural: {}px", text(drawing.width));
    html! {
        <div class={frame}>
            <svg {class} {style} viewBox={view_box(drawing)} role="group" aria-label={site.messages().film.threads}>
                <g class="events" aria-hidden="true">{ for events(site, drawing, props) }</g>
                { for drawing.threads.iter().map(|thread| thread_link(site, thread, props, size)) }
                <g class="meetings" aria-hidden="true">{ for meetings(site, drawing, props) }</g>
            </svg>
        </div>
    }
}

/// A thread as a link to its character.
fn thread_link(site: &Site, thread: &Thread, props: &ThreadMapProps, size: Size) -> Html {
    let character = thread.character;
    let view = site.to(Page::Character(CharacterId(character)));
    let point = |to: Option<u32>| {
        let on_point = props.on_point.clone();
        move || on_point.emit(to)
    };
    let (over, out, focus, blur) = (point(Some(character)), point(None), point(Some(character)), point(None));
    let said: Vec<&str> = [&thread.name, &thread.words]
        .into_iter()
        .flatten()
        .flat_map(|label| label.lines.iter().map(|(_, line)| line.as_str()))
        .collect();
    html! {
        <g class={thread_class(thread, props.active)} data-character={site.corpus.characters[character as usize].id.as_str()}
            onmouseover={move |_| over()} onmouseout={move |_| out()}
            onfocusin={move |_| focus()} onfocusout={move |_| blur()}>
            <a href={view.address(site.corpus)} onclick={visiting(site, view)} aria-label={said.join(" ")}>
                <path class="hit" d={thread.path.clone()} />
                { lines(thread, size) }
                { label("thread-name", thread.name.as_ref()) }
                { label("thread-words", thread.words.as_ref()) }
            </a>
        </g>
    }
}

/// The line of a thread and its mark.
fn lines(thread: &Thread, size: Size) -> Html {
    let turn = match size {
        Size::Cover => " scale(.7)",
        Size::Map => "",
        Size::Column => " rotate(90)",
    };
    let transform = format!("translate({}){turn}", point(thread.end));
    html! {
        <>
            <path class="halo" d={thread.path.clone()} />
            <path class="line" d={thread.path.clone()} />
            <g {transform}>{ pieces(thread.mark, thread.hollow) }</g>
        </>
    }
}

/// Words, line by line.
fn label(class: &'static str, label: Option<&Label>) -> Html {
    let Some(label) = label else { return html! {} };
    html! {
        <text class={classes!(class, label.ends_there.then_some("ends"))}>
            { for label.lines.iter().map(|(place, words)| html! {
                <tspan x={text(place.x)} y={text(place.y)}>{ words }</tspan>
            }) }
        </text>
    }
}

/// The lines of the events with their numbers, which lead to the passage.
fn events<'a>(
    site: &'a Site,
    drawing: &'a Layout,
    props: &'a ThreadMapProps,
) -> impl Iterator<Item = Html> + 'a {
    drawing.columns.iter().zip(1..).map(move |(column, number)| {
        let number = html! {
            <text class="event-number" x={text(column.number.x)} y={text(column.number.y)}>{ number }</text>
        };
        html! {
            <g class={event_class(column)}>
                <path class="event-line" d={path(column.line)} />
                { event_link(site, column, props.film, number) }
            </g>
        }
    })
}

/// What holds together those who meet, over the threads.
fn meetings<'a>(
    site: &'a Site,
    drawing: &'a Layout,
    props: &'a ThreadMapProps,
) -> impl Iterator<Item = Html> + 'a {
    drawing.columns.iter().filter_map(move |column| {
        let data = path(column.meeting?);
        let clasp =
            html! { <><path class="clasp" d={data.clone()} /><path class="clasp-inside" d={data} /></> };
        Some(html! { <g class={event_class(column)}>{ event_link(site, column, props.film, clasp) }</g> })
    })
}

/// Something that leads to the passage of an event, and says what happens. The page has the same in words, so
/// this is for pointers only.
fn event_link(site: &Site, column: &Column, film: u32, content: Html) -> Html {
    let event = &site.corpus.events[column.event as usize];
    let passage = event.passages.first().map(desenlace_core::packed::PassageId::get);
    let view = site.to(Page::Film(FilmId(film), passage));
    html! {
        <a href={view.address(site.corpus)} onclick={visiting(site, view)} tabindex="-1">
            <title>{ site.text(&event.summary) }</title>
            { content }
        </a>
    }
}

fn thread_class(thread: &Thread, active: Option<u32>) -> String {
    let weight = [" weight-0", " weight-1", " weight-2"][usize::from(thread.weight.min(2))];
    let tint = ["", " tint-1", " tint-2"][usize::from(thread.tint.min(2))];
    let active = if active == Some(thread.character) { " active" } else { "" };
    ["thread ", thread.group(), weight, tint, active].concat()
}

fn event_class(column: &Column) -> &'static str {
    if column.out_of_order { "event out-of-order" } else { "event" }
}

/// A plain click visits the view, any other is left to the browser.
fn visiting(site: &Site, view: View) -> Callback<MouseEvent> {
    let site = site.clone();
    Callback::from(move |event: MouseEvent| {
        if browser::is_plain_click(&event) {
            event.prevent_default();
            site.act(Act::Visit(view.clone()));
        }
    })
}

fn view_box(drawing: &Layout) -> String {
    format!("0 0 {} {}", text(drawing.width), text(drawing.height))
}

fn path(line: (Place, Place)) -> String {
    format!("M{}L{}", point(line.0), point(line.1))
}

fn point(place: Place) -> String {
    [text(place.x), text(place.y)].join(" ")
}
