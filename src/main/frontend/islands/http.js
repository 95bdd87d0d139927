/**
 * A request to our own server that never throws: {status, body}, with status 0 when there was no answer and 401 when
 * the session has ended. A stale CSRF token (signed in again in another tab) is renewed once.
 */
export async function call(url, { method = "GET", body, keepalive = false } = {}) {
  let response = await attempt(url, method, body, keepalive);
  if (response.status === 403 && method !== "GET" && (await renewToken())) {
    response = await attempt(url, method, body, keepalive);
  }
  return response;
}

export function csrfHeader() {
  const name = meta("csrf-header")?.content;
  return name ? { [name]: meta("csrf-token").content } : {};
}

async function attempt(url, method, body, keepalive) {
  const headers = { Accept: "application/json", ...(method === "GET" ? {} : csrfHeader()) };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  try {
    const response = await fetch(url, {
      method,
      headers,
      keepalive,
      redirect: "manual", // the only redirect there is leads to the sign-in page
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.type === "opaqueredirect") {
      return { status: 401 };
    }
    return { status: response.status, body: await json(response) };
  } catch {
    return { status: 0 };
  }
}

async function json(response) {
  return /json/.test(response.headers.get("Content-Type") ?? "") ? response.json() : undefined;
}

async function renewToken() {
  try {
    const response = await fetch(location.href, { redirect: "manual", headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector('meta[name="csrf-token"]')?.content;
    if (!fresh || fresh === meta("csrf-token")?.content) {
      return false;
    }
    meta("csrf-token").content = fresh;
    return true;
  } catch {
    return false;
  }
}

function meta(name) {
  return document.querySelector(`meta[name="${name}"]`);
}
