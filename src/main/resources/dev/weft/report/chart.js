// What charts have in common: how they are kept, themed, described and drawn anew.

const charts = [];

/**
 * A chart with its text alternative and its figures as a table.
 * @param {string} id
 * @param {function(): number} height in pixels
 * @param {function(): ?Object} option of ECharts; null where there is nothing to draw
 * @param {function(): string} describe the chart in a sentence or two
 * @param {function(): Array<Array<string>>} figures the first line is the header
 * @param {{renderer?: string, caption: string, before?: Array<Node>}} more
 */
function chart(id, height, option, describe, figures, more) {
  const node = element("div", { class: "chart", id: id, role: "img" });
  const nothing = element("p", { class: "quiet" }, "Nothing of this was measured in this setting.");
  const table = element("div", { class: "wide" });
  const rest = element("details", {}, element("summary", {}, "The figures of this chart as a table"), table);
  const caption = element("figcaption", {}, more.caption);
  const made = { id: id, instance: null };
  made.draw = () => {
    const drawn = option();
    [node, rest, caption].forEach((each) => { each.hidden = drawn === null; });
    nothing.hidden = drawn !== null;
    if (drawn === null) {
      return;
    }
    node.setAttribute("aria-label", describe());
    table.replaceChildren(plainTable(figures()));
    node.style.height = height() + "px";
    made.instance ??= echarts.init(node, null, { renderer: more.renderer ?? "svg" });
    made.instance.resize();
    made.instance.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...drawn }, true);
  };
  charts.push(made);
  return element("figure", {}, more.before ?? [], node, nothing, caption, rest);
}

function chartOf(id) {
  return charts.find((one) => one.id === id);
}

/** A table of texts. */
function plainTable([names, ...lines]) {
  return element(
    "table", {},
    headLine(names),
    element("tbody", {}, lines.map((line) => element("tr", {}, line.map((text, column) =>
      column === 0 ? element("th", { scope: "row" }, text) : element("td", {}, text))))));
}

function headLine(names) {
  return element("thead", {}, element("tr", {}, names.map((name) => element("th", { scope: "col" }, name))));
}

/** What a tooltip says; its lines are text, whatever they hold. */
function tip(title, lines) {
  return element("div", { class: "tip" }, element("b", {}, title), lines.map((line) => element("div", {}, line)));
}

function tooltip(formatter) {
  return {
    confine: true,
    backgroundColor: themeColor("panel"),
    borderColor: themeColor("line"),
    textStyle: { color: themeColor("text") },
    formatter: formatter,
  };
}

function axis(settings) {
  return {
    nameTextStyle: { color: themeColor("quiet") },
    axisLine: { lineStyle: { color: themeColor("line") } },
    splitLine: { lineStyle: { color: themeColor("grid") } },
    ...settings,
    axisLabel: { color: themeColor("quiet"), hideOverlap: true, ...settings.axisLabel },
  };
}

/** Such as on a phone: a legend then takes two lines. */
function isNarrow() {
  return root.clientWidth < 640;
}

/** Above the plot, for the legend and the name of the upward axis. */
function topRoom() {
  return isNarrow() ? 80 : 58;
}

/** An axis with its name below it. */
function nameBelow(settings) {
  return axis({ nameLocation: "middle", nameGap: 28, ...settings });
}

const DASHES = "path://M0 4h6v2h-6zM8 4h6v2h-6zM16 4h6v2h-6z";

function legend(names) {
  return { data: names.map((name) => name === "ideal" ? { name: name, icon: DASHES } : name), top: 0, left: 0, textStyle: { color: themeColor("text") }, itemWidth: 22, inactiveColor: themeColor("line") };
}

function grid(settings) {
  return { left: 12, right: 26, outerBoundsMode: "same", outerBoundsContain: "axisLabel", ...settings };
}

/**
 * Vertical bars with caps, from low to high.
 * @param {Array<Array>} ranges x, low, high
 */
function errorBars(name, color, ranges) {
  return {
    type: "custom",
    name: name,
    silent: true,
    clip: true,
    z: 3,
    itemStyle: { color: color },
    encode: { x: 0, y: [1, 2] },
    data: ranges,
    renderItem: (_, api) => {
      const low = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)]);
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: color, lineWidth: 1.6 } });
      return {
        type: "group",
        children: [
          line(low[0], low[1], high[0], high[1]),
          line(low[0] - 5, low[1], low[0] + 5, low[1]),
          line(high[0] - 5, high[1], high[0] + 5, high[1]),
        ],
      };
    },
  };
}

/** What no mode can beat, but for the error of its calibration, as a dashed line. */
function idealLine(points) {
  return {
    type: "line", name: "ideal", symbol: "none", z: 1,
    itemStyle: { color: themeColor("ideal") },
    lineStyle: { color: themeColor("ideal"), type: "dashed", width: 2 },
    data: points.sort((one, other) => one[0] - other[0]),
  };
}

/** A button that is pressed or not. */
function toggle(text, isOn, change) {
  const button = element("button", { type: "button", "aria-pressed": String(isOn()) }, text);
  button.addEventListener("click", () => {
    change();
    button.setAttribute("aria-pressed", String(isOn()));
  });
  return button;
}
