// Puts the page together, and lets the reader choose.

const redrawn = [];

/** A part of the page that depends on what the reader chose. */
function live(make) {
  const place = element("div", {});
  redrawn.push(() => place.replaceChildren(...[make()].flat()));
  return place;
}

function refresh() {
  redrawn.forEach((draw) => draw());
  charts.forEach((one) => one.draw());
}

function section(id, title, ...children) {
  return element("section", { id: id, "aria-labelledby": id + "-title" }, element("h2", { id: id + "-title" }, title), children);
}

function facts(list) {
  return element("dl", { class: "facts" }, list.map((fact) => [element("dt", {}, fact.name), element("dd", {}, fact.value)]));
}

function bullets(texts) {
  return element("ul", {}, texts.map((text) => element("li", {}, text)));
}

function headline() {
  return data.answer.mode === null
    ? "What this run measured"
    : "Use " + data.answer.mode + " with " + data.settings[data.answer.setting].concurrency + " uploads at once"
      + (data.answer.open.length === 0 ? "" : "; " + data.answer.open.join(" and ") + " may be as good");
}

function answers() {
  const { which, sure, rivals, why, limit, client } = data.answer;
  const lines = [
    ["Which mode?", [which]],
    ["How sure?", [sure, rivals.length > 0 ? bullets(rivals) : null]],
    ["Why?", why === null ? null : [why, client === null ? null : element("p", { class: "quiet" }, client)]],
    ["What limits it?", limit === null ? null : [limit]],
    ["How to repeat it?", data.command === null ? null : command()],
  ];
  return element("dl", { class: "answers" }, lines.filter(([, answer]) => answer !== null)
    .map(([question, answer]) => [element("dt", {}, question), element("dd", {}, answer)]));
}

function command() {
  const refused = () => { button.textContent = "copying is not allowed here"; };
  const button = element("button", {
    type: "button",
    // A page that came over plain HTTP has no clipboard.
    click: () => navigator.clipboard === undefined ? refused() : navigator.clipboard.writeText(data.command).then(
      () => { button.textContent = "copied"; }, refused),
  }, "copy");
  // An option stays whole where the line is folded.
  const words = data.command.split(" ").flatMap((word, place) => [place === 0 ? null : " ", element("span", { class: "word" }, word)]);
  return [element("pre", {}, element("code", {}, words)), button];
}

function circumstances() {
  const began = data.began.slice(0, 16).replace("T", " ") + " UTC";
  const ended = data.status === "ok" || data.status === "unknown" ? "" : " The run ended as: " + data.status + ".";
  return data.machine + ". To " + data.server + ". " + began + "." + ended;
}

function schemeButton() {
  const button = element("button", {
    type: "button",
    click: () => {
      root.dataset.scheme = root.dataset.scheme === "dark" ? "light" : "dark";
      refresh();
    },
  });
  redrawn.push(() => { button.textContent = root.dataset.scheme === "dark" ? "light page" : "dark page"; });
  return button;
}

/** A setting that has passes of the other phase alone is shown in that. */
function choosePhase() {
  const other = state.phase === "warm" ? "cold" : "warm";
  const cells = data.cells.filter((cell) => cell.setting === state.setting);
  if (cells.every((cell) => part(cell) === null) && cells.some((cell) => cell[other] !== null)) {
    state.phase = other;
  }
}

function settingChoice() {
  if (data.settings.length === 1) {
    return element("span", {}, settingLabel());
  }
  const select = element("select", {}, data.settings.map((setting, place) => element(
    "option", { value: String(place), selected: place === state.setting },
    setting.label + (fileLabel(setting).includes("(") ? " (" + setting.archive + ")" : ""))));
  select.addEventListener("change", () => {
    state.setting = Number(select.value);
    choosePhase();
    refresh();
  });
  return element("label", {}, "Setting: ", select);
}

function phaseChoice() {
  return element("span", { role: "group", "aria-label": "which passes", class: "controls" }, ["warm", "cold"].map((phase) => {
    const button = element("button", {
      type: "button",
      "data-phase": phase,
      click: () => {
        state.phase = phase;
        refresh();
      },
    }, phase + " passes");
    redrawn.push(() => button.setAttribute("aria-pressed", String(state.phase === phase)));
    return button;
  }));
}

function verdicts() {
  const list = data.settings[state.setting].verdicts;
  return list.length === 0 ? [] : [element("h3", {}, "Verdicts on warm passes, " + settingLabel()), bullets(list)];
}

function troubles() {
  return [
    element("h3", {}, "Faults and retries"),
    data.troubles.length === 0
      ? element("p", {}, "None: every upload was stored at its first attempt.")
      : bullets(data.troubles),
    element("h3", {}, "Warnings"),
    data.warnings.length === 0
      ? element("p", {}, "None.")
      : element("ul", { class: "warnings" }, data.warnings.map((warning) => element(
        "li", {}, element("strong", {}, warning.sentence), ". What to do: " + warning.remedy + "."))),
  ];
}

function diagnosis() {
  return data.diagnosis === null
    ? element("p", { class: "quiet" }, "Hot methods, allocation, pinned virtual threads and lock waits: measure with --diagnose.")
    : [element("h3", {}, "Under the flight recorder, apart from what was measured"), element("pre", {}, data.diagnosis)];
}

/** Saves a file that the page carries. */
async function save(file) {
  const packed = Uint8Array.from(atob(file.gzip), (letter) => letter.charCodeAt(0));
  const text = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
  const link = element("a", { href: URL.createObjectURL(text), download: data.runId + "-" + file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function downloads() {
  return element("ul", {}, data.files.filter((file) => file.rows > 0).map((file) => element("li", {}, file.gzip === null
    ? file.name + ": " + whole(file.rows) + " rows, too many for this page; it lies in the folder of the run"
    : [element("button", { type: "button", "data-file": file.name, "aria-label": "save " + file.name, click: () => save(file) }, "save"), " " + file.name + ": " + whole(file.rows) + " rows"])));
}

function header() {
  const parts = [["time", "time"], ["weave", "the weave"], ["latency", "latency"], ["sweep", "concurrency"], ["warmup", "warm-up"], ["why", "why"],
    ["trouble", "faults and warnings" + (data.warnings.length === 0 ? "" : " (" + data.warnings.length + ")")], ["terms", "terms and machine"], ["files", "files"]];
  return element("header", {},
    element("div", { class: "brand" }, element("span", { class: "quiet" }, element("strong", {}, "weft"), " report of run " + data.runId), schemeButton()),
    element("h1", {}, headline()),
    element("p", { class: "quiet" }, circumstances()),
    data.remarks.map((remark) => element("p", { class: "quiet" }, remark)),
    answers(),
    element("nav", { "aria-label": "parts of the report" }, parts
      .filter(([id]) => id !== "sweep" || data.sweeps.length > 0)
      .filter(([id]) => id !== "warmup" || data.warmups.length > 0)
      .map(([id, name]) => element("a", { href: "#" + id }, name))));
}

function build() {
  document.title = "weft: " + headline() + " (" + data.runId + ")";
  document.getElementById("report").append(
    header(),
    element("div", { class: "bar" }, settingChoice(), phaseChoice()),
    element("section", { id: "modes", "aria-label": "modes" }, live(warmTable), live(coldTable), live(verdicts), live(jvmTable)),
    section("time", "Wall time against number of files", timeChart()),
    section("weave", "The weave: what the modes do", live(() => element("p", { class: "quiet" }, settingLabel() + ", one " + state.phase + " pass of each mode.")), weaveChart()),
    section("latency", "Latency", live(() => element("h3", {}, "Percentiles of " + state.phase + " uploads, " + settingLabel())), percentileChart(),
      element("h3", {}, "Over the run"), movementChart()),
    ...(data.sweeps.length > 0
      ? [section("sweep", "Uploads a second against concurrency", sweepChart(), bullets(data.sweeps.map((curve) => curve.sentence + ".")))]
      : []),
    ...(data.warmups.length > 0
      ? [section("warmup", "Warm-up: how long until a JVM is fast", live(() => bullets(warmups().map((lines) => lines.summary + "."))), warmupChart())]
      : []),
    section("why", "Why: what the modes took",
      live(() => element("p", { class: "quiet" }, settingLabel() + ", warm passes. The longer the bar, the more of it.")), live(whyTable), diagnosis()),
    section("trouble", "Faults, retries and warnings", troubles()),
    section("terms", "The same terms for every mode", facts(data.fairness), element("h3", {}, "The machine and the software"), facts(data.environment)),
    section("files", "The figures, to take away", downloads()));
}

const dark = matchMedia("(prefers-color-scheme: dark)");
function followSystem() {
  root.dataset.scheme = dark.matches ? "dark" : "light";
}

followSystem();
choosePhase();
build();
refresh();

dark.addEventListener("change", () => {
  followSystem();
  refresh();
});

let resizing = 0;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => charts.forEach((one) => one.draw()), 100);
});

// Paper is white, and charts do not shrink to it by themselves.
let onScreen = root.dataset.scheme;
addEventListener("beforeprint", () => {
  onScreen = root.dataset.scheme;
  root.dataset.scheme = "light";
  root.dataset.paper = "";
  refresh();
});
addEventListener("afterprint", () => {
  root.dataset.scheme = onScreen;
  delete root.dataset.paper;
  refresh();
});
