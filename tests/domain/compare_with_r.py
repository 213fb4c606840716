#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Compares the intervals of some hundred pairs of proportions with those that R gives.

Wilson's is R's prop.test() without its continuity correction. R has no Newcombe's: here it is worked out once more,
from R's limits and as the paper writes it, over the distances from each proportion to its limits.

usage: compare_with_r.py PROPORTION_PROBE
"""

import math
import random
import shutil
import subprocess
import sys

CANNOT_RUN = 77
CLOSE = 1e-9  # a proportion; what is printed has two digits
PAIRS = 400
SHOWN_DIFFERENCES = 20

WILSON = """
counts <- scan(file("stdin"), what = list(k = 0, n = 0), quiet = TRUE)
for (i in seq_along(counts$k)) {
  test <- suppressWarnings(prop.test(counts$k[i], counts$n[i], correct = FALSE))
  cat(sprintf("%.17g", test$conf.int), "\\n")
}
"""


def pairs():
    """Two proportions each, (k, n, k, n): small groups, the ends, the worked values of our own, and any."""
    yield from [(3, 10, 6, 10), (9, 30, 15, 30), (18, 60, 30, 60), (0, 1, 1, 1), (0, 4000, 4000, 4000)]
    for k in range(11):
        yield k, 10, 10 - k, 10
    chance = random.Random(1927)
    for _ in range(PAIRS):
        first, second = (chance.choice([1, 2, 9, 10, 28, 365, chance.randint(1, 4000)]) for _ in range(2))
        yield chance.randint(0, first), first, chance.randint(0, second), second


def answers(command, lines):
    """What the program makes of each line, as numbers."""
    run = subprocess.run(command, input="".join(line + "\n" for line in lines), capture_output=True, text=True,
                         check=False)
    if run.returncode != 0:
        sys.exit(f"{command[0]}: {run.stderr}")
    found = [[float(word) for word in line.split()] for line in run.stdout.splitlines()]
    if len(found) != len(lines):
        sys.exit(f"{command[0]}: {len(lines)} asked, {len(found)} answered")
    return found


def newcombe(first, first_limits, second, second_limits):
    (low, high), (other_low, other_high) = first_limits, second_limits
    difference = first - second
    return [difference - math.sqrt((first - low) ** 2 + (other_high - second) ** 2),
            difference + math.sqrt((high - first) ** 2 + (second - other_low) ** 2)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not shutil.which("Rscript"):
        print("there is no Rscript: tools/packages install test")
        return CANNOT_RUN
    asked = list(pairs())
    ours = answers([sys.argv[1]], [" ".join(map(str, pair)) for pair in asked])
    limits = answers(["Rscript", "--vanilla", "-e", WILSON],
                     [f"{k} {n}" for pair in asked for k, n in (pair[:2], pair[2:])])
    differing = 0
    for (k, n, other_k, other_n), found, first, second in zip(asked, ours, limits[::2], limits[1::2]):
        expected = [*first, *second, *newcombe(k / n, first, other_k / other_n, second)]
        if any(abs(one - other) > CLOSE for one, other in zip(found, expected, strict=True)):
            differing += 1
            if differing <= SHOWN_DIFFERENCES:
                print(f"{k}/{n} and {other_k}/{other_n}:\n  {found}, by R\n  {expected}")
    print(f"{len(asked)} pairs of proportions compared, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
