#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""completions_test.py CALMCALF SHELL: what SHELL (bash, zsh or fish) makes of what is typed, and of the Tab key."""
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import unittest

CALMCALF, SHELL = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "packaging/completions"
PATIENCE = 60  # seconds for the answer to a Tab, on a loaded machine
READY = "[ready]"

SCHEDULE = """
[bedtime]
time = 22:30:00
[[step]]
use = "water"
[[step]]
use = "warm-bath"
[[step]]
use = "calf-stretch"
"""

# What is typed before Tab, and the words that calmcalf is called with then.
COMPLETED = {
    "calmcalf sn": ["snooze"],
    "calmcalf done wat": ["done", "water"],
    "calmcalf done water wa": ["done", "water", "warm-bath"],
    "calmcalf start c": ["start", "calf-stretch"],
    "calmcalf cramp --side l": ["cramp", "--side", "left"],
    "calmcalf cramp --side=l": ["cramp", "--side=left"],
    "calmcalf cramp --at 03:10 --mu": ["cramp", "--at", "03:10", "--muscle"],
    "calmcalf --js": ["--json"],
    "calmcalf check ow": ["check", "own file.toml"],
    "calmcalf --schedule=ow": ["--schedule=own file.toml"],
    "calmcalf --schedule 'own file.toml' done m": ["--schedule", "own file.toml", "done", "magnesium"],
    "calmcalf done zzz": ["done", "zzz"],
}

OWN_SCHEDULE = """
[bedtime]
time = 22:30:00
[[step]]
id = "magnesium"
title = "Magnesium: a tablet"
text = ""
at = 21:00:00
"""

# In the shell that is tested calmcalf writes down what it is called with, but for the completions it asks for.
RECORDING = {
    "bash": f"""
        PROMPT_COMMAND='printf %s "{READY}"'
        calmcalf() {{ if [ "$1" = complete ]; then command calmcalf "$@"; else printf '<%s>' "$@" >called; fi; }}
        source {SCRIPTS}/calmcalf.bash
        """,
    "zsh": f"""
        precmd() {{ printf %s "{READY}"; }}
        calmcalf() {{ if [ "$1" = complete ]; then command calmcalf "$@"; else printf '<%s>' "$@" >called; fi; }}
        fpath=({SCRIPTS} $fpath)
        autoload -Uz compinit
        compinit -D -u
        """,
}
INTERACTIVE = {"bash": ["bash", "--noprofile", "--rcfile", ".bashrc", "-i"], "zsh": ["zsh", "-d", "-i"]}


class Home(tempfile.TemporaryDirectory):
    """An empty home with a schedule and some files, and calmcalf in the PATH."""

    def __enter__(self):
        folder = pathlib.Path(super().__enter__())
        (folder / ".config/calmcalf").mkdir(parents=True)
        (folder / ".config/calmcalf/routine.toml").write_text(SCHEDULE, encoding="utf-8")
        (folder / "own file.toml").write_text(OWN_SCHEDULE, encoding="utf-8")
        (folder / "bin").mkdir()
        (folder / "bin/calmcalf").symlink_to(CALMCALF)
        kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        self.environment = {**kept, "HOME": str(folder), "PATH": f"{folder}/bin:/usr/bin:/bin", "TERM": "dumb",
                            "LC_ALL": "C.UTF-8"}
        return folder


class Terminal:
    """An interactive shell in a terminal of its own."""

    def __init__(self, command, folder, environment):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.await_ready()

    def await_ready(self):
        seen = ""
        while READY not in seen:
            if not select.select([self.terminal], [], [], PATIENCE)[0]:
                raise TimeoutError(seen)
            seen += os.read(self.terminal, 4096).decode(errors="replace")

    def type(self, keys):
        os.write(self.terminal, keys.encode())
        self.await_ready()

    def end(self):
        os.write(self.terminal, b"exit\r")
        os.waitpid(self.process, 0)
        os.close(self.terminal)


@unittest.skipIf(SHELL == "fish", "fish can be asked without a terminal")
class InATerminal(unittest.TestCase):
    def test_completes_what_is_typed(self):
        home = Home()
        with home as folder:
            (folder / f".{SHELL}rc").write_text(RECORDING[SHELL], encoding="utf-8")
            terminal = Terminal(INTERACTIVE[SHELL], folder, home.environment)
            called = folder / "called"
            for typed, words in COMPLETED.items():
                with self.subTest(typed=typed):
                    called.unlink(missing_ok=True)
                    terminal.type(f"{typed}\t\r")
                    self.assertEqual(called.read_text(encoding="utf-8"), "".join(f"<{word}>" for word in words))
            terminal.end()


@unittest.skipUnless(SHELL == "fish", "others need a terminal")
class Asked(unittest.TestCase):
    def candidates(self, *typed):
        """The candidates for each of these, with their descriptions."""
        home = Home()
        script = f"source {SCRIPTS}/calmcalf.fish; for typed in $argv; complete -C $typed; echo {READY}; end"
        with home as folder:
            run = subprocess.run(["fish", "--no-config", "-c", script, *typed], cwd=folder, env=home.environment,
                                 stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
        self.assertEqual(run.stderr, "")
        return [[line.split("\t") for line in lines.splitlines()]
                for lines in run.stdout.split(READY + "\n")[:len(typed)]]

    def test_completes_what_is_typed(self):
        for (typed, words), candidates in zip(COMPLETED.items(), self.candidates(*COMPLETED)):
            with self.subTest(typed=typed):
                expected = [] if typed.endswith(words[-1]) else [words[-1]]
                self.assertEqual([candidate[0] for candidate in candidates], expected)

    def test_describes_commands_and_steps_in_their_order(self):
        commands, steps, own_steps = self.candidates(
            "calmcalf ", "calmcalf done ", "calmcalf --schedule 'own file.toml' done ")
        self.assertIn(["next", "show the next reminder"], commands)
        self.assertEqual(steps, [["water", "A glass of water"], ["warm-bath", "A warm bath"],
                                 ["calf-stretch", "Stretch your calves"]])
        self.assertEqual(own_steps, [["magnesium", "Magnesium: a tablet"]])

    def test_offers_files_where_they_are_wanted_alone(self):
        files, durations = self.candidates("calmcalf simulate ", "calmcalf snooze water ")
        self.assertEqual(files, [["bin/"], ["own file.toml"]])
        self.assertEqual(durations, [])


if __name__ == "__main__":
    if not shutil.which(SHELL):
        print(f"there is no {SHELL}: tools/packages install test")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
