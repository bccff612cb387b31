//! Pictures for those who take no SVG: what a preview of a page shows, drawn from the threads of its film, and
//! the icons of the installed site. The colours are those of `styles/tokens.css`, by day.

use crate::Error;
use crate::template::{PREVIEW, preview};
use desenlace::site::Site;
use desenlace::threads::cover;
use desenlace::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::{FilmId, Language};
use desenlace_core::packed::Corpus;
use resvg::{tiny_skia, usvg};
use yew::{Callback, Component, Context, Html, Properties};

const PAPER: &str = "#f5f0e5";
/// The same for the threads as `styles/threads.css`, with lines as thick as the picture is large.
const STYLE: &str = "path{fill:none;stroke-linecap:round;stroke-linejoin:round}\
    .line{stroke-width:1.4}.weight-0 .line{stroke-width:1}.weight-2 .line{stroke-width:2}\
    .halo{stroke:#f5f0e5;stroke-width:3.6}.line,.mark-line{stroke:#5f574c}.mark-line{stroke-width:1.8}\
    .mark-dot{fill:#5f574c}.mark-ring{fill:#f5f0e5;stroke:#5f574c;stroke-width:1.8}\
    .dies .line,.dies .mark-line,.dies .mark-ring{stroke:#b9281a}.dies .mark-dot{fill:#b9281a}\
    .free .line,.free .mark-line,.free .mark-ring,.held .line,.held .mark-line,.held .mark-ring{stroke:#14695b}\
    .free .mark-dot,.held .mark-dot{fill:#14695b}.fade-2{opacity:.75}.fade-3{opacity:.5}";
/// The icon of the site: two threads, one of which ends in a knot.
const ICON: &str = include_str!("../../../styles/icon.svg");

/// Names and contents.
pub(crate) fn files(corpus: &'static Corpus) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut files = Vec::new();
    let covers =
        (0..).map(FilmId).take(corpus.films.len()).map(|film| drawn(film).map(|cover| (film, cover)));
    let covers = covers.collect::<Result<Vec<_>, _>>()?;
    for (film, cover) in &covers {
        let view = View::of(Language::default(), Page::Film(*film, None));
        files.push((preview(corpus, &view), png(&sheet(&[cover]), PREVIEW)?));
    }
    let all: Vec<&Cover> = covers.iter().map(|(_, cover)| cover).take(3).collect();
    let home = View::of(Language::default(), Page::Gallery(Gallery::Films));
    files.push((preview(corpus, &home), png(&sheet(&all), PREVIEW)?));
    // A maskable icon may be cut to a circle of four fifths of its width.
    for (name, size, share) in
        [("180", 180, 0.76), ("192", 192, 0.76), ("512", 512, 0.76), ("512-maskable", 512, 0.6)]
    {
        files.push((format!("icons/{name}.png"), png(&icon(share), (size, size))?));
    }
    Ok(files)
}

/// The cover of a film: what is in its picture, and the box it is drawn in.
struct Cover {
    svg: String,
    width: f32,
    height: f32,
}

/// Renders a piece of the page that is no page by itself.
struct Piece;

#[derive(Properties, PartialEq)]
struct PieceProps {
    film: u32,
}

impl Component for Piece {
    type Message = ();
    type Properties = PieceProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let view = View::of(Language::default(), Page::Gallery(Gallery::Films));
        // A damaged corpus was refused before.
        Site::open(view, Callback::noop())
            .map(|site| desenlace::markup::Part::html(cover(&site, FilmId(context.props().film))))
            .unwrap_or_default()
    }
}

fn drawn(film: FilmId) -> Result<Cover, Error> {
    let renderer =
        yew::LocalServerRenderer::<Piece>::with_props(PieceProps { film: film.0 }).hydratable(false);
    let svg = futures_executor::block_on(renderer.render());
    let view_box = svg.split("viewBox=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let mut sides = view_box.split(' ').skip(2).filter_map(|side| side.parse().ok());
    match (sides.next(), sides.next()) {
        (Some(width), Some(height)) => Ok(Cover { svg, width, height }),
        _ => Err(Error::Picture(format!("the cover of film {} has no size", film.0))),
    }
}

/// Covers beside each other on paper, as large as they can be.
fn sheet(covers: &[&Cover]) -> String {
    const MARGIN: f32 = 40.0;
    let (width, height) = (PREVIEW.0 as f32, PREVIEW.1 as f32);
    let lane = (width - MARGIN) / covers.len().max(1) as f32;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><style>{STYLE}</style>\
         <path style=\"fill:{PAPER}\" d=\"M0 0H{width}V{height}H0Z\"/>"
    );
    for (at, cover) in (0_u16..).zip(covers) {
        let scale = ((lane - MARGIN) / cover.width).min((height - 2.0 * MARGIN) / cover.height);
        let x = MARGIN + lane * f32::from(at) + (lane - MARGIN - scale * cover.width) / 2.0;
        let y = (height - scale * cover.height) / 2.0;
        svg += &format!("<g transform=\"translate({x} {y}) scale({scale})\">{}</g>", inside(&cover.svg));
    }
    svg + "</svg>"
}

/// The icon on paper, taking up a share of its width.
fn icon(share: f32) -> String {
    let margin = 16.0 * (1.0 - share);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" fill=\"{PAPER}\"/>\
         <g transform=\"translate({margin} {margin}) scale({share})\">{}</g></svg>",
        inside(ICON)
    )
}

/// What stands in the outermost element.
fn inside(svg: &str) -> &str {
    let begin = svg.find('>').map_or(0, |end| end + 1);
    let end = svg.rfind("</svg>").unwrap_or(svg.len());
    svg.get(begin..end).unwrap_or_default()
}

/// A drawing in pixels, as wide and high as asked for.
fn png(svg: &str, (width, height): (u32, u32)) -> Result<Vec<u8>, Error> {
    let error = |reason: &dyn std::fmt::Display| Error::Picture(reason.to_string());
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(|reason| error(&reason))?;
    let mut pixels = tiny_skia::Pixmap::new(width, height).ok_or_else(|| error(&"it has no size"))?;
    let scale = width as f32 / tree.size().width();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|reason| error(&reason))
}
