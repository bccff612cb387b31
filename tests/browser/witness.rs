//! A script in front of everything on a page that remembers what goes wrong there, for two of three drivers do not tell
//! what is in the console. It does not know what the page does.

/// Returns what was said at a level, on all pages of the site in this window.
pub(crate) const RECALL: &str = "(level) =>
    JSON.parse(sessionStorage.getItem('witness') ?? '[]').filter(([at]) => at === level).map(([, text]) => text)";

// It stands before the policy of the page, which therefore lets it through, and it takes no part in errors, only hears
// of them. What the browser tells about a file is an event of the element that asked for it.
const SCRIPT: &str = "<script>
{
  const keep = (level, ...said) => {
    const all = JSON.parse(sessionStorage.getItem('witness') ?? '[]');
    sessionStorage.setItem('witness', JSON.stringify([...all, [level, said.map(String).join(' ')]]));
  };
  for (const level of ['warn', 'error']) {
    const say = console[level];
    console[level] = (...said) => {
      keep(level, ...said);
      say.apply(console, said);
    };
  }
  addEventListener('error', ({ message, target }) => keep('error', message ?? target.outerHTML), true);
  addEventListener('unhandledrejection', ({ reason }) => keep('error', reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    keep('error', 'refused by the policy of the page:', violatedDirective, blockedURI));
}
</script>";

/// The page with a witness.
pub(crate) fn before(page: &str) -> String {
    page.replacen("<head>", &["<head>", SCRIPT].concat(), 1)
}
