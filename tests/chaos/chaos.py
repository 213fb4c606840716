# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""chaos.py CALMCALF CALMCALFD CLOCK [--faults N] [--seed N] [--tell] [--write FILE] [KIND...]
chaos.py CALMCALF CALMCALFD CLOCK weekend [--seed N] [--minutes N] [--tell] [--write FILE]

Inside a desk of kind none: see run."""
import argparse
import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path += [str(TESTS / "desktop"), str(TESTS / "bench")]

from desk_inside import DIR, need_desk  # noqa: E402  (its folder is known only now)
from evening import Evening, FAULTS  # noqa: E402
from faults import Faults, take_own_etc  # noqa: E402
from figure_tables import add_arguments, machine, publish  # noqa: E402
from logind_driving import Logind  # noqa: E402
from weekend import Weekend  # noqa: E402

OWN_MOUNTS = ("unshare", "--user", "--map-current-user", "--keep-caps", "--mount", "--propagation", "private")


def enter_own_mounts():
    """Begins again where its mounts are its own, if that is allowed here. Returns whether it is so."""
    if "CHAOS_MOUNTS" in os.environ:
        return os.environ["CHAOS_MOUNTS"] == "own"
    command = OWN_MOUNTS if os.getuid() else (OWN_MOUNTS[0], *OWN_MOUNTS[4:])
    allowed = subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
    os.environ["CHAOS_MOUNTS"] = "own" if allowed else "none"
    os.execvp(command[0] if allowed else sys.executable,
              [*(command if allowed else ()), sys.executable, *sys.argv])


def parse(words, kinds):
    parser = argparse.ArgumentParser(prog="tests/chaos/run")
    parser.add_argument("--faults", type=int, default=1000, help="how many at least; an evening has %d" % FAULTS)
    parser.add_argument("--seed", type=int, default=1, help="of the first evening; the next ones' are the next numbers")
    parser.add_argument("--tell", action="store_true", help="of every evening what happens, not only of one that broke")
    parser.add_argument("--minutes", type=float, default=10, help="how long the weekend takes")
    add_arguments(parser)
    parser.add_argument("names", nargs="*", metavar="KIND",
                        help=f"these kinds of faults alone: {', '.join(kinds)}; or weekend")
    wish = parser.parse_intermixed_args(words)
    unknown = set(wish.names) - kinds.keys() if wish.names != ["weekend"] else set()
    if unknown:
        parser.error(f"{', '.join(sorted(unknown))}: there is no such kind here; there are {', '.join(kinds)}")
    return wish


def report(where, wish, evenings, faults, figures, wrong, took):
    lost, again = (sum(word in what for what in wrong) for word in ("LOST", "SHOWN AGAIN"))
    counts = [("faults", sum(faults.values())), *sorted(faults.items(), key=lambda item: -item[1]),
              ("evenings", evenings), *figures.items()]
    return ([(not lost, f"no confirmed answer is lost: {lost}"),
             (not again, f"nothing that is answered is shown again: {again}"),
             (len(wrong) == lost + again, f"nothing else that must not be: {len(wrong) - lost - again}")],
            [(["", "count"], [[name, str(count)] for name, count in counts])],
            [f"{where}; {took:.0f} seconds; the first evening's seed is {wish.seed}."])


def tell_broken(evening, kept):
    print(f"The evening with seed {evening.seed} broke. It is kept in {kept}. What must not be:")
    print("\n".join(f"  {what}" for what in evening.stage.wrong))
    print(f"Again: tests/chaos/run --faults 1 --seed {evening.seed}", flush=True)


def spend_weekend(programs, wish):
    folder = tempfile.mkdtemp(prefix="chaos-weekend-")
    where = machine()
    weekend = Weekend(folder, programs, wish.seed, wish.minutes)
    wrong = weekend.play()
    if wish.tell or wrong:
        print(*weekend.stage.events, sep="\n")
    publish(wish, "weekend", weekend.figures(where))
    if wrong:
        print(f"What must not be (its home is kept in {folder}):", *wrong, sep="\n  ")
        return 1
    shutil.rmtree(folder)
    return 0


def main():
    need_desk()
    has_mounts = enter_own_mounts()
    kinds = Faults.kinds(has_mounts)
    programs = sys.argv[1:4]
    wish = parse(sys.argv[4:], kinds)
    if wish.names == ["weekend"]:
        return spend_weekend(programs, wish)
    if wish.names:
        kinds = {kind: kinds[kind] for kind in wish.names}
    if not has_mounts:
        print("Nothing can be mounted here: without disk and zone.")
    logind = Logind()
    if has_mounts:
        take_own_etc(pathlib.Path(DIR, "etc"))
    where = machine()
    faults, figures, wrong = collections.Counter(), collections.Counter(), []
    evenings, began = 0, time.monotonic()
    while sum(faults.values()) < wish.faults:
        seed = wish.seed + evenings
        folder = tempfile.mkdtemp(prefix=f"chaos-{seed}-")
        evening = Evening(folder, programs, logind, seed, kinds, has_mounts)
        broke = evening.play()
        evenings += 1
        faults.update(evening.faults.counts)
        figures.update(evening.figures())
        wrong += broke
        if broke or wish.tell:
            print(f"\nThe evening with seed {seed}:", *evening.stage.events, sep="\n")
        if broke:
            tell_broken(evening, folder)
        else:
            shutil.rmtree(folder)
    publish(wish, "chaos", report(where, wish, evenings, faults, figures, wrong, time.monotonic() - began))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
