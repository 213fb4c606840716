# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Somebody sets the clock, forward and back.

A deadline that the clock is set past would wake the service by itself. A clock that is set back wakes it only by the
timer's ECANCELED, and then it reopens at once what it had written off, seconds before anything is due: the line
"undone" in its log is what proves that path. Tea, whose window is short, is written off and comes back; shown on its
time, it also says that whatever a change of the clock brought with it has been shown before."""

from evening import Evening
from machine import check

TEA = ("tea", 'at = 18:00:03\nexpires_after = "10s"')


def by_seconds(machine):
    with Evening(machine, "2026-03-01T18:00:00", ("walk", "at = 18:00:30"), ("fence", "at = 18:00:33")) as evening:
        ahead = evening.set_clock("2026-03-01T18:00:31")
        walk = evening.soon(evening.shown("Walk").since_boot, ahead, "Walk")
        evening.logged("shown walk")
        evening.set_clock("2026-03-01T18:00:27")
        fence = evening.on_time(evening.shown("Fence"), "2026-03-01T18:00:33")
        evening.no_more()
        evening.expect_history({"walk": "due", "fence": "due"})
        return f"31 s ahead: shown after {walk}; 4 s back: not again, and the next one {fence} after its time"


def by_hours(machine):
    with Evening(machine, "2026-03-01T18:00:00", TEA, ("walk", "at = 19:00:00"),
                 ("fence", "at = 19:00:08")) as evening:
        ahead = evening.set_clock("2026-03-01T19:00:05")
        popup = evening.shown("Walk")
        walk = evening.soon(popup.since_boot, ahead, "Walk")
        evening.logged("shown walk")
        back = evening.set_clock("2026-03-01T18:00:00")
        told = evening.logged_soon("undone tea", back)
        tea = evening.on_time(evening.shown("Tea"), "2026-03-01T18:00:03")
        evening.logged("shown tea")
        evening.press(popup, "done")
        evening.set_clock("2026-03-01T19:00:05")
        fence = evening.on_time(evening.shown("Fence"), "2026-03-01T19:00:08")
        evening.no_more()
        evening.expect_history({"tea": "missed", "walk": "done", "fence": "due"})
        return (f"65 min ahead, over a deadline in 1 h: shown after {walk}; back: told by ECANCELED within {told}, "
                f"what comes then {tea} after its time; ahead again: not again what was answered, the next one "
                f"{fence} after its time")


def late(machine):
    with Evening(machine, "2026-03-01T18:00:00", TEA, ("early", 'at = 19:00:00\nexpires_after = "30m"'),
                 ("walk", "at = 20:00:00"), ("stretch", "at = 20:10:00"), ("fence", "at = 20:20:04")) as evening:
        ahead = evening.set_clock("2026-03-01T20:20:00")
        summary = evening.shown("2 steps are waiting")
        check(summary.body.startswith("Walk\nStretch\n"), f"the summary says {summary.body!r}")
        told = evening.soon(summary.since_boot, ahead, "the summary")
        evening.logged("summary walk stretch")
        evening.set_clock("2026-03-01T18:00:00")
        evening.logged("undone early")
        evening.shown("Tea")
        evening.logged("shown tea")
        evening.set_clock("2026-03-01T20:20:00")
        evening.shown("Fence")
        evening.no_more()
        evening.expect_history({"tea": "missed", "early": "unseen", "walk": "due", "stretch": "due", "fence": "due"})
        return (f"140 min ahead: what is still useful is one summary after {told}, what is past is unseen; "
                "back and ahead: not again")


def by_days(machine):
    with Evening(machine, "2026-03-01T18:00:00", TEA, ("walk", "at = 20:00:00")) as evening:
        ahead = evening.set_clock("2026-03-03T20:00:05")
        walk = evening.soon(evening.shown("Walk").since_boot, ahead, "Walk")
        evening.expect_history({("walk", "2026-03-01"): "unseen", ("walk", "2026-03-02"): "unseen",
                                ("walk", "2026-03-03"): "due", ("tea", "2026-03-01"): "unseen",
                                ("tea", "2026-03-02"): "unseen", ("tea", "2026-03-03"): "unseen"})
        evening.logged("shown walk")
        back = evening.set_clock("2026-03-01T18:00:00")
        told = evening.logged_soon("undone walk", back)
        tea = evening.on_time(evening.shown("Tea"), "2026-03-01T18:00:03")
        evening.logged("shown tea")
        again = evening.set_clock("2026-03-01T20:00:02")
        reopened = evening.soon(evening.shown("Walk").since_boot, again, "the Walk of the first evening")
        evening.no_more()
        return (f"2 days ahead: shown after {walk}, two evenings unseen; back: told by ECANCELED within {told}, "
                f"what comes then {tea} after its time; what was written off is shown in its turn after {reopened}")


def over_a_day(machine):
    with Evening(machine, "2026-03-01T18:00:00", TEA, ("walk", "at = 20:00:00")) as evening:
        evening.set_clock("2026-03-02T20:00:05")
        evening.shown("Walk")
        evening.logged("shown walk")
        evening.set_clock("2026-03-01T18:00:00")
        tea = evening.on_time(evening.shown("Tea"), "2026-03-01T18:00:03")
        evening.no_more()
        return f"26 h ahead and back: tomorrow's is not shown again, tonight's {tea} after its time"


SCENARIOS = {"clock-by-seconds": by_seconds, "clock-by-hours": by_hours, "clock-late": late, "clock-by-days": by_days,
             "clock-over-a-day": over_a_day}
