//! What the compiler tells an editor: where something is, what is wrong with it, and what to do. It does not
//! know how mistakes are found.

use std::fmt;

/// Something an editor should know. Diagnostics sort by path, line and column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// The file, as an editor would open it: `corpus/films/la-fuga/fates.toml`.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// Whether it keeps the corpus from being published.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// Whether a diagnostic keeps the corpus from being published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It does; there is no corpus while there is an error.
    Error,
    /// It does not, but should be looked at.
    Warning,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column, severity, message, hint } = self;
        write!(formatter, "{severity}: {path}:{line}:{column}: {message}\n  hint: {hint}")
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}
