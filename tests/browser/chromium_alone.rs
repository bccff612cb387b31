//! What only Chromium's driver can ask a browser for: other colours, less motion, a look at every page in each of them.
//! `cargo xtask test` leaves this module out in other engines; docs/architecture.md says why.

mod axe;
mod pictures;

use crate::accessibility::PAGES;
use crate::visitor::{Visitor, visit};
use serde_json::{Value, json};

/// Width and height in CSS pixels.
type Screen = (u32, u32);
const PHONE: Screen = (360, 740);
const DESK: Screen = (1280, 900);

/// Makes the screen this large, and lets it have these features of media.
async fn looks(visitor: &Visitor, (width, height): Screen, features: Value) {
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": (width, height) == PHONE });
    visitor.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    visitor.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
}

/// 2.3.3.
#[test]
fn where_less_motion_is_preferred_nothing_moves() {
    visit(async |visitor| {
        const MOVING: &str = "return [...document.querySelectorAll('*')].filter((each) => {
                const style = getComputedStyle(each);
                return style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
                    || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
            }).length";
        visitor.open("en/films/la-fuga/").await;
        looks(visitor, DESK, json!([{ "name": "prefers-reduced-motion", "value": "reduce" }])).await;
        for page in PAGES {
            visitor.turn_to(&format!("en/{page}")).await;
            assert_eq!(visitor.run(MOVING).await, json!(0), "{page}");
        }
        looks(visitor, DESK, json!([{ "name": "prefers-reduced-motion", "value": "no-preference" }])).await;
        assert_ne!(visitor.run(MOVING).await, json!(0));
    });
}

/// 1.4.11, 1.4.1: in the few colours of a device that forces its own, all that can be used and drawn is still there.
#[test]
fn in_forced_colours_controls_drawings_and_choices_are_seen() {
    visit(async |visitor| {
        for scheme in ["light", "dark"] {
            visitor.open("en/films/la-fuga/").await;
            let forced = json!([
                { "name": "forced-colors", "value": "active" },
                { "name": "prefers-color-scheme", "value": scheme },
                // Colours must not be on their way.
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ]);
            looks(visitor, DESK, forced).await;
            // A colour as the browser paints it, however it is written.
            const PAINTED: &str = "const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                const painted = (colour) => {
                    brush.clearRect(0, 0, 1, 1);
                    brush.fillStyle = colour;
                    brush.fillRect(0, 0, 1, 1);
                    return brush.getImageData(0, 0, 1, 1).data.join();
                };
                const ground = painted(getComputedStyle(document.documentElement).backgroundColor);
                const unseen = (selector, property) => [...document.querySelectorAll(selector)]
                    .filter((each) => painted(getComputedStyle(each)[property]) === ground).length;";
            let drawings = format!(
                "{PAINTED} return [document.querySelectorAll('.thread .line').length > 10, unseen('.thread .line', 'stroke'),
                    unseen('.threads .mark-line', 'stroke'), unseen('.threads .mark-dot', 'fill'),
                    unseen('.threads text', 'fill'), unseen('main button', 'borderColor')]"
            );
            assert_eq!(visitor.run(&drawings).await, json!([true, 0, 0, 0, 0, 0]), "{scheme}");
            visitor.open("en/films/?theme=prison").await;
            let controls = format!(
                "{PAINTED} const box = (checked) => getComputedStyle(
                    document.querySelector(`input[data-facet]${{checked ? ':checked' : ':not(:checked)'}}`));
                return [matchMedia('(forced-colors: active)').matches, box(true).appearance, box(false).appearance,
                    unseen('main select', 'borderBottomColor'), unseen('.chip', 'borderColor')]"
            );
            assert_eq!(visitor.run(&controls).await, json!([true, "auto", "auto", 0, 0]), "{scheme}");
            let here = "return [...document.querySelectorAll('.site-parts a')].map((link) => getComputedStyle(link).borderBottomColor)
                .map((colour, at, all) => colour === all[1]).filter((same) => !same).length";
            assert_eq!(visitor.run(here).await, json!(1), "{scheme}: one part is marked");
        }
    });
}
