// The data of the page, its state, and how elements are made.

const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;

/** What the reader chose. */
const state = {
  setting: data.answer.setting,
  phase: "warm",
  logarithmic: false,
  concurrentAlone: false,
  ownScale: false,
};

/**
 * An element. Texts become text nodes, so that nothing in the data is ever read as HTML.
 * @param {string} tag
 * @param {Object<string, *>} attributes functions become listeners; what is null or false is left out
 * @param {...(Node|string|null|Array)} children
 */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name, value);
    } else if (value !== null && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.flat(2).filter((child) => child !== null));
  return made;
}

/** A colour of the style sheet, as it is in the present scheme. */
function themeColor(name) {
  return getComputedStyle(root).getPropertyValue("--" + name).trim();
}

/** How a mode looks. Black is the colour of the text, which is light on a dark page. */
function look(mode) {
  const { color, shape } = data.modes.find((one) => one.name === mode);
  return {
    color: color === "#000000" ? themeColor("text") : color,
    ink: color === "#000000" ? "currentColor" : color,
    symbol: shape === "square" ? "rect" : shape,
    shape: shape,
  };
}

const OUTLINES = {
  square: "M2 2h10v10h-10z",
  circle: "M7 1.5a5.5 5.5 0 1 0 .01 0z",
  diamond: "M7 .5l6 6.5-6 6.5-6-6.5z",
  triangle: "M7 1l6.2 11.5h-12.4z",
};

/** A mode with its marker. */
function modeName(mode) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 14 14", width: 13, height: 13, "aria-hidden": true })) {
    svg.setAttribute(name, value);
  }
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", OUTLINES[look(mode).shape]);
  path.setAttribute("fill", look(mode).ink);
  svg.append(path);
  return element("span", { class: "mode" }, svg, mode);
}

/** Three digits that count. */
function digits(value) {
  if (value === 0) {
    return "0";
  }
  const decimals = Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return Number(value.toPrecision(3)).toLocaleString("en-US", { maximumFractionDigits: decimals });
}

function whole(value) {
  return value.toLocaleString("en-US");
}

/** The modes, in order, that something is there for. */
function modesOf(list) {
  return data.modes.map((one) => one.name).filter((mode) => list.some((one) => one.mode === mode));
}

/** What lies in the present setting and phase. */
function present(list) {
  return list.filter((one) => one.setting === state.setting && one.phase === state.phase);
}

/** The measured part of a cell in the present phase, or null. */
function part(cell) {
  return cell[state.phase];
}

function settingOf(cell) {
  return data.settings[cell.setting];
}

function settingLabel() {
  return data.settings[state.setting].label;
}
