// Wall time against number of files: a line for each mode, and the ideal. Of one size, a point for each mode.

/** From how many times as much on the larger leaves no room for the smaller, on an axis that begins at 0. */
const FAR_APART = 8;

/** The cells of the present phase, at the concurrency of the present setting. */
function timeCells() {
  const all = data.cells.filter((cell) => part(cell) !== null && settingOf(cell).concurrency === data.settings[state.setting].concurrency);
  const concurrent = all.filter((cell) => cell.mode !== "sequential");
  return state.concurrentAlone && concurrent.length > 0 ? concurrent : all;
}

/** Whether modes lie too far apart for a linear axis to show more than one of them. */
function areFarApart() {
  const cells = timeCells();
  return cells.some((one) => cells.some((other) => settingOf(one) === settingOf(other)
    && part(one).wall.value > FAR_APART * part(other).wall.value));
}

/** Such as 500, with the name of the zip where another one has as many files. */
function fileLabel(setting) {
  const hasTwin = data.settings.some((other) => other.files === setting.files && other.archive !== setting.archive);
  return whole(setting.files) + (hasTwin ? " (" + setting.archive + ")" : "");
}

function timeTip(cell) {
  const wall = part(cell).wall;
  return tip(cell.mode + ", " + fileLabel(settingOf(cell)) + " files", [
    wall.text + (wall.range === null ? "" : ", 95% interval " + wall.range),
    cell.ideal === null ? "" : "ideal " + cell.ideal.wall.text + ", bound by " + cell.ideal.bound]);
}

function timeOption() {
  const cells = timeCells();
  if (cells.length === 0) {
    return null;
  }
  return new Set(cells.map((cell) => settingOf(cell).files)).size > 1 ? timeLines(cells) : timePoints(cells);
}

/** As far as passes went: the interval of two JVMs can be wider than any page, and is then cut off. */
function wallAxis(cells) {
  const walls = cells.flatMap((cell) => [part(cell).wall.value, ...part(cell).walls]);
  const least = Math.min(...walls, ...ideals(cells).map(([, wall]) => wall));
  return axis({
    type: state.logarithmic ? "log" : "value",
    name: "wall time, s",
    nameTextStyle: { color: themeColor("quiet"), align: "left" },
    min: state.logarithmic ? least * 0.8 : 0,
    max: Number((Math.max(...walls) * (state.logarithmic ? 1.3 : 1.12)).toPrecision(2)),
    axisLabel: { formatter: digits, showMinLabel: !state.logarithmic, showMaxLabel: false },
  });
}

/** Number of files and wall time, once for each zip. */
function ideals(cells) {
  const known = cells.filter((cell) => cell.ideal !== null);
  return [...new Map(known.map((cell) => [settingOf(cell).archive, [settingOf(cell).files, cell.ideal.wall.value]])).values()];
}

function ranges(cells, at) {
  return cells
    .map((cell) => [at(cell), part(cell).wall.low, part(cell).wall.high])
    .filter((range) => range[1] !== null && range[2] !== null);
}

/** Numbers of files; those of few decades have no marks on a logarithmic axis but its ends. */
function fileAxis(files) {
  const isLogarithmic = state.logarithmic && Math.max(...files) > 20 * Math.min(...files);
  return nameBelow({ type: isLogarithmic ? "log" : "value", name: "files", min: isLogarithmic ? "dataMin" : 0 });
}

function timeLines(cells) {
  const modes = modesOf(cells);
  const at = (cell) => settingOf(cell).files;
  const series = modes.flatMap((mode) => {
    const own = cells.filter((cell) => cell.mode === mode).sort((one, other) => at(one) - at(other));
    const { color, symbol } = look(mode);
    return [{
      type: "line", name: mode, symbol: symbol, symbolSize: 10,
      itemStyle: { color: color }, lineStyle: { color: color, width: 2 },
      data: own.map((cell) => ({ value: [at(cell), part(cell).wall.value], cell: cell })),
    }, errorBars(mode, color, ranges(own, at))];
  });
  return {
    legend: legend([...modes, "ideal"]),
    grid: grid({ top: topRoom(), bottom: 44 }),
    tooltip: tooltip((item) => item.data.cell
      ? timeTip(item.data.cell)
      : tip("the ideal", [digits(item.value[1]) + " s for " + whole(item.value[0]) + " files"])),
    xAxis: fileAxis(cells.map(at)),
    yAxis: wallAxis(cells),
    series: [...series, idealLine(ideals(cells))],
  };
}

function timePoints(cells) {
  const modes = modesOf(cells);
  const series = cells.flatMap((cell) => {
    const { color, symbol } = look(cell.mode);
    return [{
      type: "scatter", name: cell.mode, symbol: symbol, symbolSize: 16, itemStyle: { color: color }, z: 4,
      label: { show: true, position: "right", distance: isNarrow() ? 6 : 12, fontSize: isNarrow() ? 11 : 12, formatter: part(cell).wall.text, color: themeColor("text") },
      data: [{ value: [cell.mode, part(cell).wall.value], cell: cell }],
    }, errorBars(cell.mode, color, ranges([cell], () => cell.mode)), {
      type: "scatter", name: cell.mode, symbol: "circle", symbolSize: 5, symbolOffset: [-14, 0], silent: true,
      itemStyle: { color: color, opacity: 0.55 },
      data: part(cell).walls.map((wall) => [cell.mode, wall]),
    }];
  });
  series[0].markLine = {
    silent: true, symbol: "none", data: ideals(cells).map(([, wall]) => ({ yAxis: wall })),
    lineStyle: { color: themeColor("ideal"), type: "dashed", width: 2 },
    label: { position: "insideEndTop", formatter: (line) => "ideal " + digits(line.value) + " s", color: themeColor("quiet") },
  };
  return {
    grid: grid({ top: 40, bottom: 16 }),
    tooltip: tooltip((item) => timeTip(item.data.cell)),
    xAxis: axis({
      type: "category", data: modes,
      axisLabel: { color: themeColor("text"), fontWeight: 600, interval: 0, hideOverlap: false, rotate: isNarrow() ? 30 : 0 },
    }),
    yAxis: wallAxis(cells),
    series: series,
  };
}

function timeDescription() {
  return "Wall time of " + state.phase + " passes: " + timeCells().map((cell) =>
    cell.mode + " with " + fileLabel(settingOf(cell)) + " files " + part(cell).wall.text).join("; ") + ".";
}

function timeFigures() {
  return [
    ["mode", "files", "wall time", "95% interval", "ideal"],
    ...timeCells().map((cell) => [
      cell.mode, fileLabel(settingOf(cell)), part(cell).wall.text, part(cell).wall.range ?? "-",
      cell.ideal === null ? "-" : cell.ideal.wall.text])];
}

/** Changes what the chart shows, by one of the switches above it. */
function switchOf(text, name) {
  return toggle(text, () => state[name], () => {
    state[name] = !state[name];
    chartOf("chart-time").draw();
  });
}

function timeChart() {
  state.logarithmic = areFarApart();
  const hasBoth = data.modes.length > 1 && data.modes.some((mode) => mode.name === "sequential");
  return chart("chart-time", () => 400, timeOption, timeDescription, timeFigures, {
    before: [element("div", { class: "controls" },
      switchOf("logarithmic", "logarithmic"),
      hasBoth ? switchOf("concurrent modes alone", "concurrentAlone") : null)],
    caption: "Marks are geometric means over JVMs, bars their 95% intervals (none where there was one JVM, cut off where they would leave the picture). Dashed: the ideal as calibrated, give or take its own error.",
  });
}
