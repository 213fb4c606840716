# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The power goes while answers are given. An answer is confirmed when its popup is withdrawn: whatever was confirmed is
in the history after the next boot, and is not reminded of again.

Two controls say that the power really went, and with it whatever nobody had asked to be flushed: a block that the disk
had taken, and a file that the file system had."""
import random

from evening import berlin
from image import FILE_SYSTEM_SIZE, make_disk
from machine import Disk, check
from service import Service, schedule_of

DEVICE = "/dev/vda"
HOME = "/disk/home"
FILE = "/disk/unflushed"
MARK = "not flushed"
BLOCK = 4096
BEHIND_THE_FILE_SYSTEM = FILE_SYSTEM_SIZE // BLOCK

STEPS_IN_A_ROUND = 12
MOST_ROUNDS = 60  # they are a minute apart, and a snooze is longer than all of them
RULES = 'repeat_at_most = 0\nexpires_after = "5h"\nif_late = "show"\nsnooze = ["3h"]'
ANSWERS = {"done": "done", "skip": "skipped", "snooze": "snoozed"}

# The answers of one round take about as long, in seconds.
ANSWERING = 0.5


def steps_of(number):
    return [f"s{number}-{which}" for which in range(STEPS_IN_A_ROUND)]


def schedule(rounds):
    """In every round some steps become due at the same instant, each with a popup of its own."""
    return schedule_of([(step, f"at = 18:{number:02}:00") for number in range(rounds) for step in steps_of(number)],
                       reminders=RULES)


def write_block(machine):
    machine.run(f"printf '%-{BLOCK}s' '{MARK}' | dd of={DEVICE} bs={BLOCK} seek={BEHIND_THE_FILE_SYSTEM} oflag=direct")


def block_is_there(machine):
    where = f"bs={BLOCK} skip={BEHIND_THE_FILE_SYSTEM} count=1"
    return MARK in machine.run(f"dd if={DEVICE} {where} iflag=direct 2>/dev/null")[0]


class PowerLoss:
    """What is known outside of the machine, across all boots. `boot` makes one by its name."""

    def __init__(self, boot, rounds, seed):
        self.boot = boot
        self.rounds = rounds
        self.chance = random.Random(seed)
        self.answered = {}  # step: its state; every answer that was confirmed, or found in the history later
        self.pressed = self.confirmed = self.found_later = 0

    def run(self):
        self.during("control", self.lose_a_block)
        for number in range(self.rounds):
            self.during(f"round-{number}", self.one_round, number)
        self.during("last", self.look_back)
        return (f"{self.rounds} times; {self.pressed} buttons pressed, {self.confirmed} answers confirmed: none is "
                f"lost, none was asked for again; of the {self.pressed - self.confirmed} under way "
                f"{self.found_later} had been recorded")

    def during(self, name, what, *arguments):
        machine = self.boot(name)
        try:
            what(machine, *arguments)
        finally:
            machine.close()

    @staticmethod
    def lose_a_block(machine):
        write_block(machine)
        check(block_is_there(machine), "the block was not written")
        machine.lose_power()

    def one_round(self, machine, number):
        service = self.mount(machine)
        if number == 0:
            check(not block_is_there(machine), "the disk keeps what it was not asked to flush")
            service.set_schedule(schedule(self.rounds))
            machine.run("sync")
        self.compare_history(service)
        popups = self.show(service, number)
        self.answer_until_the_power_goes(machine, number, popups)

    def look_back(self, machine):
        self.compare_history(self.mount(machine))

    @staticmethod
    def mount(machine):
        # Nothing is written down by the kernel of itself before a round is over.
        machine.run(f"mount -t ext4 -o commit=300 {DEVICE} /disk")
        content, _ = machine.run(f"cat {FILE} 2>/dev/null; rm -f {FILE}")
        check(MARK not in content, "the file system keeps what it was not asked to flush")
        return Service(machine, HOME)

    def compare_history(self, service):
        states = {step: state for (step, _), state in service.history().items()}
        for step, state in self.answered.items():
            check(states.get(step) == state, f"{step} was {state} before the power went, now it is {states.get(step)}")
        found = {step: state for step, state in states.items() if state in ANSWERS.values()}
        self.found_later += len(found) - len(self.answered)
        self.answered = found

    def show(self, service, number):
        """The popups of what becomes due and of what is still unanswered, and of nothing else."""
        machine = service.machine
        machine.set_clock(berlin(f"2026-03-01T18:{number:02}:00") - 2)
        service.start()
        due = {step for earlier in range(number + 1) for step in steps_of(earlier)} - self.answered.keys()
        machine.wait_for(lambda: due <= {popup.summary.lower() for popup in machine.popups}, "a popup for every step")
        titles = [popup.summary.lower() for popup in machine.popups]
        check(sorted(titles) == sorted(due), f"not these alone, each once: {sorted(due)}; but {titles}")
        return machine.popups

    def answer_until_the_power_goes(self, machine, number, popups):
        """Right when one is confirmed, every other time; else at any moment."""
        answers = {popup.id: (popup.summary.lower(), self.chance.choice(list(ANSWERS))) for popup in popups}
        machine.run(f"printf '{MARK}' >{FILE}")
        for popup in popups:
            machine.press(popup, answers[popup.id][1])
        if number % 2 == 0:
            count = self.chance.randint(1, len(popups))
            machine.wait_for(lambda: len(machine.closed) >= count, f"{count} confirmed answers")
        else:
            machine.take_for(self.chance.uniform(0, ANSWERING))
        machine.lose_power()
        self.pressed += len(answers)
        self.confirmed += len(machine.closed)
        self.answered |= {answers[id][0]: ANSWERS[answers[id][1]] for id in machine.closed}


def run(boot, folder, rounds, seed):
    check(rounds <= MOST_ROUNDS, f"{MOST_ROUNDS} rounds are the most")
    disk = Disk(make_disk(folder / "disk.raw"))
    return PowerLoss(lambda name: boot(name, disk), rounds, seed).run()
