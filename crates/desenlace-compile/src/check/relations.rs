//! Relations: each written once, between two characters, and with a third only where the kind has one.

use crate::records::relations::Relation;
use crate::report::Report;
use crate::written::{Written, WrittenFilm};
use desenlace_core::model::Vocabulary;
use std::collections::BTreeSet;

/// The kind that has a third: *mistakes* … *for* …
const WITH_A_THIRD: &str = "mistakes";

/// Reports relations that are doubled, lead back to themselves, or have a third too few or too many.
pub(super) fn are_written_once(film: &WrittenFilm, written: &Written, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for relation in &film.relations.value.relation {
        has_its_third(relation, report);
        let (Some(from), Some(kind), Some(to)) = (relation.from.id(), relation.kind.id(), relation.to.id())
        else {
            continue;
        };
        if from == to {
            let hint = "a relation is between two characters";
            report.error(relation.to.spot(), format!("“{from}” is related to itself"), hint);
        }
        let mutual = is_mutual(kind, written);
        let (one, other) = if mutual && to < from { (to, from) } else { (from, to) };
        let third = relation.r#as.as_ref().and_then(|third| third.id());
        if !seen.insert((one, kind, other, third)) {
            let hint = if mutual {
                "a mutual relation is written once, in any direction; its passages stand together"
            } else {
                "it is written once; its passages stand together"
            };
            report.error(
                relation.spot,
                format!("the relation {from} · {kind} · {to} is written twice"),
                hint,
            );
        }
    }
}

fn has_its_third(relation: &Relation, report: &mut Report) {
    let Some(kind) = relation.kind.id() else { return };
    match &relation.r#as {
        None if kind == WITH_A_THIRD => {
            report.error(relation.spot, "missing field “as”", "“as”: the character that “to” is taken for");
        }
        Some(third) if kind != WITH_A_THIRD => {
            let hint = format!("only the kind “{WITH_A_THIRD}” has it");
            report.error(third.spot(), format!("“as” has no place in the kind “{kind}”"), hint);
        }
        _ => {}
    }
}

fn is_mutual(kind: &str, written: &Written) -> bool {
    let kinds = &written.vocabularies[Vocabulary::RelationKinds as usize].value;
    kinds.iter().any(|(id, term)| id.id() == Some(kind) && term.extra.mutual)
}
