//! The grammar of the command line: what each word and its options mean. It does not know what any command does.

use std::net::Ipv4Addr;
use std::path::PathBuf;

use super::words::{Words, unknown};
use super::{Audit, Bench, Command, Dist, Fuzz, Mutants, Serve, Table, Test};
use crate::browser::Engine;
use crate::error::Error;

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// [`Error::Usage`] for an unknown word or a value that does not fit, with the nearest known word.
pub(crate) fn parse(words: impl IntoIterator<Item = String>) -> Result<Command, Error> {
    let mut words = Words::new(words);
    let Some(command) = words.0.next() else { return Ok(Command::Help) };
    if words.0.as_slice().iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Command::Help);
    }
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "setup" => words.end().map(|()| Command::Setup),
        "dist" => dist(words).map(Command::Dist),
        "serve" => serve(words).map(Command::Serve),
        "test" => test(words).map(Command::Test),
        "bench" => bench(words).map(Command::Bench),
        "corpus" => corpus(words),
        "fuzz" => fuzz(words).map(Command::Fuzz),
        "audit" => audit(words).map(Command::Audit),
        "coverage" => words.end().map(|()| Command::Coverage),
        "mutants" => mutants(words).map(Command::Mutants),
        other => {
            const KNOWN: [&str; 11] = [
                "help", "setup", "serve", "dist", "test", "bench", "corpus", "fuzz", "audit", "coverage",
                "mutants",
            ];
            Err(unknown("command", other, &KNOWN))
        }
    }
}

fn serve(mut words: Words) -> Result<Serve, Error> {
    let mut options = Serve { release: false, open: false, address: Ipv4Addr::LOCALHOST.into(), port: 8080 };
    while let Some(word) = words.0.next() {
        match word.as_str() {
            "--release" => options.release = true,
            "--open" => options.open = true,
            "--port" => options.port = words.number("--port", "a port is a number from 0 to 65535")?,
            "--address" => {
                options.address = words.number("--address", "an address is like 127.0.0.1 or ::1")?;
            }
            other => return Err(unknown("option", other, &["--release", "--open", "--port", "--address"])),
        }
    }
    Ok(options)
}

fn dist(mut words: Words) -> Result<Dist, Error> {
    let mut options = Dist::default();
    while let Some(word) = words.0.next() {
        match word.as_str() {
            "--site-url" => options.site_url = Some(site_url(&words.value("--site-url")?)?),
            "--single-file" => options.single_file = true,
            "--compress" => options.compress = true,
            "--new-budget" => options.new_budget = true,
            other => {
                let known = ["--site-url", "--single-file", "--compress", "--new-budget"];
                return Err(unknown("option", other, &known));
            }
        }
    }
    Ok(options)
}

/// An address of the web, with a slash at its end.
fn site_url(url: &str) -> Result<String, Error> {
    let host = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    let host = host.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    if host.is_empty() || url.contains(['?', '#', '"', '<', '>', '&', ' ']) {
        return Err(Error::Usage(format!(
            "`--site-url {url}`: an address is like https://example.org/films/"
        )));
    }
    Ok(if url.ends_with('/') { url.into() } else { format!("{url}/") })
}

fn test(mut words: Words) -> Result<Test, Error> {
    let mut options = Test::default();
    while let Some(word) = words.0.next() {
        match word.as_str() {
            "--no-browser" => options.no_browser = true,
            "--filter" => options.filter = Some(words.value("--filter")?),
            "--only" => {
                let step = words.value("--only")?;
                let known = crate::test::names();
                if !known.contains(&step.as_str()) {
                    return Err(unknown("step", &step, &known));
                }
                options.only = Some(step);
            }
            "--engine" => {
                let name = words.value("--engine")?;
                options.engine = Engine::ALL.into_iter().find(|engine| engine.name() == name);
                if options.engine.is_none() {
                    return Err(unknown("engine", &name, &Engine::ALL.map(Engine::name)));
                }
            }
            "--renew-pictures" => options.renew_pictures = true,
            "--full" => options.full = true,
            other => {
                let known = ["--filter", "--only", "--engine", "--no-browser", "--renew-pictures", "--full"];
                return Err(unknown("option", other, &known));
            }
        }
    }
    Ok(options)
}

fn bench(mut words: Words) -> Result<Bench, Error> {
    const FLAGS: [&str; 5] = ["--only", "--films", "--sizes", "--quick", "--write"];
    let mut options = Bench::default();
    while let Some(word) = words.0.next() {
        match word.as_str() {
            "--quick" => options.quick = true,
            "--write" => options.write = true,
            "--films" => options.films = Some(words.value("--films")?.into()),
            "--only" => {
                let part = words.value("--only")?;
                if !crate::bench::PARTS.contains(&part.as_str()) {
                    return Err(unknown("part", &part, &crate::bench::PARTS));
                }
                options.only = Some(part);
            }
            "--sizes" => options.sizes = sizes(&words.value("--sizes")?)?,
            other => return Err(unknown("option", other, &FLAGS)),
        }
    }
    if options.sizes.is_empty() {
        let sizes: &[usize] = if options.quick { &[1000] } else { &[1000, 10_000, 34_532] };
        options.sizes = sizes.to_vec();
    }
    Ok(options)
}

fn sizes(list: &str) -> Result<Vec<usize>, Error> {
    let size = |word: &str| word.parse().ok().filter(|size| *size > 0);
    let sizes: Option<Vec<usize>> = list.split(',').map(size).collect();
    let mut sizes =
        sizes.ok_or_else(|| Error::Usage(format!("`--sizes {list}`: sizes are like 1000,10000")))?;
    sizes.sort_unstable();
    sizes.dedup();
    Ok(sizes)
}

fn fuzz(mut words: Words) -> Result<Fuzz, Error> {
    let mut options = Fuzz { target: None, runs: 100_000 };
    while let Some(word) = words.0.next() {
        match word.as_str() {
            "--runs" => options.runs = words.number("--runs", "how many inputs is a number")?,
            option if option.starts_with("--") => return Err(unknown("option", option, &["--runs"])),
            target if crate::fuzz::TARGETS.contains(&target) => options.target = Some(target.into()),
            other => return Err(unknown("target", other, &crate::fuzz::TARGETS)),
        }
    }
    Ok(options)
}

fn audit(words: Words) -> Result<Audit, Error> {
    let mut options = Audit::default();
    for word in words.0 {
        match word.as_str() {
            "--without-advisories" => options.without_advisories = true,
            other => return Err(unknown("option", other, &["--without-advisories"])),
        }
    }
    Ok(options)
}

fn mutants(mut words: Words) -> Result<Mutants, Error> {
    let mut options = Mutants::default();
    while let Some(word) = words.0.next() {
        match word.as_str() {
            "--shard" => options.shard = Some(words.value("--shard")?),
            "--package" => {
                let package = words.value("--package")?;
                let known = crate::mutants::packages();
                if !known.contains(&package.as_str()) {
                    return Err(unknown("package", &package, &known));
                }
                options.package = Some(package);
            }
            other => return Err(unknown("option", other, &["--package", "--shard"])),
        }
    }
    Ok(options)
}

fn corpus(mut words: Words) -> Result<Command, Error> {
    match words.0.next().as_deref() {
        Some("check") => words.end().map(|()| Command::CorpusCheck),
        Some("table") => table(words).map(Command::CorpusTable),
        Some(other) => Err(unknown("corpus command", other, &["check", "table"])),
        None => Err(Error::Usage("`corpus` needs a word after it: `corpus check` or `corpus table`".into())),
    }
}

fn table(mut words: Words) -> Result<Table, Error> {
    const FLAGS: [&str; 3] = ["--mapping", "--table", "--out"];
    let mut files = [None, None, None];
    while let Some(word) = words.0.next() {
        let Some(at) = FLAGS.iter().position(|flag| *flag == word) else {
            return Err(unknown("option", &word, &FLAGS));
        };
        files[at] = Some(PathBuf::from(words.value(&word)?));
    }
    match files {
        [Some(mapping), Some(table), Some(out)] => Ok(Table { mapping, table, out }),
        _ => Err(Error::Usage("`corpus table` needs --mapping FILE, --table FILE and --out FILE".into())),
    }
}
