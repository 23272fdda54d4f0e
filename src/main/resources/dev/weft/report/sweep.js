// Uploads a second against concurrency, where the run tried several.

function sweepOption() {
  return {
    legend: legend([...data.sweeps.map((curve) => curve.mode), "ideal"]),
    grid: grid({ top: topRoom(), bottom: 44 }),
    tooltip: tooltip((item) => item.data.point
      ? sweepTip(item.seriesName, item.data.point)
      : tip("the ideal", [digits(item.value[1]) + " uploads/s with " + item.value[0] + " at once"])),
    xAxis: nameBelow({ type: "log", logBase: 2, name: "uploads at once" }),
    yAxis: axis({ type: "value", name: "uploads/s", nameTextStyle: { color: themeColor("quiet"), align: "left" }, min: 0 }),
    series: [...data.sweeps.flatMap(sweepSeries), idealLine(sweepIdeals())],
  };
}

function sweepTip(mode, point) {
  return tip(mode + ", " + point.concurrency + " at once", [
    point.rate.text + " uploads/s" + (point.rate.range === null ? "" : ", 95% interval " + point.rate.range),
    whole(point.files) + " files"]);
}

/** Points, framed where the concurrency is enough; their intervals; and the law, or a line from point to point. */
function sweepSeries(curve) {
  const { color, symbol } = look(curve.mode);
  const places = curve.points.map((point) => [point.concurrency, point.rate.value]);
  return [{
    type: "scatter", name: curve.mode, symbol: symbol, symbolSize: 11, z: 4, itemStyle: { color: color },
    data: curve.points.map((point, place) => ({
      value: places[place],
      point: point,
      itemStyle: point.concurrency === curve.knee ? { color: color, borderColor: themeColor("text"), borderWidth: 2.5 } : { color: color },
      symbolSize: point.concurrency === curve.knee ? 16 : 11,
    })),
  }, errorBars(curve.mode, color, curve.points
    .filter((point) => point.rate.low !== null && point.rate.high !== null)
    .map((point) => [point.concurrency, point.rate.low, point.rate.high])), {
    type: "line", name: curve.mode, symbol: "none", silent: true, itemStyle: { color: color }, lineStyle: { color: color, width: 1.4 },
    data: curve.law.length > 0 ? curve.law : places,
  }];
}

function sweepIdeals() {
  return [...new Map(data.sweeps
    .flatMap((curve) => curve.points)
    .filter((point) => point.ideal !== null)
    .map((point) => [point.concurrency, point.ideal]))];
}

function sweepDescription() {
  return "Uploads a second against concurrency. " + data.sweeps.map((curve) =>
    curve.mode + " needs " + curve.knee + " at once for 95% of its best").join("; ") + ".";
}

function sweepFigures() {
  return [
    ["mode", "at once", "files", "uploads/s", "95% interval", "ideal"],
    ...data.sweeps.flatMap((curve) => curve.points.map((point) => [
      curve.mode, point.concurrency + (point.concurrency === curve.knee ? " (enough)" : ""), whole(point.files),
      point.rate.text, point.rate.range ?? "-", point.ideal === null ? "-" : digits(point.ideal)]))];
}

function sweepChart() {
  return chart("chart-sweep", () => 420, sweepOption, sweepDescription, sweepFigures, {
    caption: "Framed marks: the smallest concurrency within 5% of the best. Lines: the Universal Scalability Law where it fits, else from point to point. Dashed: the ideal.",
  });
}
