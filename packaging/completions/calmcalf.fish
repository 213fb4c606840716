# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
#
# Completion of calmcalf for fish. What can be completed is known to `calmcalf complete`.

function __calmcalf_candidates
    set -l typed (commandline -opc) (commandline -ct)
    calmcalf complete -- $typed[2..-1] 2>/dev/null
end

function __calmcalf_wants_files
    contains :files (__calmcalf_candidates)
end

complete -c calmcalf -f
complete -c calmcalf -n 'not __calmcalf_wants_files' -k -a '(__calmcalf_candidates)'
complete -c calmcalf -n __calmcalf_wants_files -F
