"""Computes anew, from the CSV files of a run, every number that its report shows.

    python3 src/test/oracle/report/page.py RESULTS TIMINGS RUN_JSON

Writes JSON: `numbers` by their place in the data of the page; `texts`, which have to be the same; `prose`, with the
numbers that a sentence may have; `ranks`, sorted service times that percentiles are read off; `checks`, where the
results and the timings must say the same.
"""

import json
import math
import re
import sys
from decimal import Context, Decimal
from statistics import fmean, median

from run import MODES, PHASES, Advice, Run, instant, knee, number
from scalability import fit
from student import Contrast, geometric, judge

MARKS = [50, 90, 99, 99.9, 100]
STEPS = 60
MOST_STRANDS = 2000


def digits(value):
    """Three digits that count."""
    rounded = Context(prec=3, rounding="ROUND_HALF_UP").create_decimal(Decimal(value))
    decimals = max(0, min(4, 2 - rounded.adjusted())) if rounded else 4
    return f"{rounded:,.{decimals}f}"


def percent(share):
    return f"{math.floor(share * 100 + 0.5)}%"


def quoted(word):
    return word if re.fullmatch(r"[\w./:=,@%+-]+", word, re.ASCII) else "'" + word.replace("'", "'\\''") + "'"


class Page:
    def __init__(self, run):
        self.run, self.advice = run, Advice(run)
        self.numbers, self.texts, self.prose, self.ranks, self.checks = {}, {}, {}, {}, []

    def all(self):
        for part in (self.head, self.answer, self.settings, self.cells, self.weaves, self.percentiles, self.passes,
                     self.jvms, self.sweeps, self.warmups, self.why, self.troubles, self.terms, self.environment, self.files, self.cross_check):
            part()
        return {"numbers": self.numbers, "texts": self.texts, "prose": self.prose, "ranks": self.ranks, "checks": self.checks}

    # How values stand on the page.

    def figure(self, path, value):
        if value is not None:
            self.numbers[path + "/value"] = value
            self.prose[path + "/text"] = [value]

    def estimate(self, path, value):
        if value is None:
            return
        self.figure(path, value[0])
        if value[1] is not None:
            self.numbers[path + "/low"], self.numbers[path + "/high"] = value[1:]
            self.prose[path + "/range"] = list(value[1:])

    def label(self, setting):
        return f"{setting[0]:,} files, {setting[2]} at once"

    # The parts of the page.

    def head(self):
        particulars, first = self.run.particulars, self.run.rows[0]
        machine = particulars["environment"]
        self.numbers["schema"] = 1
        self.texts["runId"] = first["run_id"]
        self.texts["began"] = first["started_at"]
        self.texts["status"] = particulars["status"]
        self.texts["machine"] = (f"{machine['processor']['usable_processors']} cores of "
                                 f"{machine['processor']['model'] or machine['system']['architecture']}, "
                                 f"{digits(machine['memory_bytes'] / 2**30)} GiB, {machine['system']['name']}")
        latency = float(first["latency_ms"])
        self.texts["server"] = (f"weft's embedded S3 server on the same machine, at least {latency:.0f} ms for each upload"
                                + (", with a fault plan" if first["faults"] else ""))
        self.texts["command"] = "scripts/weft " + " ".join(map(quoted, particulars["command_line"]))
        for place, warning in enumerate(particulars["warnings"]):
            for name in ("code", "sentence", "remedy"):
                self.texts[f"warnings/{place}/{name}"] = warning[name]

    def answer(self):
        best = self.advice.best
        if best is None:
            self.numbers["answer/setting"] = len(self.run.settings) - 1
            return
        self.numbers["answer/setting"] = best.place
        self.texts["answer/mode"] = best.mode
        costs = [best.per_upload("cpu_ms"), best.per_upload("server_cpu_ms"), best.memory(),
                 best.per_upload("voluntary_switches", "involuntary_switches")]
        gain = []
        if self.advice.present is not None:
            present, contrast = self.advice.present
            gain = [present.concurrency] + (contrast.figures() if contrast.blocks > 1 else [best.rate()[0] / present.rate()[0]])
        self.prose["answer/which"] = [best.concurrency, best.rate()[0], best.wall("warm")[0], best.files, *gain, *self.latency_limits(best)]
        for place, (cell, contrast) in enumerate(self.advice.rivals):
            self.prose[f"answer/rivals/{place}"] = [cell.concurrency, 0.05, 100, 0.01, 10, 8, *contrast.figures()]
        others = [cell for cell, _ in self.advice.rivals] + ([self.advice.present[0]] if self.advice.present else [])
        paces = [value for cell in [best, *others] for value in (cell.warm("p50_ms", median), cell.rate()[0])]
        self.prose["answer/why"] = [best.concurrency, *paces, *costs]
        if best.ideal:
            self.prose["answer/limit"] = [best.efficiency("warm"), best.ideal["ms"] / 1e3, best.concurrency, best.busy(), 0.05]
        self.prose["answer/client"] = [5]
        self.prose["answer/sure"] = [0.05]

    @staticmethod
    def latency_limits(best):
        """The most at once, and the least latency in ms and s, that leave the cores at most 60% busy."""
        latency = best.rows[0]["latency_ms"]
        if not best.ideal or best.ideal["bound"] != "cpu" or not latency:
            return []
        per_upload = best.ideal["ms"] / best.files
        most, least = 0.6 * float(latency) / per_upload, best.concurrency * per_upload / 0.6
        return [float(Context(prec=2, rounding=rounding).create_decimal(Decimal(limit)))
                for limit, rounding in ((int(most), "ROUND_FLOOR"), (least, "ROUND_CEILING"), (least / 1e3, "ROUND_CEILING"))]

    def settings(self):
        for place, (files, archive, concurrency) in enumerate(self.run.settings):
            path = f"settings/{place}"
            self.numbers[path + "/files"], self.numbers[path + "/concurrency"] = files, concurrency
            self.texts[path + "/archive"] = archive
            self.texts[path + "/label"] = self.label(self.run.settings[place])
            cells = [cell for cell in self.run.cells if cell.place == place and cell.mode != "sequential" and cell.blocks("warm")]
            pairs = [Contrast(one.blocks("warm"), other.blocks("warm"))
                     for at, one in enumerate(cells) for other in cells[at + 1:]]
            judge(pairs)
            for at, pair in enumerate(pairs):
                self.prose[f"{path}/verdicts/{at}"] = [0.05, 100, 0.01, 10, 2, 8, *pair.figures()]

    def cells(self):
        for place, cell in enumerate(self.run.cells):
            path = f"cells/{place}"
            self.numbers[path + "/setting"] = cell.place
            self.texts[path + "/mode"] = cell.mode
            if cell.ideal:
                self.figure(path + "/ideal/wall", cell.ideal["ms"] / 1e3)
                self.numbers[path + "/ideal/low"], self.numbers[path + "/ideal/high"] = cell.ideal["low"] / 1e3, cell.ideal["high"] / 1e3
                self.texts[path + "/ideal/bound"] = cell.ideal["bound"]
            for phase in PHASES:
                if cell.wall(phase):
                    self.phase(f"{path}/{phase}", cell, phase)

    def phase(self, path, cell, phase):
        good = cell.good(phase)
        tried = sum(row["phase"] == phase for row in cell.rows)
        self.estimate(path + "/wall", cell.wall(phase))
        self.figure(path + "/efficiency", cell.efficiency(phase))
        self.numbers[path + "/jvms"] = len(cell.blocks(phase))
        self.texts[path + "/passes"] = str(tried) if len(good) == tried else f"{len(good)} of {tried}"
        for place, row in enumerate(good):
            self.numbers[f"{path}/walls/{place}"] = float(row["wall_ms"]) / 1e3
        if phase == "cold":
            self.estimate(path + "/process", geometric([float(row["process_ms"]) / 1e3 for row in good if row["process_ms"]]))
            return
        sequential = self.run.sequential(cell)
        self.figure(path + "/speedUp", sequential / cell.wall("warm")[0] if sequential else None)
        self.estimate(path + "/rate", cell.rate())
        for name, value in (("p50", cell.warm("p50_ms", median)), ("p99", cell.warm("p99_ms", median)),
                            ("cpu", cell.per_upload("cpu_ms")), ("memory", cell.memory())):
            self.figure(f"{path}/{name}", value)

    def weaves(self):
        asked = self.advice.best.place if self.advice.best else len(self.run.settings) - 1
        order = [asked] + [place for place in reversed(range(len(self.run.settings))) if place != asked]
        shown = [(cell, phase) for place in order for phase in PHASES for cell in self.run.cells if cell.place == place]
        at = 0
        for cell, phase in shown:
            rows = [row for row in cell.rows if row["phase"] == phase]
            good = sorted(cell.good(phase), key=lambda row: float(row["wall_ms"]))
            if rows:
                self.weave(f"weaves/{at}", cell, phase, good[(len(good) - 1) // 2] if good else rows[-1])
                at += 1

    def weave(self, path, cell, phase, row):
        self.numbers[path + "/setting"] = cell.place
        self.texts[path + "/mode"], self.texts[path + "/phase"] = cell.mode, phase
        self.texts[path + "/trial"] = row["trial_id"]
        self.numbers[path + "/pass"], self.numbers[path + "/files"] = int(row["pass"]), cell.files
        if row["wall_ms"]:
            self.figure(path + "/wall", float(row["wall_ms"]) / 1e3)
        items = [item for item in self.run.of(row).rows if int(item["index"]) < MOST_STRANDS]
        free = []
        for place, item in enumerate(sorted(items, key=lambda one: (int(one["handed_out_us"]), int(one["index"])))):
            handed_out, ended = int(item["handed_out_us"]), int(item["ended_us"])
            lane = next((lane for lane, since in enumerate(free) if since <= handed_out), len(free))
            free[lane:lane + 1] = [ended]
            unzipped = handed_out - int(item["unzip_us"]) if item["unzip_us"] else -1
            strand = f"{path}/strands/{place}/"
            values = [lane, int(item["index"]), None, int(item["bytes"]), unzipped, handed_out,
                      int(item["started_us"] or -1), ended, int(item["attempts"])]
            self.numbers.update({strand + str(at): value for at, value in enumerate(values) if value is not None})
            self.texts[strand + "2"] = item["name"]
            if item["code"]:
                self.texts[strand + "9"] = item["code"]
        self.numbers[path + "/lanes"] = len(free)

    def percentiles(self):
        at = 0
        for cell in self.run.cells:
            for phase in PHASES:
                of = sorted(ms for row in cell.good(phase) for ms in self.run.of(row).service_ms)
                if of:
                    path = f"percentiles/{at}"
                    self.numbers[path + "/setting"], self.numbers[path + "/uploads"] = cell.place, len(of)
                    self.texts[path + "/mode"], self.texts[path + "/phase"] = cell.mode, phase
                    self.ranks[path] = of
                    for place, mark in enumerate(MARKS):
                        self.numbers[f"{path}/marks/{place}/percentile"] = mark
                    at += 1

    def passes(self):
        good = sorted((row for cell in self.run.cells for phase in PHASES for row in cell.good(phase)), key=lambda row: instant(row["started_at"]))
        for place, row in enumerate(good):
            path = f"passes/{place}/"
            since = (instant(row["started_at"]) - instant(good[0]["started_at"])) // 10**6 / 1e3
            self.numbers.update({
                path + "setting": self.run.settings.index(self.run.setting(row)), path + "block": int(row["block"]),
                path + "pass": int(row["pass"]), path + "atS": since, path + "wallMs": float(row["wall_ms"]),
                path + "p50Ms": number(row["p50_ms"]), path + "p99Ms": number(row["p99_ms"]),
                path + "perS": int(row["stored"]) * 1e3 / float(row["wall_ms"])})
            self.texts.update({path + "mode": row["mode"], path + "phase": row["phase"], path + "trial": row["trial_id"]})

    def jvms(self):
        cells = [cell for cell in self.run.cells if cell.mode != "sequential"]
        for place, cell in enumerate(cell for cell in cells if cell.components("wall_ms")):
            path = f"jvms/{place}"
            trials = cell.trials(cell.good("warm"))
            self.numbers[path + "/setting"] = cell.place
            self.texts[path + "/mode"] = cell.mode
            self.numbers[path + "/jvms"], self.numbers[path + "/passes"] = len(trials), sum(map(len, trials))
            ratio = cell.cost_ratio()
            for name, column in (("wall", "wall_ms"), ("cpu", "cpu_ms")):
                components = cell.components(column)
                if components is None:
                    continue
                between, within = components
                self.figure(f"{path}/{name}/betweenJvms", between)
                self.figure(f"{path}/{name}/betweenPasses", within)
                if ratio is not None and within is not None:
                    enough = f"{max(1, math.ceil(math.sqrt(ratio * within**2 / between**2))):,}" if between else "no limit"
                    self.texts[f"{path}/{name}/enough"] = enough

    def sweeps(self):
        swept = [sweep for sweep in map(self.run.sweep, MODES) if len(sweep) > 1]
        for place, sweep in enumerate(swept):
            path = f"sweeps/{place}"
            self.texts[path + "/mode"] = next(iter(sweep.values())).mode
            self.numbers[path + "/knee"] = knee(sweep).concurrency
            for at, (concurrency, cell) in enumerate(sweep.items()):
                point = f"{path}/points/{at}"
                self.numbers[point + "/concurrency"], self.numbers[point + "/files"] = concurrency, cell.files
                self.estimate(point + "/rate", cell.rate())
                if cell.ideal:
                    self.numbers[point + "/ideal"] = cell.files * 1e3 / cell.ideal["ms"]
            law = fit([(concurrency, cell.rate()[0]) for concurrency, cell in sweep.items()])
            self.prose[path + "/sentence"] = law.figures()
            if law.fits:
                first, last = min(sweep), max(sweep)
                for step in range(STEPS + 1):
                    concurrency = first * (last / first) ** (step / STEPS)
                    self.numbers[f"{path}/law/{step}/0"] = concurrency
                    self.numbers[f"{path}/law/{step}/1"] = law.throughput(concurrency)

    def warmups(self):
        known = [(cell, self.run.warmup(cell)) for cell in self.run.cells]
        for place, (cell, warmup) in enumerate([one for one in known if one[1]]):
            path = f"warmups/{place}"
            self.numbers[path + "/setting"], self.texts[path + "/mode"] = cell.place, cell.mode
            for at, one in enumerate(warmup.medians):
                self.slice(f"{path}/medians/{at}", one)
            for at, jvm in enumerate(warmup.slices):
                for slice_place, one in enumerate(jvm):
                    self.slice(f"{path}/jvms/{at}/{slice_place}", one)
            if warmup.steady:
                jvms, seconds, point = warmup.steady
                self.numbers[path + "/steady/jvms"], self.numbers[path + "/steady/seconds"] = jvms, seconds
                self.slice(path + "/steady/point", point)
                self.prose[path + "/summary"] = [point.uploads, seconds, jvms, len(warmup.jvms)]
            else:
                self.prose[path + "/summary"] = [warmup.medians[-1].uploads]

    def slice(self, path, one):
        values = {"uploads": one.uploads, "cpuMillis": one.cpu, "wallMillis": one.wall, "jitMillis": one.jit}
        self.numbers.update({f"{path}/{name}": value for name, value in values.items() if value is not None})

    def why(self):
        lines = [
            ("client CPU per upload", lambda cell: cell.per_upload("cpu_ms")),
            ("server CPU per upload", lambda cell: cell.per_upload("server_cpu_ms")),
            ("cores busy", lambda cell: cell.busy()),
            ("waits per upload", lambda cell: cell.per_upload("voluntary_switches")),
            ("preemptions per upload", lambda cell: cell.per_upload("involuntary_switches")),
            ("peak memory", lambda cell: cell.memory()),
            ("heap after a collection", lambda cell: cell.warm("heap_after_gc_mib", median)),
            ("platform threads", lambda cell: cell.warm("peak_threads", median)),
            ("virtual threads", lambda cell: cell.warm("peak_virtual_threads", median)),
            ("collections in a pass", lambda cell: cell.warm("gc_count", fmean)),
            ("pauses in a pass", lambda cell: cell.warm("gc_pause_ms", fmean)),
            ("wait for a connection per upload", lambda cell: cell.per_upload("connection_wait_ms")),
            ("retries in a pass", lambda cell: cell.warm("retries", fmean)),
        ]
        tables = 0
        for place in range(len(self.run.settings)):
            cells = [cell for cell in self.run.cells if cell.place == place]
            at = 0
            for name, amount in lines:
                # Of a mode without a warm pass that ended well, only the memory is known.
                found = {cell.mode: amount(cell) for cell in cells}
                found = {mode: value for mode, value in found.items() if value is not None}
                if found:
                    path = f"why/{tables}/lines/{at}"
                    self.texts[path + "/name"] = name
                    self.prose[path + "/meaning"] = [5]
                    for mode, value in found.items():
                        self.figure(f"{path}/modes/{mode}", value)
                    at += 1
            if at:
                self.numbers[f"why/{tables}/setting"] = place
                tables += 1

    def troubles(self):
        sentences = []
        for cell in self.run.cells:
            own, complaints = [], {}
            for row in cell.rows:
                if row["status"] != "ok":
                    text = f"{row['status'].replace('_', ' ')}: {row['failure']}"
                    complaints.setdefault(text, []).append(f"{row['phase']} pass")
            own += [f"{passes[0] if len(passes) == 1 else f'{len(passes)} passes'} {text}" for text, passes in complaints.items()]
            ended = cell.total("stored") + cell.total("failed")
            codes = sorted(cell.failures().items(), key=lambda one: (-one[1], one[0]))
            own += [f"{count:,} of {ended:,} uploads failed with {code}" for code, count in codes]
            if cell.total("throttled"):
                own.append(f"{cell.total('throttled'):,} attempts were answered 503 or 429")
            if cell.total("retries"):
                own.append(f"{cell.total('retries'):,} retries at {ended:,} uploads ({percent(cell.total('retries') / ended)})")
            sentences += [f"{cell.mode}, {self.label(cell.setting)}: {one}" for one in own]
        self.texts.update({f"troubles/{place}": sentence for place, sentence in enumerate(sentences)})

    def distinct(self, column):
        return list(dict.fromkeys(row[column] for row in self.run.rows))

    def terms(self):
        whole = ("pool_size", "max_attempts")
        seconds = ("connect_timeout_ms", "acquire_timeout_ms", "attempt_timeout_ms", "call_timeout_ms")
        columns = ["pool_size", *seconds, "max_attempts", "retry_mode", "payload_signing", "checksum", "expect", "verify", "fairness", None]
        for place, column in enumerate(columns):
            path = f"fairness/{place}/value"
            if column in seconds:
                self.prose[path] = [float(value) / 1e3 for value in self.distinct(column)]
            elif column in whole or column in ("retry_mode", "payload_signing", "expect", "verify", "fairness"):
                self.texts[path] = ", ".join(self.distinct(column))
            elif column == "checksum":
                self.texts[path] = ", ".join(self.distinct(column)) + ", from the zip, sent as a header"
            else:
                self.prose[path] = [5]

    def environment(self):
        particulars, machine = self.run.particulars, self.run.particulars["environment"]
        processor, system, target = machine["processor"], machine["system"], particulars["target"]
        facts = {
            "processor": processor["model"],
            "cores": f"{processor['usable_processors']} usable of {processor['logical_cores']}",
            "memory": digits(machine["memory_bytes"] / 2**30) + " GiB",
            "system": f"{system['name']} {system['version']}, kernel {system['kernel']}, {system['architecture']}",
            "Netty": machine["libraries"]["netty"],
            "Apache HttpClient": machine["libraries"]["http_client"],
            "governor of the cores": machine["power"]["governor"],
            "load before the run": None if machine["activity"]["load_average"] is None else digits(machine["activity"]["load_average"]),
            "weft": f"{self.run.rows[0]['weft']} (commit {machine['weft']['commit']}{', with changes' if machine['weft']['modified'] else ''})",
            "Java": self.run.rows[0]["jdk"],
            "AWS SDK": self.run.rows[0]["sdk"],
            "options of the client's JVM": self.run.rows[0]["java_options"] or None,
            "server": f"{target['label']}, bucket {target['bucket']}, region {target['region']}",
            "fault plan": target["faults"],
        }
        for archive in (particulars.get("calibration") or {"archives": []})["archives"]:
            if archive["service_ns"]:
                facts["calibrated with " + archive["archive"]] = (
                    f"{len(archive['service_ns'])} single uploads, median {digits(median(archive['service_ns']) / 1e6)} ms")
        for place, (name, value) in enumerate((name, value) for name, value in facts.items() if value is not None):
            self.texts[f"environment/{place}/name"], self.texts[f"environment/{place}/value"] = name, value

    def files(self):
        self.texts["files/0/name"], self.numbers["files/0/rows"] = "results.csv", len(self.run.rows)
        self.texts["files/1/name"], self.numbers["files/1/rows"] = "timings.csv", sum(len(items.rows) for items in self.run.items.values())
        self.texts["files/2/name"], self.numbers["files/2/rows"] = "warmup.csv", len(self.run.slices)

    def cross_check(self):
        """What stands in a row of the results, from the items of its pass."""
        for row in self.run.rows:
            items = self.run.of(row)
            if items is None or not row["wall_ms"]:
                continue
            def check(column, value, relative, absolute=0.0):
                self.checks.append({"claim": f"{column} of pass {row['pass']} of {row['trial_id']}", "row": float(row[column]),
                                    "items": value, "relative": relative, "absolute": absolute})
            for column in ("stored", "failed", "retries", "throttled"):
                check(column, getattr(items, column), 0)
            # The row was written when the driving thread saw the end, after the last acknowledgement.
            check("wall_ms", items.wall_ms, 0.05, 50)
            # Each item is written to the microsecond below.
            check("unzip_ms", items.unzip_ms, 0, 0.001 * len(items.rows) + 0.001)
            if items.stored:
                for column, percentile in (("p50_ms", 50), ("p90_ms", 90), ("p99_ms", 99), ("max_ms", 100)):
                    check(column, items.rank(percentile), 0.002, 0.002)


if __name__ == "__main__":
    json.dump(Page(Run(*sys.argv[1:])).all(), sys.stdout)
