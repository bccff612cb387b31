//! Elements built by plain calls: `element("p").class("lead").with(text)`.
//!
//! The same as `html!` writes, at a tenth of its size: the macro puts some 250 bytes of Wasm in place for every
//! element, a call here costs about ten. It knows elements only; what they mean is the business of
//! [`components`](crate::components) and [`pages`](crate::pages).

use std::ops::Range;
use std::rc::Rc;
use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html};

/// An element that is being built.
#[must_use]
pub struct Element(Box<VTag>);

/// An element without attributes and content.
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(VTag::new(tag)))
}

/// A section that is named by its heading, which can have the focus, so that an address may lead there.
pub fn section(id: &'static str, title: &'static str) -> Element {
    let heading = element("h2").set("id", id).set("tabindex", "-1").with(title);
    element("section").set("aria-labelledby", id).with(heading)
}

/// The main heading of a page: it gets the focus when the page is turned.
pub fn title() -> Element {
    element("h1").set("id", "title").set("tabindex", "-1")
}

/// An entry of a `dl`, as far as its term; what is said of it follows by [`Element::told`].
pub fn entry(term: impl Part) -> Element {
    element("div").with(element("dt").with(term))
}

/// A remark set apart, behind a word in bold.
pub fn remark(word: &'static str, text: &'static str) -> Element {
    element("aside").class("note").with(element("p").with(element("b").with(word)).with(" ").with(text))
}

/// A button that does nothing yet.
pub fn button() -> Element {
    element("button").set("type", "button")
}

/// A text with some stretches of it marked, in bytes, ascending and apart.
pub fn marked(text: &str, stretches: &[Range<usize>]) -> VList {
    let mut list = VList::new();
    let mut written = 0;
    let mut add = |text: Option<&str>, mark: bool| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let text = text.to_owned();
            list.add_child(if mark { element("mark").with(text).html() } else { text.html() });
        }
    };
    for stretch in stretches {
        add(text.get(written..stretch.start), false);
        add(text.get(stretch.clone()), true);
        written = stretch.end;
    }
    add(text.get(written..), false);
    list
}

/// Words that are only heard, not seen.
pub fn heard(words: impl Part) -> Element {
    element("span").class("visually-hidden").with(words)
}

/// A sign that is only seen, not heard.
pub fn seen(sign: impl Part) -> Element {
    element("span").set("aria-hidden", "true").with(sign)
}

impl Element {
    /// Adds a class.
    pub fn class(mut self, class: &'static str) -> Self {
        let present = self.0.attributes.iter().find(|(name, _)| *name == "class").map(|(_, value)| value);
        let classes = match present {
            Some(present) => AttrValue::from([present, " ", class].concat()),
            None => AttrValue::Static(class),
        };
        self.0.add_attribute("class", classes);
        self
    }

    /// Adds a class under a condition.
    pub fn class_if(self, condition: bool, class: &'static str) -> Self {
        if condition { self.class(class) } else { self }
    }

    /// Sets an attribute.
    pub fn set(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.0.add_attribute(name, value.into());
        self
    }

    /// Sets an attribute that has no value, under a condition.
    pub fn flag(self, condition: bool, name: &'static str) -> Self {
        if condition { self.set(name, name) } else { self }
    }

    /// Says of a link that it leads to what is shown.
    pub fn current(self, current: bool) -> Self {
        if current { self.set("aria-current", "page") } else { self }
    }

    /// Says in which language the content is, where it is another than around it.
    pub fn language(self, tag: Option<&'static str>) -> Self {
        match tag {
            Some(tag) => self.set("lang", tag),
            None => self,
        }
    }

    /// Sets what an input holds.
    pub fn value(mut self, value: String) -> Self {
        self.0.set_value(AttrValue::from(value));
        self
    }

    /// Sets whether an input is checked.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Tells the element from its siblings when they change.
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Calls back on an event.
    pub fn on(mut self, kind: fn() -> ListenerKind, callback: Callback<web_sys::Event>) -> Self {
        self.0.add_listener(Rc::new(On { kind, callback }));
        self
    }

    /// Calls back on a click.
    pub fn on_click(self, callback: Callback<web_sys::Event>) -> Self {
        self.on(|| ListenerKind::onclick, callback)
    }

    /// Calls back on typing.
    pub fn on_input(self, callback: Callback<web_sys::Event>) -> Self {
        self.on(|| ListenerKind::oninput, callback)
    }

    /// Calls back on a choice.
    pub fn on_change(self, callback: Callback<web_sys::Event>) -> Self {
        self.on(|| ListenerKind::onchange, callback)
    }

    /// Adds content.
    pub fn with(mut self, part: impl Part) -> Self {
        self.0.add_child(part.html());
        self
    }

    /// Adds any number of parts. Those that may change must come alone, or with keys.
    pub fn with_all(self, parts: impl IntoIterator<Item = impl Part>) -> Self {
        self.with(listed(parts))
    }

    /// Adds any number of parts; where there are none, nothing is left of the element.
    pub fn only_with(self, parts: impl IntoIterator<Item = impl Part>) -> Option<Self> {
        let parts = listed(parts);
        (!parts.is_empty()).then(|| self.with(parts))
    }

    /// Adds parts with something between them.
    pub fn joined(mut self, between: &'static str, parts: impl IntoIterator<Item = impl Part>) -> Self {
        let mut before = None;
        for part in parts {
            self = self.with(before).with(part);
            before = Some(between);
        }
        self
    }

    /// Adds a `dd` with this content.
    pub fn told(self, part: impl Part) -> Self {
        self.with(element("dd").with(part))
    }
}

/// What can be content: text, elements, and either of them or nothing.
pub trait Part {
    /// The content.
    fn html(self) -> Html;
}

impl Part for Html {
    fn html(self) -> Html {
        self
    }
}

impl Part for Element {
    fn html(self) -> Html {
        (*self.0).into()
    }
}

impl Part for VList {
    fn html(self) -> Html {
        self.into()
    }
}

impl Part for &'static str {
    fn html(self) -> Html {
        text(self.into())
    }
}

impl Part for String {
    fn html(self) -> Html {
        text(self.into())
    }
}

impl<P: Part> Part for Option<P> {
    fn html(self) -> Html {
        self.map(Part::html).unwrap_or_default()
    }
}

fn text(text: AttrValue) -> Html {
    VText::new(text).into()
}

fn listed(parts: impl IntoIterator<Item = impl Part>) -> VList {
    let mut list = VList::new();
    for part in parts {
        list.add_child(part.html());
    }
    list
}

/// Listens to one kind of event.
struct On {
    kind: fn() -> ListenerKind,
    callback: Callback<web_sys::Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: web_sys::Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
