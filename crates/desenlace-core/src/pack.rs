//! The pack: the one binary form of a corpus. It is written once by the compiler and read in place; opening
//! it checks it once, from end to end, and copies nothing. Whether the bytes are those that were written is checked
//! always; whether what was written holds together is checked by whoever writes it, or takes it from elsewhere.
//!
//! | bytes | what |
//! | --- | --- |
//! | 0 … 8 | the mark `DESENLAC` |
//! | 8 … 12 | the version of the form, little-endian |
//! | 12 … 16 | the length of the body, little-endian |
//! | 16 … 24 | the checksum of the body, little-endian |
//! | 24 … 32 | zero |
//! | 32 … | the body: an archived [`Corpus`] |
//!
//! What this module does not know: compression (the host's business), and how a corpus came to be.

mod integrity;

use crate::model::Corpus;
use crate::packed;
use rkyv::rancor::{Error as ArchiveError, Failure};
use rkyv::util::AlignedVec;
use std::fmt;

/// The version of the form; a pack of another version is refused.
pub const VERSION: u32 = 4;

/// How the bytes of a pack must be aligned in memory; [`Aligned`] does it for embedded packs.
pub const ALIGNMENT: usize = 16;

const MARK: [u8; 8] = *b"DESENLAC";
/// How many bytes stand before the body.
pub const HEADER: usize = 32;

/// Bytes at an address that suits a pack.
///
/// ```
/// use desenlace_core::pack::Aligned;
/// static PACK: &Aligned<[u8]> = &Aligned(*b"not a pack");
/// assert!(desenlace_core::pack::open(&PACK.0).is_err());
/// ```
#[repr(C, align(16))]
#[derive(Debug)]
pub struct Aligned<Bytes: ?Sized>(pub Bytes);

/// Why some bytes are not a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes do not begin like a pack.
    NotAPack,
    /// The pack is of another version.
    Version(u32),
    /// There are fewer or more bytes than the pack says.
    Length {
        /// How many bytes the pack says it has.
        stated: usize,
        /// How many there are.
        actual: usize,
    },
    /// The bytes are not those that were written.
    Checksum,
    /// The bytes lie at an address that is not a multiple of [`ALIGNMENT`].
    Misaligned,
    /// The checksum is right, but the body is not a corpus of this version.
    Structure,
    /// Something refers to a thing that is not there.
    DanglingReference,
}

impl fmt::Display for PackError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => formatter.write_str("these bytes are not a pack; compile the corpus again"),
            Self::Version(found) => {
                write!(
                    formatter,
                    "the pack has version {found}, this program reads {VERSION}; compile it again"
                )
            }
            Self::Length { stated, actual } => {
                write!(formatter, "the pack should have {stated} bytes and has {actual}; fetch it again")
            }
            Self::Checksum => formatter.write_str("the pack is damaged; fetch it again"),
            Self::Misaligned => write!(formatter, "the pack must lie at a multiple of {ALIGNMENT} bytes"),
            Self::Structure => formatter.write_str("the body of the pack is malformed; compile it again"),
            Self::DanglingReference => {
                formatter.write_str("the pack refers to something that it does not contain; compile it again")
            }
        }
    }
}

impl std::error::Error for PackError {}

/// Writes a corpus. The same corpus gives the same bytes.
#[must_use]
pub fn encode(corpus: &Corpus) -> Vec<u8> {
    // Serialising into a growing buffer fails only beyond 2 GiB, the reach of a relative reference; such a body
    // is left empty, and refused when it is opened.
    seal(&rkyv::to_bytes::<Failure>(corpus).unwrap_or_default())
}

/// Puts the header of a pack before a body, whatever it holds: what is no archived corpus is refused when it is opened.
#[must_use]
pub fn seal(body: &[u8]) -> Vec<u8> {
    let mut pack = Vec::with_capacity(HEADER + body.len());
    pack.extend_from_slice(&MARK);
    pack.extend_from_slice(&VERSION.to_le_bytes());
    pack.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    pack.extend_from_slice(&checksum(body).to_le_bytes());
    pack.resize(HEADER, 0);
    pack.extend_from_slice(body);
    pack
}

/// Reads a corpus in place, wherever its bytes come from: every reference is followed first, so that no pack, however
/// it was made, leads a reader astray.
///
/// # Errors
///
/// Anything but a whole, undamaged pack of this [`VERSION`] at an aligned address, with nothing missing in it.
pub fn open(bytes: &[u8]) -> Result<&packed::Corpus, PackError> {
    let corpus = open_verified(bytes)?;
    if integrity::holds(corpus) { Ok(corpus) } else { Err(PackError::DanglingReference) }
}

/// Whether [`open`] would take a copy of some bytes. What a program embeds and opens with [`open_verified`] is verified
/// when it is built.
///
/// # Errors
///
/// As [`open`], whatever the address.
pub fn verify(bytes: &[u8]) -> Result<(), PackError> {
    let mut aligned = AlignedVec::<ALIGNMENT>::with_capacity(bytes.len());
    aligned.extend_from_slice(bytes);
    open(&aligned).map(|_| ())
}

/// Reads a corpus in place, after one linear check that the bytes are those that were written. Following every reference
/// takes longer than that; it is left out here, for packs that were verified by whoever put them where they are.
///
/// # Errors
///
/// Anything but a whole, undamaged pack of this [`VERSION`] at an aligned address.
pub fn open_verified(bytes: &[u8]) -> Result<&packed::Corpus, PackError> {
    let (header, body) = bytes.split_at_checked(HEADER).ok_or(PackError::NotAPack)?;
    if header[..8] != MARK {
        return Err(PackError::NotAPack);
    }
    let version = word(header, 8);
    if version != VERSION {
        return Err(PackError::Version(version));
    }
    let stated = word(header, 12) as usize;
    if body.len() != stated {
        return Err(PackError::Length { stated: stated.saturating_add(HEADER), actual: bytes.len() });
    }
    let sum = u64::from(word(header, 16)) | u64::from(word(header, 20)) << 32;
    if sum != checksum(body) || header[24..] != [0; 8] {
        return Err(PackError::Checksum);
    }
    if !(body.as_ptr() as usize).is_multiple_of(ALIGNMENT) {
        return Err(PackError::Misaligned);
    }
    rkyv::access::<packed::Corpus, ArchiveError>(body).map_err(|_| PackError::Structure)
}

/// A little-endian number of the header.
fn word(header: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(std::array::from_fn(|index| header[at + index]))
}

/// A checksum that any single changed byte changes: each step is a bijection of the state, and of the word
/// it takes in. It guards against damage, not against malice; malice is what the checks behind it are for.
fn checksum(body: &[u8]) -> u64 {
    // Four sums that do not wait for each other, so that a large pack is read at the speed of memory.
    let mut sums = [body.len() as u64 ^ ODD; 4];
    let (words, rest) = body.as_chunks::<8>();
    let (rounds, words) = words.as_chunks::<4>();
    rounds.chunks(STRETCH).for_each(|stretch| take_in(&mut sums, stretch));
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let rest = words.chain(rest.iter().map(|byte| u64::from(*byte)));
    let sum = sums.into_iter().chain(rest).fold(0, step);
    sum ^ sum >> 32
}

/// How many rounds are summed up at once, of 32 bytes each.
const STRETCH: usize = 1024;

/// Takes a stretch into four sums. It is called for each stretch on its own, because what compiles Wasm in a browser
/// makes better code of what is called often, and leaves a loop as it is until it ends.
#[inline(never)]
fn take_in(sums: &mut [u64; 4], stretch: &[[[u8; 8]; 4]]) {
    let mut own = *sums;
    for round in stretch {
        for (sum, word) in own.iter_mut().zip(round) {
            *sum = step(*sum, u64::from_le_bytes(*word));
        }
    }
    *sums = own;
}

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

fn step(sum: u64, word: u64) -> u64 {
    (sum ^ word).wrapping_mul(ODD).rotate_left(29)
}

#[cfg(test)]
mod tests;
