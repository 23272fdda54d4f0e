// Tables of modes: warm passes, cold passes, how much JVMs differ, and what they took of the machine.

function figureCell(figure) {
  return figure === null ? element("td", {}, "-") : element("td", { "data-value": figure.value }, figure.text);
}

/** A mean with its interval below it. */
function estimateCell(estimate) {
  const cell = figureCell(estimate);
  if (estimate !== null && estimate.range !== null) {
    cell.append(element("small", {}, estimate.range));
  }
  return cell;
}

/** Whether tables show the setting of a line: the present one, and on paper, which offers no choice, all. */
function isShown(line) {
  return "paper" in root.dataset || line.setting === state.setting;
}

function shownCells(phase) {
  return data.cells.filter((cell) => cell[phase] !== null && isShown(cell));
}

function isAdvised(cell) {
  return cell.setting === data.answer.setting && cell.mode === data.answer.mode;
}

function cellLine(cell, parts) {
  return element(
    "tr", { class: isAdvised(cell) ? "chosen" : null },
    element("th", { scope: "row" }, modeName(cell.mode), isAdvised(cell) ? element("div", { class: "advised" }, "advised") : null),
    element("td", {}, whole(settingOf(cell).files)),
    element("td", {}, cell.mode === "sequential" ? "1" : String(settingOf(cell).concurrency)),
    parts);
}

function modeTable(id, caption, names, lines) {
  if (lines.length === 0) {
    return element("p", { class: "quiet" }, "No " + id + " pass of this setting ended well, or none was made.");
  }
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    element("table", { id: id }, element("caption", {}, caption), headLine(["mode", "files", "at once", ...names]), element("tbody", {}, lines)));
}

function warmTable() {
  return modeTable(
    "warm", "Warm: what a running service sees",
    ["wall time (95% interval)", "speed-up", "of the ideal", "bound", "uploads/s", "p50", "p99", "client CPU per upload", "peak memory", "JVMs", "passes"],
    shownCells("warm").map((cell) => cellLine(cell, [
      estimateCell(cell.warm.wall),
      figureCell(cell.warm.speedUp),
      figureCell(cell.warm.efficiency),
      element("td", {}, cell.ideal === null ? "-" : cell.ideal.bound),
      estimateCell(cell.warm.rate),
      figureCell(cell.warm.p50),
      figureCell(cell.warm.p99),
      figureCell(cell.warm.cpu),
      figureCell(cell.warm.memory),
      element("td", {}, String(cell.warm.jvms)),
      element("td", {}, cell.warm.passes)])));
}

function coldTable() {
  return modeTable(
    "cold", "Cold: the first pass of a fresh JVM, what a command that uploads once sees",
    ["wall time (95% interval)", "with its JVM's start", "of the ideal", "JVMs", "passes"],
    shownCells("cold").map((cell) => cellLine(cell, [
      estimateCell(cell.cold.wall),
      estimateCell(cell.cold.process),
      figureCell(cell.cold.efficiency),
      element("td", {}, String(cell.cold.jvms)),
      element("td", {}, cell.cold.passes)])));
}

/** Standard deviations of warm passes; nothing for a setting whose modes have one JVM each. */
function jvmTable() {
  const lines = data.jvms.filter(isShown);
  if (lines.length === 0) {
    return [];
  }
  const cells = (deviations) => deviations === null
    ? [null, null, null].map(figureCell)
    : [figureCell(deviations.betweenJvms), figureCell(deviations.betweenPasses), element("td", {}, deviations.enough ?? "-")];
  return [
    modeTable(
      "jvms", "How much JVMs differ when warm",
      ["wall time: between JVMs", "between passes of a JVM", "passes that pay", "CPU per upload: between JVMs", "between passes of a JVM", "passes that pay", "JVMs", "passes"],
      lines.map((line) => cellLine(line, [
        cells(line.wall), cells(line.cpu), element("td", {}, String(line.jvms)), element("td", {}, String(line.passes))].flat()))),
    element("p", { class: "quiet" },
      "Standard deviations: more passes in a JVM average out the noise between passes alone, and passes that pay is the number after which another JVM gains more for its time."),
  ];
}

/** What the modes took, side by side; the largest figure of a line fills its cell. */
function whyTable() {
  const why = data.why.find((one) => one.setting === state.setting);
  if (why === undefined) {
    return element("p", { class: "quiet" }, "No warm pass of this setting ended well.");
  }
  const modes = data.modes.map((one) => one.name).filter((mode) => why.lines.some((line) => mode in line.modes));
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "what the modes took" },
    element("table", { id: "why-table" }, headLine(["", ...modes]), element("tbody", {}, why.lines.map((line) => whyLine(line, modes)))),
    element("details", {}, element("summary", {}, "What each line means"),
      facts(why.lines.map((line) => ({ name: line.name, value: line.meaning })))));
}

function whyLine(line, modes) {
  const most = Math.max(...Object.values(line.modes).map((figure) => figure.value));
  return element("tr", {}, element("th", { scope: "row" }, line.name), modes.map((mode) => {
    const cell = figureCell(line.modes[mode] ?? null);
    if (mode in line.modes && most > 0) {
      cell.classList.add("share");
      cell.style.setProperty("--share", (100 * line.modes[mode].value / most).toFixed(1) + "%");
    }
    return cell;
  }));
}
