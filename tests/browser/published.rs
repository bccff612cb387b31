//! What the site is as files on a host: readable before and without the program, the same with it, under any
//! path, without a network, and whole where something on the way is not.

use crate::engine;
use crate::host::{Host, dist};
use crate::visitor::{STIR, Visitor, visit, visit_at, visit_without_javascript};
use crate::{BEIJO, FUGA, PLATA, witness};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{env, fs, process};

/// A page of each kind.
const KINDS: [&str; 10] = [
    "",
    "en/films/",
    "es/characters/",
    "pt/fates/",
    "pt/films/la-fuga/",
    "es/characters/nene/",
    "en/themes/",
    "en/themes/prison/",
    "es/parallels/",
    "en/about/",
];
const NOTE: &str = "return document.querySelector('.note-bar')?.textContent ?? ''";
const BROKEN: &str =
    "dispatchEvent(new Event('pointermove')); return document.documentElement.dataset.program ?? ''";
const TITLE: &str = "return document.querySelector('h1').textContent";
/// What a page shows, as text that is the same for the same elements: without what the program leaves out.
const SHOWN: &str = "const shown = (page) => {
        const body = page.body.cloneNode(true);
        for (const element of body.querySelectorAll('noscript')) element.remove();
        // What the focus lights up, the program has not drawn.
        for (const lit of body.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
        // An input is empty with and without saying so.
        for (const input of body.querySelectorAll('input[value=\"\"]')) input.removeAttribute('value');
        const comments = page.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
        const found = [];
        while (comments.nextNode()) found.push(comments.currentNode);
        for (const comment of found) comment.remove();
        body.normalize();
        for (const element of body.querySelectorAll('*')) {
            const attributes = [...element.attributes].map(({ name, value }) => [name, value]).sort();
            for (const [name] of attributes) element.removeAttribute(name);
            for (const [name, value] of attributes) element.setAttribute(name, value);
        }
        return body.innerHTML.trim();
    };
    const differ = (left, right) => {
        let at = 0;
        while (at < left.length && left[at] === right[at]) at += 1;
        return [left.slice(Math.max(0, at - 60), at + 60), right.slice(Math.max(0, at - 60), at + 60)];
    };
    // The policy of the page lets no script make a document of a text.
    const parse = (address) => new Promise((done, failed) => {
        const request = new XMLHttpRequest();
        request.open('GET', new URL(address, document.baseURI));
        request.responseType = 'document';
        request.onload = () => done(request.response);
        request.onerror = failed;
        request.send();
    });";

/// The addresses of all pages of a language, as they lie in the folder.
fn addresses(language: &str) -> Vec<String> {
    fn walk(folder: &Path, address: &str, into: &mut Vec<String>) {
        let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{address}{}/", entry.file_name().to_str().unwrap()), into);
            } else if entry.file_name() == "index.html" {
                into.push(address.to_owned());
            }
        }
    }
    let mut found = Vec::new();
    walk(&dist().join(language), &format!("{language}/"), &mut found);
    found
}

/// Hosts the site with everything in order.
fn sound(mount: &'static str) -> Host {
    Host::open(mount, |_, _| {})
}

#[test]
fn every_prerendered_page_is_what_the_running_page_shows() {
    visit(async |visitor| {
        visitor.open("es/about/").await;
        // All pages of a language, and some of the others; where another browser than the first draws them, fewer.
        let fewer = if engine::is_chromium() { 1 } else { 5 };
        let mut all: Vec<_> = addresses("es").into_iter().step_by(fewer).collect();
        all.extend(addresses("en").into_iter().chain(addresses("pt")).step_by(9 * fewer));
        assert!(all.len() > 200 / fewer, "{} pages", all.len());
        for some in all.chunks(25) {
            let script = format!(
                "{SHOWN} const differences = [];
                // WebKit allows a hundred in ten seconds.
                const enter = async (address) => {{
                    try {{
                        history.pushState(null, '', new URL(address, document.baseURI));
                    }} catch {{
                        await new Promise((done) => setTimeout(done, 200));
                        await enter(address);
                    }}
                }};
                for (const address of {}) {{
                    const page = await parse(address);
                    await enter(address);
                    dispatchEvent(new PopStateEvent('popstate'));
                    for (let tries = 0; tries < 50 && document.title !== page.title; tries += 1)
                        await new Promise((done) => setTimeout(done));
                    await new Promise((done) => setTimeout(done));
                    const [before, after] = [shown(page), shown(document)];
                    if (before !== after) differences.push([address, ...differ(before, after)]);
                }}
                return differences",
                json!(some)
            );
            assert_eq!(visitor.run_slowly(&script).await, json!([]));
        }
    });
}

#[test]
fn taking_over_a_page_changes_nothing_in_it() {
    visit(async |visitor| {
        for address in KINDS {
            visitor.open(address).await;
            let script = format!(
                "{SHOWN} const [before, after] = [shown(await parse(location.href)), shown(document)];
                return before === after && before.length > 5000 ? [] : differ(before, after)"
            );
            assert_eq!(visitor.run_slowly(&script).await, json!([]), "{address}");
        }
    });
}

#[test]
fn without_javascript_each_kind_of_page_can_be_read_and_its_links_lead_on() {
    let host = sound("/a/b/");
    visit_without_javascript(host.root(), async |visitor| {
        for address in KINDS {
            visitor.go(address).await;
            for part in [".site-parts", "#title", ".lead, #results > :first-child"] {
                assert!(visitor.text(part).await.len() > 2, "{address}: {part} is not seen");
            }
        }
        visitor.go("en/films/").await;
        visitor.click("noscript a").await;
        visitor.is_at("en/themes/").await;
        visitor.click("main a[href='en/themes/prison/']").await;
        visitor.is_at("en/themes/prison/").await;
        visitor.click("main a[href='en/films/la-fuga/']").await;
        visitor.is_at("en/films/la-fuga/").await;
    });
}

#[test]
fn at_the_root_of_a_host_that_adds_no_slashes_every_depth_works() {
    let host = Host::open("/", |_, _| {});
    visit_at(host.root(), async |visitor| {
        for address in ["en/films/la-fuga", "en/films", "en/films/index.html", "es/"] {
            visitor.open(address).await;
        }
        visitor.open("en/films").await;
        visitor.click("#results [data-id='la-fuga'] .card-cover").await;
        visitor.sees(TITLE, json!("La fuga")).await;
        visitor.reload().await;
        visitor.sees(TITLE, json!("La fuga")).await;
    });
}

#[test]
fn an_address_that_leads_nowhere_leads_back_in_from_any_depth() {
    let host = sound("/a/b/");
    visit_at(host.root(), async |visitor| {
        visitor.forgives_errors();
        for address in ["nowhere", "nowhere/", "en/films/nobody/", "en/films/nobody/at/all"] {
            visitor.go(address).await;
            visitor.sees("return document.querySelectorAll('h1').length", json!(3)).await;
            visitor
                .sees("return getComputedStyle(document.querySelector('.lost ul')).display", json!("flex"))
                .await;
            visitor.click(".lost a[href='es/films/']").await;
            visitor.sees_address("es/films/").await;
            visitor.is_alive().await;
        }
    });
}

#[test]
fn an_address_that_leads_nowhere_is_answered_first_in_its_own_language() {
    let host = sound("/a/b/");
    visit_at(host.root(), async |visitor| {
        visitor.forgives_errors();
        for (address, language, title) in [
            ("pt/films/ninguem/", "pt", "Não há nenhuma página aqui · Desenlace"),
            ("es/nada", "es", "Aquí no hay ninguna página · Desenlace"),
            ("en/films/nobody/", "en", "There is no page here · Desenlace"),
        ] {
            visitor.go(address).await;
            visitor.sees("return document.querySelector('.lost > section').lang", json!(language)).await;
            visitor
                .sees("return [document.documentElement.lang, document.title]", json!([language, title]))
                .await;
        }
    });
}

#[test]
fn after_one_visit_everything_works_without_a_network() {
    let host = sound("/a/b/");
    visit_at(host.root(), async |visitor| {
        visitor.open("en/films/").await;
        visitor.is_ready_to_go_offline().await;
        host.close();
        visitor.forgives_errors();
        for (address, title) in
            [("es/films/plata-quemada/", "Plata quemada"), ("pt/characters/vallejo/", "Camilo Vallejo")]
        {
            visitor.open(address).await;
            visitor.sees(TITLE, json!(title)).await;
        }
        visitor.open("en/films/?theme=prison").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("2")).await;
        visitor
            .sees("return [...document.fonts].some((font) => font.status === 'loaded')", json!(true))
            .await;
    });
}

#[test]
fn a_new_version_is_announced_and_nothing_that_was_typed_is_lost() {
    let renewed = Arc::new(AtomicBool::new(false));
    let is_renewed = Arc::clone(&renewed);
    let host = Host::open("/a/b/", move |path, answer| {
        // Another version is one whose pages and worker say so.
        if is_renewed.load(Ordering::SeqCst) && (answer.kind.starts_with("text/html") || path == "sw.js") {
            answer.edit(|text| text.replace(&version(), "another version"));
        }
    });
    visit_at(host.root(), async |visitor| {
        const VERSION: &str = "return document.querySelector('[data-version]').dataset.version";
        visitor.open("en/films/").await;
        visitor.is_ready_to_go_offline().await;
        visitor.open("en/films/").await;
        visitor.type_into("#search", "giselle").await;
        visitor.sees_address("en/films/?q=giselle").await;
        renewed.store(true, Ordering::SeqCst);
        visitor.run("document.dispatchEvent(new Event('visibilitychange'))").await;
        visitor.sees("return document.querySelector('.note-bar[role=status]') !== null", json!(true)).await;
        visitor.sees("return document.querySelector('#search').value", json!("giselle")).await;
        visitor.sees(VERSION, json!(version())).await;
        visitor.click(".note-bar button").await;
        visitor.sees(VERSION, json!("another version")).await;
        visitor.is_alive().await;
        visitor.sees("return document.querySelector('#search').value", json!("giselle")).await;
        visitor.sees(NOTE, json!("")).await;
        visitor
            .sees_slowly(
                "return (await caches.keys()).join()",
                json!(format!("desenlace {} another version", host.root())),
            )
            .await;
        host.close();
        visitor.forgives_errors();
        visitor.open("en/films/la-fuga/").await;
        visitor.sees(TITLE, json!("La fuga")).await;
    });
}

/// The version of the site, as its pages say it.
fn version() -> String {
    let page = fs::read_to_string(dist().join("index.html")).unwrap();
    page.split("data-version=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn a_damaged_cache_heals_itself() {
    let host = sound("/a/b/");
    visit_at(host.root(), async |visitor| {
        visitor.open("en/films/").await;
        visitor.is_ready_to_go_offline().await;
        let count = visitor
            .run_slowly(
                "const cache = await caches.open((await caches.keys())[0]);
                const files = await cache.keys();
                for (const file of files) await cache.put(file.url, new Response('rubbish'));
                return files.length",
            )
            .await;
        assert!(count.as_u64().unwrap() > 5, "{count} files");
        // Not by reloading, which geckodriver does past the worker.
        visitor.open("en/films/").await;
        visitor
            .sees_slowly(
                "const cache = await caches.open((await caches.keys())[0]);
                const wasm = (await cache.keys()).find((file) => file.url.endsWith('.wasm'));
                return (await (await cache.match(wasm)).arrayBuffer()).byteLength > 100000",
                json!(true),
            )
            .await;
    });
}

#[test]
fn a_page_that_is_only_read_starts_no_program_and_the_first_press_is_heard() {
    const FETCHED: &str =
        "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))";
    const LIVES: &str = "return document.documentElement.hasAttribute('data-hydrated')";
    for (pressed, seen, expected) in [
        (".help-button", "return document.querySelector('#help').open", json!(true)),
        (
            "input[data-facet='theme'][data-value='prison']",
            "return document.querySelector('#results').dataset.total",
            json!("2"),
        ),
    ] {
        visit(async |visitor| {
            visitor.go("en/films/").await;
            visitor.sees(FETCHED, json!(true)).await;
            visitor.sees(LIVES, json!(false)).await;
            // The press is over before the program can begin.
            visitor.run(&format!("document.querySelector(\"{pressed}\").click()")).await;
            visitor.sees(seen, expected).await;
        });
    }
}

#[test]
fn a_page_that_scrolls_by_itself_starts_no_program() {
    const SCROLLED: &str = "window.started = false;
        addEventListener('starting', () => (window.started = true));
        const scrolled = new Promise((done) => addEventListener('scroll', done, { capture: true, once: true }));
        scrollTo(0, 200);
        await scrolled;
        await new Promise(requestAnimationFrame);
        return window.started";
    visit(async |visitor| {
        visitor.go("es/characters/nene/").await;
        assert_eq!(visitor.run_slowly(SCROLLED).await, json!(false));
        visitor.run(STIR).await;
        visitor.sees("return window.started", json!(true)).await;
    });
}

#[test]
fn an_address_that_asks_for_more_than_the_page_has_is_answered_at_once() {
    visit(async |visitor| {
        visitor.go("en/films/?theme=prison").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("2")).await;
    });
}

/// A page whose program cannot run can be read, says so, and its links lead on.
async fn survives(visitor: &Visitor, state: &str) {
    visitor.forgives_errors();
    visitor.go("es/films/la-fuga/").await;
    visitor.sees(BROKEN, json!(state)).await;
    visitor
        .sees(
            "return document.querySelector('.note-bar[role=alert] button')?.textContent",
            json!("Cargar de nuevo"),
        )
        .await;
    let said = visitor.run(NOTE).await;
    assert!(said.as_str().unwrap().starts_with("No se pudieron poner en marcha los filtros"), "{said}");
    visitor.sees(TITLE, json!("La fuga")).await;
    visitor.click(".languages a[hreflang='pt']").await;
    visitor.sees_address("pt/films/la-fuga/").await;
    visitor.sees(BROKEN, json!(state)).await;
}

#[test]
fn a_changed_wasm_is_refused_and_the_page_survives() {
    let host = Host::open("/a/b/", |path, answer| {
        if path.ends_with(".wasm") {
            // A letter of a word that these pages do not show: the program would run with it. In the corpus it would notice.
            const WORDS: &[u8] = b"Hide fates";
            let place = answer.body.windows(WORDS.len()).position(|some| some == WORDS).unwrap();
            answer.body[place] ^= 1;
        }
    });
    visit_at(host.root(), async |visitor| survives(visitor, "failed").await);
}

#[test]
fn a_changed_script_is_refused_and_the_page_survives() {
    let host = Host::open("/a/b/", |path, answer| {
        if path.starts_with("assets/desenlace-") && path.ends_with(".js") {
            answer.edit(|script| script + "\n");
        }
    });
    visit_at(host.root(), async |visitor| survives(visitor, "failed").await);
}

/// What a script that had come into a page would try, and what each try ends with.
const TRIES: &str = "const tries = [
        () => (document.createElement('p').innerHTML = '<b>bold</b>'),
        () => (document.createElement('script').src = 'other.js'),
        () => trustedTypes.createPolicy('other', {}),
        () => eval('1'),
    ];
    document.documentElement.dataset.tries = tries.map((attempt) => {
        try {
            attempt();
            return 'allowed';
        } catch ({ name }) {
            return name;
        }
    }).join(' ')";

#[test]
fn every_browser_refuses_markup_scripts_and_code_that_are_made_of_text() {
    let host = Host::open("/a/b/", |path, answer| {
        if path == "tries.js" {
            (answer.status, answer.kind, answer.body) = (200, "text/javascript", TRIES.as_bytes().to_vec());
        } else if answer.kind.starts_with("text/html") {
            answer.edit(|page| page.replace("</head>", "<script src=\"tries.js\"></script></head>"));
        }
    });
    visit_at(host.root(), async |visitor| {
        visitor.forgives_errors();
        visitor.open("en/about/").await;
        visitor
            .sees(
                "return document.documentElement.dataset.tries",
                json!("TypeError TypeError TypeError EvalError"),
            )
            .await;
    });
}

#[test]
fn where_the_wasm_is_missing_the_page_survives() {
    let host = Host::open("/a/b/", |path, answer| {
        if path.ends_with(".wasm") {
            answer.status = 404;
            answer.body = b"gone".to_vec();
        }
    });
    visit_at(host.root(), async |visitor| survives(visitor, "failed").await);
}

/// A Wasm with one function that traps, exported by the name by which the glue starts a program.
const TRAP: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x07\x14\x01\x10__wbindgen_start\0\0\x0a\x05\x01\x03\0\0\x0b";

#[test]
fn a_program_that_traps_at_its_start_leaves_the_page_alive() {
    let host = Host::open("/a/b/", |path, answer| {
        if path.ends_with(".wasm") {
            answer.body = TRAP.to_vec();
        } else if path.ends_with(".js") && path.contains("desenlace") {
            answer.edit(|script| script.replace("integrity:", "unchecked:"));
        } else if answer.kind.starts_with("text/html") {
            answer.edit(|page| page.replace("integrity=", "data-unchecked="));
        }
    });
    visit_at(host.root(), async |visitor| survives(visitor, "failed").await);
}

#[test]
fn a_program_that_traps_later_says_so_and_links_still_lead_on() {
    // The trap is set by a script of the page: what a driver runs is not always of the page's own world.
    let host = Host::open("/a/b/", |path, answer| {
        if path == "trap.js" {
            let trap = format!(
                "addEventListener('trap', () => {{
                    const module = new WebAssembly.Module(new Uint8Array({}));
                    setTimeout(new WebAssembly.Instance(module).exports.__wbindgen_start);
                }})",
                json!(TRAP)
            );
            (answer.status, answer.kind, answer.body) = (200, "text/javascript", trap.into_bytes());
        } else if answer.kind.starts_with("text/html") {
            answer.edit(|page| page.replace("</head>", "<script src=\"trap.js\"></script></head>"));
        }
    });
    visit_at(host.root(), async |visitor| {
        visitor.forgives_errors();
        visitor.open("en/films/?theme=prison").await;
        visitor.run("dispatchEvent(new Event('trap'))").await;
        visitor.sees(BROKEN, json!("stopped")).await;
        visitor.sees("return document.querySelector('.note-bar').role", json!("alert")).await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("2")).await;
        visitor.click("#results [data-id='la-fuga'] .card-cover").await;
        visitor.sees_address("en/films/la-fuga/").await;
        visitor.is_alive().await;
        visitor.sees(NOTE, json!("")).await;
    });
}

#[test]
fn a_program_that_is_slow_to_come_says_so_and_is_not_late() {
    let host = Host::open("/a/b/", |path, answer| {
        if path.ends_with(".wasm") {
            answer.delay = Duration::from_secs(10);
        }
    });
    visit_at(host.root(), async |visitor| {
        visitor.go("en/films/").await;
        visitor
            .sees(&format!("{STIR}; return document.querySelector('.note-bar')?.role"), json!("status"))
            .await;
        let said = visitor.run(NOTE).await;
        assert!(said.as_str().unwrap().starts_with("The filters and the search are still loading"), "{said}");
        visitor.is_alive().await;
        visitor.sees(NOTE, json!("")).await;
        visitor.click("input[data-facet='theme'][data-value='prison']").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("2")).await;
    });
}

#[test]
fn a_host_that_calls_wasm_something_else_is_told_so_once_in_the_console() {
    let host = Host::open("/a/b/", |path, answer| {
        if path.ends_with(".wasm") {
            answer.kind = "application/octet-stream";
        }
    });
    visit_at(host.root(), async |visitor| {
        visitor.open("en/films/").await;
        let warnings = visitor.said("warn").await;
        let about_wasm = warnings.iter().filter(|warning| warning.contains("application/wasm")).count();
        assert_eq!(about_wasm, 1, "{warnings:?}");
    });
}

#[test]
fn what_goes_wrong_on_a_page_is_seen_by_these_tests_in_every_browser() {
    let host = Host::open("/a/b/", |path, answer| {
        if path == "wrong.js" {
            (answer.status, answer.kind) = (200, "text/javascript");
            answer.body =
                b"console.error('said so'); Promise.reject('not kept'); throw new Error('thrown')".to_vec();
        } else if answer.kind.starts_with("text/html") {
            let wrong = "<script src=\"wrong.js\"></script><script src=\"absent.js\"></script><script>1</script></head>";
            answer.edit(|page| page.replace("</head>", wrong));
        }
    });
    visit_at(host.root(), async |visitor| {
        visitor.open("en/about/").await;
        visitor.forgives_errors();
        let errors = visitor.said("error").await.join("\n");
        for error in ["said so", "not kept", "thrown", "absent.js", "policy of the page: script-src"] {
            assert!(errors.contains(error), "{error} is not in\n{errors}");
        }
    });
}

#[test]
fn no_page_has_a_script_or_a_style_of_its_own() {
    let pages = ["en", "es", "pt"].into_iter().flat_map(addresses).map(|address| address + "index.html");
    for page in pages.chain(["index.html".into(), "404.html".into()]) {
        let html = fs::read_to_string(dist().join(&page)).unwrap();
        let policy = html.find("Content-Security-Policy").unwrap();
        assert!(html.find("<script").is_none_or(|script| policy < script), "{page}");
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            let is_checked = tag.contains(" src=\"") && tag.contains(" integrity=\"sha384-");
            assert!(is_checked || tag == " type=\"application/ld+json\"", "{page}: <script{tag}>");
        }
        assert!(
            !html.contains("<style") && !html.contains(" style=\"") && !html.contains(" onclick"),
            "{page}"
        );
    }
}

#[test]
fn the_copy_in_one_file_works_from_a_disk() {
    let page = fs::read_to_string(dist().join("desenlace.html")).unwrap();
    let copy = env::temp_dir().join(format!("desenlace-{}.html", process::id()));
    fs::write(&copy, witness::before(&page)).unwrap();
    visit_at(&format!("file://{}#/", copy.display()), async |visitor| {
        visitor.open("").await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("3")).await;
        visitor.click("input[data-facet='theme'][data-value='prison']").await;
        visitor.sees_address("en/films/?theme=prison").await;
        visitor.click("#results [data-id='la-fuga'] .card-cover").await;
        visitor.sees(TITLE, json!("La fuga")).await;
        visitor.sees_address("en/films/la-fuga/").await;
        visitor.back().await;
        visitor.sees("return document.querySelector('#results').dataset.total", json!("2")).await;
        visitor.open("pt/characters/vallejo/").await;
        visitor.reload().await;
        visitor.sees(TITLE, json!("Camilo Vallejo")).await;
        visitor.sees("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith('data:'))", json!([])).await;
    });
    fs::remove_file(copy).unwrap();
}

#[test]
fn each_kind_of_page_says_to_machines_what_it_is() {
    for (address, kind, name) in [
        ("en/films/", "WebSite", "Desenlace"),
        ("en/films/la-fuga/", "Movie", "La fuga"),
        ("es/characters/vallejo/", "Person", "Camilo Vallejo"),
        ("en/themes/prison/", "DefinedTerm", "prison"),
    ] {
        let html = fs::read_to_string(dist().join(address).join("index.html")).unwrap();
        let data = html.split("<script type=\"application/ld+json\">").nth(1).unwrap();
        let data: serde_json::Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
        assert_eq!(data["@context"], "https://schema.org");
        assert_eq!((data["@type"].as_str(), data["name"].as_str()), (Some(kind), Some(name)));
        assert!(data["description"].as_str().unwrap().len() > 30);
        for property in ["og:title", "og:description", "og:type"] {
            assert_eq!(
                html.matches(&format!("<meta property=\"{property}\" content=\"")).count(),
                1,
                "{address}"
            );
        }
    }
    let manifest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(dist().join("manifest.webmanifest")).unwrap()).unwrap();
    let icons =
        manifest["icons"].as_array().unwrap().iter().map(|icon| icon["src"].as_str().unwrap().to_owned());
    let films = [FUGA, PLATA, BEIJO].map(|film| format!("previews/{film}.png"));
    for picture in icons.chain(films).chain(["previews/site.png".into(), "icons/180.png".into()]) {
        assert!(fs::read(dist().join(&picture)).unwrap().starts_with(b"\x89PNG"), "{picture}");
    }
}
