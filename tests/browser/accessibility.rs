//! What everybody can do and perceive, in every engine: by keys alone, by ear, on the narrowest window, with text set
//! wider. Each test names the criteria of WCAG 2.2 that it checks; docs/accessibility.md has them all.

use crate::visitor::{Visitor, visit};
use serde_json::json;

const TAB: &str = "\u{e004}";

/// A page of each kind, and then of each state that such a page can be in.
pub(crate) const PAGES: [&str; 21] = [
    "films/",
    "characters/",
    "fates/",
    "films/la-fuga/",
    "characters/nene/",
    "themes/",
    "themes/prison/",
    "parallels/",
    "parallels/the-informer/",
    "compare/",
    "questions/",
    "about/",
    "films/?theme=prison&theme=escape&not-note=torture-and-cruelty",
    "films/?q=tunnel",
    "films/?theme=prison&film=plata-quemada",
    "films/?theme=prision",
    "films/o-beijo-da-mulher-aranha/",
    "compare/?film=la-fuga&film=plata-quemada",
    "compare/?film=la-fuga&film=plata-quemada&film=o-beijo-da-mulher-aranha",
    "questions/?inverse-relation=informs-on&also=lover-of&outcome=dies",
    "questions/?inverse-relation=informs-on&film=la-fuga",
];
/// How many of them are kinds.
pub(crate) const KINDS: usize = 12;
/// Of each kind one, where looking at all would take minutes.
const SOME: [&str; 6] = [
    "en/films/?theme=prison",
    "es/films/o-beijo-da-mulher-aranha/",
    "pt/characters/prison-doctor/",
    "en/themes/prison/",
    "es/compare/?film=la-fuga&film=plata-quemada",
    "pt/questions/?inverse-relation=informs-on&also=lover-of&outcome=dies",
];

/// What can be reached by keys, in the order of the page.
const STOPS: &str = "const stops = [...document.querySelectorAll(
        'a[href], button, input, select, summary, textarea, [tabindex]')]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && !each.closest('[inert]')
        && each.checkVisibility({ visibilityProperty: true })
        && !(each.type === 'radio' && !each.checked));";

/// Walks through a page by the Tab key: every stop is reached, once, in the order of the page, and is seen when it is.
async fn walks_through(visitor: &Visitor, address: &str) {
    visitor.open(address).await;
    let count =
        visitor.run(&format!("{STOPS} window.stops = stops; return stops.length")).await.as_u64().unwrap();
    assert!(count > 15, "{address}: {count} stops");
    for at in 0..count {
        let complaint = format!(
            "const [at, expected] = [document.activeElement, window.stops[{at}]];
            if (!window.stops.includes(at) && at !== document.body
                && (at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth)) return null;
            const shown = (element) => element.outerHTML.slice(0, 150);
            if (at !== expected) return `${{shown(at)}} instead of ${{shown(expected)}}`;
            const {{ left, top, right, bottom, width, height }} = at.getBoundingClientRect();
            if (!width || !height || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight)
                return `${{shown(at)}} is not in sight`;
            const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
                (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
            const over = document.elementFromPoint(x, y);
            const itself = at.closest('label') ?? at;
            if (!at.closest('svg') && !itself.contains(over) && !over?.contains(itself))
                return `${{shown(at)}} lies under ${{shown(over)}}`;
            // An outline on it or around it, or the underlined name in a drawing.
            const marked = [at, ...at.querySelectorAll('*'), at.parentElement].some((element) => {{
                const style = getComputedStyle(element);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                    || at.closest('svg') && style.textDecorationLine === 'underline';
            }});
            return at.matches(':focus-visible') && marked ? '' : `${{shown(at)}} does not show its focus`"
        );
        visitor.press(TAB).await;
        let mut found = visitor.run(&complaint).await;
        // Firefox also stops at whatever can be scrolled.
        while found.is_null() {
            visitor.press(TAB).await;
            found = visitor.run(&complaint).await;
        }
        if found != json!("") {
            // It may still be on its way.
            visitor.sees(&complaint, json!("")).await;
        }
    }
}

/// 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.4.13.
#[test]
fn by_the_tab_key_everything_is_reached_in_its_order_and_the_focus_is_seen() {
    visit(async |visitor| {
        for address in SOME {
            walks_through(visitor, address).await;
        }
    });
}

/// 2.4.1.
#[test]
fn the_first_stop_leads_past_the_head_of_the_page() {
    visit(async |visitor| {
        visitor.open("es/films/la-fuga/").await;
        visitor.press(TAB).await;
        visitor.sees("return document.activeElement.className", json!("skip-link")).await;
        visitor.sees("return document.activeElement.getBoundingClientRect().top >= 0", json!(true)).await;
        visitor.press("\u{e007}").await;
        visitor.sees("return document.activeElement.id", json!("title")).await;
        visitor.press(TAB).await;
        visitor.sees("return document.activeElement.closest('main') !== null", json!(true)).await;
    });
}

/// 4.1.2, 2.4.4, 1.1.1.
#[test]
fn everything_that_can_be_reached_has_a_name() {
    visit(async |visitor| {
        for address in SOME {
            visitor.open(address).await;
            let names = visitor.names(&format!("{STOPS} return stops")).await;
            // WebKitGTK gives links in drawings no name but a label; it lets their words be read as what is in them.
            let is_named = |html: &str, name: &str| !name.trim().is_empty() || html.contains("class=\"hit\"");
            let nameless: Vec<_> = names.iter().filter(|(html, name)| !is_named(html, name)).collect();
            assert!(nameless.is_empty(), "{address}: {nameless:#?}");
            let wordless = "return [...document.querySelectorAll('.thread a')]
                .filter((link) => !link.textContent.trim()).length";
            visitor.sees(wordless, json!(0)).await;
            assert!(names.len() > 15, "{address}: {} names", names.len());
        }
    });
}

/// 4.1.3.
#[test]
fn what_changes_without_the_focus_is_said() {
    visit(async |visitor| {
        visitor.open("en/films/").await;
        let said = "return [...document.querySelectorAll('[role=status]')].map((line) => line.textContent).join('|')";
        visitor.sees(said, json!("3 films|")).await;
        visitor.click("input[data-facet='theme'][data-value='prison']").await;
        visitor.sees(said, json!("2 films|")).await;
        visitor.open("es/questions/").await;
        visitor.sees(said, json!("|")).await;
        visitor.fills("outcome", "muere").await;
        visitor
            .sees(
                "return document.querySelector('[role=status]').textContent.endsWith(' personajes')",
                json!(true),
            )
            .await;
        visitor.open("en/films/?theme=prision").await;
        visitor
            .sees(
                "return document.querySelector('[role=alert]').textContent.includes('prision')",
                json!(true),
            )
            .await;
    });
}

/// 1.1.1, 1.3.1: whatever is drawn is also said, beside it.
#[test]
fn every_drawing_has_its_twin_in_words() {
    visit(async |visitor| {
        for film in ["plata-quemada", "la-fuga", "o-beijo-da-mulher-aranha"] {
            visitor.open(&format!("es/films/{film}/")).await;
            let nameless =
                "return [...document.querySelectorAll('svg:not([aria-hidden=true], [aria-hidden=true] *)')]
                .filter((drawing) => !drawing.closest('[aria-label]')).length";
            visitor.sees(nameless, json!(0)).await;
            let only_drawn =
                "const cast = [...document.querySelectorAll('.cast a')].map((link) => link.href);
                const threads = [...document.querySelectorAll('.thread a')].map((link) => link.href?.baseVal);
                const drawn = threads.map((address) => new URL(address, document.baseURI).href);
                return [drawn.length > 3, drawn.filter((link) => !cast.includes(link))]";
            visitor.sees(only_drawn, json!([true, []])).await;
        }
        visitor.open("en/compare/?film=la-fuga&film=plata-quemada").await;
        let twins = "return [...document.querySelectorAll('.shape-film')]
            .map((film) => film.querySelector('table').rows.length > 30)";
        visitor.sees(twins, json!([true, true])).await;
    });
}

/// 2.5.8: targets are 24 px wide and high; or stand in a line of text; or have that much room around them.
#[test]
fn what_is_clicked_is_large_enough_or_has_room() {
    visit(async |visitor| {
        visitor.open_small(320, 640, "en/about/").await;
        for page in PAGES {
            let address = format!("en/{page}");
            visitor.turn_to(&address).await;
            for (width, height) in [(320, 640), (1280, 900)] {
                visitor.resize_small(width, height).await;
                visitor.sees("return innerWidth", json!(width)).await;
                let small = format!(
                    "{STOPS}
                    const targets = stops.map((stop) => [stop, stop.closest('label') ?? stop])
                        .filter(([stop]) => !stop.closest('svg') && stop.matches('a, button, input, select, summary'))
                        .map(([stop, target]) => [stop, target.getBoundingClientRect()]);
                    const isInLine = (stop) => stop.matches('a') && getComputedStyle(stop).display === 'inline'
                        && (stop.closest('p, li, dd, td, th, h1, h2, h3, h4')?.textContent.trim().length
                            > stop.textContent.trim().length);
                    const small = targets.filter(([stop, {{ width, height }}]) => Math.min(width, height) < 23.9);
                    const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
                    const distance = ([x, y], box) => Math.hypot(
                        Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
                    return small.filter(([stop]) => !isInLine(stop))
                        .filter(([stop, box]) => targets.some(([other, theirs]) => other !== stop
                            && (distance(middle(box), theirs) < 12
                                || Math.min(theirs.width, theirs.height) < 23.9
                                    && Math.hypot(middle(box)[0] - middle(theirs)[0], middle(box)[1] - middle(theirs)[1]) < 24)))
                        .map(([stop, {{ width, height }}]) => [Math.round(width), Math.round(height), stop.outerHTML.slice(0, 160)])"
                );
                assert_eq!(visitor.run(&small).await, json!([]), "{address} at {width} px");
            }
        }
    });
}

/// What goes beyond the right edge of the page and cannot be scrolled to on its own.
const BEYOND: &str = "const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) return [document.documentElement.scrollWidth];
    const scrolls = (element) => element && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX)
        || scrolls(element.parentElement));
    return [...document.querySelectorAll('main *')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('svg, .visually-hidden'))
        .filter((each) => each.getBoundingClientRect().right > width + 1 && !scrolls(each))
        .map((each) => each.outerHTML.slice(0, 120))";

/// 1.4.10, and 1.4.4: 320 × 256 is a window of 1280 × 1024 at 400 %.
#[test]
fn at_320_pixels_or_400_percent_no_page_scrolls_sideways() {
    visit(async |visitor| {
        visitor.open_small(320, 256, "en/films/la-fuga/").await;
        for page in PAGES {
            for language in ["en", "es", "pt"] {
                let address = format!("{language}/{page}");
                visitor.turn_to(&address).await;
                assert_eq!(visitor.run(BEYOND).await, json!([]), "{address}");
            }
        }
    });
}

/// 1.4.12.
#[test]
fn with_text_set_wider_nothing_is_cut_off() {
    visit(async |visitor| {
        visitor.open_small(360, 740, "en/about/").await;
        visitor
            .run(
                "const wider = new CSSStyleSheet();
                wider.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
                document.adoptedStyleSheets = [wider]",
            )
            .await;
        for address in SOME {
            visitor.turn_to(address).await;
            let spacing =
                "return getComputedStyle(document.querySelector('main p')).letterSpacing !== 'normal'";
            visitor.sees(spacing, json!(true)).await;
            assert_eq!(visitor.run(BEYOND).await, json!([]), "{address}");
            let cut = "return [...document.querySelectorAll('main *, header *')]
                .filter((each) => each.checkVisibility({ visibilityProperty: true })
                    && !each.closest('svg, .visually-hidden, select, input'))
                .filter((each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowY)
                    && each.scrollHeight > each.clientHeight + 1)
                .map((each) => each.outerHTML.slice(0, 120))";
            assert_eq!(visitor.run(cut).await, json!([]), "{address}");
        }
    });
}

/// 1.4.11.
#[test]
fn edges_of_controls_threads_and_the_focus_stand_out_in_both_schemes() {
    visit(async |visitor| {
        for scheme in ["light", "dark"] {
            visitor.open("en/films/?theme=prison").await;
            // A colour as the browser paints it, however it is written, and its contrast with the ground of the page.
            let faint = |checks: &str| {
                format!(
                    "document.documentElement.dataset.scheme = '{scheme}';
                    const brush = document.createElement('canvas').getContext('2d', {{ willReadFrequently: true }});
                    const luminance = (colour) => {{
                        brush.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
                        brush.fillStyle = colour; // stays as it was where the browser does not understand it
                        brush.fillRect(0, 0, 1, 1);
                        const [red, green, blue] = [...brush.getImageData(0, 0, 1, 1).data].map((value) =>
                            value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
                        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
                    }};
                    const contrast = (one, two) => (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
                    const ground = luminance(getComputedStyle(document.documentElement).backgroundColor);
                    return {checks}.flatMap(([selector, property]) => {{
                        const found = [...document.querySelectorAll(selector)];
                        const faint = found.filter((each) => contrast(luminance(getComputedStyle(each)[property]), ground) < 3);
                        return [found.length === 0, faint.length];
                    }})"
                )
            };
            visitor.click("#search").await;
            let controls = "[['#search', 'borderTopColor'], ['#search:focus-visible', 'outlineColor'],
                ['input[data-facet]:not(:checked)', 'borderTopColor'], ['input[data-facet]:checked', 'backgroundColor'],
                ['.tools select', 'borderBottomColor'], ['.take-along button', 'borderTopColor']]";
            visitor
                .sees(&faint(controls), json!([false, 0, false, 0, false, 0, false, 0, false, 0, false, 0]))
                .await;
            visitor.open("en/films/la-fuga/").await;
            let drawn = "[['.thread .line', 'stroke'], ['.threads .mark-line', 'stroke'], ['.cast .mark-dot', 'fill']]";
            visitor.sees(&faint(drawn), json!([false, 0, false, 0, false, 0])).await;
        }
    });
}
