// The weave: for each mode one pass, every upload a bar in its lane, the unzip stage in a lane of its own.

// The parts of a strand, by their places.
const LANE = 0, INDEX = 1, NAME = 2, BYTES = 3, UNZIPPED = 4, HANDED_OUT = 5, STARTED = 6, ENDED = 7, ATTEMPTS = 8, FAILURE = 9;

const TITLE_HEIGHT = 24;
const AXIS_HEIGHT = 40;
const UNZIP_LANE = -1.2;
const UNZIP_ROOM = 1.8;

function weaves() {
  const shown = present(data.weaves);
  return modesOf(shown).map((mode) => shown.find((weave) => weave.mode === mode));
}

function endMillis(weave) {
  return Math.max(...weave.strands.map((strand) => strand[ENDED])) / 1000;
}

/** Where the axis of a mode ends: all share that of the concurrent ones, unless the reader wants each its own. */
function axisEnd(weave) {
  const concurrent = weaves().filter((one) => one.mode !== "sequential");
  return state.ownScale || concurrent.length === 0 ? endMillis(weave) : Math.max(...concurrent.map(endMillis));
}

function laneRoom(weave) {
  return Math.min(230, Math.max(34, (weave.lanes + UNZIP_ROOM) * (weave.lanes > 24 ? 4 : 8)));
}

function weaveHeight() {
  return weaves().reduce((sum, weave) => sum + TITLE_HEIGHT + laneRoom(weave) + AXIS_HEIGHT, 0) + 46;
}

function weaveTitle(weave) {
  const parts = [weave.mode + ": " + (weave.wall === null ? "did not end" : weave.wall.text)];
  parts.push(weave.lanes === 1 ? "1 lane" : weave.lanes + " lanes");
  if (weave.strands.length < weave.files) {
    parts.push(whole(weave.strands.length) + " of " + whole(weave.files) + " files");
  }
  if (endMillis(weave) > axisEnd(weave) * 1.001) {
    parts.push("goes on to " + digits(endMillis(weave) / axisEnd(weave)) + "x the width");
  }
  if (!weave.typical) {
    parts.push("no pass ended well: the newest");
  }
  return parts.join(", ");
}

/** A bar that ends where its chart does; null where nothing of it is in there. */
function clippedBar(params, x, y, width, height, style) {
  const shape = echarts.graphic.clipRectByRect({ x: x, y: y, width: Math.max(width, 0.7), height: height }, params.coordSys);
  return shape ? { type: "rect", shape: shape, style: style } : null;
}

/** What stands at the end of a strand that did not simply go well. */
function endMark(params, strand, x, y, ink) {
  if (x < params.coordSys.x || x > params.coordSys.x + params.coordSys.width) {
    return null;
  }
  if (strand[FAILURE] !== null) {
    return { type: "text", style: { text: "\u2715", x: x, y: y, fill: ink, font: "bold 12px sans-serif", align: "center", verticalAlign: "middle" } };
  }
  return strand[ATTEMPTS] > 1
    ? { type: "circle", shape: { cx: x, cy: y, r: 3.2 }, style: { fill: themeColor("page"), stroke: ink, lineWidth: 1.4 } }
    : null;
}

function strandItem(strand, params, api, color) {
  const at = (micros) => api.coord([micros / 1000, strand[LANE]]);
  const height = Math.max(1, api.size([0, 1])[1] * 0.78);
  const ink = themeColor("text");
  const [from, y] = at(strand[HANDED_OUT]);
  const to = at(strand[ENDED])[0];
  const started = strand[STARTED] < 0 ? to : at(strand[STARTED])[0];
  const request = strand[FAILURE] === null ? { fill: color, opacity: 0.9 } : { fill: themeColor("page"), stroke: ink, lineWidth: 1 };
  return {
    type: "group",
    children: [
      clippedBar(params, from, y - height / 2, started - from, height, { fill: color, opacity: 0.3 }),
      clippedBar(params, started, y - height / 2, to - started, height, request),
      endMark(params, strand, to, y, ink),
    ].filter((child) => child !== null),
  };
}

function unzipItem(strand, params, api) {
  const [from, y] = api.coord([strand[UNZIPPED] / 1000, UNZIP_LANE]);
  const to = api.coord([strand[HANDED_OUT] / 1000, UNZIP_LANE])[0];
  const height = Math.max(5, api.size([0, 1])[1]);
  return clippedBar(params, from, y - height / 2, to - from, height, { fill: themeColor("quiet"), opacity: 0.85 });
}

function millis(micros) {
  return digits(micros / 1000) + " ms";
}

function strandTip(strand) {
  return tip(strand[NAME], [
    whole(strand[BYTES]) + " bytes, number " + strand[INDEX] + " in the zip, lane " + strand[LANE],
    "handed out at " + millis(strand[HANDED_OUT]),
    strand[STARTED] < 0 ? "no request was made" : "request at " + millis(strand[STARTED]) + ", took " + millis(strand[ENDED] - strand[STARTED]),
    strand[ATTEMPTS] + (strand[ATTEMPTS] === 1 ? " attempt" : " attempts"),
    strand[FAILURE] === null ? "stored" : "failed: " + strand[FAILURE]]);
}

function weaveOption() {
  const all = weaves();
  if (all.length === 0) {
    return null;
  }
  const places = all.map((_, place) => place);
  const option = {
    title: [], grid: [], xAxis: [], yAxis: [], series: [], tooltip: tooltip(null),
    dataZoom: [
      { type: "slider", xAxisIndex: places, filterMode: "weakFilter", bottom: 4, height: 22, left: 52, right: 14, brushSelect: false,
        borderColor: themeColor("line"), showDetail: false, showDataShadow: false },
      { type: "inside", xAxisIndex: places, filterMode: "weakFilter", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false },
    ],
  };
  let top = 0;
  all.forEach((weave, place) => {
    addWeave(option, weave, place, top);
    top += TITLE_HEIGHT + laneRoom(weave) + AXIS_HEIGHT;
  });
  return option;
}

function addWeave(option, weave, place, top) {
  const { color } = look(weave.mode);
  const unzipped = weave.strands.filter((strand) => strand[UNZIPPED] >= 0);
  option.title.push({ text: weaveTitle(weave), top: top, left: 0, textStyle: { fontSize: isNarrow() ? 11 : 13, color: themeColor("text") } });
  option.grid.push({ left: 52, right: 14, top: top + TITLE_HEIGHT, height: laneRoom(weave) });
  option.xAxis.push(axis({ gridIndex: place, type: "value", min: 0, max: axisEnd(weave), axisLabel: { formatter: (value) => digits(value) + " ms" } }));
  option.yAxis.push(axis({
    gridIndex: place, type: "value", inverse: true, min: -UNZIP_ROOM, max: weave.lanes - 0.4, splitLine: { show: false }, axisTick: { show: false },
    axisLabel: { customValues: [UNZIP_LANE], formatter: () => "unzip" },
  }));
  option.series.push({
    type: "custom", name: weave.mode, xAxisIndex: place, yAxisIndex: place,
    encode: { x: [0, 1], y: 2 },
    data: weave.strands.map((strand) => [strand[HANDED_OUT] / 1000, strand[ENDED] / 1000, strand[LANE]]),
    renderItem: (params, api) => strandItem(weave.strands[params.dataIndex], params, api, color),
    tooltip: { formatter: (item) => strandTip(weave.strands[item.dataIndex]) },
  }, {
    type: "custom", name: weave.mode + ", unzip stage", xAxisIndex: place, yAxisIndex: place,
    encode: { x: [0, 1] },
    data: unzipped.map((strand) => [strand[UNZIPPED] / 1000, strand[HANDED_OUT] / 1000]),
    renderItem: (params, api) => unzipItem(unzipped[params.dataIndex], params, api),
    tooltip: { formatter: (item) => {
      const strand = unzipped[item.dataIndex];
      return tip("unzip stage", [strand[NAME], millis(strand[HANDED_OUT] - strand[UNZIPPED])]);
    } },
  });
}

function failedOf(weave) {
  return whole(weave.strands.filter((strand) => strand[FAILURE] !== null).length);
}

function retriedOf(weave) {
  return whole(weave.strands.filter((strand) => strand[FAILURE] === null && strand[ATTEMPTS] > 1).length);
}

function weaveDescription() {
  return "One pass of each mode, every upload a bar in time. " + weaves().map((weave) =>
    weaveTitle(weave) + ", " + failedOf(weave) + " failed, " + retriedOf(weave) + " retried").join("; ") + ".";
}

function weaveFigures() {
  return [
    ["mode", "wall time", "files drawn", "lanes", "failed", "stored after retries", "JVM", "pass"],
    ...weaves().map((weave) => [
      weave.mode, weave.wall === null ? "-" : weave.wall.text, whole(weave.strands.length), String(weave.lanes),
      failedOf(weave), retriedOf(weave), weave.trial, String(weave.pass)])];
}

/** Zooming without a mouse: a step moves the ends of what is shown by shares of its width. */
function zoomButtons() {
  const show = (start, end) => {
    const width = Math.min(100, Math.max(1, end - start));
    const from = Math.min(100 - width, Math.max(0, start));
    chartOf("chart-weave").instance?.dispatchAction({ type: "dataZoom", dataZoomIndex: 0, start: from, end: from + width });
  };
  const step = (text, label, first, last) => element("button", {
    type: "button",
    "aria-label": label,
    click: () => {
      const now = chartOf("chart-weave").instance?.getOption().dataZoom[0] ?? { start: 0, end: 100 };
      show(now.start + first * (now.end - now.start), now.end + last * (now.end - now.start));
    },
  }, text);
  return [
    step("+", "zoom in", 0.25, -0.25),
    step("\u2212", "zoom out", -0.5, 0.5),
    step("\u2190", "earlier", -0.5, -0.5),
    step("\u2192", "later", 0.5, 0.5),
    element("button", { type: "button", click: () => show(0, 100) }, "all of it")];
}

function weaveKey() {
  return element(
    "div", { class: "key" },
    element("span", {}, element("i", { class: "pale" }), "handed out, waits for its request"),
    element("span", {}, element("i", {}), "request until acknowledged"),
    element("span", {}, "\u25cb stored after a retry"),
    element("span", {}, "\u2715 failed"));
}

function weaveChart() {
  return chart("chart-weave", weaveHeight, weaveOption, weaveDescription, weaveFigures, {
    renderer: "canvas",
    before: [
      element("div", { class: "controls" }, toggle("each mode on its own scale", () => state.ownScale, () => {
        state.ownScale = !state.ownScale;
        chartOf("chart-weave").draw();
      }), zoomButtons()),
      weaveKey(),
    ],
    caption: "Of each mode the pass of median wall time. A lane holds one upload at a time, so there are as many lanes as uploads were open at once. To zoom, use the buttons, the slider, or Ctrl and the wheel.",
  });
}
