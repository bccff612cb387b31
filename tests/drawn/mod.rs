//! Elements as the page would be that holds them, without what a taking over needs. It knows no page.

use desenlace::site::Site;
use yew::{Component, Context, Html, LocalServerRenderer, Properties};

/// What is drawn already, as a component, because only components are rendered.
struct Drawn;

#[derive(Properties, Clone, PartialEq)]
struct DrawnProps {
    html: Html,
}

impl Component for Drawn {
    type Message = ();
    type Properties = DrawnProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().html.clone()
    }
}

/// The text with marks of something that a site draws.
pub(crate) fn drawn(site: &Site, draw: impl Fn(&Site) -> Html) -> String {
    let props = DrawnProps { html: draw(site) };
    futures_executor::block_on(LocalServerRenderer::<Drawn>::with_props(props).hydratable(false).render())
}
