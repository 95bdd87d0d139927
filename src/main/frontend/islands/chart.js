import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { wrapped } from "./lines.js";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const STATUS = { good: "#1d8443", warn: "#c77700", bad: "#c0362d", none: "#9aa7af" };
const SERIES = ["#0b4f5c", "#c77700", "#5a7fb8", "#7a9c3a", "#8a5a9c"];
const INK = "#17232b";
const SOFT = "#4b5a64";
const ROW = 46;

/**
 * Bars or lines beside the table that holds the same figures:
 * <div data-island="chart" data-label><script type="application/json">
 *   {type: "bar" | "line", horizontal, unit, categories: [..], series: [{name, values: [n | null | {value, status}]}],
 *    target: {value, label}}
 * </script></div>. A status colours one bar (good, warn, bad, none); a missing value stays missing.
 */
export async function mount(island) {
  const source = island.querySelector("script[type='application/json']");
  const spec = JSON.parse(source.textContent);
  const place = document.createElement("div");
  place.className = "chart-place";
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", island.dataset.label ?? "");
  place.style.height = spec.horizontal
    ? `${spec.categories.length * ROW * Math.max(1, spec.series.length * 0.7) + 70}px`
    : "18rem";
  island.append(place);
  await document.fonts.load("13px Sarabun", "ก").catch(() => []);
  const narrow = () => place.clientWidth < 520;
  const chart = init(place, null, { renderer: "svg", locale: "EN" });
  const draw = () => chart.setOption(options(spec, narrow()), true);
  draw();
  new ResizeObserver(() => {
    chart.resize();
    draw();
  }).observe(place);
}

function options(spec, narrow) {
  const unit = spec.unit ?? "";
  const labelWidth = spec.horizontal ? (narrow ? 120 : 230) : 90;
  const categories = {
    type: "category",
    data: spec.categories.map((name) => wrapped(name, labelWidth, "13px Sarabun")),
    inverse: Boolean(spec.horizontal),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: SOFT } },
    axisLabel: { color: INK, lineHeight: 18, hideOverlap: false },
  };
  const values = {
    type: "value",
    splitNumber: narrow ? 3 : 5,
    // A target beyond the data must not fall off the chart.
    max: spec.target ? ({ max }) => Math.max(max, spec.target.value) : undefined,
    axisLabel: { color: SOFT, hideOverlap: true, formatter: (value) => written(value) + unit },
    splitLine: { lineStyle: { color: "#e6ebee" } },
  };
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 250,
    textStyle: { fontFamily: "Sarabun, sans-serif", fontSize: 13 },
    color: SERIES,
    grid: {
      left: 8,
      right: narrow ? 44 : 64,
      top: spec.target ? 30 : 12,
      bottom: spec.series.length > 1 ? 36 : 8,
      containLabel: true,
    },
    legend: spec.series.length > 1 ? { bottom: 0, textStyle: { color: INK } } : undefined,
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      confine: true,
      valueFormatter: (value) => (value === null || value === undefined ? "–" : written(value) + unit),
    },
    xAxis: spec.horizontal ? values : categories,
    yAxis: spec.horizontal ? categories : values,
    series: spec.series.map((series, index) => ({
      name: series.name,
      type: spec.type ?? "bar",
      barMaxWidth: 22,
      connectNulls: false,
      symbolSize: 7,
      data: series.values.map(point),
      label: {
        show: (spec.type ?? "bar") === "bar" && spec.series.length === 1,
        position: spec.horizontal ? "right" : "top",
        color: INK,
        formatter: ({ value }) => written(value) + unit,
      },
      markLine: index === 0 && spec.target ? targetLine(spec) : undefined,
    })),
  };
}

function point(value) {
  if (value === null || typeof value !== "object") {
    return value;
  }
  return { value: value.value, itemStyle: { color: STATUS[value.status] ?? STATUS.none } };
}

function targetLine({ target, horizontal }) {
  return {
    symbol: "none",
    silent: true,
    lineStyle: { color: INK, type: "solid", width: 1.5 },
    label: { formatter: target.label, color: INK, position: horizontal ? "start" : "end" },
    data: [{ [horizontal ? "xAxis" : "yAxis"]: target.value }],
  };
}

function written(value) {
  return Number(value).toLocaleString("en-US", { maximumFractionDigits: 2 });
}
