//! Pattern questions: *a character who is informed on by a lover and dies*. A question has slots, each of which
//! may stay empty; an answer has, for every slot that was filled, the claim that fits and its passages. It does
//! not know how a question is put into words.
//!
//! ```
//! use desenlace_core::cross_reference::pattern::{self, Bond, Pattern};
//! use desenlace_core::{model::{Corpus, Vocabulary}, pack};
//!
//! let bytes = pack::encode(&Corpus::default());
//! let corpus = pack::open(&bytes)?;
//! let mut question = Pattern::default();
//! if let Some((kind, _)) = corpus.term(Vocabulary::RelationKinds, "informs-on") {
//!     question.bonds.push(Bond { kind, inverse: true });
//! }
//! assert!(pattern::answer(corpus, &question).is_empty());
//! # Ok::<(), pack::PackError>(())
//! ```

mod choices;

pub use choices::choices;

use super::{in_order, is_within, numbered, numbers};
use crate::model::{CharacterId, FilmId, PassageId, TermId, Vocabulary};
use crate::packed::{self, Corpus};

/// What is asked of a character. An empty slot asks nothing; a broader term stands for its narrower ones; a
/// number that is nothing matches nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// What the character is to somebody, as read from the character's side. With several, one and the same
    /// other must be at the end of all of them: *informed on by* and *lover of* the same person.
    pub bonds: Vec<Bond>,
    /// Who that somebody is. Without bonds, any relation to them will do.
    pub other: Option<Other>,
    /// What the character is or does, a term of the roles.
    pub role: Option<TermId>,
    /// What becomes of the character, a term of the outcomes.
    pub outcome: Option<TermId>,
    /// What the character or their fate is tied to, a term of the themes.
    pub theme: Option<TermId>,
    /// The film.
    pub film: Option<FilmId>,
}

/// What somebody is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bond {
    /// A term of the relation kinds.
    pub kind: TermId,
    /// Whether it is read from the other side: *is informed on by*. Makes no difference to mutual kinds.
    pub inverse: bool,
}

/// Who is at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Other {
    /// This one.
    Character(CharacterId),
    /// Anybody with this role, a term of the roles.
    Role(TermId),
}

/// A character who fits, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternMatch {
    /// Who.
    pub character: CharacterId,
    /// To whom they are what was asked; empty where no relation was. In the order of the corpus.
    pub others: Vec<Company>,
    /// The roles that fit, where one was asked; the evidence is wherever the character appears.
    pub roles: Vec<Claim>,
    /// The outcome that fits, where one was asked.
    pub outcome: Option<Claim>,
    /// The themes that fit, where one was asked; first those of the character, then those of the fate.
    pub themes: Vec<Claim>,
}

impl PatternMatch {
    /// Every passage of the chain of evidence, ascending.
    #[must_use]
    pub fn passages(&self) -> Vec<PassageId> {
        let ties = self.others.iter().flat_map(|other| other.ties.iter().map(|tie| &tie.claim));
        let claims = ties.chain(&self.roles).chain(&self.outcome).chain(&self.themes);
        in_order(claims.flat_map(|claim| claim.passages.iter().copied()))
    }
}

/// Somebody at the other end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Who.
    pub other: CharacterId,
    /// The relations to them that fit, in the order of the corpus; never empty.
    pub ties: Vec<Tie>,
    /// The roles of the other that fit, where one was asked.
    pub roles: Vec<Claim>,
}

/// A relation, as read from the side of the character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Its position in the corpus.
    pub relation: u32,
    /// Whether its label is the inverse one.
    pub inverse: bool,
    /// Its kind, with the evidence.
    pub claim: Claim,
}

/// A term that holds, and the passages that show it, ascending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The term itself, which may be narrower than what was asked.
    pub term: TermId,
    /// The evidence.
    pub passages: Vec<PassageId>,
}

/// Who fits a pattern, in the order of the corpus. The work grows with the characters and relations of the
/// corpus, times the bonds asked for.
#[must_use]
pub fn answer(corpus: &Corpus, pattern: &Pattern) -> Vec<PatternMatch> {
    let asks_for_company = !pattern.bonds.is_empty() || pattern.other.is_some();
    let mut ties = if asks_for_company { ties(corpus, pattern) } else { Vec::new() };
    ties.sort_by_key(|(whose, other, tie)| (*whose, *other, tie.relation, tie.inverse));
    let mut rest = ties.as_slice();
    let mut matches = Vec::new();
    for (number, _) in numbered(corpus.characters.iter()) {
        let character = CharacterId(number);
        let (own, behind) = rest.split_at(rest.iter().take_while(|tie| tie.0 == character).count());
        rest = behind;
        let others = company(corpus, pattern, own);
        if asks_for_company && others.is_empty() {
            continue;
        }
        matches.extend(alone(corpus, pattern, character).map(|found| PatternMatch { others, ..found }));
    }
    matches
}

/// A character judged by everything but relations.
fn alone(corpus: &Corpus, pattern: &Pattern, character: CharacterId) -> Option<PatternMatch> {
    let about = corpus.characters.get(character.index())?;
    let fate = corpus.fates.get(character.index())?;
    if pattern.film.is_some_and(|film| film != about.film.get()) {
        return None;
    }
    let roles = pattern.role.map_or_else(Vec::new, |role| roles(corpus, character, role));
    let outcome = pattern
        .outcome
        .filter(|asked| is_within(corpus, Vocabulary::Outcomes, fate.outcome.get(), *asked))
        .map(|_| claim(fate.outcome.get(), &fate.passages));
    let themes = pattern.theme.map_or_else(Vec::new, |theme| {
        let ties = about.themes.iter().chain(fate.themes.iter());
        let fitting = ties.filter(|tie| is_within(corpus, Vocabulary::Themes, tie.theme.get(), theme));
        fitting.map(|tie| claim(tie.theme.get(), &tie.passages)).collect()
    });
    let fits = pattern.role.is_none_or(|_| !roles.is_empty())
        && pattern.outcome.is_none_or(|_| outcome.is_some())
        && pattern.theme.is_none_or(|_| !themes.is_empty());
    fits.then(|| PatternMatch { character, others: Vec::new(), roles, outcome, themes })
}

/// Every relation that may count, from each of its ends: whose it is, who is at the other end, and the tie.
fn ties(corpus: &Corpus, pattern: &Pattern) -> Vec<(CharacterId, CharacterId, Tie)> {
    let mut ties = Vec::new();
    for (number, relation) in numbered(corpus.relations.iter()) {
        let (from, to, kind) = (relation.from.get(), relation.to.get(), relation.kind.get());
        let mut add = |whose: CharacterId, other: CharacterId, inverse: bool| {
            let fits_other = match pattern.other {
                Some(Other::Character(asked)) => asked == other,
                Some(Other::Role(_)) | None => true,
            };
            let fits_bond = pattern.bonds.is_empty()
                || pattern.bonds.iter().any(|bond| fits(corpus, *bond, kind, inverse));
            if fits_other && fits_bond {
                let tie = Tie { relation: number, inverse, claim: claim(kind, &relation.passages) };
                ties.push((whose, other, tie));
            }
        };
        add(from, to, false);
        if from != to {
            add(to, from, true);
        }
    }
    ties
}

/// The others of one character who fit, out of the character's ties, which stand by other.
fn company(corpus: &Corpus, pattern: &Pattern, own: &[(CharacterId, CharacterId, Tie)]) -> Vec<Company> {
    let by_other = own.chunk_by(|one, next| one.1 == next.1);
    let fitting = by_other.filter_map(|ties| {
        let other = ties.first()?.1;
        let all_bonds = pattern
            .bonds
            .iter()
            .all(|bond| ties.iter().any(|(.., tie)| fits(corpus, *bond, tie.claim.term, tie.inverse)));
        let roles = match pattern.other {
            Some(Other::Role(role)) => roles(corpus, other, role),
            Some(Other::Character(_)) | None => Vec::new(),
        };
        let fits_role = !matches!(pattern.other, Some(Other::Role(_))) || !roles.is_empty();
        let ties = ties.iter().map(|(.., tie)| tie.clone());
        (all_bonds && fits_role).then(|| Company { other, ties: ties.collect(), roles })
    });
    fitting.collect()
}

/// Whether a relation of a kind, read from one side, is what is asked.
fn fits(corpus: &Corpus, bond: Bond, kind: TermId, inverse: bool) -> bool {
    let mutual = corpus.terms(Vocabulary::RelationKinds).get(kind.index()).is_some_and(|kind| kind.mutual);
    (mutual || bond.inverse == inverse) && is_within(corpus, Vocabulary::RelationKinds, kind, bond.kind)
}

/// The roles of somebody that are a role or a narrower one.
fn roles(corpus: &Corpus, character: CharacterId, role: TermId) -> Vec<Claim> {
    let Some(about) = corpus.characters.get(character.index()) else { return Vec::new() };
    let fitting = about.roles.iter().map(packed::TermId::get);
    let fitting = fitting.filter(|own| is_within(corpus, Vocabulary::Roles, *own, role));
    fitting.map(|own| claim(own, &about.passages)).collect()
}

fn claim(term: TermId, passages: &[packed::PassageId]) -> Claim {
    Claim { term, passages: in_order(numbers(passages)) }
}

#[cfg(test)]
mod tests;
