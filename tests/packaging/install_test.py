#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""install_test.py CMAKE GENERATOR CALMCALF CALMCALFD: what `cmake --install` puts where, below /usr as packages have it
and below /usr/local, is what installed_files lists, and what the packages hold."""
import fnmatch
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

CMAKE, GENERATOR, *PROGRAMS = sys.argv[1:]
ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = pathlib.Path(__file__).with_name("installed_files")
README = ROOT / "README.md"
SPEC = ROOT / "packaging/rpm/calmcalf.spec"
VERSION = re.search(r"^project\(calmcalf VERSION ([0-9.]+) ", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"),
                    re.MULTILINE)[1]
LANGUAGES = (ROOT / "po/LINGUAS").read_text(encoding="utf-8").split()


def folders(prefix):
    """GNUInstallDirs' names, as the prefix has them."""
    return {"bindir": f"{prefix}/bin", "datadir": f"{prefix}/share", "localedir": f"{prefix}/share/locale",
            "mandir": f"{prefix}/share/man", "unitdir": f"{prefix}/lib/systemd/user",
            "sysconfdir": "/etc" if prefix == "/usr" else f"{prefix}/etc"}


def listed(prefix):
    """The patterns of installed_files."""
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [f"{folders(prefix)[folder]}/{rest}" for folder, _, rest in (line.partition("/") for line in lines)]


def packaged():
    """The patterns of the spec's %files; its %find_lang takes in the catalogues."""
    spec = SPEC.read_text(encoding="utf-8")
    macros = {f"_{name}": folder for name, folder in folders("/usr").items()}
    macros["_userunitdir"] = macros["_unitdir"]
    first, *lines = re.search(r"^%files(.*(?:\n.+)*)", spec, re.MULTILINE)[1].splitlines()
    patterns = [re.sub(r"%\{(\w+)\}", lambda macro: macros[macro[1]], line.split()[-1]) for line in lines
                if not line.startswith(("%license", "%doc"))]
    if "-f %{name}.lang" in first and "%find_lang %{name}" in spec:
        patterns.append(f"{macros['_localedir']}/*/LC_MESSAGES/calmcalf.mo")
    return [pattern + "*" if pattern.endswith("/") else pattern for pattern in patterns]


class Installed:
    """A tree of its own, configured for a prefix, with the programs that have been built."""

    def __init__(self, folder, prefix, *options):
        self.tree = tree = folder / "tree"
        self.folder = folder / "installed"
        for command in ([CMAKE, "-S", ROOT, "-B", tree, "-G", GENERATOR, f"-DCMAKE_INSTALL_PREFIX={prefix}",
                         "-DBUILD_TESTING=OFF", *options],
                        [CMAKE, "--build", tree, "--target", "catalogues", "desktop_texts"]):
            self.run(*command)
        for program, place in zip(PROGRAMS, ("cli", "daemon")):
            shutil.copy(program, tree / place)
        self.run("env", f"DESTDIR={self.folder}", CMAKE, "--install", tree)

    @staticmethod
    def run(*command):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stdout)

    def files(self):
        return ["/" + str(file.relative_to(self.folder)) for file in sorted(self.folder.rglob("*")) if file.is_file()]

    def manifest(self):
        """What CMake says that it has installed, a file a line."""
        return (self.tree / "install_manifest.txt").read_text(encoding="utf-8").splitlines()

    def text(self, name):
        return (self.folder / name[1:]).read_text(encoding="utf-8")


class Install(unittest.TestCase):
    def installed(self, prefix, *options):
        folder = tempfile.TemporaryDirectory(prefix="calmcalf-install-")
        self.addCleanup(folder.cleanup)
        return Installed(pathlib.Path(folder.name), prefix, *options)

    def assert_match(self, files, patterns):
        """Each file is of a pattern, and each pattern has a file."""
        unlisted = [file for file in files if not any(fnmatch.fnmatch(file, pattern) for pattern in patterns)]
        self.assertEqual(unlisted, [], "installed, and not listed")
        self.assertEqual([pattern for pattern in patterns if not fnmatch.filter(files, pattern)], [],
                         "listed, and not installed")

    def check_texts(self, tree, prefix):
        """Where files name each other, they do so by their installed places; and what they are a version of."""
        self.assertIn(f"ExecStart={prefix}/bin/calmcalfd\n", tree.text(f"{prefix}/lib/systemd/user/calmcalf.service"))
        self.assertIn(f"Exec={prefix}/bin/calmcalfd\n",
                      tree.text(f"{prefix}/share/dbus-1/services/io.github.calmcalf.Calmcalf.service"))
        self.assertIn(f"{prefix}/share/calmcalf/routine.schema.json",
                      tree.text(f"{prefix}/share/calmcalf/routine.toml"))
        metainfo = tree.text(f"{prefix}/share/metainfo/io.github.calmcalf.Calmcalf.metainfo.xml")
        self.assertEqual(re.search(r'<release version="([^"]*)"', metainfo)[1], VERSION)

    def test_below_usr_is_as_listed_and_packaged(self):
        tree = self.installed("/usr", "-DCMAKE_INSTALL_LIBDIR=lib/x86_64-linux-gnu")
        files = tree.files()
        self.assert_match(files, listed("/usr"))
        # man pages are compressed after the installation
        self.assert_match([file + ".gz" if "/share/man/" in file else file for file in files], packaged())
        self.assertEqual(len(fnmatch.filter(files, "*/LC_MESSAGES/calmcalf.mo")), len(LANGUAGES))
        self.check_texts(tree, "/usr")

    def test_below_usr_local_is_as_listed(self):
        tree = self.installed("/usr/local")
        self.assert_match(tree.files(), listed("/usr/local"))
        self.check_texts(tree, "/usr/local")

    def test_from_source_as_the_readme_has_it_starts_with_every_desktop(self):
        command = next(line for line in README.read_text(encoding="utf-8").splitlines() if "cmake --install" in line)
        options = re.findall(r" (-D\S+)", command)
        self.assertEqual(options, ["-DCMAKE_INSTALL_SYSCONFDIR=/etc"])
        tree = self.installed("/usr/local", *options)
        patterns = [pattern.replace("/usr/local/etc/", "/etc/") for pattern in listed("/usr/local")]
        self.assert_match(tree.files(), patterns)
        # What docs/moving.md removes it by.
        self.assertEqual(sorted(tree.manifest()), tree.files())

    def test_would_not_match_with_a_file_more_or_less(self):
        for files in (["/usr/bin/calmcalf"], ["/usr/bin/calmcalf", "/usr/bin/calmcalfd", "/usr/bin/other"]):
            with self.assertRaises(AssertionError):
                self.assert_match(files, ["/usr/bin/calmcalf", "/usr/bin/calmcalfd"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
