//! How a label and a name that begins with an article grow together: *cuida a* + *el anciano* is *cuida al
//! anciano*, *cuida de* + *o velho* is *cuida do velho*. It knows the prepositions that contract, and nothing
//! of what is named.

use desenlace_core::model::Language;

/// A label and a name as they stand one after the other. The article of the name moves into the label where the
/// two contract, so that the rest of the name can be a link.
///
/// ```
/// use desenlace::contraction::contract;
/// use desenlace_core::model::Language;
///
/// let (label, name) = contract(Language::Es, "cuida a", "el anciano");
/// assert_eq!((label.as_str(), name), ("cuida al", "anciano"));
/// ```
#[must_use]
pub fn contract<'a>(language: Language, label: &str, name: &'a str) -> (String, &'a str) {
    let contracted = |(preposition, article, contracted): &(&str, &str, &str)| {
        let before = label.strip_suffix(preposition)?;
        let rest = name.strip_prefix(article)?.strip_prefix(' ')?;
        let whole_word = before.is_empty() || before.ends_with(' ');
        whole_word.then(|| ([before, contracted].concat(), rest))
    };
    let contractions: &[(&str, &str, &str)] = match language {
        Language::En => &[],
        // Nicknames with an article contract like any name: *cómplice del Nene*.
        Language::Es => &[("a", "el", "al"), ("de", "el", "del"), ("a", "El", "al"), ("de", "El", "del")],
        Language::Pt => &[
            ("a", "o", "ao"),
            ("a", "a", "à"),
            ("a", "os", "aos"),
            ("a", "as", "às"),
            ("de", "o", "do"),
            ("de", "a", "da"),
            ("de", "os", "dos"),
            ("de", "as", "das"),
            ("em", "o", "no"),
            ("em", "a", "na"),
            ("em", "os", "nos"),
            ("em", "as", "nas"),
            ("por", "o", "pelo"),
            ("por", "a", "pela"),
            ("por", "os", "pelos"),
            ("por", "as", "pelas"),
        ],
    };
    contractions.iter().find_map(contracted).unwrap_or_else(|| (label.to_owned(), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Language, label: &str, name: &str, expect: &str) {
        let (label, name) = contract(language, label, name);
        assert_eq!(format!("{label} {name}"), expect);
    }

    #[test]
    fn articles_contract_with_the_preposition_before_them() {
        check(Language::Es, "confunde a", "el amigo de Opitti", "confunde al amigo de Opitti");
        check(Language::Es, "cómplice de", "El Nene", "cómplice del Nene");
        check(Language::Pt, "cuida de", "o velho", "cuida do velho");
        check(Language::Pt, "obedece a", "a polícia", "obedece à polícia");
        check(Language::Pt, "é morto por", "os guardas", "é morto pelos guardas");
    }

    #[test]
    fn whatever_does_not_contract_is_left_as_it_is() {
        check(Language::En, "cares for", "the old man", "cares for the old man");
        check(Language::Es, "mata a", "la anciana", "mata a la anciana");
        check(Language::Es, "mata a", "Elena", "mata a Elena");
        check(Language::Es, "rueda", "el dado", "rueda el dado");
        check(Language::Pt, "delata", "a quadrilha", "delata a quadrilha");
        check(Language::Pt, "confia em", "Angel", "confia em Angel");
    }
}
