//! How texts that belong together are packed: as one string, parted by control characters that no text of a
//! corpus contains. A reference costs eight bytes that hardly compress; the small corpora of this product
//! have thousands of short texts in every language, and one reference for all of them is a quarter of the
//! pack. It knows nothing of what the texts say.

use super::Language;
use rkyv::rancor::{Fallible, Source};
use rkyv::ser::Writer;
use rkyv::string::{ArchivedString, StringResolver};
use rkyv::with::{ArchiveWith, SerializeWith};
use rkyv::{Place, SerializeUnsized};

/// Parts the languages.
const LANGUAGE: char = '\u{1f}';
/// Parts the texts of one language.
const TEXT: char = '\u{1e}';

/// Packs a text in every language as one string; once, where it is the same in all.
pub struct Joined;

impl Joined {
    pub(super) fn join(texts: &[String; Language::COUNT]) -> String {
        if texts.iter().all(|text| *text == texts[0]) {
            texts[0].clone()
        } else {
            texts.join(LANGUAGE.encode_utf8(&mut [0; 4]))
        }
    }
}

/// The text in one language, out of the joined ones.
pub(super) fn get(joined: &str, language: Language) -> &str {
    let mut texts = joined.split(LANGUAGE);
    let first = texts.next().unwrap_or_default();
    match language as usize {
        0 => first,
        behind => texts.nth(behind - 1).unwrap_or(first),
    }
}

/// Each text with its language; once, without one, where it is the same in all.
pub(super) fn each(joined: &str) -> impl Iterator<Item = (Option<Language>, &str)> {
    let one = !joined.contains(LANGUAGE);
    let languages = Language::ALL.into_iter().take(if one { 1 } else { Language::COUNT });
    languages.map(move |language| ((!one).then_some(language), get(joined, language)))
}

/// Packs a list of texts in every language as one string.
pub struct JoinedLists;

impl JoinedLists {
    fn join(lists: &[Vec<String>; Language::COUNT]) -> String {
        Joined::join(&lists.each_ref().map(|list| list.join(TEXT.encode_utf8(&mut [0; 4]))))
    }

    /// The texts of one language, out of the joined ones.
    pub(super) fn get(joined: &ArchivedString, language: Language) -> impl Iterator<Item = &str> {
        get(joined.as_str(), language).split(TEXT).filter(|text| !text.is_empty())
    }
}

/// Packs what a function joins.
macro_rules! packed_as_string {
    ($wrapper:ident, $field:ty) => {
        impl ArchiveWith<$field> for $wrapper {
            type Archived = ArchivedString;
            type Resolver = StringResolver;

            fn resolve_with(field: &$field, resolver: Self::Resolver, out: Place<Self::Archived>) {
                ArchivedString::resolve_from_str(&Self::join(field), resolver, out);
            }
        }

        impl<S> SerializeWith<$field, S> for $wrapper
        where
            S: Fallible + Writer + ?Sized,
            S::Error: Source,
            str: SerializeUnsized<S>,
        {
            fn serialize_with(field: &$field, serializer: &mut S) -> Result<Self::Resolver, S::Error> {
                ArchivedString::serialize_from_str(&Self::join(field), serializer)
            }
        }
    };
}

packed_as_string!(Joined, [String; Language::COUNT]);
packed_as_string!(JoinedLists, [Vec<String>; Language::COUNT]);
