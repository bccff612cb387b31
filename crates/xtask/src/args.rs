//! The command line: its help, its grammar and the nearest word to a mistyped one.
//! It does not know what any command does.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use crate::browser::Engine;
use crate::error::Error;

/// What `cargo xtask` was asked to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Setup,
    Serve(Serve),
    Dist(Dist),
    Test(Test),
    Bench(Bench),
    CorpusCheck,
    CorpusTable(Table),
    Fuzz(Fuzz),
    Audit(Audit),
    Coverage,
    Mutants(Mutants),
}

/// The options of `serve`.
#[derive(Debug, PartialEq)]
pub(crate) struct Serve {
    pub(crate) release: bool,
    pub(crate) open: bool,
    pub(crate) address: IpAddr,
    pub(crate) port: u16,
}

/// The options of `dist`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Dist {
    /// Where the site will be, with a slash at its end; without it, pages do not say where they are.
    pub(crate) site_url: Option<String>,
    /// Write the copy in one file too.
    pub(crate) single_file: bool,
    /// Write a compressed copy of each file too.
    pub(crate) compress: bool,
    /// Take the sizes as they are for the budget.
    pub(crate) new_budget: bool,
}

/// The options of `test`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Test {
    /// Only tests whose name contains this.
    pub(crate) filter: Option<String>,
    /// Only this step.
    pub(crate) only: Option<String>,
    pub(crate) no_browser: bool,
    /// Browser tests in this engine alone, instead of in all.
    pub(crate) engine: Option<Engine>,
    /// Only take the pictures of pages anew that they are held against.
    pub(crate) renew_pictures: bool,
    /// Also what takes long: whether two clones give the same site.
    pub(crate) full: bool,
}

/// The options of `bench`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Bench {
    /// Only this part.
    pub(crate) only: Option<String>,
    /// A file of films; made-up ones if none.
    pub(crate) films: Option<PathBuf>,
    /// How many films, ascending.
    pub(crate) sizes: Vec<usize>,
    /// Fewer films, less time.
    pub(crate) quick: bool,
    /// Whether to write the results into docs/performance.md.
    pub(crate) write: bool,
}

/// The options of `corpus table`.
#[derive(Debug, PartialEq)]
pub(crate) struct Table {
    /// The file that says which column is what.
    pub(crate) mapping: PathBuf,
    pub(crate) table: PathBuf,
    /// Where the pack goes.
    pub(crate) out: PathBuf,
}

/// The options of `fuzz`.
#[derive(Debug, PartialEq)]
pub(crate) struct Fuzz {
    /// Only this target.
    pub(crate) target: Option<String>,
    /// How many inputs each target gets.
    pub(crate) runs: u64,
}

/// The options of `audit`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Audit {
    /// Do not ask for known faults, for which a network is needed.
    pub(crate) without_advisories: bool,
}

/// The options of `mutants`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Mutants {
    /// Only the guarded code of this package.
    pub(crate) package: Option<String>,
    /// Only a part of the mutants, `1/4`.
    pub(crate) shard: Option<String>,
}

pub(crate) const HELP: &str = "\
cargo xtask <command>

  serve          build the page, serve it and reload it after every edit
    --release      serve the finished bundle instead, as `dist` writes it
    --port N       the port (8080)
    --address A    the address to listen on (127.0.0.1; 0.0.0.0 for the local network)
    --open         open it in the browser
  dist           write the whole site to dist/, and print its sizes
    --site-url URL where it will be, for the sitemap, canonical addresses and link previews
    --single-file  write dist/desenlace.html too: everything in one file, to open from a disk
    --compress     write .gz and .br beside each file, for hosts that send those
    --new-budget   let size-budget.txt say what the files weigh now
  test           format, lints, tests, docs, the bundle and the browser tests
    --filter NAME  only tests whose name contains NAME
    --only STEP    only one step: format, corpus, lint, lint-wasm, tests, docs, dist, browser, reproducible
    --engine NAME  browser tests in one engine alone: chromium, firefox, webkit
    --renew-pictures  let tests/browser/pictures show how the pages look now, and nothing else
    --no-browser   everything but the browser tests
    --full         also whether two clones in two folders give the same site
  bench          measure the core natively, in a browser beside JavaScript libraries, and in the page
    --only PART    only one part: peers, page, paint, native
    --films FILE   real films, a JSON object in each line, instead of made-up ones
    --sizes A,B,C  how many films (1000,10000,34532)
    --quick        1000 films and less time for each
    --write        write the results into docs/performance.md, too
  corpus check   look for mistakes in corpus/ without building the page
  corpus table   compile a table instead, as corpus/README.md describes it
    --mapping FILE which column is what
    --table FILE   the table, CSV or JSON Lines
    --out FILE     where the pack goes
  fuzz [TARGET]  hostile input, found by coverage: query, address, pack, corpus, table
    --runs N       how many inputs each target gets (100000)
  audit          licences, sources, versions and known faults of what this is made with
    --without-advisories  do not ask for known faults, for which a network is needed
  coverage       the lines of the core and the compiler that tests reach
  mutants        break the query algebra and the codec of addresses, and see whether a test notices
    --package NAME only one: desenlace-core, desenlace
    --shard K/N    only a part of the mutants
  setup          install what the commands above need, and nothing else
  help           this text

Each command first makes sure of the tools it needs, at the versions pinned in
crates/xtask/src/tools.rs, and keeps them in ~/.cache/desenlace/tools.
";

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// [`Error::Usage`] for an unknown word or a value that does not fit, with the nearest known word.
pub(crate) fn parse(words: impl IntoIterator<Item = String>) -> Result<Command, Error> {
    let mut words = Words(words.into_iter().flat_map(split_value).collect::<Vec<_>>().into_iter());
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

/// The known word that `word` was most likely meant to be, if any is near.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).max(1);
    known
        .iter()
        .map(|candidate| (distance(word, candidate), *candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

struct Words(std::vec::IntoIter<String>);

impl Words {
    fn end(mut self) -> Result<(), Error> {
        self.0.next().map_or(Ok(()), |word| Err(Error::Usage(format!("`{word}` is one word too many"))))
    }

    fn value(&mut self, flag: &str) -> Result<String, Error> {
        match self.0.next() {
            Some(value) if !value.starts_with("--") => Ok(value),
            _ => Err(Error::Usage(format!("`{flag}` needs a value after it"))),
        }
    }

    fn number<T: std::str::FromStr>(&mut self, flag: &str, expected: &str) -> Result<T, Error> {
        let value = self.value(flag)?;
        value.parse().map_err(|_| Error::Usage(format!("`{flag} {value}`: {expected}")))
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

/// `--port=80` is `--port 80`.
fn split_value(word: String) -> Vec<String> {
    match word.split_once('=') {
        Some((flag, value)) if flag.starts_with("--") => vec![flag.into(), value.into()],
        _ => vec![word],
    }
}

fn unknown(kind: &str, word: &str, known: &[&str]) -> Error {
    Error::Usage(match nearest(word, known) {
        Some(near) => format!("unknown {kind} `{word}`: did you mean `{near}`?"),
        None => format!("unknown {kind} `{word}`: there is {}", known.join(", ")),
    })
}

/// Edits between two words (insert, delete, replace).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        let mut left_of = i + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(&right) {
            let above = *cell;
            let edited = (diagonal + usize::from(a != *b)).min(above + 1).min(left_of + 1);
            diagonal = above;
            left_of = edited;
            *cell = edited;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, Error> {
        parse(line.split_whitespace().map(String::from))
    }

    fn message(line: &str) -> String {
        read(line).unwrap_err().to_string()
    }

    #[test]
    fn commands_and_their_options() {
        let plain = Serve { release: false, open: false, address: Ipv4Addr::LOCALHOST.into(), port: 8080 };
        assert_eq!(read("").unwrap(), Command::Help);
        assert_eq!(read("serve --help").unwrap(), Command::Help);
        assert_eq!(read("dist").unwrap(), Command::Dist(Dist::default()));
        assert_eq!(
            read("dist --site-url https://example.org/a --single-file --compress --new-budget").unwrap(),
            Command::Dist(Dist {
                site_url: Some("https://example.org/a/".into()),
                single_file: true,
                compress: true,
                new_budget: true
            })
        );
        assert_eq!(read("corpus check").unwrap(), Command::CorpusCheck);
        assert_eq!(
            read("corpus table --mapping m.toml --table=t.csv --out t.pack").unwrap(),
            Command::CorpusTable(Table {
                mapping: "m.toml".into(),
                table: "t.csv".into(),
                out: "t.pack".into()
            })
        );
        let webkit = Test { engine: Some(Engine::WebKit), ..Test::default() };
        assert_eq!(read("test --engine webkit").unwrap(), Command::Test(webkit));
        assert!(message("test --engine gecko").contains("firefox"));
        assert_eq!(read("fuzz").unwrap(), Command::Fuzz(Fuzz { target: None, runs: 100_000 }));
        let address = Fuzz { target: Some("address".into()), runs: 7 };
        assert_eq!(read("fuzz address --runs 7").unwrap(), Command::Fuzz(address));
        assert!(message("fuzz adress").contains("address"));
        assert_eq!(read("audit").unwrap(), Command::Audit(Audit { without_advisories: false }));
        assert!(message("audit --without-advisory").contains("--without-advisories"));
        let mutants = Mutants { package: Some("desenlace".into()), shard: Some("1/4".into()) };
        assert_eq!(read("mutants --package desenlace --shard 1/4").unwrap(), Command::Mutants(mutants));
        assert!(message("mutants --package core").contains("desenlace-core"));
        let full = Test { full: true, ..Test::default() };
        assert_eq!(read("test --full").unwrap(), Command::Test(full));
        assert_eq!(read("serve").unwrap(), Command::Serve(plain));
        assert_eq!(
            read("serve --port=80 --address ::1 --release --open").unwrap(),
            Command::Serve(Serve { release: true, open: true, address: "::1".parse().unwrap(), port: 80 })
        );
        assert_eq!(
            read("test --filter gallery --no-browser --only tests").unwrap(),
            Command::Test(Test {
                filter: Some("gallery".into()),
                only: Some("tests".into()),
                no_browser: true,
                ..Test::default()
            })
        );
    }

    #[test]
    fn a_bench_has_sizes() {
        let sizes = |line| match read(line).unwrap() {
            Command::Bench(options) => options.sizes,
            other => panic!("{other:?}"),
        };
        assert_eq!(sizes("bench"), [1000, 10_000, 34_532]);
        assert_eq!(sizes("bench --quick"), [1000]);
        assert_eq!(sizes("bench --quick --sizes 500,20,500"), [20, 500]);
        let options = Bench {
            only: Some("peers".into()),
            films: Some("films.jsonl".into()),
            sizes: vec![7],
            quick: false,
            write: true,
        };
        let line = "bench --only peers --films=films.jsonl --sizes 7 --write";
        assert_eq!(read(line).unwrap(), Command::Bench(options));
        assert!(message("bench --sizes 1,x").contains("like 1000,10000"));
        assert!(message("bench --only peer").contains("did you mean `peers`?"));
    }

    #[test]
    fn mistakes_are_one_line_with_a_way_out() {
        assert!(message("serv").contains("did you mean `serve`?"));
        assert!(message("serve --relase").contains("did you mean `--release`?"));
        assert!(message("test --only brwser").contains("did you mean `browser`?"));
        assert!(message("frobnicate").contains("there is help, setup"));
        assert!(message("serve --port 70000").contains("from 0 to 65535"));
        assert!(message("serve --port --open").contains("needs a value"));
        assert!(message("dist now").contains("unknown option"));
        assert!(message("dist --site-url example.org").contains("https://example.org/films/"));
        assert!(message("corpus").contains("`corpus check`"));
        assert!(message("corpus tabl").contains("did you mean `table`?"));
        assert!(message("corpus table --table t.csv").contains("needs --mapping FILE"));
        assert!(message("corpus table --tabl t.csv").contains("did you mean `--table`?"));
        assert!(!message("serv").contains('\n'));
    }

    #[test]
    fn distances() {
        for (left, right, expected) in
            [("", "", 0), ("", "abc", 3), ("serve", "serve", 0), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(left, right), expected, "{left} {right}");
            assert_eq!(distance(right, left), expected, "{right} {left}");
        }
    }

    #[test]
    fn every_step_is_in_the_help() {
        for step in crate::test::names() {
            assert!(HELP.contains(step), "{step}");
        }
        for part in crate::bench::PARTS {
            assert!(HELP.contains(part), "{part}");
        }
    }
}
