# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The machine sleeps through deadlines. No logind is there to tell the service: the timer alone does.

`mem` is ACPI's S3, ended by the battery clock's alarm. `freeze` (suspend to idle) is ended by a byte on the serial
line, because qemu's alarm wakes from S3 alone."""
from evening import Evening
from machine import SECOND, Fault, Silence, check

SUCCESSES = "/sys/power/suspend_stats/success"
ALARM = "/sys/class/rtc/rtc0/wakealarm"


def sleeps_so_far(machine):
    return int(machine.run(f"cat {SUCCESSES}")[0])


def sleep(machine, command, wake=None):
    """How long it slept in seconds, and when it was awake again on the clock that nobody sets."""
    before = sleeps_so_far(machine)
    fell_asleep = machine.run("true")[1]
    machine.say("run " + command)
    if wake is not None:
        wake()
    event = machine.next("ran")
    check(event["status"] == 0, f"{command} ended with {event['status']}: {event['output']}")
    check(sleeps_so_far(machine) == before + 1, "the machine did not sleep")
    return (event["since_boot"] - fell_asleep) / SECOND, event["since_boot"]


def sleep_in_memory(machine, seconds):
    return sleep(machine, f"echo 0 >{ALARM}; echo +{seconds} >{ALARM}; echo mem >/sys/power/state")


def freeze(machine, seconds):
    def silence_then_nudge():
        try:
            event = machine.follow(seconds)
        except Silence:
            return machine.nudge()
        raise Fault(f"awake too soon: {event}")

    return sleep(machine, "echo freeze >/sys/power/state", silence_then_nudge)


def over_one(machine):
    with Evening(machine, "2026-03-01T22:00:00", ("past", 'at = 22:00:04\nexpires_after = "3s"'),
                 ("stretch", "at = 22:00:06")) as evening:
        slept, awake = sleep_in_memory(machine, 12)
        after = evening.soon(evening.shown("Stretch").since_boot, awake, "Stretch")
        evening.no_more()
        evening.expect_history({"past": "unseen", "stretch": "due"})
        return f"slept {slept:.1f} s in S3 over one deadline: shown {after} after the wake, what is past is unseen"


def one_summary(evening, fall_asleep):
    slept, awake = fall_asleep(evening.machine, 80)
    summary = evening.shown("3 steps are waiting")
    check(summary.body.startswith("Water\nBanana\nStretch\n"), f"the summary says {summary.body!r}")
    after = evening.soon(summary.since_boot, awake, "the summary")
    return summary, (f"slept {slept:.1f} s over four deadlines: one summary of three {after} after the wake, "
                     "the fourth is unseen")


def over_several_and_midnight(machine):
    with Evening(machine, "2026-03-01T23:59:50", ("past", 'at = 23:59:53\nexpires_after = "20s"'),
                 ("water", "at = 23:59:55"), ("banana", "at = 00:00:02"), ("stretch", "at = 00:00:05")) as evening:
        summary, figures = one_summary(evening, sleep_in_memory)
        evening.press(summary, "done")
        evening.no_more()
        evening.expect_history({"past": "unseen", "water": "done", "banana": "done", "stretch": "done"})
        return f"S3 across midnight, {figures}; its button answers all"


def over_several_in_freeze(machine):
    with Evening(machine, "2026-03-01T22:00:00", ("past", 'at = 22:00:04\nexpires_after = "20s"'),
                 ("water", "at = 22:00:05"), ("banana", "at = 22:00:07"), ("stretch", "at = 22:00:09")) as evening:
        summary, figures = one_summary(evening, freeze)
        machine.press(summary, "each")
        evening.shown("Water")
        evening.press(evening.shown("Banana"), "skip")
        evening.shown("Stretch")
        evening.no_more()
        evening.expect_history({"past": "unseen", "water": "due", "banana": "skipped", "stretch": "due"})
        return f"suspend to idle, {figures}; its button shows each"


SCENARIOS = {"sleep-over-one-deadline": over_one, "sleep-over-several-and-midnight": over_several_and_midnight,
             "sleep-to-idle-over-several": over_several_in_freeze}
