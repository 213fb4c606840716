#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""pseudo.py TEMPLATE CATALOGUE: a catalogue of a language that nobody speaks, out of a template of gettext's. It reads
like English, but every text is marked and as long as the longest translation of it may be: what is not marked on the
screen was not translated, and what does not end in a bracket was cut off."""
import pathlib
import re
import sys

# What a translation leaves as it is: values, what is typed, and the patterns of strftime.
KEPT = re.compile(r"\{[^}]*\}|calmcalf [a-z-]+|--[a-z-]+|\b[a-z]+(?:_[a-z]+)+\b|%-?O?[A-Za-z]|\\.")
ACCENTED = str.maketrans("aceinosuyACEINOSUY", "áçéïñöšüýÁÇÉÏÑÖŠÜÝ")
# Languages need a third more room than English, and twice as much for a word alone.
SHORT, SHORT_GROWS, GROWS = 20, 0.6, 0.35


def pseudo(text):
    """A text as a .po file has it, in the pseudo-language."""
    if text == "en":
        return "eo"
    if text in ("ltr", "rtl") or re.fullmatch(r"(?:%-?O?[A-Za-z][ ,.]*)+", text):
        return text
    parts, end = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[end:kept.start()].translate(ACCENTED), kept.group()]
        end = kept.end()
    parts.append(text[end:].translate(ACCENTED))
    more = round(len(text) * (SHORT_GROWS if len(text) <= SHORT else GROWS))
    body = "".join(parts)
    filling = (" " + "~" * 7) * (more // 8) + "~" * (more % 8)
    if body.endswith("\\n"):
        return f"[{body[:-2]}{filling}]\\n"
    return f"[{body}{filling}]"


def unquoted(lines):
    return "".join(line[line.index('"') + 1:line.rindex('"')] for line in lines)


def translate(template):
    """Every entry of the template, filled in."""
    header = '#\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: eo\\n' \
             'Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    entries = [header]
    for entry in template.split("\n\n")[1:]:
        fields, name = {}, None
        for line in entry.splitlines():
            begin = re.match(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) \"", line)
            if begin:
                name = begin[1]
            if name and '"' in line and not line.startswith("#"):
                fields.setdefault(name, []).append(line)
        if "msgid" not in fields:
            continue
        kept = [line for field in ("msgctxt", "msgid", "msgid_plural") for line in fields.get(field, [])]
        one = pseudo(unquoted(fields["msgid"]))
        if "msgid_plural" in fields:
            many = pseudo(unquoted(fields["msgid_plural"]))
            kept += [f'msgstr[0] "{one}"', f'msgstr[1] "{many}"']
        else:
            kept.append(f'msgstr "{one}"')
        entries.append("\n".join(kept) + "\n")
    return "\n".join(entries)


if __name__ == "__main__":
    pathlib.Path(sys.argv[2]).write_text(translate(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")),
                                         encoding="utf-8")
