//! What is typed, and what is made of it.

use super::*;
use crate::error::Error;
use std::net::Ipv4Addr;

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
        Command::CorpusTable(Table { mapping: "m.toml".into(), table: "t.csv".into(), out: "t.pack".into() })
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
fn every_step_is_in_the_help() {
    for step in crate::test::names() {
        assert!(HELP.contains(step), "{step}");
    }
    for part in crate::bench::PARTS {
        assert!(HELP.contains(part), "{part}");
    }
}

/// The files that tell somebody, or a machine, to run `cargo xtask`.
fn files_that_name_commands() -> Vec<(PathBuf, String)> {
    let root = crate::run::repository().unwrap();
    let mut paths: Vec<PathBuf> = ["README.md", "SECURITY.md", "CHANGELOG.md", "corpus/README.md", ".ci/run"]
        .map(|file| root.join(file))
        .into();
    for folder in ["docs", ".github/workflows"] {
        paths.extend(std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    let is_text =
        |path: &PathBuf| path.extension().is_none_or(|extension| extension == "md" || extension == "yml");
    paths.retain(is_text);
    let texts = paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()));
    texts.collect()
}

/// What stands behind each `cargo xtask` of a text, up to where the command ends.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    const ENDS: [char; 9] = ['`', '#', '|', '&', ';', ',', ')', '\n', ':'];
    text.match_indices("cargo xtask ").map(|(at, words)| {
        let rest = &text[at + words.len()..];
        // The colon of an address does not end a command.
        let end = rest.match_indices(ENDS).map(|(at, _)| at).find(|at| !rest[*at..].starts_with("://"));
        rest[..end.unwrap_or(rest.len())].trim()
    })
}

/// A command with what it needs, of which it may be told without.
fn completed(command: &str) -> String {
    let line =
        command.replace("\"$SITE_URL\"", "https://example.org/").replace(" URL", " https://example.org/");
    let line = if line.ends_with("--site-url") { line + " https://example.org/" } else { line };
    if line == "corpus table" { line + " --mapping a --table b --out c" } else { line }
}

#[test]
fn every_command_that_is_written_down_can_be_given() {
    let mut count = 0;
    for (path, text) in files_that_name_commands() {
        for command in commands(&text) {
            let line = completed(command);
            assert!(read(&line).is_ok(), "{}: cargo xtask {command}: {}", path.display(), message(&line));
            count += 1;
        }
    }
    assert!(count > 40, "{count} commands");
}

#[test]
fn machines_run_the_command_that_the_readme_has() {
    let texts = files_that_name_commands();
    let given = |name: &str| {
        let (_, text) = texts.iter().find(|(path, _)| path.ends_with(name)).unwrap();
        commands(text).map(|line| read(&completed(line)).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(given(".ci/run"), [Command::Test(Test::default())]);
    let seldom = Test { only: Some("lint-wasm".into()), ..Test::default() };
    assert_eq!(given("workflows/test.yml"), [Command::Test(Test::default()), Command::Test(seldom)]);
    assert!(given("README.md").contains(&Command::Test(Test::default())));
}
