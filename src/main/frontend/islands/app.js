import htmx from "htmx.org";


// Under a strict Content-Security-Policy htmx must neither evaluate strings nor write style elements.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
document.addEventListener("htmx:configRequest", (event) => {
  Object.assign(event.detail.headers, csrfHeader());
});

function csrfHeader() {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  return meta("csrf-header") ? { [meta("csrf-header")]: meta("csrf-token") } : {};
}
