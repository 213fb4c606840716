# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A desk's session: its folder, environment, processes and buses."""
import glob
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time

from desk_ending import end_with_us

HERE = os.path.dirname(os.path.realpath(__file__))

# D-Bus services that a desk may start by activation. A name's owner is never left to chance: several packages ship a
# file for org.freedesktop.Notifications, and the one that wins is a matter of the directory's order.
FEW_SERVICES = ("ca.desrt.dconf", "org.xfce.Xfconf", "org.a11y.Bus")

# Nothing of the caller's own desktop may leak in.
FOREIGN_PREFIXES = ("DBUS_", "XDG_", "GNOME_", "KDE_", "GTK_", "QT_", "WAYLAND_", "SWAY", "WLR_", "AT_SPI_", "GIO_",
                    "GSETTINGS_")
FOREIGN = ("DISPLAY", "XAUTHORITY", "SESSION_MANAGER", "DESKTOP_SESSION", "NO_AT_BRIDGE", "DESK_INSIDE",
           "NOTIFY_SOCKET")

BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><keep_umask/><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
{services}
<policy context="default">
 <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
<limit name="max_incoming_bytes">1000000000</limit><limit name="max_outgoing_bytes">1000000000</limit>
<limit name="max_message_size">1000000000</limit><limit name="service_start_timeout">30000</limit>
</busconfig>"""


class Failed(Exception):
    """The desk cannot be started; why."""


class CannotRun(Exception):
    """The desk cannot be run by this user or on this machine, whatever is installed; why."""


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    os.chmod(path, mode)


def is_socket(path):
    try:
        return stat.S_ISSOCK(os.stat(path).st_mode)
    except OSError:
        return False


class Session:
    def __init__(self, kind):
        self.kind = kind
        self.dir = tempfile.mkdtemp(prefix="desk-")
        self.processes = []  # (name, Popen), in order of start
        self.has_system_bus = os.environ.get("DESK_SYSTEM", "1") != "0"
        home = f"{self.dir}/home"
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN_PREFIXES) and k not in FOREIGN}
        self.env.setdefault("LANG", "C.UTF-8")
        self.env.setdefault("DESK_SIZE", "1280x800")
        # No sound card and no sound server: each program that looks for one would be in the way of what it is tested for.
        self.env["CANBERRA_DRIVER"] = "none-here"
        self.env.update(
            DESK_KIND=kind, DESK_DIR=self.dir, HOME=home, XDG_RUNTIME_DIR=f"{self.dir}/run",
            XDG_CONFIG_HOME=f"{home}/.config", XDG_DATA_HOME=f"{home}/.local/share",
            XDG_STATE_HOME=f"{home}/.local/state", XDG_CACHE_HOME=f"{home}/.cache",
            GSETTINGS_BACKEND="keyfile", PATH=f"{HERE}:{os.environ.get('PATH', '/usr/bin:/bin')}")
        for name in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.makedirs(self.env[name], 0o700, exist_ok=True)
        os.mkdir(f"{self.dir}/log")

    def remove(self):
        shutil.rmtree(self.dir, ignore_errors=True)

    def say(self, *words):
        if os.environ.get("DESK_VERBOSE"):
            print("desk:", *words, file=sys.stderr)

    def write_env_file(self):
        """For a second shell: . $DESK_DIR/env"""
        ours = ("DESK_", "XDG_", "DBUS_", "WAYLAND_", "SWAYSOCK", "DISPLAY", "HOME")
        lines = (f"export {k}='{v}'\n" for k, v in sorted(self.env.items()) if k.startswith(ours))
        write(f"{self.dir}/env", "".join(lines))

    # ---- processes

    def which(self, name):
        found = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")
        if not found and not os.access(name, os.X_OK):
            raise Failed(f"{name} is not installed: see desk --install {self.kind}")
        return found or name

    def start(self, name, *command, **popen):
        """Start a helper process, its output in log/NAME.log."""
        command = [self.which(command[0]), *command[1:]]
        self.say("start", name)
        with open(f"{self.dir}/log/{name}.log", "ab") as log:
            process = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       cwd=self.env["HOME"], start_new_session=True, preexec_fn=end_with_us, **popen)
        self.processes.append((name, process))
        return process

    def start_python(self, name, module, *args):
        return self.start(name, "/usr/bin/python3", "-m", module, *args)

    def tail(self, name, lines=15):
        try:
            with open(f"{self.dir}/log/{name}.log", encoding="utf-8", errors="replace") as f:
                return "".join(f.readlines()[-lines:])
        except OSError:
            return ""

    def wait(self, what, test, secs=20, process=None):
        """Until test() is true, which is what `process` is to bring about."""
        name = next((n for n, p in self.processes if p is process), None)
        log = f"\n{self.tail(name)}" if name else ""
        until = time.monotonic() + secs
        while True:
            got = test()
            if got:
                return got
            if process is not None and process.poll() is not None:
                raise Failed(f"{name} ended with {process.returncode} while waiting for {what}{log}")
            if time.monotonic() > until:
                raise Failed(f"no {what} after {secs} s{log}")
            time.sleep(0.03)

    # ---- D-Bus

    def gdbus(self, *args, system=False, check=True):
        address = self.env["DBUS_SYSTEM_BUS_ADDRESS" if system else "DBUS_SESSION_BUS_ADDRESS"]
        p = subprocess.run(["gdbus", *args[:1], "--address", address, *args[1:]], env=self.env, capture_output=True,
                           text=True, timeout=30, check=False)
        if check and p.returncode:
            raise Failed(f"gdbus {' '.join(args)}: {p.stderr.strip()}")
        return p.stdout

    def call(self, destination, path, method, *args, system=False, check=True):
        return self.gdbus("call", "--dest", destination, "--object-path", path, "--method", method, *args,
                          system=system, check=check)

    def call_bus(self, method, *args, system=False, check=True):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", f"org.freedesktop.DBus.{method}", *args,
                         system=system, check=check)

    def wait_name(self, name, secs=20, process=None, system=False):
        def owned():
            return "true" in self.call_bus("NameHasOwner", name, system=system, check=False)
        self.wait(name, owned, secs, process)

    def pass_env(self, *names):
        """Give variables found out late (DISPLAY...) to programs that the bus starts by activation."""
        self.call_bus("UpdateActivationEnvironment", "{%s}" % ", ".join(f"'{n}': '{self.env[n]}'" for n in names))

    def start_bus(self, name, path, services):
        write(f"{self.dir}/{name}.conf", BUS_CONFIGURATION.format(
            path=path, services="".join(f"<servicedir>{s}</servicedir>" for s in services)))
        p = self.start(name, "dbus-daemon", f"--config-file={self.dir}/{name}.conf", "--nofork", "--nopidfile",
                       "--nosyslog")
        self.wait(f"{name} socket", lambda: is_socket(path), 10, p)

    def start_session_bus(self, activate=FEW_SERVICES, leave_out=()):
        """activate: names of service files to offer, or None for all but rival notification servers."""
        offered = f"{self.dir}/services"
        os.makedirs(offered)
        for file in glob.glob("/usr/share/dbus-1/services/*.service"):
            base = os.path.basename(file).removesuffix(".service")
            if activate is not None and base not in activate or base in leave_out:
                continue
            with open(file, encoding="utf-8") as f:
                lines = f.readlines()
            if "Name=org.freedesktop.Notifications\n" not in lines:
                kept = (line for line in lines if not line.startswith("SystemdService"))
                write(f"{offered}/{base}.service", "".join(kept))
        # where the program under test may put its own
        own = [f"{self.env['XDG_RUNTIME_DIR']}/dbus-1/services", f"{self.env['XDG_DATA_HOME']}/dbus-1/services"]
        for folder in own:
            os.makedirs(folder, exist_ok=True)
        path = f"{self.env['XDG_RUNTIME_DIR']}/bus"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={path}"
        self.start_bus("session-bus", path, [*own, offered])

    def start_system_bus(self):
        """A private system bus with mocked logind and timedated; wait_for_system_bus() waits for those."""
        path = f"{self.dir}/system-bus"  # where there is to be none, the address still is not the machine's own
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={path}"
        if self.has_system_bus:
            self.start_bus("system-bus", path, [])
            for template in ("logind", "timedated"):
                self.start_python(template, "dbusmock", "--template", template, "--system")

    def wait_for_system_bus(self):
        if not self.has_system_bus:
            return
        processes = dict(self.processes)
        self.wait_name("org.freedesktop.login1", 20, processes["logind"], system=True)
        self.wait_name("org.freedesktop.timedate1", 20, processes["timedated"], system=True)
        self.call("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.DBus.Mock.AddSession",
                  "c1", "seat0", str(os.getuid()), "desk", "true", system=True)
        self.env.update(XDG_SESSION_ID="c1", XDG_SEAT="seat0")

    def start_recorder(self):
        notes = f"{self.dir}/notes.jsonl"
        p = self.start("record", f"{HERE}/desk-record", notes)
        self.wait("recorder", lambda: os.path.exists(notes) and os.path.getsize(notes), 10, p)
