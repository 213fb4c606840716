# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What a program takes on the disk beyond a small desktop, with all that it needs (what it merely recommends, or
suggests, is left out). apt says, on a machine that it is told of: nothing is installed, and what is here has no say."""
import os
import pathlib
import re
import subprocess
import tempfile

# A small desktop: an Xfce session with its panel and notification server, a bus, a display, systemd's own session.
DESKTOP = ["xfce4", "xfce4-notifyd", "xserver-xorg-core", "dbus-user-session", "libpam-systemd", "systemd-sysv", "tzdata"]


class Disk:
    """Raises RuntimeError where there is no apt, or it cannot tell."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.status = pathlib.Path(self.folder.name, "status")
        self.status.touch()
        known = (stanza for stanza in self.run("apt-cache", "dumpavail").split("\n\n") if stanza.strip())
        self.stanza = {re.search(r"^Package: (\S+)", stanza, re.M)[1]: stanza.strip() for stanza in known}
        essential = [name for name, stanza in self.stanza.items() if re.search(r"^Essential: yes", stanza, re.M)]
        desktop = [self.stanza[name] + "\nStatus: install ok installed\n" for name in self.added_by(DESKTOP + essential)]
        self.status.write_text("\n".join(desktop), encoding="utf-8")

    def run(self, *command):
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False,
                                  env={**os.environ, "LC_ALL": "C"})
        except FileNotFoundError as error:
            raise RuntimeError(f"{command[0]} is not there") from error
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {' '.join(done.stderr.split())[:200]}")
        return done.stdout

    def added_by(self, packages):
        """The packages that these would bring to what stands in the status."""
        said = self.run("apt-get", "--simulate", "-o", f"Dir::State::status={self.status}",
                        "-o", f"Dir::Cache={self.folder.name}", "-o", "APT::Install-Recommends=false",
                        "-o", "Debug::NoLocking=true", "install", *packages)
        return re.findall(r"^Inst ([^\s:]+)", said, re.M)

    def kib(self, packages):
        sizes = (re.search(r"^Installed-Size: (\d+)", self.stanza[name], re.M) for name in self.added_by(packages))
        return sum(int(size[1]) for size in sizes if size)

    def kib_of_build(self, build):
        """Of what `cmake --install --strip` makes of a build, and the packages whose libraries it loads."""
        prefix = pathlib.Path(self.folder.name, "installed")
        self.run("cmake", "--install", str(build), "--prefix", str(prefix), "--strip")
        files = [file for file in prefix.rglob("*") if file.is_file() and not file.is_symlink()]
        own = sum(-(-file.stat().st_size // 1024) for file in files)
        return own + self.kib(self.packages_of([prefix / "bin/calmcalfd", prefix / "bin/calmcalf"]))

    def packages_of(self, executables):
        libraries = set(re.findall(r"=> (/\S+)", self.run("ldd", *map(str, executables))))
        owners = set()
        for library in libraries:
            for path in (library, os.path.realpath(library), library.removeprefix("/usr"), "/usr" + library):
                found = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
                if found.returncode == 0:
                    owners.add(found.stdout.split(":")[0])
                    break
            else:
                raise RuntimeError(f"no package has {library}")
        return sorted(owners)
