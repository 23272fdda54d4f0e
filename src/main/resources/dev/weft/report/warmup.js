// What an upload takes against uploads made in the JVM, where the run left its warm-up curves.

const WARMUP_PANELS = [
  { name: "CPU per upload, ms", of: (point) => point.cpuMillis },
  { name: "wall time per upload, ms", of: (point) => point.wallMillis },
  { name: "compile time per upload, ms", of: (point) => point.jitMillis },
];
const WARMUP_PANEL = 180;

/**
 * The curves of the JVMs that the setting was measured in: each warms up with the largest zip of its concurrency.
 * The sequential mode warms up for a fixed number of uploads, 10 to 30 times slower: beside others it is left out.
 */
function warmups() {
  const concurrency = data.settings[state.setting].concurrency;
  const all = data.warmups.filter((one) => settingOf(one).concurrency === concurrency);
  const concurrent = all.filter((one) => one.mode !== "sequential");
  return concurrent.length > 0 ? concurrent : all;
}

function isUndelayed(lines) {
  return lines.medians.some((point) => point.undelayed);
}

function warmupTip(lines, point, what) {
  return tip(lines.mode + ", " + what, [
    whole(Math.round(point.uploads)) + " uploads made" + (point.undelayed ? ", server without its latency" : ""),
    ...WARMUP_PANELS.filter(({ of }) => of(point) !== null).map(({ name, of }) => name.replace(", ms", " ") + digits(of(point)) + " ms")]);
}

/** One value of a mode: thin lines of JVMs, a thick one of medians, the slices with the latency as large marks, a dotted upright one where it is steady. */
function warmupSeries(lines, place) {
  const { of } = WARMUP_PANELS[place];
  const { color, symbol } = look(lines.mode);
  const axes = { xAxisIndex: place, yAxisIndex: place, name: lines.mode, itemStyle: { color: color } };
  const points = (list, undelayed, what) => list.filter((point) => point.undelayed === undelayed && of(point) !== null)
    .map((point) => ({ value: [point.uploads, of(point)], lines: lines, point: point, what: what }));
  const joined = isUndelayed(lines);
  const thin = lines.jvms.length < 2 ? [] : lines.jvms.flatMap((jvm) => [
    { ...axes, type: "line", symbol: "none", silent: true, lineStyle: { color: color, width: 1, opacity: 0.4 }, data: points(jvm, joined, "one JVM") },
    { ...axes, type: "scatter", symbol: "circle", symbolSize: 4, itemStyle: { color: color, opacity: 0.5 }, data: joined ? points(jvm, false, "one JVM") : [] },
  ]);
  const steady = lines.steady === null ? {} : {
    markLine: {
      silent: true, symbol: "none", label: { show: false }, lineStyle: { color: color, type: "dotted", width: 2 },
      data: [{ xAxis: lines.steady.point.uploads }],
    },
  };
  // The legend takes the look of the first.
  return [
    { ...axes, ...steady, type: "line", z: 3, symbol: symbol, symbolSize: 6, showAllSymbol: true, lineStyle: { color: color, width: 2.5 }, data: points(lines.medians, joined, "median") },
    { ...axes, type: "scatter", z: 4, symbol: symbol, symbolSize: 11, itemStyle: { color: color, opacity: 1 }, data: joined ? points(lines.medians, false, "median") : [] },
    ...thin,
  ];
}

function warmupOption() {
  const shown = warmups();
  if (shown.length === 0) {
    return null;
  }
  const most = Math.max(...shown.flatMap((lines) => lines.jvms.flat().map((point) => point.uploads)));
  const extent = { type: "value", min: 0, max: Math.ceil(most * 1.02) };
  const labels = { showMaxLabel: false, formatter: whole };
  return {
    legend: legend(shown.map((lines) => lines.mode)),
    grid: WARMUP_PANELS.map((_, place) => ({ left: 54, right: 26, top: topRoom() + place * WARMUP_PANEL, height: WARMUP_PANEL - 56, outerBoundsMode: "none" })),
    tooltip: tooltip((item) => warmupTip(item.data.lines, item.data.point, item.data.what)),
    xAxis: WARMUP_PANELS.map((_, place) => place < WARMUP_PANELS.length - 1
      ? axis({ ...extent, gridIndex: place, axisLabel: labels })
      : nameBelow({ ...extent, gridIndex: place, name: "uploads made in the JVM", axisLabel: labels })),
    yAxis: WARMUP_PANELS.map(({ name }, place) => axis({
      type: "value", gridIndex: place, min: 0, name: name, nameTextStyle: { color: themeColor("quiet"), align: "left" }, axisLabel: { formatter: digits },
    })),
    series: shown.flatMap((lines) => WARMUP_PANELS.flatMap((_, place) => warmupSeries(lines, place))),
  };
}

function warmupDescription() {
  return "What an upload takes while JVMs warm up. " + warmups().map((lines) => lines.summary).join("; ") + ".";
}

function warmupFigures() {
  const maybe = (value) => value === null ? "-" : digits(value);
  return [
    ["mode", "uploads made", "server", ...WARMUP_PANELS.map(({ name }) => name)],
    ...warmups().flatMap((lines) => lines.medians.map((point) => [
      lines.mode, whole(point.uploads), point.undelayed ? "without latency" : "with latency", ...WARMUP_PANELS.map(({ of }) => maybe(of(point)))]))];
}

function warmupChart() {
  const caption = "Each mark is a slice of the warm-up; its CPU includes that of the JIT compilers."
    + (data.warmups.some(isUndelayed) ? " Line: the server answers without its latency. Large marks apart: with its latency, as in the passes." : "")
    + " Thick: median over JVMs; thin: single JVMs. Dotted: weft calls the JVM steady."
    + " Compile time is added up over the threads of the JIT compilers.";
  return chart("chart-warmup", () => topRoom() + WARMUP_PANELS.length * WARMUP_PANEL, warmupOption, warmupDescription, warmupFigures, { caption: caption });
}
