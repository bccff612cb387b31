//! scratch
use desenlace_core::{model::*, pack};
use std::io::Write;
fn gz(b: &[u8]) -> usize {
    let mut c = std::process::Command::new("gzip")
        .arg("-9")
        .arg("-c")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut i = c.stdin.take().unwrap();
    let b = b.to_vec();
    let h = std::thread::spawn(move || {
        i.write_all(&b).unwrap();
    });
    let o = c.wait_with_output().unwrap();
    h.join().unwrap();
    o.stdout.len()
}
fn show(n: &str, c: &Corpus) {
    let b = pack::encode(c);
    println!("{n}: raw {} gz {}", b.len(), gz(&b));
}
fn main() {
    let c = desenlace_compile::compile_directory(std::path::Path::new("corpus")).unwrap().corpus.unwrap();
    show("all", &c);
    let mut d = c.clone();
    d.index.words.clear();
    show("no words", &d);
    d.index = Index::default();
    show("no index", &d);
    let mut e = d.clone();
    e.sources.clear();
    show("- sources", &e);
    e.vocabularies = Default::default();
    show("- vocab", &e);
    e.parallels.clear();
    show("- parallels", &e);
    e.events.clear();
    show("- events", &e);
    e.relations.clear();
    show("- relations", &e);
    e.fates.clear();
    show("- fates", &e);
    e.characters.clear();
    show("- characters", &e);
    e.films.clear();
    show("- films", &e);
}
