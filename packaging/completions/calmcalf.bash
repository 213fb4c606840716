# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
#
# Completion of calmcalf for bash. What can be completed is known to `calmcalf complete`.

_calmcalf() {
  # Bash takes --side=left and 22:30 apart, and leaves quotes where they are; here each is one word as it is meant.
  local word words=() is_joined=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    word=${word//[\"\'\\]/}
    if [[ ${#words[@]} -gt 0 && ($is_joined || $word == [=:]*) ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == *[=:] ]] && is_joined=yes || is_joined=
  done

  # Of a word that Bash has taken apart only the last part is replaced.
  local current=${words[-1]} kept=
  [[ $current == "$2" ]] || kept=${current%"$2"}

  local line
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    if [[ $line == :files ]]; then
      compopt -o default
    elif [[ $line == "$current"* ]]; then
      COMPREPLY+=("${line#"$kept"}")
    fi
  done < <(calmcalf complete -- "${words[@]}" 2>/dev/null)
} &&
  complete -o nosort -F _calmcalf calmcalf
