//! A question put into words: which words stand around which slot, and what a filled slot is called. It does not
//! know whether the slots are drawn as text or as lists to choose from.

use crate::contraction::contract;
use crate::messages::{Messages, messages};
use crate::view::{Filling, Question, Slot};
use desenlace_core::facet::Facet;
use desenlace_core::model::{Language, Vocabulary};
use desenlace_core::packed::Corpus;

/// A part of a question in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Words, with the spaces around them.
    Words(&'static str),
    /// The place of a slot.
    Slot(Slot),
}

/// The parts of a question in the order of reading. Empty slots are left out, or, where all are `offered`, stand
/// for *any*; those that ask about somebody else are offered as soon as there is somebody else.
#[must_use]
pub fn wording(words: &Messages, question: Question, offered: bool) -> Vec<Wording> {
    use Wording::Words;
    let question_words = &words.question;
    let company = question.has_company();
    let is_filled = |slot| question.filling(slot).is_some();
    let mut parts = vec![Words(question_words.who)];
    for slot in Slot::ALL {
        let filled = is_filled(slot);
        let of_company = matches!(slot, Slot::By | Slot::Also);
        if slot == Slot::Relation && company && !filled && !offered {
            parts.extend([Words(" "), Words(question_words.tied)]);
        }
        if slot == Slot::Relation && !company && !is_filled(Slot::Outcome) && !offered {
            parts.extend([Words(" "), Words(question_words.appears)]);
        }
        if slot == Slot::Outcome && (filled || offered) {
            if offered || company || is_filled(Slot::Theme) || is_filled(Slot::Film) {
                parts.push(Words(","));
            }
            if company {
                parts.extend([Words(" "), Words(words.gallery.and)]);
            }
            let ends = if filled { question_words.ends_like } else { question_words.ends };
            parts.extend([Words(" "), Words(ends)]);
        }
        if filled || (offered && (company || !of_company)) {
            let [before, behind] = match (slot, filled) {
                (Slot::Role | Slot::By, true) => [" (", ")"],
                (Slot::Also, true) => [question_words.also_who, ""],
                (Slot::Theme, true) => [question_words.with_theme, ""],
                (Slot::Film, true) => [question_words.in_film, ""],
                (Slot::Also | Slot::Theme | Slot::Film, false) => [", ", ""],
                _ => [" ", ""],
            };
            parts.extend([Words(before), Wording::Slot(slot), Words(behind)]);
        }
        if slot == Slot::Relation && company {
            parts.extend([Words(" "), Words(question_words.somebody)]);
        }
    }
    parts.push(Words("?"));
    parts
}

/// What a filled slot is called. A second relation is read from the side of the other, to whom it belongs in the
/// sentence.
#[must_use]
pub fn filling_name(corpus: &Corpus, slot: Slot, filling: Filling, language: Language) -> String {
    let value = filling.value as usize;
    let term = |vocabulary| corpus.terms(vocabulary).get(value);
    match (slot, slot.facet().vocabulary()) {
        (Slot::Relation, _) => term(Vocabulary::RelationKinds)
            .map(|kind| kind.relation_label(filling.inverse, language).to_owned()),
        (Slot::Also, _) => term(Vocabulary::RelationKinds).map(|kind| {
            let label = kind.relation_label(!filling.inverse, language);
            let (label, them) = contract(language, label, messages(language).question.them);
            [&label, " ", them].concat()
        }),
        (_, Some(vocabulary)) => term(vocabulary).map(|term| term.name.get(language).to_owned()),
        (_, None) => corpus.films.get(value).map(|film| film.title.to_owned()),
    }
    .unwrap_or_default()
}

/// The name of a slot.
#[must_use]
pub fn slot_name(words: &Messages, slot: Slot) -> &'static str {
    match (slot, slot.facet()) {
        (Slot::By, _) => words.question.by,
        (Slot::Also, _) => words.question.also,
        (_, Facet::Role) => words.facet.role,
        (_, Facet::RelationKind) => words.facet.relation,
        (_, Facet::Theme) => words.facet.theme,
        (_, Facet::Film) => words.facet.film,
        _ => words.facet.outcome,
    }
}

/// A question as a sentence, without the slots that are empty.
#[must_use]
pub fn sentence(corpus: &Corpus, question: Question, language: Language) -> String {
    let mut sentence = String::new();
    for part in wording(messages(language), question, false) {
        match part {
            Wording::Words(words) => sentence.push_str(words),
            Wording::Slot(slot) => {
                let name =
                    question.filling(slot).map(|filling| filling_name(corpus, slot, filling, language));
                sentence.extend(name);
            }
        }
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::corpus;
    use crate::view::{Page, View};

    #[track_caller]
    fn check(query: &str, expect: [&str; 3]) {
        let corpus = corpus().unwrap();
        let (view, problems) = View::at(corpus, &["en/questions/?", query].concat());
        assert_eq!(problems, []);
        let Page::Questions(question) = view.page else { panic!("not a question: {query}") };
        assert_eq!(Language::ALL.map(|language| sentence(corpus, question, language)), expect);
    }

    #[test]
    fn a_question_reads_as_a_sentence_whatever_is_filled() {
        check(
            "inverse-relation=informs-on&also=lover-of&outcome=dies",
            [
                "Who is informed on by somebody who is a lover of that person, and in the end dies?",
                "¿Quién sufre la delación de alguien que tiene una relación amorosa con esa persona, y al final muere?",
                "Quem sofre a delação de alguém que tem uma relação amorosa com a pessoa em questão, e no fim morre?",
            ],
        );
        check(
            "by=police-officer&theme=informing&film=plata-quemada",
            [
                "Who has some tie to somebody (police officer), with the theme informing, in Plata quemada?",
                "¿Quién tiene algún vínculo con alguien (policía), con el tema delación, en Plata quemada?",
                "Quem tem algum laço com alguém (policial), com o tema delação, em Plata quemada?",
            ],
        );
        check(
            "role=fugitive&outcome=declared-unknown",
            [
                "Who (fugitive) in the end declared unknown?",
                "¿Quién (en fuga) al final destino declarado desconocido?",
                "Quem (em fuga) no fim destino declarado desconhecido?",
            ],
        );
        check(
            "role=narrator",
            ["Who (narrator) appears?", "¿Quién (voz narradora) aparece?", "Quem (voz narradora) aparece?"],
        );
    }

    #[test]
    fn a_second_relation_is_read_from_the_side_of_the_other() {
        check(
            "relation=loves&inverse-also=cares-for",
            [
                "Who loves somebody who cares for that person?",
                "¿Quién ama a alguien que cuida a esa persona?",
                "Quem ama alguém que cuida da pessoa em questão?",
            ],
        );
    }

    #[test]
    fn every_slot_is_offered_and_those_of_somebody_else_only_where_there_is_somebody() {
        let offered = |question| {
            let parts = wording(messages(Language::En), question, true);
            parts.iter().filter(|part| matches!(part, Wording::Slot(_))).count()
        };
        assert_eq!(offered(Question::default()), Slot::COUNT - 2);
        let filling = Filling { value: 0, inverse: false };
        assert_eq!(offered(Question::default().with(Slot::By, Some(filling))), Slot::COUNT);
    }
}
