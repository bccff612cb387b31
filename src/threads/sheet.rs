//! The measures of a drawing: where columns stand, how much room labels take, and how heights become points
//! on a page. It knows nothing of who lies beside whom.

use super::Size;
use super::label::{self, LINE, Label, Stand};
use super::layout::Place;
use super::pen::{Point, Tenths};
use super::place::{Room, Spacing};
use super::story::{Story, Strand};

/// The width of the map.
const MAP_WIDTH: Tenths = 12_000;
/// About how high the map would best be.
const MAP_HEIGHT: Tenths = 4000;
/// The size of a cover.
const COVER: Place = Place { x: 3200, y: 1800 };
/// Between two events that run downwards.
const COLUMN_PITCH: Tenths = 280;
/// The room of the numbers beside events that run downwards.
const NUMBERS: Tenths = 200;
/// The room of a line of words, above and below its middle.
const HALF_LINE: Tenths = 85;

/// The measures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// How far apart threads lie.
    pub(super) spacing: Spacing,
    size: Size,
    pitch: Tenths,
    /// Where the first column stands.
    first: Tenths,
    /// Behind the last column.
    after: Tenths,
    last_column: i32,
    lead: Tenths,
    /// The least and the greatest height, how they are stretched (in 256ths), and where they begin.
    reach: (Tenths, Tenths),
    stretch: i32,
    margin: Tenths,
}

impl Sheet {
    /// The measures of a story, before anything has a height.
    pub(super) fn of(story: &Story, size: Size) -> Self {
        let last_column = i32::try_from(story.occasions.len()).unwrap_or(i32::MAX) - 1;
        let spans = last_column.max(1);
        let mut sheet = Self {
            spacing: Spacing {
                together: 75,
                apart: 200,
                labels_along: size == Size::Map,
                longest_run: i32::MAX,
                compactness: 1,
            },
            size,
            pitch: COLUMN_PITCH,
            first: 0,
            after: 0,
            last_column,
            lead: 240,
            reach: (0, 0),
            stretch: 256,
            margin: 240,
        };
        match size {
            Size::Cover => {
                sheet.spacing = Spacing { together: 36, apart: 100, ..sheet.spacing };
                sheet.margin = 200;
                sheet.lead = 100;
                (sheet.first, sheet.after) = (sheet.margin + 40, sheet.margin + 100);
                sheet.pitch = (COVER.x - sheet.first - sheet.after) / spans;
            }
            Size::Map => {
                sheet.pitch = MAP_WIDTH / spans;
                // Wider columns leave more room for labels beside them: from above, this comes to rest.
                for _ in 0..8 {
                    sheet.lead = sheet.pitch.clamp(220, 400);
                    sheet.first =
                        sheet.most(story, |sheet, strand| sheet.before(strand) - sheet.start(strand));
                    sheet.after = sheet.most(story, |sheet, strand| {
                        sheet.behind(strand) - (sheet.last_column * sheet.pitch - sheet.finish(strand))
                    });
                    sheet.pitch = (MAP_WIDTH - sheet.first - sheet.after).max(spans * 100) / spans;
                }
            }
            Size::Column => {
                sheet.spacing =
                    Spacing { together: 70, apart: 160, longest_run: 6, compactness: 2, ..sheet.spacing };
                (sheet.margin, sheet.lead) = (120, COLUMN_PITCH);
            }
        }
        sheet
    }

    /// The columns in which a thread takes room, given by how many steps its labels stand further out.
    pub(super) fn life(&self, strand: &Strand, stand: Stand) -> (i32, i32) {
        let (first, last) = columns_of(strand);
        let reach = |length: Tenths| (length + self.pitch - 1) / self.pitch;
        match self.size {
            Size::Cover => (first, last + 2),
            Size::Map => (first - reach(self.before(strand)), last + reach(self.behind(strand))),
            Size::Column => (first - 1 - stand.name_steps, last + 1 + stand.words_steps),
        }
    }

    /// The fewer threads there are beside each other, the further apart they lie.
    pub(super) fn loosen(&mut self, lives: &[(i32, i32)]) {
        if self.size == Size::Map {
            let beside =
                |column: i32| lives.iter().filter(|life| life.0 <= column && column <= life.1).count();
            let most = (0..=self.last_column).map(beside).max().unwrap_or(1);
            self.spacing.apart = (MAP_HEIGHT / i32::try_from(most).unwrap_or(i32::MAX)).clamp(220, 340);
        }
    }

    /// The room that the labels of a thread take.
    pub(super) fn rooms(&self, strand: &Strand, stand: Stand) -> Vec<Room> {
        let (first, last) = columns_of(strand);
        let life = self.life(strand, stand);
        let half = HALF_LINE + LINE / 2 * i32::from(label::lines(strand, self.downwards()).len() > 1);
        match self.size {
            Size::Cover => Vec::new(),
            Size::Map => vec![
                Room { from: life.0, to: first - 1, before: 100, after: 100 },
                Room { from: last + 1, to: life.1, before: half, after: half },
            ],
            Size::Column => {
                let room = |column, turned: bool, width: Tenths| {
                    let (near, far) = (60, 120 + width);
                    let (before, after) = if turned { (far, near) } else { (near, far) };
                    Room { from: column, to: column, before, after }
                };
                vec![
                    room(life.0, stand.name_before, label::name_width(strand)),
                    room(life.1, stand.words_before, label::words_width(strand, true)),
                ]
            }
        }
    }

    /// The measures once heights are known.
    pub(super) fn fitted(mut self, story: &Story, reach: (Tenths, Tenths), stands: &[Stand]) -> Self {
        self.reach = reach;
        let height = (reach.1 - reach.0).max(1);
        match self.size {
            Size::Cover => {
                let room = COVER.y - 2 * self.margin;
                self.stretch = (room * 256 / height).min(256 * 32 / 10);
                self.margin = (COVER.y - height * self.stretch / 256) / 2;
            }
            Size::Map => {}
            Size::Column => {
                let lives =
                    || story.strands.iter().zip(stands).map(|(strand, stand)| self.life(strand, *stand));
                let before = lives().map(|life| -life.0).max().unwrap_or(0).max(0);
                let behind = lives().map(|life| life.1 - self.last_column).max().unwrap_or(0).max(0);
                (self.first, self.after) = (before * self.pitch + 200, behind * self.pitch + 300);
            }
        }
        self
    }

    /// Whether the telling runs downwards.
    pub(super) fn downwards(&self) -> bool {
        self.size == Size::Column
    }

    /// Where a column stands.
    pub(super) fn along(&self, column: i32) -> Tenths {
        self.first + column * self.pitch
    }

    /// Where a height lies.
    pub(super) fn across(&self, height: Tenths) -> Tenths {
        self.gutter() + self.margin + (height - self.reach.0) * self.stretch / 256
    }

    /// For how long a thread runs straight on both sides of an event.
    pub(super) fn flat(&self) -> Tenths {
        (self.pitch / 7).min(40)
    }

    /// How much further than to the next column a thread may swing, on a run of so many columns.
    pub(super) fn ease(&self, columns: i32, height: Tenths) -> Tenths {
        (height / 2 - self.pitch).min(columns * self.pitch * 2 / 5).clamp(0, self.pitch * 2)
    }

    /// Where a thread begins and ends.
    pub(super) fn ends(&self, strand: &Strand, stand: Stand) -> (Tenths, Tenths) {
        let (first, last) = columns_of(strand);
        let lead = if self.size == Size::Cover { 40 } else { self.lead };
        (
            self.along(first) - lead - stand.name_steps * self.pitch,
            self.along(last) + self.lead + stand.words_steps * self.pitch,
        )
    }

    /// Where the lines of the columns begin and end across.
    pub(super) fn line(&self) -> (Tenths, Tenths) {
        match self.size {
            Size::Cover => (0, COVER.y),
            Size::Map | Size::Column => (self.gutter(), self.across(self.reach.1) + self.margin),
        }
    }

    /// The room for numbers before the lines. Where the telling runs downwards they stand where a narrow window begins to
    /// scroll sideways.
    fn gutter(&self) -> Tenths {
        if self.downwards() { NUMBERS } else { 0 }
    }

    /// Where the number of a column stands.
    pub(super) fn number(&self, along: Tenths) -> Place {
        if self.downwards() {
            Place { x: NUMBERS / 2, y: along + 40 }
        } else {
            Place { x: along, y: self.line().1 + 160 }
        }
    }

    /// Where what joins the numbers of two columns ends before a column, and where it begins behind it.
    pub(super) fn rail(&self, along: Tenths) -> (Place, Place) {
        let across = if self.downwards() { NUMBERS / 2 } else { self.line().1 + 120 };
        let half = (self.pitch / 3).min(90);
        let at = |along| self.on_page(Point { along, across });
        (at(along - half), at(along + half))
    }

    /// A point on the page.
    pub(super) fn on_page(&self, point: Point) -> Place {
        if self.downwards() {
            Place { x: point.across, y: point.along }
        } else {
            Place { x: point.along, y: point.across }
        }
    }

    /// The size of the page.
    pub(super) fn page(&self) -> Place {
        match self.size {
            Size::Cover => COVER,
            Size::Map | Size::Column => {
                let along = self.along(self.last_column) + self.after;
                let below = if self.downwards() { 0 } else { 240 };
                self.on_page(Point { along, across: self.line().1 + below })
            }
        }
    }

    /// The name where a thread starts; covers have none.
    pub(super) fn name(&self, strand: &Strand, stand: Stand, start: Point) -> Option<Label> {
        let before = stand.name_before || !self.downwards();
        (self.size != Size::Cover).then(|| label::name(strand, before, self.on_page(start)))
    }

    /// The words where a thread ends; covers have none.
    pub(super) fn words(&self, strand: &Strand, stand: Stand, end: Point) -> Option<Label> {
        let before = stand.words_before && self.downwards();
        (self.size != Size::Cover).then(|| label::words(strand, before, self.downwards(), self.on_page(end)))
    }

    fn before(&self, strand: &Strand) -> Tenths {
        self.lead + label::NAME_GAP + label::name_width(strand) + 60
    }

    fn behind(&self, strand: &Strand) -> Tenths {
        self.lead + label::words_gap(strand, false) + label::words_width(strand, false) + 60
    }

    fn start(&self, strand: &Strand) -> Tenths {
        columns_of(strand).0 * self.pitch
    }

    fn finish(&self, strand: &Strand) -> Tenths {
        columns_of(strand).1 * self.pitch
    }

    fn most(&self, story: &Story, length: impl Fn(&Self, &Strand) -> Tenths) -> Tenths {
        story.strands.iter().map(|strand| length(self, strand)).max().unwrap_or(0)
    }
}

/// The first and the last column of a thread.
fn columns_of(strand: &Strand) -> (i32, i32) {
    let column =
        |occasion: Option<&usize>| occasion.and_then(|column| i32::try_from(*column).ok()).unwrap_or(0);
    (column(strand.occasions.first()), column(strand.occasions.last()))
}
