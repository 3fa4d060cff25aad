// Draws [data-chart] elements with ECharts: one line for now, one dashed for the comparison. Colours are the sheet's
// own.

const drawn = new Map();
const sized = new ResizeObserver(entries => entries.forEach(entry => drawn.get(entry.target)?.resize()));

export function drawCharts(root) {
  if (typeof echarts === "undefined") {
    return;
  }
  for (const box of root.querySelectorAll("[data-chart]")) {
    box.replaceChildren();
    const chart = echarts.init(box, null, { renderer: "canvas" });
    drawn.set(box, chart);
    chart.setOption(optionOf(box));
    sized.observe(box);
  }
}

export function dropCharts(root) {
  for (const box of root.querySelectorAll("[data-chart]")) {
    sized.unobserve(box);
    drawn.get(box)?.dispose();
    drawn.delete(box);
  }
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
  drawn.forEach((chart, box) => chart.setOption(optionOf(box))));

function optionOf(box) {
  const { dates, series: [now, base] } = JSON.parse(box.dataset.chart);
  const style = getComputedStyle(box);
  const colour = name => style.getPropertyValue(name).trim();
  const lang = document.documentElement.lang;
  const short = new Intl.NumberFormat(lang, { notation: "compact", maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  const text = { color: colour("--muted"), fontFamily: style.fontFamily };
  const line = (name, values, extra) => ({
    name, type: "line", data: values, showSymbol: false, smooth: 0.3, smoothMonotone: "x",
    emphasis: { disabled: true }, ...extra,
  });
  return {
    animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400,
    textStyle: text,
    color: [colour("--chart-now"), colour("--chart-base")],
    grid: { left: 4, right: 24, top: 34, bottom: 4, containLabel: true },
    legend: { right: 8, top: 0, icon: "roundRect", itemWidth: 14, itemHeight: 3, textStyle: text },
    tooltip: {
      trigger: "axis",
      // Drawn on the canvas: an HTML tooltip needs inline styles, which the page's policy forbids.
      renderMode: "richText",
      confine: true,
      backgroundColor: colour("--card"),
      borderColor: colour("--line"),
      textStyle: { color: colour("--text"), fontFamily: style.fontFamily },
      valueFormatter: value => value == null ? "–" : whole.format(value),
    },
    xAxis: {
      type: "category",
      data: dates,
      boundaryGap: false,
      axisLabel: { ...text, hideOverlap: true, formatter: date => date.slice(5) },
      axisLine: { lineStyle: { color: colour("--line") } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      axisLabel: { ...text, formatter: value => short.format(value) },
      splitLine: { lineStyle: { color: colour("--line") } },
    },
    series: [
      line(now.name, now.values, { lineStyle: { width: 2.5 }, areaStyle: { opacity: 0.08 } }),
      line(base.name, base.values, { lineStyle: { width: 1.5, type: "dashed" } }),
    ],
  };
}
