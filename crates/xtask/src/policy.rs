//! What a browser lets the pages do: next to nothing. The same policy stands in each page and in `_headers`.
//! It does not know what the pages hold.

use crate::bundle::ASSETS;

/// The policy of the pages. The trusted type is for the one address of the service worker.
pub(crate) const PAGES: &str = "default-src 'none'; base-uri 'self'; form-action 'none'; connect-src 'self'; \
    img-src 'self' data:; style-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types desenlace";

/// The policy of a page that holds all it needs, given what names its style sheet and its script.
pub(crate) fn of_one_file(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; base-uri 'self' file:; form-action 'none'; img-src data:; style-src {style}; font-src data:; \
         script-src {script} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// The policy as it stands in a page.
pub(crate) fn element(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// What hosts that read it (Netlify, Cloudflare Pages) send along: the policy, what a page may not use or tell, and
/// that files named by their content never change. All others are asked for anew, as these hosts do by themselves;
/// a rule for it here would be joined to that of the assets.
pub(crate) fn headers() -> String {
    let unused = ["camera", "display-capture", "geolocation", "microphone", "payment", "usb"];
    let unused = unused.map(|feature| format!("{feature}=()")).join(", ");
    format!(
        "/*\n  Content-Security-Policy: {PAGES}\n  Referrer-Policy: no-referrer\n  Permissions-Policy: {unused}\n  \
         X-Content-Type-Options: nosniff\n/{ASSETS}/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
}
