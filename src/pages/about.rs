//! What this is: the thread, the evidence, how to read the marks, the data, the bibliography.

use crate::site::Site;
use crate::threads::mark_glyph;
use desenlace_core::model::Mark;
use yew::prelude::*;

/// The page about the site.
pub fn about_page(site: &Site) -> Html {
    let words = &site.messages().about;
    let marks = [
        (Mark::Knot, false, words.mark_knot),
        (Mark::Knot, true, words.mark_knot_implied),
        (Mark::Open, false, words.mark_open),
        (Mark::Bars, false, words.mark_bars),
        (Mark::Fade, false, words.mark_fade),
        (Mark::Dots, false, words.mark_dots),
        (Mark::Split, false, words.mark_split),
    ];
    html! {
        <article class="about">
            <header class="page-head">
                <h1 id="title" tabindex="-1">{ words.title }</h1>
                <p class="lead">{ words.thread }</p>
            </header>
            <section>
                <h2>{ words.evidence_title }</h2>
                <p>{ words.evidence }</p>
            </section>
            <section>
                <h2>{ words.marks_title }</h2>
                <ul class="marks">
                    { for marks.map(|(mark, hollow, text)| html! { <li>{ mark_glyph(mark, hollow) }{ text }</li> }) }
                </ul>
            </section>
            <section>
                <h2>{ words.privacy_title }</h2>
                <p>{ words.privacy }</p>
            </section>
            <section>
                <h2>{ words.data_title }</h2>
                <p>
                    { words.data }{ " " }<a href="data/corpus.json">{ words.data_corpus }</a>
                    { ", " }<a href="data/corpus.schema.json">{ words.data_schema }</a>
                </p>
            </section>
            <section aria-labelledby="sources">
                <h2 id="sources">{ words.sources_title }</h2>
                <dl class="bibliography">
                    { for site.corpus.sources.iter().map(|source| html! {
                        <div>
                            <dt>{ source.id.as_str() }</dt>
                            <dd>
                                { site.text(&source.description) }
                                if let Some(address) = source.address.as_ref() {
                                    { " · " }<span class="address">{ address.as_str() }</span>
                                }
                            </dd>
                        </div>
                    }) }
                </dl>
            </section>
        </article>
    }
}
