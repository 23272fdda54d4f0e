"""The files of a run, read and reduced: what was measured of each mode in each setting, and what it says.

Python's standard library alone; nothing of weft's code is used.
"""

import csv
import json
import math
from collections import defaultdict
from datetime import datetime
from math import fsum
from pathlib import Path
from statistics import fmean, median

from student import Contrast, geometric, judge

MODES = ["sequential", "threads", "async", "virtual"]
PHASES = ["warm", "cold"]
WORTH = 0.05


def instant(text):
    """Nanoseconds of a time in UTC."""
    seconds, _, fraction = text.rstrip("Z").partition(".")
    whole = datetime.fromisoformat(seconds + "+00:00").timestamp()
    return int(whole) * 10**9 + int((fraction or "0").ljust(9, "0"))


def number(text):
    return None if text == "" else float(text)


class Items:
    """What the timings say of one pass."""

    def __init__(self, rows):
        self.rows = rows
        stored = [row for row in rows if row["outcome"] == "stored"]
        self.service_ms = sorted((int(row["ended_us"]) - int(row["started_us"])) / 1e3 for row in stored)
        self.stored = len(stored)
        self.failed = len(rows) - len(stored)
        self.retries = sum(max(0, int(row["attempts"]) - 1) for row in rows)
        self.throttled = sum(int(row["throttled"] or 0) for row in rows)
        self.wall_ms = max(int(row["ended_us"]) for row in rows) / 1e3
        self.unzip_ms = sum(int(row["unzip_us"] or 0) for row in rows) / 1e3

    def rank(self, percentile):
        return self.service_ms[max(1, math.ceil(percentile / 100 * self.stored)) - 1]


class Slice:
    """A slice of a warm-up, or the median of several: milliseconds per upload."""

    def __init__(self, uploads, undelayed, cpu, wall, jit):
        self.uploads, self.undelayed, self.cpu, self.wall, self.jit = uploads, undelayed, cpu, wall, jit

    @staticmethod
    def of(row):
        each = lambda column: float(row[column]) / int(row["uploads"]) if row[column] else None
        return Slice(int(row["uploads_made"]), row["undelayed"] == "true", each("cpu_ms"), each("wall_ms"), each("jit_ms"))

    @staticmethod
    def middle(slices):
        def known(values):
            values = [value for value in values if value is not None]
            return median(values) if values else None
        return Slice(median(one.uploads for one in slices), slices[0].undelayed, known([one.cpu for one in slices]),
                     median(one.wall for one in slices), known([one.jit for one in slices]))


class Warmup:
    """The warm-up of one cell: a list of rows for each of its JVMs."""

    def __init__(self, jvms):
        self.jvms = jvms
        self.slices = [[Slice.of(row) for row in jvm] for jvm in jvms]
        self.medians = [one for undelayed in (True, False) for one in self.middles(undelayed)]
        self.steady = None
        ends = [next((place for place, row in enumerate(jvm) if row["steady"] == "true"), None) for jvm in jvms]
        reached = [(jvm, slices, end) for jvm, slices, end in zip(jvms, self.slices, ends) if end is not None]
        if reached:
            seconds = [sum(float(row["wall_ms"]) for row in jvm[:end + 1]) / 1e3 for jvm, _, end in reached]
            self.steady = len(reached), median(seconds), Slice.middle([slices[end] for _, slices, end in reached])

    def middles(self, undelayed):
        """Of slices that at least half of the JVMs made."""
        alike = [[one for one in jvm if one.undelayed == undelayed] for jvm in self.slices]
        alike = [jvm for jvm in alike if jvm]
        for place in range(max(map(len, alike), default=0)):
            made = [jvm[place] for jvm in alike if len(jvm) > place]
            if 2 * len(made) >= len(alike):
                yield Slice.middle(made)


class Cell:
    """One mode in one setting."""

    def __init__(self, place, setting, mode, rows, ideal):
        self.place, self.setting, self.mode, self.rows, self.ideal = place, setting, mode, rows, ideal
        self.files, self.concurrency = setting[0], setting[2]

    def good(self, phase):
        return [row for row in self.rows if row["phase"] == phase and row["status"] == "ok"]

    def blocks(self, phase):
        walls = defaultdict(list)
        for row in self.good(phase):
            walls[int(row["block"])].append(float(row["wall_ms"]) / 1e3)
        return {block: median(of) for block, of in sorted(walls.items())}

    def per_upload_by_block(self):
        return {block: wall / self.files for block, wall in self.blocks("warm").items()}

    def wall(self, phase):
        return geometric(list(self.blocks(phase).values()))

    def rate(self):
        return geometric([1 / seconds for seconds in self.per_upload_by_block().values()])

    def efficiency(self, phase):
        wall = self.wall(phase)
        return self.ideal["ms"] / 1e3 / wall[0] if self.ideal and wall else None

    def per_upload(self, *columns):
        rows = [row for row in self.good("warm") if all(row[column] for column in columns)]
        uploads = sum(int(row["stored"]) for row in rows)
        return sum(float(row[column]) for row in rows for column in columns) / uploads if uploads else None

    def warm(self, column, how):
        values = [float(row[column]) for row in self.good("warm") if row[column]]
        return how(values) if values else None

    def busy(self):
        shares = [(float(row["cpu_ms"]) + float(row["server_cpu_ms"] or 0)) / float(row["wall_ms"]) / int(row["cores"])
                  for row in self.good("warm") if row["cpu_ms"] and row["cores"]]
        return median(shares) if shares else None

    @staticmethod
    def trials(rows):
        """The rows of each JVM, in the order of its passes."""
        trials = defaultdict(list)
        for row in sorted(rows, key=lambda one: int(one["pass"])):
            if row["forks"] == "1":
                trials[row["trial_id"]].append(row)
        return list(trials.values())

    def components(self, column):
        """Standard deviations of logarithms between JVMs and between the passes of one, by sums of squares."""
        jvms = [[math.log(float(row[column]) / int(row["stored"])) for row in rows if row[column]]
                for rows in self.trials(self.good("warm"))]
        jvms = [logs for logs in jvms if logs]
        if len(jvms) < 2:
            return None
        logs = [one for jvm in jvms for one in jvm]
        n, k = len(logs), len(jvms)
        total = fsum((one - fmean(logs)) ** 2 for one in logs)
        inside = fsum((one - fmean(jvm)) ** 2 for jvm in jvms for one in jvm)
        within = inside / (n - k) if n > k else None
        n0 = (n - sum(len(jvm) ** 2 for jvm in jvms) / n) / (k - 1)
        between = max(0, ((total - inside) / (k - 1) - (within or 0)) / n0)
        return math.sqrt(between), None if within is None else math.sqrt(within)

    def cost_ratio(self):
        """From the cold pass to the first warm one, by the time from one warm pass to the next: medians."""
        jvms, passes = [], []
        for rows in self.trials(self.rows):
            warm = [instant(row["started_at"]) for row in rows if row["phase"] == "warm"]
            if warm and rows[0]["phase"] == "cold":
                jvms.append(warm[0] - instant(rows[0]["started_at"]))
            passes += [later - former for former, later in zip(warm, warm[1:])]
        return median(jvms) / median(passes) if jvms and passes else None

    def memory(self):
        return max((float(row["peak_rss_mib"]) for row in self.rows if row["peak_rss_mib"]), default=None)

    def total(self, column):
        return sum(int(row[column] or 0) for row in self.rows)

    def failures(self):
        codes = defaultdict(int)
        for row in self.rows:
            for failed in row["failures"].split():
                code, count = failed.rsplit(":", 1)
                codes[code] += int(count)
        return codes


class Run:
    """The files of one run."""

    def __init__(self, results, timings, particulars):
        with open(results, encoding="utf-8", newline="") as file:
            self.rows = sorted(csv.DictReader(file), key=lambda row: row["started_at"])
        with open(particulars, encoding="utf-8") as file:
            self.particulars = json.load(file)
        self.items = defaultdict(list)
        with open(timings, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.items[(row["trial_id"], int(row["pass"]))].append(row)
        self.items = {key: Items(rows) for key, rows in self.items.items()}
        curves = Path(timings).with_name("warmup.csv")
        self.slices = []
        if curves.exists():
            with open(curves, encoding="utf-8", newline="") as file:
                self.slices = list(csv.DictReader(file))
        settings = sorted({self.setting(row) for row in self.rows})
        self.settings = settings
        self.cells = []
        for place, setting in enumerate(settings):
            rows = [row for row in self.rows if self.setting(row) == setting]
            known = [row for row in rows if row["ideal_ms"]]
            ideal = None
            if known:
                ideal = {"ms": float(known[-1]["ideal_ms"]), "low": float(known[-1]["ideal_low_ms"]),
                         "high": float(known[-1]["ideal_high_ms"]), "bound": known[-1]["bound"]}
            for mode in MODES:
                own = [row for row in rows if row["mode"] == mode]
                if own:
                    self.cells.append(Cell(place, setting, mode, own, ideal))

    @staticmethod
    def setting(row):
        return int(row["files"]), row["archive"], int(row["pool_size"])

    def warmup(self, cell):
        """How the JVMs of a cell warmed up, with the largest of their archives; None where that is unknown."""
        size = {}
        for row in self.rows:
            size[row["trial_id"]] = max(size.get(row["trial_id"], (0, 0)), (int(row["files"]), int(row["bytes"])))
        trials = list(dict.fromkeys(row["trial_id"] for row in cell.rows
                                    if (int(row["files"]), int(row["bytes"])) == size[row["trial_id"]]))
        jvms = [[row for row in self.slices if row["trial_id"] == trial] for trial in trials]
        jvms = [jvm for jvm in jvms if jvm]
        return Warmup(jvms) if jvms else None

    def of(self, row):
        return self.items.get((row["trial_id"], int(row["pass"])))

    def sequential(self, cell):
        """The wall time of the sequential mode with the same zip."""
        same = [other.wall("warm") for other in self.cells if other.mode == "sequential" and other.setting[:2] == cell.setting[:2]]
        return next((wall[0] for wall in same if wall), None)

    def sweep(self, mode):
        """By concurrency the cell with the most files."""
        cells = [cell for cell in self.cells if cell.mode == mode and cell.rate()]
        return dict(sorted({cell.concurrency: cell for cell in sorted(cells, key=lambda one: one.setting)}.items()))


def knee(sweep):
    enough = max(cell.rate()[0] for cell in sweep.values()) * (1 - WORTH)
    return next(cell for cell in sweep.values() if cell.rate()[0] >= enough)


class Advice:
    """What is recommended, and how the others stand."""

    def __init__(self, run):
        sweeps = {mode: run.sweep(mode) for mode in MODES}
        self.knees = sorted((knee(sweep) for mode, sweep in sweeps.items() if sweep and mode != "sequential"),
                            key=lambda cell: -cell.rate()[0])
        self.best = None
        if not self.knees:
            return
        fastest = self.knees[0]
        cheaper = [cell for cell, contrast in self.against(fastest)
                   if contrast.blocks > 1 and contrast.as_good and cell.per_upload("cpu_ms") < fastest.per_upload("cpu_ms") * (1 - WORTH)]
        self.best = min(cheaper, key=lambda cell: cell.per_upload("cpu_ms"), default=fastest)
        self.rivals = self.against(self.best)
        present = next(iter(next(sweep for sweep in sweeps.values() if sweep).values()))
        self.present = None if present is self.best else (present, self.contrast(self.best, present))

    def contrast(self, best, present):
        for cell, contrast in self.rivals:
            if cell is present:
                return contrast
        alone = Contrast(best.per_upload_by_block(), present.per_upload_by_block())
        judge([alone])
        return alone

    def against(self, first):
        """The others with their contrasts; every pair is of one family."""
        order = [first] + [cell for cell in self.knees if cell is not first]
        pairs = [(one, other, Contrast(one.per_upload_by_block(), other.per_upload_by_block()))
                 for place, one in enumerate(order) for other in order[place + 1:]]
        judge([contrast for _, _, contrast in pairs])
        return [(other, contrast) for one, other, contrast in pairs if one is first]
