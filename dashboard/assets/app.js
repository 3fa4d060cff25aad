// The page's few islands. Without this file everything but the chart's tooltips works: forms are forms, links are
// links.
import { drawCharts, dropCharts } from "./chart.js";

const NEWER_CHECK_MS = 60_000;

document.documentElement.classList.add("scripted");

// What the content shows, without the fragment: a jump inside the page is no reason to ask again.
let shown = location.pathname + location.search;
let asking = null;

/** Replaces the page's content by that of an address of the same page; the address moves along. */
async function show(address, isNew) {
  const url = new URL(address, location.href);
  const main = document.querySelector("main");
  asking?.abort();
  const mine = asking = new AbortController();
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { headers: { accept: "text/html" }, signal: mine.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (response.redirected || !page.querySelector("#detail")) {
      // Signed out meanwhile, or no such page: the browser shows what there is.
      location.assign(url);
      return;
    }
    replace(main, page);
    shown = url.pathname + url.search;
    if (isNew) {
      history.pushState(null, "", url);
    }
  } catch (error) {
    if (error.name !== "AbortError") {
      location.assign(url);
    }
  } finally {
    if (mine === asking) {
      main.removeAttribute("aria-busy");
    }
  }
}

function replace(main, page) {
  const focused = document.activeElement?.id;
  dropCharts(main);
  main.replaceChildren(...page.querySelector("main").childNodes);
  document.querySelector(".bar").replaceWith(page.querySelector(".bar"));
  document.title = page.title;
  drawCharts(main);
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

function addressOf(form) {
  const url = new URL(form.action);
  const fields = new FormData(form);
  if (fields.get("period") !== "custom") {
    ["from", "to", "from_date", "to_date"].forEach(name => fields.delete(name));
  }
  url.search = new URLSearchParams(fields).toString();
  return url;
}

document.addEventListener("click", event => {
  const link = event.target.closest("a[data-live]");
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  const { hash } = new URL(link.href);
  show(link.href, true).then(() => {
    // A tile leads down to the table; a switch inside a panel must not move the page.
    if (hash === "#detail" && link.closest(".tile")) {
      document.querySelector(hash)?.scrollIntoView();
    }
  });
});

document.addEventListener("submit", event => {
  if (event.target.matches("form[data-live]")) {
    event.preventDefault();
    show(addressOf(event.target), true);
  }
});

document.addEventListener("change", event => {
  const form = event.target.closest("form[data-live]");
  if (!form || event.target.type === "date") {
    return;
  }
  // A custom period waits for its dates.
  if (event.target.id !== "period" || event.target.value !== "custom") {
    form.requestSubmit();
  }
});

addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) {
    show(location.href, false);
  }
});

/** Offers a reload when a newer generation is served; never reloads by itself, somebody may be reading. */
async function checkNewer() {
  const fresh = document.querySelector("[data-generation]");
  if (!fresh || document.hidden) {
    return;
  }
  try {
    const response = await fetch("/api/v1/generation");
    if (response.ok) {
      const { generation } = await response.json();
      fresh.querySelector(".newer").hidden = generation === fresh.dataset.generation;
    }
  } catch {
    // The server is away; the next check will tell.
  }
}

setInterval(checkNewer, NEWER_CHECK_MS);
drawCharts(document);
