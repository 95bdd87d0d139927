import Viewer from "bpmn-js/lib/Viewer";
import MoveCanvasModule from "diagram-js/lib/navigation/movecanvas";
import TextRenderer from "bpmn-js/lib/draw/TextRenderer";
import { call } from "./http.js";
import { wrapped } from "./lines.js";
import { text } from "./texts.js";

const READABLE = 0.65;
const LOWEST = 220;
const MARGIN = 70;

/**
 * A process model with the places where a run stands:
 * <div data-island="diagram" data-xml-url data-state-url data-label>.
 *
 * GET xml-url answers BPMN XML; GET state-url answers {steps: [{elementId, since, until, failed}]} with days and times
 * as they are to be shown, until = null while the run stands there. A table of the same steps stays in the page for
 * those who cannot see a drawing.
 */
export async function mount(island) {
  const [xml, state] = await Promise.all([
    fetch(island.dataset.xmlUrl, { headers: { Accept: "application/xml, text/xml" } }),
    island.dataset.stateUrl ? call(island.dataset.stateUrl) : { status: 200, body: { steps: [] } },
  ]);
  if (!xml.ok || state.status !== 200) {
    throw new Error(`diagram ${xml.status}, state ${state.status}`);
  }
  const canvasPlace = document.createElement("div");
  canvasPlace.className = "diagram-canvas";
  island.replaceChildren(canvasPlace);
  const viewer = new Viewer({
    container: canvasPlace,
    // The wheel belongs to the page: zooming is by buttons, moving by dragging or by the arrow keys.
    additionalModules: [MoveCanvasModule, { textRenderer: ["type", ThaiTextRenderer] }],
    bpmnRenderer: { defaultFillColor: "#ffffff", defaultStrokeColor: "#44525c", defaultLabelColor: "#17232b" },
    textRenderer: {
      defaultStyle: { fontFamily: "Sarabun, sans-serif", fontSize: 13, lineHeight: 1.35 },
      externalStyle: { fontSize: 12, lineHeight: 1.35 },
    },
  });
  await document.fonts.load("13px Sarabun", "ก").catch(() => []);
  await viewer.importXML(await xml.text());
  const drawing = canvasPlace.querySelector("svg");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", island.dataset.label ?? text("diagram"));
  markSteps(viewer, state.body.steps);
  island.style.height = `${frameHeight(viewer, island)}px`;
  const fit = () => show(viewer, state.body.steps);
  fit();
  island.append(tools(viewer, fit));
  moveByKeys(viewer, canvasPlace);
}

class ThaiTextRenderer extends TextRenderer {
  static $inject = ["config.textRenderer"];

  constructor(config) {
    super(config);
    const createText = this.createText;
    this.createText = (label, options = {}) => {
      const { fontSize, fontFamily } = { ...this.getDefaultStyle(), ...options.style };
      const width = (options.box?.width ?? Infinity) - 2 * (options.padding ?? 0);
      return createText(wrapped(label, width, `${fontSize}px ${fontFamily}`), options);
    };
  }
}

function markSteps(viewer, steps) {
  const canvas = viewer.get("canvas");
  const elements = viewer.get("elementRegistry");
  const overlays = viewer.get("overlays");
  const known = steps.filter((step) => elements.get(step.elementId));
  const visited = new Set(known.map((step) => step.elementId));
  const open = known.filter((step) => !step.until);
  const standing = new Set(open.map((step) => step.elementId));
  for (const id of visited) {
    if (!standing.has(id)) {
      canvas.addMarker(id, "step-behind");
    }
  }
  elements.filter((element) => element.waypoints && visited.has(element.source?.id) && visited.has(element.target?.id))
    .forEach((flow) => canvas.addMarker(flow.id, "step-behind"));
  for (const step of open) {
    const element = elements.get(step.elementId);
    canvas.addMarker(step.elementId, step.failed ? "step-failed" : "step-here");
    if (element.children?.length) {
      continue; // a sub-process stands where its own steps stand
    }
    const label = document.createElement("div");
    label.className = `step-since ${step.failed ? "failed" : ""}`;
    label.textContent = text(step.failed ? "failedSince" : "since", step.since);
    overlays.add(step.elementId, { position: { top: -24, left: 0 }, html: label, scale: { min: 0.7, max: 1 } });
  }
}

/** As high as the model at that width, but no higher than most of a screen. */
function frameHeight(viewer, island) {
  const { width, height } = viewer.get("canvas").viewbox().inner;
  const scale = Math.min(1, Math.max(READABLE, island.clientWidth / width));
  return Math.min(Math.max(LOWEST, height * scale + MARGIN), innerHeight * 0.75);
}

/** The whole model if its words stay readable; otherwise the place where the run stands. */
function show(viewer, steps) {
  const canvas = viewer.get("canvas");
  canvas.resized();
  canvas.zoom("fit-viewport", "auto");
  if (canvas.zoom() > 1) {
    canvas.zoom(1, "auto");
  }
  if (canvas.zoom() < READABLE) {
    const elements = viewer.get("elementRegistry");
    const here = steps.filter((step) => !step.until).map((step) => elements.get(step.elementId)).find(Boolean)
      ?? elements.find((element) => element.type === "bpmn:StartEvent");
    canvas.zoom(READABLE, "auto");
    const { width, height, inner } = canvas.viewbox();
    const middle = (start, size, whole, wholeSize, room) => (wholeSize <= room || !here
      ? whole + (wholeSize - room) / 2
      : start + (size - room) / 2);
    canvas.viewbox({
      x: middle(here?.x, here?.width, inner.x, inner.width, width),
      y: middle(here?.y, here?.height, inner.y, inner.height, height),
      width,
      height,
    });
  }
}

function tools(viewer, fit) {
  const canvas = viewer.get("canvas");
  const bar = document.createElement("div");
  bar.className = "diagram-tools";
  const zoom = (factor) => () => canvas.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * factor)), "auto");
  const buttons = [["+", "zoomIn", zoom(1.25)], ["−", "zoomOut", zoom(0.8)], ["⤢", "zoomFit", fit]];
  for (const [sign, name, action] of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-small";
    button.textContent = sign;
    button.title = text(name);
    button.setAttribute("aria-label", text(name));
    button.addEventListener("click", action);
    bar.append(button);
  }
  return bar;
}

function moveByKeys(viewer, place) {
  const canvas = viewer.get("canvas");
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  place.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      canvas.scroll({ dx: step[0], dy: step[1] });
    }
  });
}
