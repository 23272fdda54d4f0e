// How long uploads took, by percentile, and how latency and throughput moved over the run.

/** HdrHistogram's axis: as far to the right as there are nines. */
function nines(percentile) {
  return 1 / (1 - percentile / 100);
}

function curves() {
  return present(data.percentiles);
}

/** Nothing lies beyond where one upload of so many does, and there the longest one stands. */
function curvePoints(curve) {
  return curve.points.map(([percentile, value]) => ({
    value: [Math.min(nines(percentile), Math.max(2, curve.uploads)), value],
    percentile: percentile,
  }));
}

function percentileOption() {
  const shown = curves();
  if (shown.length === 0) {
    return null;
  }
  return {
    legend: legend(shown.map((curve) => curve.mode)),
    grid: grid({ top: topRoom(), bottom: 44 }),
    tooltip: tooltip((item) => tip(item.seriesName, [
      digits(item.value[1]) + " ms or less in " + Number(item.data.percentile.toFixed(4)) + "% of the uploads"])),
    xAxis: nameBelow({
      type: "log", name: "percentile", min: 1, max: Math.pow(10, Math.ceil(Math.log10(Math.max(2, ...shown.map((curve) => curve.uploads))))),
      axisLabel: { formatter: (value) => Number((100 - 100 / value).toFixed(4)) + "%" },
    }),
    yAxis: axis({
      type: "log", name: "service time, ms", nameTextStyle: { color: themeColor("quiet"), align: "left" }, axisLabel: { formatter: digits },
    }),
    series: shown.map((curve) => {
      const { color, symbol } = look(curve.mode);
      return {
        type: "line", name: curve.mode, symbol: symbol, symbolSize: 6, showAllSymbol: true,
        itemStyle: { color: color }, lineStyle: { color: color, width: 2 },
        data: curvePoints(curve),
      };
    }),
  };
}

function markName(mark) {
  return mark.percentile === 100 ? "longest" : "p" + mark.percentile;
}

function percentileDescription() {
  return "Service times of " + state.phase + " uploads. " + curves().map((curve) =>
    curve.mode + ": " + curve.marks.map((mark) => markName(mark) + " " + mark.value.text).join(", ")).join("; ") + ".";
}

function percentileFigures() {
  return [
    ["mode", "uploads", ...curves()[0].marks.map(markName)],
    ...curves().map((curve) => [curve.mode, whole(curve.uploads), ...curve.marks.map((mark) => mark.value.text)])];
}

function percentileChart() {
  return chart("chart-percentiles", () => 380, percentileOption, percentileDescription, percentileFigures, {
    caption: "From the request to its acknowledgement, all stored uploads of the passes that ended well. The axis widens towards 100%, as HdrHistogram draws it.",
  });
}

function movementLine(mode, place, value, dotted) {
  const { color, symbol } = look(mode);
  return {
    type: "line", name: mode, xAxisIndex: place, yAxisIndex: place, symbol: symbol, symbolSize: dotted ? 5 : 8,
    itemStyle: { color: color, opacity: dotted ? 0.6 : 1 }, lineStyle: { color: color, width: 1.2, type: dotted ? "dotted" : "solid", opacity: 0.6 },
    data: present(data.passes)
      .filter((pass) => pass.mode === mode && value(pass) !== null)
      .map((pass) => ({ value: [pass.atS, value(pass)], pass: pass })),
  };
}

function passName(pass) {
  return "block " + pass.block + ", JVM " + pass.trial + ", pass " + pass.pass;
}

function movementOption() {
  const shown = present(data.passes);
  if (shown.length === 0) {
    return null;
  }
  const modes = modesOf(shown);
  const upward = (place, name) => axis({
    gridIndex: place, type: "log", logBase: 2, name: name, nameTextStyle: { color: themeColor("quiet"), align: "left" }, axisLabel: { formatter: (power) => power < 1 ? digits(power) : whole(power) },
  });
  return {
    legend: legend(modes),
    // Both with the same room for their labels: a pass stands above itself.
    grid: [62, 286].map((top) => ({ left: 54, right: 26, top: top, height: 160, outerBoundsMode: "none" })),
    tooltip: tooltip((item) => tip(item.seriesName + ", " + passName(item.data.pass), [
      item.data.pass.p50Ms === null ? "" : "p50 " + digits(item.data.pass.p50Ms) + " ms, p99 " + digits(item.data.pass.p99Ms) + " ms",
      digits(item.data.pass.perS) + " uploads/s, wall time " + digits(item.data.pass.wallMs) + " ms"])),
    xAxis: [
      axis({ gridIndex: 0, type: "value", min: 0, axisLabel: { show: true } }),
      nameBelow({ gridIndex: 1, type: "value", min: 0, name: "seconds since the first pass of the run" }),
    ],
    yAxis: [upward(0, "ms: p50 (line), p99 (dotted)"), upward(1, "uploads/s")],
    series: modes.flatMap((mode) => [
      movementLine(mode, 0, (pass) => pass.p50Ms, false),
      movementLine(mode, 0, (pass) => pass.p99Ms, true),
      movementLine(mode, 1, (pass) => pass.perS, false)]),
  };
}

function movementDescription() {
  const shown = present(data.passes);
  return "Median, 99th percentile and uploads a second of " + shown.length + " " + state.phase + " passes over the time of the run: "
    + modesOf(shown).map((mode) => mode + " " + shown.filter((pass) => pass.mode === mode).length).join(", ") + ".";
}

function movementFigures() {
  const maybe = (value) => value === null ? "-" : digits(value);
  return [
    ["pass", "mode", "at, s", "wall time, ms", "p50, ms", "p99, ms", "uploads/s"],
    ...present(data.passes).map((pass) => [
      passName(pass), pass.mode, digits(pass.atS), digits(pass.wallMs), maybe(pass.p50Ms), maybe(pass.p99Ms), digits(pass.perS)])];
}

function movementChart() {
  return chart("chart-movement", () => 506, movementOption, movementDescription, movementFigures, {
    caption: "Each point is a pass. What rises or falls from left to right is drift of the machine; it falls on all modes alike, because trials are shuffled within blocks.",
  });
}
