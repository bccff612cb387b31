//! What a visitor can do with questions: fill slots, read who fits and why, follow the evidence, pick a question to
//! begin with.

use super::IDS;
use super::host::Host;
use super::visitor::{Visitor, visit, visit_without_javascript};
use serde_json::json;

const COUNT: &str = "return document.querySelector('.answer-count').textContent";

impl Visitor {
    /// Chooses from the list of a slot, by what the choice is called.
    pub(crate) async fn fills(&self, slot: &str, name: &str) {
        let script = format!(
            "const list = document.querySelector('select[name={slot}]');
             const option = [...list.options].find(option => option.text === '{name}');
             list.focus(); list.value = option.value; list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        );
        self.shows_a_hand().await;
        self.run(&script).await;
    }
}

#[test]
fn filling_the_slots_of_a_question_answers_it_with_its_evidence() {
    visit(async |visitor| {
        visitor.open("en/questions/").await;
        visitor.fills("relation", "is informed on by").await;
        visitor.sees(IDS, json!(["nene", "the-gang"])).await;
        visitor.fills("also", "is a lover of that person").await;
        visitor.sees(IDS, json!(["nene"])).await;
        visitor.fills("outcome", "dies").await;
        visitor.sees_address("en/questions/?inverse-relation=informs-on&also=lover-of&outcome=dies").await;
        visitor.sees(COUNT, json!("1 character")).await;
        visitor.sees("return document.activeElement.name", json!("outcome")).await;
        visitor.click("#results .evidence a").await;
        visitor.sees("return document.activeElement.classList.contains('passage')", json!(true)).await;
        visitor.back().await;
        visitor.sees(IDS, json!(["nene"])).await;
    });
}

#[test]
fn back_empties_a_slot_that_was_filled() {
    visit(async |visitor| {
        visitor.open("es/questions/").await;
        visitor.fills("outcome", "muere").await;
        visitor.sees_address("es/questions/?outcome=dies").await;
        visitor.fills("film", "La fuga").await;
        visitor.sees_address("es/questions/?film=la-fuga&outcome=dies").await;
        visitor.back().await;
        visitor.sees("return document.querySelector('select[name=film]').value", json!("")).await;
        visitor
            .sees(
                "return document.querySelector('select[name=outcome]').selectedOptions[0].text",
                json!("muere"),
            )
            .await;
        visitor.back().await;
        visitor.sees("return document.querySelector('select[name=outcome]').value", json!("")).await;
        visitor.sees(COUNT, json!("")).await;
    });
}

#[test]
fn a_question_that_nobody_fits_says_which_slot_to_lift() {
    visit(async |visitor| {
        visitor.open("en/questions/?inverse-relation=informs-on&film=la-fuga").await;
        visitor.sees(IDS, json!([])).await;
        visitor.sees(COUNT, json!("Nobody fits all of this at once.")).await;
        let lift = "return [...document.querySelectorAll('#results ~ div a')].map(link => link.textContent)";
        visitor.sees_in(lift, json!("Without “La fuga”: 2 characters")).await;
        visitor.click("#results ~ div a[href$='informs-on']").await;
        visitor.sees(IDS, json!(["nene", "the-gang"])).await;
    });
}

#[test]
fn where_fates_are_hidden_no_question_says_that_nobody_fits_it() {
    visit(async |visitor| {
        visitor.open("en/questions/?relation=kills&outcome=dies").await;
        visitor.sees(COUNT, json!("3 characters")).await;
        visitor.click("#hide-fates").await;
        visitor.sees(IDS, json!([])).await;
        visitor.sees(COUNT, json!("")).await;
        visitor.sees("return document.querySelector('#results ~ div a')", json!(null)).await;
        visitor.sees("return document.querySelector('.ready')", json!(null)).await;
    });
}

#[test]
fn a_question_to_begin_with_is_asked_from_the_gallery_and_reads_as_the_title() {
    visit(async |visitor| {
        visitor.open("pt/films/").await;
        visitor.click(".ready-made a").await;
        visitor.sees(IDS, json!(["nene"])).await;
        visitor
            .sees(
                "return document.title",
                json!("Quem sofre a delação de alguém que tem uma relação amorosa com a pessoa em questão, e no fim morre? · Desenlace"),
            )
            .await;
        visitor.click(".ready-made li:nth-child(2) a").await;
        visitor.sees(IDS, json!(["vivi", "giselle"])).await;
        visitor.sees("return document.activeElement.id", json!("title")).await;
    });
}

#[test]
fn without_a_program_the_questions_to_begin_with_stand_there_with_their_answers() {
    let host = Host::open("/", |_, _| {});
    visit_without_javascript(host.root(), async |visitor| {
        visitor.go("en/questions/").await;
        let text = visitor.text("main").await;
        for part in ["Who informs on somebody?", "Vivi (Plata quemada)", "Giselle (Plata quemada)"] {
            assert!(text.contains(part), "{text}");
        }
    });
}
