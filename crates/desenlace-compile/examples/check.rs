//! Scratch.
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let start = std::time::Instant::now();
    let compiled = desenlace_compile::compile_directory(std::path::Path::new(&root)).unwrap();
    for d in &compiled.diagnostics { println!("{d}"); }
    println!("{} diagnostics, corpus: {}, {:?}", compiled.diagnostics.len(), compiled.corpus.is_some(), start.elapsed());
    if let Some(pack) = compiled.pack() {
        println!("pack {}", pack.len());
        std::fs::write("/tmp/corpus.pack", &pack).unwrap();
    }
}
