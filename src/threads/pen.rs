//! Writes SVG path data with one decimal, from whole tenths: the float formatting of the standard library
//! would cost more than everything else here. It knows nothing of what it draws.

/// A length in tenths of a pixel.
pub(super) type Tenths = i32;

/// Writes a length.
pub(super) fn write(tenths: Tenths, into: &mut String) {
    if tenths < 0 {
        into.push('-');
    }
    let size = tenths.unsigned_abs();
    let mut digits = [0_u8; 10];
    let mut rest = size / 10;
    let mut count = 0;
    while count == 0 || rest > 0 {
        digits[count] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        count += 1;
    }
    into.extend(digits[..count].iter().rev().map(|digit| char::from(*digit)));
    if !size.is_multiple_of(10) {
        into.push('.');
        into.push(char::from(b'0' + u8::try_from(size % 10).unwrap_or(0)));
    }
}

/// A length as text.
#[must_use]
pub(super) fn text(tenths: Tenths) -> String {
    let mut text = String::new();
    write(tenths, &mut text);
    text
}

/// A point: how far along the telling, and how far across it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    /// Along the telling.
    pub(super) along: Tenths,
    /// Across it.
    pub(super) across: Tenths,
}

/// Draws one path. Where the threads run downwards, the axes are swapped on paper only.
#[derive(Debug, Default)]
pub(super) struct Pen {
    data: String,
    downwards: bool,
    at: Point,
    waiting: bool,
    /// The stretches that are loose, each a path of its own.
    loose: String,
    /// Where the loose stretch that is being drawn begins in the data.
    loose_from: Option<usize>,
}

impl Pen {
    /// A pen at a point.
    #[must_use]
    pub(super) fn at(point: Point, downwards: bool) -> Self {
        let mut pen = Self { downwards, at: point, ..Self::default() };
        pen.data.push('M');
        pen.point(point);
        pen
    }

    /// Says whether what is drawn from here on is loose.
    pub(super) fn loosen(&mut self, loose: bool) {
        if loose == self.loose_from.is_some() {
            return;
        }
        self.settle();
        let here = self.data.len();
        match self.loose_from.take() {
            Some(from) => self.loose.push_str(&self.data[from..]),
            None => {
                self.data.push('M');
                self.point(self.at);
                self.loose_from = Some(here);
            }
        }
    }

    /// Draws straight along the telling; several in a row become one.
    pub(super) fn run(&mut self, along: Tenths) {
        self.waiting |= along != self.at.along;
        self.at.along = along;
    }

    /// Swings to a point, leaving and arriving along the telling.
    pub(super) fn swing(&mut self, to: Point) {
        if to.across == self.at.across {
            self.run(to.along);
            return;
        }
        self.settle();
        let middle = (self.at.along + to.along) / 2;
        self.data.push('C');
        self.point(Point { along: middle, across: self.at.across });
        self.data.push(' ');
        self.point(Point { along: middle, across: to.across });
        self.data.push(' ');
        self.point(to);
        self.at = to;
    }

    /// The finished path data, of the whole and of its loose stretches.
    #[must_use]
    pub(super) fn finish(mut self) -> (String, String) {
        self.loosen(false);
        self.settle();
        (self.data, self.loose)
    }

    fn settle(&mut self) {
        if std::mem::take(&mut self.waiting) {
            self.data.push(if self.downwards { 'V' } else { 'H' });
            write(self.at.along, &mut self.data);
        }
    }

    fn point(&mut self, point: Point) {
        let (x, y) = if self.downwards { (point.across, point.along) } else { (point.along, point.across) };
        write(x, &mut self.data);
        self.data.push(' ');
        write(y, &mut self.data);
    }
}
