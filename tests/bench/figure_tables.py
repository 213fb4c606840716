# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Tables of figures: for a terminal, as Markdown, and in their place in a document."""
import datetime
import os
import pathlib
import platform
import re


def plain(heading, rows):
    widths = [max(len(row[i]) for row in [heading, *rows]) for i in range(len(heading))]

    def line(row):
        cells = [text.ljust(width) if i == 0 else text.rjust(width) for i, (text, width) in enumerate(zip(row, widths))]
        return "  ".join(cells).rstrip()
    return "\n".join(map(line, [heading, ["-" * width for width in widths], *rows]))


def markdown(heading, rows):
    rule = ["---", *["---:"] * (len(heading) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in [heading, rule, *rows])


def section(judged, tables, notes, form):
    """What a command says: whether its aims hold (pairs of whether and what), those that do not first; its tables (pairs
    of heading and rows), as `form` makes them; and what one has to know to read them."""
    held = [f"- {'holds' if holds else 'DOES NOT HOLD'}: {text}" for holds, text in sorted(judged)]
    parts = ["\n".join(held), *(form(*table) for table in tables), "\n".join(f"- {note}" for note in notes)]
    return "\n\n".join(part for part in parts if part)


def add_arguments(parser):
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--write", metavar="FILE", help="put the table in its place in a document, docs/BENCHMARKS.md")


def publish(given, name, parts):
    """Prints a section, and writes it where it was wished for."""
    if given.write:
        write_between(given.write, name, section(*parts, markdown))
    print(section(*parts, markdown if given.markdown else plain))


def machine():
    """The machine and the day, in a line, and how busy it was: call it before there is anything to measure."""
    processors = re.search(r"^model name\s*:\s*(.*)$", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.M)
    memory = int(re.search(r"^MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text(encoding="utf-8"), re.M)[1])
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    name = processors[1].strip() if processors else platform.machine()
    return (f"{datetime.date.today()}, {os.cpu_count()} processors ({name}), {memory / 2**20:.0f} GiB, {system}, "
            f"kernel {platform.release().split('-')[0]}, load {os.getloadavg()[0]:.1f} before it began")


def write_between(document, name, text):
    """Puts the text between the lines <!-- name --> and <!-- /name --> of a Markdown document."""
    path = pathlib.Path(document)
    before = path.read_text(encoding="utf-8")
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
    after, places = place.subn(lambda found: f"{found[1]}{text}\n{found[2]}", before)
    if places != 1:
        raise SystemExit(f"{document}: has no place <!-- {name} --> ... <!-- /{name} --> for the table")
    path.write_text(after, encoding="utf-8")
