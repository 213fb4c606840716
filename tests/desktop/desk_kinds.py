# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The kinds of desk: what each starts. A kind's begin(session) returns the process that is to own the name
org.freedesktop.Notifications (None: nobody), and what to do once it does (None: nothing)."""
import dataclasses
import glob
import os
import shutil
import subprocess
from collections.abc import Callable

from desk_session import is_socket, write

XFCE_NOTIFYD = (glob.glob("/usr/lib/*/xfce4/notifyd/xfce4-notifyd") + glob.glob("/usr/lib*/xfce4/notifyd/xfce4-notifyd")
                + ["xfce4-notifyd"])[0]


# ---- displays

def start_xvfb(session):
    r, w = os.pipe()
    p = session.start("xvfb", "Xvfb", "-displayfd", str(w), "-screen", "0", session.env["DESK_SIZE"] + "x24",
                      "-nolisten", "tcp", "-noreset", pass_fds=[w])
    os.close(w)
    os.set_blocking(r, False)
    got = b""

    def number():
        nonlocal got
        try:
            got += os.read(r, 64)
        except BlockingIOError:
            pass
        return got.endswith(b"\n")
    session.wait("X display", number, 15, p)
    os.close(r)
    session.env.update(DISPLAY=":" + got.decode().strip(), XDG_SESSION_TYPE="x11", GDK_BACKEND="x11",
                       QT_QPA_PLATFORM="xcb")


# ---- Xfce

def write_xfconf(session, channel, body):
    write(f"{session.env['XDG_CONFIG_HOME']}/xfce4/xfconf/xfce-perchannel-xml/{channel}.xml",
          f'<?xml version="1.0" encoding="UTF-8"?>\n<channel name="{channel}" version="1.0">{body}</channel>\n')


def start_panel(session):
    """xfce4-panel with its tray plugin: StatusNotifierItems through it, as on a real Xfce desktop."""
    write_xfconf(session, "xfce4-panel", """
<property name="configver" type="int" value="2"/>
<property name="panels" type="array"><value type="int" value="1"/>
 <property name="panel-1" type="empty">
  <property name="position" type="string" value="p=8;x=0;y=0"/><property name="length" type="uint" value="100"/>
  <property name="position-locked" type="bool" value="true"/><property name="size" type="uint" value="32"/>
  <property name="plugin-ids" type="array"><value type="int" value="1"/><value type="int" value="2"/></property>
 </property></property>
<property name="plugins" type="empty">
 <property name="plugin-1" type="string" value="tasklist"/>
 <property name="plugin-2" type="string" value="systray">
  <property name="square-icons" type="bool" value="true"/>
 </property>
</property>""")
    p = session.start("panel", "xfce4-panel", "--disable-wm-check")
    session.wait_name("org.kde.StatusNotifierWatcher", 20, p)


def panel_if_asked_for():
    return start_panel if os.environ.get("DESK_PANEL") else None


def write_notifyd_settings(session):
    write_xfconf(session, "xfce4-notifyd", """
<property name="theme" type="string" value="Default"/><property name="notify-location" type="uint" value="2"/>
<property name="expire-timeout" type="int" value="60"/><property name="do-fadeout" type="bool" value="false"/>
<property name="do-slideout" type="bool" value="false"/><property name="initial-opacity" type="double" value="1.0"/>
<property name="notification-log" type="bool" value="true"/><property name="log-level" type="uint" value="1"/>
<property name="show-text-with-gauge" type="bool" value="true"/>""")


def xfce(session):
    session.env["XDG_CURRENT_DESKTOP"] = "XFCE"
    start_xvfb(session)
    session.start_session_bus()
    session.start_recorder()
    if shutil.which("xfwm4"):
        session.start("wm", "xfwm4", "--compositor=off")
    write_notifyd_settings(session)
    return session.start("server", XFCE_NOTIFYD), start_panel


# ---- servers alone

def dunst(session):
    start_xvfb(session)
    session.start_session_bus()
    session.start_recorder()
    # dunst offers actions as a list to a "dmenu" program: ours picks the line that desk-click asked for
    d = session.dir
    write(f"{d}/pick", f"""#!/bin/sh
cat >"{d}/pick.lines"
exec grep -m1 -F -f "{d}/pick.want" "{d}/pick.lines"
""", 0o755)
    write(f"{session.env['XDG_CONFIG_HOME']}/dunst/dunstrc", f"""[global]
 monitor = 0
 width = 380
 origin = top-right
 offset = 20x20
 font = DejaVu Sans 10
 format = "<b>%s</b>\\n%b"
 show_indicators = yes
 idle_threshold = 0
 history_length = 200
 notification_limit = 0
 sort = no
 stack_duplicates = false
 dmenu = {d}/pick
 browser = /bin/true
 mouse_left_click = close_current
 mouse_middle_click = do_action
 mouse_right_click = context
[urgency_low]
 timeout = 60
[urgency_normal]
 timeout = 60
[urgency_critical]
 timeout = 0
""")
    return session.start("server", "dunst"), panel_if_asked_for()


def mock(session):
    session.start_session_bus()
    session.start_recorder()
    capabilities = os.environ.get("DESK_CAPS", "actions body body-markup icon-static persistence sound")
    server = session.start_python("server", "dbusmock", "--template", "notification_daemon", "--session",
                                  "-l", f"{session.dir}/log/mock-calls.log", "-p", f'{{"capabilities": "{capabilities}"}}')
    return server, None


def none(session):
    session.start_session_bus()
    session.start_recorder()
    return None, None


# ---- Wayland

def start_waybar(session):
    write(f"{session.env['XDG_CONFIG_HOME']}/waybar/config",
          '{"layer":"top","height":32,"modules-left":["sway/workspaces"],"modules-right":["tray","clock"],'
          '"tray":{"icon-size":22,"spacing":8}}')
    write(f"{session.env['XDG_CONFIG_HOME']}/waybar/style.css", "* { font-family: DejaVu Sans; font-size: 13px; }\n"
          "window#waybar { background: #202830; color: white; }\n")
    session.wait_name("org.kde.StatusNotifierWatcher", 20, session.start("waybar", "waybar"))


def sway(session):
    env = session.env
    env.update(XDG_CURRENT_DESKTOP="sway", XDG_SESSION_TYPE="wayland", WLR_BACKENDS="headless", WLR_RENDERER="pixman",
               WLR_LIBINPUT_NO_DEVICES="1", SWAYSOCK=f"{env['XDG_RUNTIME_DIR']}/sway.sock", GDK_BACKEND="wayland",
               QT_QPA_PLATFORM="wayland", LIBSEAT_BACKEND="noop")
    session.start_session_bus()
    session.start_recorder()
    write(f"{env['XDG_CONFIG_HOME']}/sway/config",
          f"xwayland disable\noutput * resolution {env['DESK_SIZE']} background #305070 solid_color\n")
    # sway refuses to run as root: as root, give it a user namespace where it is uid 1000 and there is no uid 0
    as_user = ["unshare", "--user", "--map-user=1000", "--map-group=1000"] if os.getuid() == 0 else []
    p = session.start("sway", *as_user, session.which("sway"), "--config", f"{env['XDG_CONFIG_HOME']}/sway/config")
    env["WAYLAND_DISPLAY"] = "wayland-1"
    sockets = (f"{env['XDG_RUNTIME_DIR']}/wayland-1", env["SWAYSOCK"])
    session.wait("Wayland socket", lambda: all(is_socket(s) for s in sockets), 20, p)
    session.pass_env("WAYLAND_DISPLAY", "SWAYSOCK")
    write(f"{env['XDG_CONFIG_HOME']}/mako/config",
          "default-timeout=60000\nactions=1\nmarkup=1\nmax-visible=10\nmax-history=200\nwidth=380\n")
    return session.start("server", "mako"), start_waybar


def gnome(session):
    env = session.env
    env.update(XDG_CURRENT_DESKTOP="GNOME", XDG_SESSION_TYPE="wayland", XDG_SESSION_DESKTOP="gnome",
               GSETTINGS_BACKEND="keyfile", LIBGL_ALWAYS_SOFTWARE="1")
    session.start_session_bus(activate=None, leave_out=["org.freedesktop.systemd1", "org.freedesktop.portal.Desktop"])
    session.start_recorder()
    write(f"{env['XDG_CONFIG_HOME']}/glib-2.0/settings/keyfile", "[org/gnome/shell]\n"
          "enabled-extensions=['ubuntu-appindicators@ubuntu.com', 'appindicatorsupport@rgcjonas.gmail.com']\n"
          "welcome-dialog-last-shown-version='99'\n"
          "[org/gnome/desktop/interface]\nenable-animations=false\ntoolkit-accessibility=true\n")
    p = session.start("server", "gnome-shell", "--headless", "--virtual-monitor", env["DESK_SIZE"], "--wayland",
                      "--no-x11", "--unsafe-mode")
    session.wait("Wayland socket", lambda: is_socket(f"{env['XDG_RUNTIME_DIR']}/wayland-0"), 40, p)
    env.update(WAYLAND_DISPLAY="wayland-0", GDK_BACKEND="wayland", QT_QPA_PLATFORM="wayland")
    session.pass_env("WAYLAND_DISPLAY")

    def evaluate(js, check=True):
        return session.call("org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell.Eval", js, check=check)

    def settle(_session):  # out of the overview; away with the notices about running as root
        js = ("Main.overview.hide(); for (const s of Main.messageTray.getSources()) "
              "if (s.title === 'System Information') s.destroy(); Main.layoutManager._startingUp")
        session.wait("shell started", lambda: "'false'" in evaluate(js, check=False), 30, p)
        session.wait_name("org.kde.StatusNotifierWatcher", 10, p)
        evaluate(js)
    return p, settle


def plasma(session):
    env = session.env
    major = "6" if shutil.which("kded6") else "5"
    env.update(XDG_CURRENT_DESKTOP="KDE", KDE_FULL_SESSION="true", KDE_SESSION_VERSION=major,
               QT_QUICK_BACKEND="software", LIBGL_ALWAYS_SOFTWARE="1", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    start_xvfb(session)
    write(f"{env['XDG_CONFIG_HOME']}/plasmanotifyrc", "[Notifications]\nPopupTimeout=60000\n")
    session.start_session_bus(activate=None, leave_out=["org.freedesktop.systemd1"])
    session.start_recorder()
    session.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress", check=False)
    if shutil.which("kwin_x11"):
        session.start("wm", "kwin_x11", "--replace")
    session.start("kded", f"kded{major}")
    return (session.start("server", "plasmashell", "--no-respawn"),
            lambda _session: session.wait_name("org.kde.StatusNotifierWatcher", 30))


# ---- systemd

def mask_foreign_units(folder):
    """What this machine's packages have enabled for every user, and rival servers (two units with one BusName cannot
    both be loaded): only the units that a test brings, and those it depends on, are to run."""
    masked = {unit for wants in glob.glob("/etc/systemd/user/*.wants") for unit in os.listdir(wants)}
    for file in glob.glob("/usr/lib/systemd/user/*.service") + glob.glob("/etc/systemd/user/*.service"):
        with open(file, encoding="utf-8", errors="replace") as f:
            if "BusName=org.freedesktop.Notifications" in f.read():
                masked.add(os.path.basename(file))
    for unit in masked - {"xfce4-notifyd.service", "dbus.socket", "dbus.service"}:
        os.symlink("/dev/null", f"{folder}/{unit}")


def systemd(session):
    """Inside the namespaces of desk_namespaces.py: a real systemd --user, its own bus, real units."""
    env = session.env
    env["XDG_CURRENT_DESKTOP"] = "XFCE"
    start_xvfb(session)
    write_notifyd_settings(session)
    runtime = env["XDG_RUNTIME_DIR"]
    env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={runtime}/bus"
    # of several servers that could be activated, name one; the user's own folder is looked at first
    write(f"{env['XDG_DATA_HOME']}/dbus-1/services/org.freedesktop.Notifications.service",
          "[D-BUS Service]\nName=org.freedesktop.Notifications\n"
          f"Exec={XFCE_NOTIFYD}\nSystemdService=xfce4-notifyd.service\n")
    units = f"{env['XDG_CONFIG_HOME']}/systemd/user"
    os.makedirs(units, exist_ok=True)
    mask_foreign_units(units)
    # there is no journald here: what units print goes to log/systemd.log
    write(f"{env['XDG_CONFIG_HOME']}/systemd/user.conf",
          "[Manager]\nDefaultStandardOutput=inherit\nDefaultStandardError=inherit\n")
    # stopping and starting this one is logging out and in: it carries graphical-session.target
    write(f"{units}/desk-session.target", "[Unit]\nDescription=The desk's graphical session\n"
          "BindsTo=graphical-session.target\nBefore=graphical-session.target\n")
    p = session.start("systemd", "/lib/systemd/systemd", "--user", "--log-target=console", "--log-level=info")
    sockets = (f"{runtime}/systemd/private", f"{runtime}/bus")
    session.wait("systemd --user", lambda: all(is_socket(s) for s in sockets), 20, p)

    def systemctl(*args):
        return subprocess.run(["systemctl", "--user", *args], env=env, capture_output=True, text=True, timeout=30,
                              check=False).stdout.strip()
    session.wait("systemd --user running", lambda: systemctl("is-system-running") in ("running", "degraded"), 30, p)
    systemctl("import-environment", "DISPLAY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "PATH",
              "DBUS_SYSTEM_BUS_ADDRESS", "NO_AT_BRIDGE", "GDK_BACKEND", "QT_QPA_PLATFORM", "LANG")
    session.start_recorder()
    systemctl("start", "xfce4-notifyd.service", "desk-session.target")
    return p, panel_if_asked_for()


@dataclasses.dataclass
class Kind:
    begin: Callable
    patience: int = 20  # seconds until its server must own the name
    needs_logind_first: bool = False
    in_namespaces: bool = False


KINDS = {
    "xfce": Kind(xfce),
    "dunst": Kind(dunst),
    "mock": Kind(mock),
    "none": Kind(none),
    "sway": Kind(sway),
    "gnome": Kind(gnome, patience=60, needs_logind_first=True),  # the shell asks logind at once
    "plasma": Kind(plasma, patience=60),
    "systemd": Kind(systemd, in_namespaces=True),
}
