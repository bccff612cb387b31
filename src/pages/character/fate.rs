//! What becomes of a character: outcome, certainty, cause, agents, place, caution, evidence, and the way
//! there.

use crate::components::{character_link, evidence, fate_account, fate_mark, gate, link};
use crate::head::capitalized;
use crate::markup::{Element, Part, element, entry, remark, section};
use crate::messages::Messages;
use crate::site::Site;
use crate::view::View;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Certainty, CharacterId, TermId, Vocabulary};
use desenlace_core::packed::Fate;
use yew::Html;

/// The fate of a character.
pub(super) fn fate_section(site: &Site, number: CharacterId) -> Element {
    let words = &site.messages().character;
    let fate = &site.corpus.fates[number.index()];
    if site.hides_character(number) {
        let film = site.corpus.characters[number.index()].film.get();
        return section("fate", words.fate).class("fate").with(gate(site, film));
    }
    let same = View::filtered(site.language(), Gallery::Fates, Facet::Outcome, fate.outcome.get().0);
    let outcome = link(site, same).with(fate_mark(site, number.0));
    section("fate", words.fate)
        .class("fate tells")
        .with(element("p").class("fate-head").with(outcome))
        .with(fate_account(site, number.0))
        .with(circumstances(site, fate))
        .with(fate.caution.as_ref().map(|caution| remark(words.caution, site.text(caution))))
        .with(evidence(site, &fate.passages))
        .with(trajectory(site, fate))
}

/// Certainty, cause, agents and place.
fn circumstances(site: &Site, fate: &'static Fate) -> Element {
    let words = site.messages();
    let certainty = fate.certainty.get();
    let note = element("p").class("fact-note").with(words.certainty.untold_note);
    let certain = element("dd")
        .with(capitalized(certainty_name(words, certainty)))
        .with((certainty == Certainty::Untold).then_some(note));
    let hedged = |part: Element, certainty| part.with(hedge(words, certainty));
    let term = |vocabulary, term: TermId, certainty| {
        let name = capitalized(site.term_name(vocabulary, term));
        hedged(element("dd").with(name), certainty)
    };
    let cause = fate.cause.as_ref().map(|cause| {
        entry(words.character.cause).with(term(Vocabulary::Causes, cause.term.get(), cause.certainty.get()))
    });
    let agents = fate.agents.iter().map(|agent| {
        let link = character_link(site, agent.character.get().0);
        hedged(element("dd").with(link), agent.certainty.get())
    });
    let place = fate.place.as_ref().map(|place| {
        entry(words.character.place).with(term(Vocabulary::Places, place.place.get(), place.certainty.get()))
    });
    element("dl")
        .class("circumstances")
        .with(entry(words.character.certainty).with(certain))
        .with(cause)
        .with(entry(words.character.agents).only_with(agents))
        .with(place)
}

/// The steps that lead to the fate, in the order of the story; nothing where there are none.
fn trajectory(site: &Site, fate: &'static Fate) -> Option<Html> {
    let steps = fate.trajectory.iter().map(|step| {
        let condition = site.term_name(Vocabulary::Conditions, step.condition.get());
        element("li").with(element("span").class("step").with(condition)).with(evidence(site, &step.passages))
    });
    let list = element("ol").class("trajectory").only_with(steps)?;
    let heading = element("h3").with(site.messages().character.trajectory);
    Some([heading, list].into_iter().map(Part::html).collect())
}

/// What says behind a claim how certain it is; nothing where it is stated.
fn hedge(words: &Messages, certainty: Certainty) -> Option<String> {
    (certainty != Certainty::Stated).then(|| [" (", certainty_name(words, certainty), ")"].concat())
}

/// The word for a certainty.
fn certainty_name(words: &Messages, certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => words.certainty.stated,
        Certainty::Implied => words.certainty.implied,
        Certainty::DeclaredUnknown => words.certainty.declared_unknown,
        Certainty::Untold => words.certainty.untold,
    }
}
