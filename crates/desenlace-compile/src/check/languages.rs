//! Language tags of titles and synopses: their first part is a language of the vocabulary.

use crate::decode::{At, List};
use crate::nearest::suggestion;
use crate::report::Report;
use crate::resolve::{Names, Scope};
use crate::written::Written;
use desenlace_core::model::Vocabulary;

/// Reports tags of languages that there are not.
pub(super) fn tags_are_known(written: &Written, names: &Names, report: &mut Report) {
    for film in &written.films {
        let film = &film.film.value;
        let titles = film.alternative_title.iter().map(|title| &title.language);
        for tag in [&film.title_language, &film.synopsis.language].into_iter().chain(titles) {
            is_known(tag, names, report);
        }
    }
}

fn is_known(tag: &At<String>, names: &Names, report: &mut Report) {
    let Some(tag_text) = &tag.value else { return };
    let languages = names.list(List::Terms(Vocabulary::Languages), Scope::Corpus);
    let language = tag_text.split('-').next().unwrap_or_default();
    match languages.get("", language) {
        Some(entry) => languages.mark_used(entry.position),
        None if languages.may_hide("", language) => {}
        None => {
            let hint = suggestion(language, languages.ids(""), "add it to vocabularies/languages.toml");
            report.error(tag.spot, format!("unknown language “{tag_text}”"), hint);
        }
    }
}
