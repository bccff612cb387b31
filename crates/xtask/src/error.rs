//! What can go wrong in a chore, each with the way out of it.
//! It does not know who reports it; `main` prints it, once.

use std::fmt;
use std::io;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitStatus;

/// Why a command stopped. Its text says what happened and what to do about it.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line makes no sense; the text holds a suggestion.
    Usage(String),
    /// The file system or a socket refused.
    Io { doing: String, source: io::Error },
    /// A program that is needed is not there.
    Missing { what: String, advice: String },
    /// A program ran and failed; what it printed stands above.
    Failed { command: String, status: ExitStatus },
    /// A download failed.
    Network { doing: String },
    /// There is no room left.
    DiskFull { doing: String },
    /// Somebody else listens there.
    PortInUse { address: IpAddr, port: u16, free: Option<u16> },
    /// `Cargo.lock` does not name a package whose version is needed.
    Lock { path: PathBuf, package: &'static str },
    /// The site is complete, but larger than it may be.
    TooLarge(Vec<String>),
    /// Two checkouts give different sites, or a site tells where it was made.
    NotReproducible(Vec<String>),
    /// The corpus has mistakes; they stand above.
    Corpus { errors: usize },
    /// The browser, its driver or their pairing is wrong.
    Browser(String),
}

impl Error {
    /// An input or output error, with what was being done (`"read Cargo.lock"`).
    pub(crate) fn io(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { doing },
            _ => Self::Io { doing, source },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) => write!(f, "{text} (`cargo xtask help` lists everything)"),
            Self::Io { doing, source } => {
                write!(f, "could not {doing}: {source}")?;
                match source.kind() {
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                        write!(f, "; make it writable, or point XDG_CACHE_HOME at a folder that is")
                    }
                    _ => Ok(()),
                }
            }
            Self::Missing { what, advice } => write!(f, "{what} was not found: {advice}"),
            Self::Failed { command, status } => {
                write!(f, "`{command}` failed ({status}); its own messages stand above")
            }
            Self::Network { doing } => {
                write!(f, "could not {doing}: no network. Connect (or set HTTPS_PROXY) and run this again")
            }
            Self::DiskFull { doing } => {
                write!(f, "could not {doing}: the disk is full. Free some space and run this again")
            }
            Self::PortInUse { address, port, free } => {
                write!(f, "port {port} of {address} is in use: stop what uses it, or choose another with ")?;
                match free {
                    Some(free) => write!(f, "`--port {free}`"),
                    None => write!(f, "`--port`"),
                }
            }
            Self::Lock { path, package } => write!(
                f,
                "{} names no {package}, or more than one: run `cargo tree --invert {package}` and repair it",
                path.display()
            ),
            Self::TooLarge(bounds) => {
                write!(
                    f,
                    "too large: {} (bounds: crates/xtask/src/size.rs; budget: size-budget.txt, renewed by `cargo xtask dist --new-budget`)",
                    bounds.join("; ")
                )
            }
            Self::NotReproducible(reasons) => {
                write!(f, "two clones do not give the same site anywhere: {}", reasons.join("; "))
            }
            Self::Corpus { errors: 1 } => write!(f, "the corpus has a mistake; it stands above"),
            Self::Corpus { errors } => write!(f, "the corpus has {errors} mistakes; they stand above"),
            Self::Browser(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
