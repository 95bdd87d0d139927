import { text } from "./texts.js";

const DRAG_AFTER = 4;
const END_OF_BAR = 10;
const ROWS_OF_A_PAGE = 10;

/**
 * Keys and dragging for the plan of a case. The grid is plain HTML whose bars are links; this makes it one tab stop with
 * arrow keys (the grid pattern) and lets movable bars ([data-months="first-last"]) be moved, by mouse or by keyboard. A move
 * changes nothing: it leads to the page that shows its effect.
 * <div data-island="plan" data-grid="id of the table"><p role="status"></p></div>
 */
export function mount(island) {
  const grid = document.getElementById(island.dataset.grid);
  const status = island.querySelector("[role=status]");
  const monthly = grid.classList.contains("by-month");
  const rows = [...grid.tBodies]
    .flatMap((body) => [...body.rows])
    .map((row) => [...row.querySelectorAll("a.bar, a.mark")])
    .filter((bars) => bars.length > 0);
  if (rows.length === 0) {
    return;
  }
  const place = new Map(rows.flatMap((bars, row) => bars.map((bar, at) => [bar, { row, at }])));
  let wish = null;

  const keys = document.createElement("p");
  keys.id = `${grid.id}-keys`;
  keys.className = "soft small";
  keys.textContent = [text("planKeys"), monthly && grid.querySelector("[data-months]") ? text("planMoveKeys") : ""].join(" ");
  island.append(keys);
  grid.setAttribute("aria-describedby", keys.id);

  for (const bar of place.keys()) {
    bar.tabIndex = -1;
    bar.draggable = false;
  }
  rows[0][0].tabIndex = 0;

  grid.addEventListener("focusin", ({ target }) => {
    if (place.has(target)) {
      grid.querySelector("a[tabindex='0']")?.setAttribute("tabindex", "-1");
      target.tabIndex = 0;
      if (wish && wish.bar !== target) {
        giveUp();
      }
    }
  });
  // What the bars say is written for screen readers; a mouse that rests on one is told the same.
  grid.addEventListener("pointerover", ({ target }) => {
    if (place.has(target) && !target.title) {
      target.title = target.getAttribute("aria-label");
    }
  });
  grid.addEventListener("keydown", (event) => {
    const bar = event.target;
    if (!place.has(bar) || event.altKey || event.metaKey) {
      return;
    }
    if (wish && event.key === "Enter") {
      event.preventDefault();
      ask();
    } else if (wish && event.key === "Escape") {
      event.preventDefault();
      giveUp();
    } else if (event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      const by = event.key === "ArrowLeft" ? -1 : 1;
      wishFor(bar, by, by);
    } else if (event.key === "+" || event.key === "-") {
      event.preventDefault();
      wishFor(bar, 0, event.key === "+" ? 1 : -1);
    } else {
      const next = neighbour(bar, event);
      if (next) {
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    }
  });

  function neighbour(bar, { key, ctrlKey }) {
    const { row, at } = place.get(bar);
    switch (key) {
      case "ArrowLeft":
        return rows[row][at - 1];
      case "ArrowRight":
        return rows[row][at + 1];
      case "ArrowUp":
        return nearest(bar, rows[row - 1]);
      case "ArrowDown":
        return nearest(bar, rows[row + 1]);
      case "PageUp":
        return nearest(bar, rows[Math.max(0, row - ROWS_OF_A_PAGE)]);
      case "PageDown":
        return nearest(bar, rows[Math.min(rows.length - 1, row + ROWS_OF_A_PAGE)]);
      case "Home":
        return (ctrlKey ? rows[0] : rows[row])[0];
      case "End":
        return (ctrlKey ? rows.at(-1) : rows[row]).at(-1);
      default:
        return undefined;
    }
  }

  /** The bar of a row that lies nearest below or above another. */
  function nearest(bar, bars) {
    const left = (it) => it.getBoundingClientRect().left;
    return bars?.reduce((best, it) => (Math.abs(left(it) - left(bar)) < Math.abs(left(best) - left(bar)) ? it : best));
  }

  function monthsOf(bar) {
    return bar.dataset.months?.split("-").map(Number);
  }

  function wishFor(bar, byFirst, byLast) {
    const agreed = monthly ? monthsOf(bar) : undefined;
    if (!agreed) {
      status.textContent = text("planFixed", name(bar));
      return;
    }
    const now = wish?.bar === bar ? wish : { bar, first: agreed[0], last: agreed[1] };
    const first = now.first + byFirst;
    const last = now.last + byLast;
    if (first >= 1 && last >= first && last <= grid.querySelectorAll("col").length - 1) {
      wish = { bar, first, last };
      show(bar, first - agreed[0], last - agreed[1]);
      status.textContent = text("planMoving", name(bar), first, last);
    }
  }

  function show(bar, byFirst, byLast) {
    const step = monthWidth();
    bar.classList.add("dragged");
    bar.style.transform = `translateX(${byFirst * step}px)`;
    bar.style.width = byFirst === byLast ? "" : `${bar.parentElement.clientWidth + (byLast - byFirst) * step}px`;
  }

  function reset(bar) {
    bar.classList.remove("dragged");
    bar.style.transform = "";
    bar.style.width = "";
  }

  function giveUp() {
    const { bar } = wish;
    wish = null;
    reset(bar);
    status.textContent = text("planStays", name(bar));
  }

  function ask() {
    const { bar, first, last } = wish;
    location.assign(`${bar.getAttribute("href")}/change?from=${first}&to=${last}`);
  }

  function name(bar) {
    return bar.getAttribute("aria-label").split(":")[0];
  }

  function monthWidth() {
    return grid.tHead.rows[1].cells[0].getBoundingClientRect().width;
  }

  // Fingers scroll the grid; on a phone the page of the bar has a form for it.
  grid.addEventListener("pointerdown", (event) => {
    const bar = event.target.closest("a[data-months]");
    if (!bar || !monthly || event.button !== 0 || event.pointerType === "touch") {
      return;
    }
    const agreed = monthsOf(bar);
    const longer = !bar.classList.contains("mark") && bar.getBoundingClientRect().right - event.clientX < END_OF_BAR;
    let moved = false;
    const drag = (move) => {
      if (!moved && Math.abs(move.clientX - event.clientX) < DRAG_AFTER) {
        return;
      }
      moved = true;
      const by = Math.round((move.clientX - event.clientX) / monthWidth());
      const now = wish?.bar === bar ? wish : { first: agreed[0], last: agreed[1] };
      wishFor(bar, longer ? 0 : agreed[0] + by - now.first, agreed[1] + by - now.last);
    };
    const drop = () => {
      removeEventListener("pointermove", drag);
      removeEventListener("pointerup", drop);
      removeEventListener("pointercancel", drop);
      if (moved) {
        // The click that follows would open the bar.
        const swallow = (click) => click.preventDefault();
        addEventListener("click", swallow, { capture: true });
        setTimeout(() => {
          removeEventListener("click", swallow, { capture: true });
          if (wish?.bar === bar && (wish.first !== agreed[0] || wish.last !== agreed[1])) {
            ask();
          } else if (wish) {
            giveUp();
          }
        });
      }
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", drop);
  });
}
