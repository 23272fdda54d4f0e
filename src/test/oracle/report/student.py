"""Student's t for whole degrees of freedom, and what is made of it: intervals, Holm's steps, power. Python alone."""

import math
from statistics import NormalDist, fmean, variance

LEVEL = 0.05
MARGIN = 1.05
POWER = 0.8
NORMAL = NormalDist()


def inside(t, df):
    """The probability that |T| is below t: Abramowitz and Stegun, 26.7.3 and 26.7.4."""
    angle = math.atan2(t, math.sqrt(df))
    sine, cosine = math.sin(angle), math.cos(angle)
    term, total = 1.0, 1.0
    if df % 2 == 0:
        for k in range(1, df // 2):
            term *= (2 * k - 1) / (2 * k) * cosine**2
            total += term
        return sine * total
    if df == 1:
        return 2 * angle / math.pi
    for k in range(1, (df - 1) // 2):
        term *= 2 * k / (2 * k + 1) * cosine**2
        total += term
    return 2 / math.pi * (angle + sine * cosine * total)


def outside(t, df):
    """The probability that |T| is at least t. For one degree of freedom without a difference of near numbers."""
    return 2 / math.pi * math.atan2(1, abs(t)) if df == 1 else 1 - inside(abs(t), df)


def bisect(rises_to, target, high):
    """Where an increasing function reaches a value."""
    while rises_to(high) < target:
        high *= 2
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if rises_to(middle) < target else (low, middle)
    return high


def critical(level, df):
    """What |T| exceeds with the probability of the level."""
    return bisect(lambda t: -outside(t, df), -level, 10.0)


def noncentrality(df, limit):
    """How many standard errors a difference must have for T to exceed the limit with the power asked for."""
    steps = 4000
    high = 1 + 8 / math.sqrt(df)
    places = [high * (i + 0.5) / steps for i in range(steps)]
    weights = [math.exp((df - 1) * math.log(s) - df * s * s / 2 + df / 2) for s in places]
    total = sum(weights)
    return bisect(lambda nc: sum(w * NORMAL.cdf(nc - limit * s) for s, w in zip(places, weights)) / total, POWER, limit)


def geometric(values):
    """The geometric mean with both ends of its 95% interval; the ends are None for one value."""
    if not values:
        return None
    logs = [math.log(value) for value in values]
    middle = fmean(logs)
    if len(logs) == 1:
        return math.exp(middle), None, None
    reach = critical(LEVEL, len(logs) - 1) * math.sqrt(variance(logs) / len(logs))
    return math.exp(middle), math.exp(middle - reach), math.exp(middle + reach)


class Contrast:
    """The times of one thing against those of another, block by block."""

    def __init__(self, first, second):
        logs = [math.log(first[block] / second[block]) for block in first if block in second]
        self.blocks = len(logs)
        if self.blocks > 1:
            self.df = self.blocks - 1
            self.log_ratio = fmean(logs)
            self.error = math.sqrt(variance(logs) / self.blocks)
            self.p = outside(self.log_ratio / self.error, self.df)

    def decide(self, level):
        limit = critical(level, self.df)
        reach = limit * self.error
        self.ratio = math.exp(self.log_ratio)
        self.low, self.high = math.exp(self.log_ratio - reach), math.exp(self.log_ratio + reach)
        self.smallest = math.exp(self.error * noncentrality(self.df, limit))
        self.different = self.low > 1 or self.high < 1
        self.as_good = self.low >= 1 / MARGIN and self.high <= MARGIN

    def figures(self):
        """Every number that a sentence about it may have."""
        if self.blocks < 2:
            return [self.blocks]
        return [self.blocks, self.ratio, 1 / self.ratio, self.low, self.high, 1 / self.low, 1 / self.high,
                self.smallest, self.smallest - 1]


def judge(family):
    """Decides contrasts as one family by Holm's steps."""
    measured = sorted((one for one in family if one.blocks > 1), key=lambda one: one.p)
    remaining = len(measured)
    for one in measured:
        one.decide(LEVEL / remaining)
        remaining -= one.different
