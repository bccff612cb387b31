//! Things that nothing refers to: passages that no claim rests on, and terms that nothing has.

use crate::decode::{Damage, List};
use crate::report::Report;
use crate::resolve::{Names, Scope};
use crate::written::Written;
use desenlace_core::model::Vocabulary;

/// Reports what nothing refers to. Where a file could not be read whole, the reference may be out of sight,
/// and nothing is said.
pub(super) fn everything_is_used(written: &Written, names: &Names, report: &mut Report) {
    if anything_damaged(written) {
        return;
    }
    passages_are_used(written, names, report);
    terms_are_used(written, names, report);
}

fn passages_are_used(written: &Written, names: &Names, report: &mut Report) {
    let registry = names.list(List::Passages, Scope::Corpus);
    let passages = written.films.iter().flat_map(|film| {
        let passages = film.passages.value.passage.iter();
        passages.filter_map(|passage| Some((film.id(), passage.id.id()?, passage.id.spot())))
    });
    for (film, id, spot) in passages {
        if registry.get(film, id).is_some_and(|entry| !registry.is_used(entry.position)) {
            let hint = "name it where it is evidence: of an event, a character, a fate …";
            report.error(spot, format!("nothing leads to the passage “{id}”"), hint);
        }
    }
}

/// A broader term is in use where a narrower one is.
fn terms_are_used(written: &Written, names: &Names, report: &mut Report) {
    for (vocabulary, terms) in Vocabulary::ALL.into_iter().zip(&written.vocabularies) {
        let registry = names.list(List::Terms(vocabulary), Scope::Corpus);
        let terms = &terms.value;
        let broader: Vec<Option<usize>> = terms
            .iter()
            .map(|(_, term)| Some(registry.get("", term.broader.as_ref()?.id()?)?.position))
            .collect();
        let mut used: Vec<bool> = (0..terms.len()).map(|position| registry.is_used(position)).collect();
        for start in 0..terms.len() {
            let mut current = Some(start).filter(|start| used[*start]).and_then(|start| broader[start]);
            while let Some(position) = current.filter(|position| !used[*position]) {
                used[position] = true;
                current = broader[position];
            }
        }
        for ((id, _), _) in terms.iter().zip(&used).filter(|(_, used)| !**used) {
            let name = id.id().unwrap_or_default();
            let hint = "use it where it applies, or take it away";
            report.warning(id.spot(), format!("nothing refers to the term “{name}”"), hint);
        }
    }
}

fn anything_damaged(written: &Written) -> bool {
    let shared = [&written.sources.damage, &written.parallels.damage];
    let terms = written.vocabularies.iter().map(|terms| &terms.damage);
    let films = written.films.iter().flat_map(|film| {
        let stories = film.stories.iter().map(|story| &story.damage);
        stories.chain([
            &film.film.damage,
            &film.passages.damage,
            &film.characters.damage,
            &film.relations.damage,
            &film.events.damage,
            &film.fates.damage,
            &film.themes.damage,
            &film.content_notes.damage,
        ])
    });
    shared.into_iter().chain(terms).chain(films).any(|damage| !matches!(damage, Damage::None))
}
