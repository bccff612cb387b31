//! What each kind of page looks like, held against pictures of it. `cargo xtask test --renew-pictures` takes them anew.

use super::{DESK, PHONE, Screen, looks};
use crate::host::Host;
use crate::visitor::{Visitor, visit_at};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::{env, fs};

const PINNED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/pictures");
/// Set where the pictures are to be taken anew.
const RENEW: &str = "DESENLACE_RENEW_PICTURES";

/// A page of each kind, and the name of its picture.
const PAGES: [(&str, &str); 10] = [
    ("en/films/?theme=prison", "gallery"),
    ("es/characters/", "characters"),
    ("pt/fates/", "fates"),
    ("es/films/la-fuga/", "film"),
    ("pt/characters/nene/", "character"),
    ("en/themes/", "themes"),
    ("es/themes/prison/", "theme"),
    ("pt/parallels/", "parallels"),
    ("en/compare/?film=la-fuga&film=plata-quemada", "compare"),
    ("es/questions/?inverse-relation=informs-on&also=lover-of&outcome=dies", "question"),
];

/// Letters are drawn a little differently by each version of a browser, so what is compared is the mean of squares of so
/// many pixels.
const SQUARE: usize = 8;
/// By how much the means of two squares may differ, of 255.
const SHADE: u32 = 20;
/// How many squares may differ more, of a thousand.
const PER_THOUSAND: usize = 10;

/// A picture without transparency: rows of red, green and blue.
struct Picture {
    width: usize,
    bytes: Vec<u8>,
}

impl Picture {
    fn read(png: &[u8]) -> Self {
        let mut reader = png::Decoder::new(png).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        let samples = frame.color_type.samples();
        assert!(samples >= 3, "{:?}", frame.color_type);
        let bytes = bytes.chunks(samples).flat_map(|pixel| &pixel[..3]).copied().collect();
        Self { width: frame.width as usize, bytes }
    }

    /// The mean of every square, row by row; squares at the edge may be smaller.
    fn squares(&self) -> Vec<[u32; 3]> {
        let across = self.width.div_ceil(SQUARE);
        let mut sums = Vec::new();
        for (y, row) in self.bytes.chunks(self.width * 3).enumerate() {
            sums.resize((y / SQUARE + 1) * across, [0u32; 4]);
            for (x, pixel) in row.chunks(3).enumerate() {
                let sum = &mut sums[y / SQUARE * across + x / SQUARE];
                for (channel, value) in pixel.iter().enumerate() {
                    sum[channel] += u32::from(*value);
                }
                sum[3] += 1;
            }
        }
        sums.into_iter().map(|[red, green, blue, count]| [red, green, blue].map(|sum| sum / count)).collect()
    }

    /// How many squares of a thousand differ from those of another; all of them if the sizes do.
    fn difference(&self, other: &Self) -> usize {
        if (self.width, self.bytes.len()) != (other.width, other.bytes.len()) {
            return 1000;
        }
        let (ours, theirs) = (self.squares(), other.squares());
        let differ = |(one, two): &(&[u32; 3], &[u32; 3])| {
            one.iter().zip(two.iter()).any(|(one, two)| one.abs_diff(*two) > SHADE)
        };
        ours.iter().zip(&theirs).filter(differ).count() * 1000 / ours.len()
    }
}

/// A host whose fonts are waited for: on others they are there at once or not at all, as the network has it.
fn patient_host() -> Host {
    Host::open("/", |path, answer| {
        if path.ends_with(".css") {
            answer.edit(|style| style.replace("font-display:optional", "font-display:block"));
        } else if answer.kind.starts_with("text/html") {
            answer.edit(|page| page.replace("integrity=", "data-unchecked="));
        }
    })
}

/// Takes a picture of what is seen of a page, and holds it against the one of that name.
async fn looks_as_pinned(visitor: &Visitor, name: &str, complaints: &mut Vec<String>) {
    visitor.run_slowly("await document.fonts.ready; return true").await;
    let taken = visitor.picture().await;
    let pinned = Path::new(PINNED).join(name);
    if env::var_os(RENEW).is_some() {
        fs::create_dir_all(PINNED).unwrap();
        fs::write(pinned, taken).unwrap();
        return;
    }
    let difference = match fs::read(&pinned) {
        Ok(pinned) => Picture::read(&taken).difference(&Picture::read(&pinned)),
        Err(_) => 1000,
    };
    if difference > PER_THOUSAND {
        let place: PathBuf = env::temp_dir().join("desenlace-pictures").join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, taken).unwrap();
        complaints.push(format!("{name}: {difference} ‰ differ; as it looks now: {}", place.display()));
    }
}

#[test]
fn each_kind_of_page_looks_as_it_is_pinned() {
    let host = patient_host();
    let mut complaints = Vec::new();
    visit_at(host.root(), async |visitor| {
        for (address, name) in PAGES {
            let screens: [(Screen, &str); 2] = [(DESK, "light"), (PHONE, "dark")];
            for (screen, scheme) in screens {
                let features = json!([
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ]);
                looks(visitor, screen, features).await;
                visitor.open(address).await;
                looks_as_pinned(visitor, &format!("{name}-{scheme}.png"), &mut complaints).await;
            }
        }
    });
    assert!(
        complaints.is_empty(),
        "{complaints:#?}\nif they look as they should, renew them: cargo xtask test --renew-pictures"
    );
}

#[test]
fn a_picture_differs_from_another_as_much_as_is_seen() {
    let plain = |shade| Picture { width: 80, bytes: vec![shade; 80 * 80 * 3] };
    let mut spotted = plain(200);
    // Two squares of a hundred: one row of pixels through both of them, and both of them black.
    let black = |picture: &mut Picture, rows: usize| {
        for y in 0..rows {
            picture.bytes[y * 240..y * 240 + 48].fill(0);
        }
    };
    assert_eq!(plain(200).difference(&plain(210)), 0);
    black(&mut spotted, 1);
    assert_eq!(plain(200).difference(&spotted), 20);
    black(&mut spotted, 8);
    assert_eq!(plain(200).difference(&spotted), 20);
    assert_eq!(plain(200).difference(&plain(221)), 1000);
    assert_eq!(plain(200).difference(&Picture { width: 40, bytes: vec![200; 40 * 80 * 3] }), 1000);
}
