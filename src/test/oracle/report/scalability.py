"""The Universal Scalability Law, fitted by the normal equations of a linear least squares."""

from itertools import product


def solve(matrix, target):
    """By Gauss and Jordan; the systems have three unknowns at most."""
    rows = [line + [value] for line, value in zip(matrix, target)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda place: abs(rows[place][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(len(rows)):
            if other != at:
                rows[other] = [value - rows[other][at] * own for value, own in zip(rows[other], rows[at])]
    return [line[-1] for line in rows]


class Law:
    fits = False

    def __init__(self, points, scale=1.0, sigma=0.0, kappa=0.0):
        self.points, self.scale, self.sigma, self.kappa = points, scale, sigma, kappa

    def throughput(self, concurrency):
        return self.scale * concurrency / (1 + self.sigma * (concurrency - 1) + self.kappa * concurrency * (concurrency - 1))

    def residuals(self):
        return [abs(rate / self.throughput(concurrency) - 1) for concurrency, rate in self.points]

    def figures(self):
        """Every number that the sentence about it may have."""
        peak = ((1 - self.sigma) / self.kappa) ** 0.5 if self.kappa > 0 and self.sigma < 1 else None
        return [self.sigma, self.kappa, max(self.residuals()), 0.2, 4, len(self.points),
                *([peak] if peak else []), *(concurrency for concurrency, _ in self.points)]


def fit(points):
    """The law in which nothing is negative with the least squares of C/X, each relative to the measured C/X."""
    if len(points) < 4:
        return Law(points)
    laws = []
    for with_sigma, with_kappa in product((False, True), repeat=2):
        terms = [lambda c: 1.0]
        terms += [lambda c: c - 1] if with_sigma else []
        terms += [lambda c: c * (c - 1)] if with_kappa else []
        lines = [[term(c) * rate / c for term in terms] for c, rate in points]
        normal = [[sum(line[i] * line[j] for line in lines) for j in range(len(terms))] for i in range(len(terms))]
        found = solve(normal, [sum(line[i] for line in lines) for i in range(len(terms))])
        squares = sum((1 - sum(a * b for a, b in zip(line, found))) ** 2 for line in lines)
        sigma = found[1] / found[0] if with_sigma else 0.0
        kappa = found[-1] / found[0] if with_kappa else 0.0
        if found[0] > 0 and sigma >= 0 and kappa >= 0:
            laws.append((squares, Law(points, 1 / found[0], sigma, kappa)))
    law = min(laws, key=lambda one: one[0])[1]
    law.fits = max(law.residuals()) <= 0.2
    return law
