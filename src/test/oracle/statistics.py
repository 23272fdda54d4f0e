"""Makes src/test/resources/dev/weft/stats/oracle.json: samples, and what numpy, scipy and statsmodels say of them.

Run from the root of the project, in an environment with the versions that stand in the file:

    python3 src/test/oracle/statistics.py
"""

import itertools
import json
import math
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import optimize, stats
from statsmodels.formula.api import mixedlm, ols
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.weightstats import ttost_ind, ttost_paired

FILE = Path("src/test/resources/dev/weft/stats/oracle.json")
LEVEL = 0.05
MARGIN = 1.05
POWER = 0.8
SEED = 20261104


def times(rng, count, middle=1000.0, noise=0.08):
    return [round(float(t), 3) for t in middle * np.exp(rng.normal(0, noise, count))]


def student():
    return [
        {
            "degreesOfFreedom": df,
            "level": level,
            "critical": stats.t.isf(level / 2, df),
            "twoSidedOfTwo": 2 * stats.t.sf(2, df),
        }
        for df in (1, 2, 3.7, 7, 14.25, 29, 200)
        for level in (0.05, 0.05 / 2, 0.05 / 3, 0.01)
    ]


def noncentrality(df, level):
    """The noncentrality with which t exceeds its upper critical value with the power asked for.

    Not statsmodels' TTestPower: at 3 degrees of freedom and a level of 1% it takes a power of 77% for one of 80%.
    """
    critical = stats.t.isf(level / 2, df)
    return optimize.brentq(lambda nc: stats.nct.sf(critical, df, nc) - POWER, 0.1, 3 * critical + 10, xtol=1e-12)


def power():
    return [
        {"degreesOfFreedom": df, "level": level, "noncentrality": noncentrality(df, level)}
        for df in (1, 2, 4, 7, 9.5, 20, 100)
        for level in (0.05, 0.05 / 3)
    ]


def geometric_means(rng):
    cases = []
    for count, noise in ((2, 0.1), (3, 0.4), (8, 0.08), (25, 0.02)):
        sample = times(rng, count, noise=noise)
        logs = np.log(sample)
        low, high = stats.t.interval(0.95, count - 1, logs.mean(), stats.sem(logs))
        cases.append(
            {"sample": sample, "value": float(stats.gmean(sample)), "low": math.exp(low), "high": math.exp(high)}
        )
    return cases


def quantiles(rng):
    sample = times(rng, 11, noise=0.3)
    return [
        {"sample": sample[:n], "share": share, "value": float(np.quantile(sample[:n], share))}
        for n in (1, 2, 7, 11)
        for share in (0, 0.025, 0.25, 0.5, 0.9, 1)
    ]


def holm_steps(p):
    """The level of the step at which each p was decided; of the stopping step from there on."""
    levels = [0.0] * len(p)
    remaining, stopped = len(p), False
    for place in np.argsort(p, kind="stable"):
        levels[place] = LEVEL / remaining
        stopped = stopped or p[place] > levels[place]
        remaining -= 0 if stopped else 1
    return levels


def verdict(different, equivalence_p, level):
    if different:
        return "different"
    return "equal" if equivalence_p <= level / 2 else "cannot tell"


def family(named):
    """Every pair of a family: {name: {block: time}}."""
    pairs = []
    for first, second in itertools.combinations(named, 2):
        common = sorted(set(named[first]) & set(named[second]), key=int)
        one, other = (np.log([named[name][block] for block in common]) for name in (first, second))
        pairs.append((first, second, one, other, stats.ttest_rel(one, other)))
    p = [test.pvalue for *_, test in pairs]
    different, adjusted, _, _ = multipletests(p, LEVEL, method="holm")
    rows = []
    for (first, second, one, other, test), adjusted_p, reject, level in zip(pairs, adjusted, different, holm_steps(p)):
        low, high = np.exp(test.confidence_interval(1 - level))
        bound = math.log(MARGIN)
        equivalence_p = ttost_paired(one, other, -bound, bound)[0]
        n = len(one)
        effect = noncentrality(n - 1, level) / math.sqrt(n)
        rows.append(
            {
                "first": first,
                "second": second,
                "blocks": n,
                "ratio": math.exp((one - other).mean()),
                "low": low,
                "high": high,
                "confidence": 1 - level,
                "p": test.pvalue,
                "adjustedP": adjusted_p,
                "smallestDifference": math.exp(effect * (one - other).std(ddof=1)),
                "verdict": verdict(reject, equivalence_p, level),
            }
        )
    return {"times": named, "pairs": rows}


def families(rng):
    made = []
    for count, blocks, ratios, noise in (
        (3, 8, (1, 1, 1), 0.08),
        (3, 8, (1, 1, 1), 0.01),
        (3, 8, (1, 1.02, 1.3), 0.01),
        (3, 8, (1, 1.12, 1.3), 0.08),
        (3, 5, (1, 1.2, 1.5), 0.1),
        (4, 6, (1, 1.05, 1.1, 2), 0.03),
        (2, 3, (1, 1.4), 0.2),
        (3, 12, (1, 1.01, 1.0), 0.015),
    ):
        shared = rng.normal(0, 0.3, blocks)
        named = {}
        for treatment in range(count):
            values = 1000 * ratios[treatment] * np.exp(shared + rng.normal(0, noise, blocks))
            kept = {str(b + 1): round(float(v), 3) for b, v in enumerate(values)}
            if blocks > 5 and treatment > 0:
                del kept[str(treatment + 1)]  # a trial of this block failed
            named["ABCD"[treatment]] = kept
        made.append(family(named))
    return made


def welch(rng):
    cases = []
    for counts, ratio, noises in (
        ((5, 5), 1, (0.05, 0.05)),
        ((8, 5), 1.3, (0.08, 0.2)),
        ((2, 9), 1.1, (0.1, 0.02)),
        ((20, 30), 1.005, (0.02, 0.015)),
        ((6, 6), 1.02, (0.003, 0.004)),
    ):
        first, second = times(rng, counts[0], 1000 * ratio, noises[0]), times(rng, counts[1], 1000, noises[1])
        one, other = np.log(first), np.log(second)
        test = stats.ttest_ind(one, other, equal_var=False)
        low, high = np.exp(test.confidence_interval(1 - LEVEL))
        bound = math.log(MARGIN)
        equivalence_p = ttost_ind(one, other, -bound, bound, usevar="unequal")[0]
        cases.append(
            {
                "first": first,
                "second": second,
                "degreesOfFreedom": test.df,
                "ratio": math.exp(one.mean() - other.mean()),
                "low": low,
                "high": high,
                "p": test.pvalue,
                "verdict": verdict(test.pvalue <= LEVEL, equivalence_p, LEVEL),
            }
        )
    return cases


def theil_sen(rng):
    cases = []
    for count, slope, noise in ((5, 0, 0.05), (6, 0.1, 0.02), (9, -0.01, 0.08), (30, 0.002, 0.03), (30, 0, 0.1)):
        values = [round(1000 * math.exp(slope * i + rng.normal(0, noise)), 1) for i in range(count)]
        if count == 9:
            values[3] = values[5] = values[0]  # ties
        fit = stats.theilslopes(np.log(values), np.arange(count), 0.95)
        cases.append({"values": values, "slope": fit.slope, "low": fit.low_slope, "high": fit.high_slope})
    return cases


def usl(c, scale, sigma, kappa):
    return scale * c / (1 + sigma * (c - 1) + kappa * c * (c - 1))


def scalability(rng):
    cases = []
    for scale, sigma, kappa, noise, concurrencies in (
        (50, 0.02, 0.0001, 0, [1, 2, 4, 8, 16, 32, 64, 128, 256]),
        (48, 0.05, 0.0005, 0.03, [1, 2, 4, 8, 16, 32, 64, 128, 256]),
        (48, 0.0, 0.0002, 0.02, [1, 4, 16, 64, 256]),
        (50, 0.1, 0.0, 0.02, [1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32]),
        (50, 0.0, 0.0, 0.02, [1, 3, 10, 30, 100]),
    ):
        c = np.array(concurrencies, float)
        x = np.array([round(float(v), 4) for v in usl(c, scale, sigma, kappa) * np.exp(rng.normal(0, noise, len(c)))])
        # C/X = a + b(C-1) + k C(C-1), each residual relative to C/X: non-negative least squares.
        y = c / x
        columns = np.column_stack([np.ones_like(c), c - 1, c * (c - 1)]) / y[:, None]
        scales = np.linalg.norm(columns, axis=0)
        a, b, k = optimize.nnls(columns / scales, np.ones_like(c))[0] / scales
        fitted = usl(c, 1 / a, b / a, k / a)
        # The same by another way, which leaves residuals relative to X: near, not equal.
        near, _ = optimize.curve_fit(
            usl, c, x, p0=(x[0] / c[0], 0.01, 1e-4), sigma=x, bounds=(0, [np.inf, 1, 1]), x_scale=(10, 0.01, 1e-4)
        )
        cases.append(
            {
                "concurrencies": concurrencies,
                "throughputs": x.tolist(),
                "lambda": 1 / a,
                "sigma": b / a,
                "kappa": k / a,
                "rSquared": 1 - float(((x - fitted) ** 2).sum() / ((x - x.mean()) ** 2).sum()),
                "largestResidual": float(np.abs(x / fitted - 1).max()),
                "curveFit": dict(zip(("lambda", "sigma", "kappa"), near.tolist())),
            }
        )
    return cases


def variance_components(rng):
    """A one-way model with random effects: mean squares of statsmodels, and REML where nothing is at a bound.

    With equal numbers of times, and a variance between sequences above 0, REML and the method of moments agree.
    """
    cases = []
    for counts, between, within in (
        ((5,) * 8, 0.02, 0.01),
        ((5,) * 8, 0.0, 0.05),
        ((3, 3), 0.2, 0.02),
        ((2,) * 6, 0.05, 0.05),
        ((5, 5, 4, 1, 5, 2), 0.03, 0.02),
        ((1, 1, 1, 4), 0.1, 0.05),
        ((1, 1, 1, 1, 1), 0.1, 0.05),
    ):
        sequences = [times(rng, count, 500 * math.exp(rng.normal(0, between)), within) for count in counts]
        frame = pd.DataFrame(
            [(place, math.log(t)) for place, sequence in enumerate(sequences) for t in sequence],
            columns=["sequence", "log"],
        )
        n, k = len(frame), len(counts)
        n0 = (n - sum(count**2 for count in counts) / n) / (k - 1)
        if n > k:
            table = anova_lm(ols("log ~ C(sequence)", frame).fit())
            across, inside = table["mean_sq"]["C(sequence)"], table["mean_sq"]["Residual"]
        else:
            across, inside = frame["log"].var(ddof=1), 0
        found = math.sqrt(max(0, (across - inside) / n0))
        reml = None
        if len(set(counts)) == 1 and n > k and found > 0:
            fit = mixedlm("log ~ 1", frame, groups="sequence").fit(reml=True)
            reml = {"between": math.sqrt(fit.cov_re.iloc[0, 0]), "within": math.sqrt(fit.scale)}
        ratio = 100.0
        unbound = found == 0 or n == k
        cases.append(
            {
                "sequences": sequences,
                "between": found,
                "within": math.sqrt(inside) if n > k else None,
                "reml": reml,
                "costRatio": ratio,
                "bestLength": None if unbound else math.ceil(math.sqrt(ratio * inside / found**2)),
            }
        )
    return cases


def main():
    rng = np.random.default_rng(SEED)
    oracle = {
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("numpy", "scipy", "statsmodels")},
        },
        "student": student(),
        "power": power(),
        "geometricMeans": geometric_means(rng),
        "quantiles": quantiles(rng),
        "families": families(rng),
        "welch": welch(rng),
        "theilSen": theil_sen(rng),
        "scalability": scalability(rng),
        "varianceComponents": variance_components(rng),
    }
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(oracle, indent=1) + "\n")


if __name__ == "__main__":
    main()
