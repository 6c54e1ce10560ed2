#!/bin/sh
# Uploads a release of a week to a web server by rsync 3. Run it again after an interruption: it goes on.
#
#   rsync.sh RELEASE TARGET          RELEASE: data/releases/my-week/current
#   rsync.sh RELEASE TARGET sweep    TARGET: what rsync takes, as web:/srv/www/events/2021/week
#
# The folder of TARGET exists. What pages need comes first, what readers meet first comes last, and nothing goes that a
# page still open somewhere may ask for. `sweep`, some days later, or at once after `kakehashi releases redact` or
# `withdraw`, deletes what this release does not have; files at the top that begin with a dot stay.
set -eu
export LC_ALL=C

cd "$1"
# The release that is current now, even if another one is made meanwhile.
cd "$(pwd -P)"
target=${2%/}/
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

week() { cat "$1"/release.json "$1"/withdrawn.json 2>/dev/null | sed -n 's/^  "week": "\(.*\)",$/\1/p' | head -n 1; }
stop() { echo "$2" >&2; exit "$1"; }
# Permissions are those that new files get there.
send() { rsync --recursive --times --omit-dir-times --chmod=ugo=rwX "$@" ./ "$target"; }
delete() { rsync --recursive --existing --ignore-existing --delete "$@" ./ "$target"; }

[ -n "$(week .)" ] || stop 2 "$1 is no release."
rsync --include=/release.json --include=/withdrawn.json --include=/SHA256SUMS --exclude='*' --recursive "$target" "$work"
there=$(week "$work")
[ "${there:-$(week .)}" = "$(week .)" ] || stop 1 "$2 has another week: $there."

if [ "${3:-upload}" = sweep ]; then
    cmp -s SHA256SUMS "$work/SHA256SUMS" || stop 1 "This release is not (wholly) in $2: upload it first."
    delete --filter='risk /.~tmp~/' --filter='protect /.*'
    exit
fi

# Named by their content, or asked for by pages.
cat >"$work/content" <<'END'
/assets/
/media/
/keys/
/chain/
/pagefind/*/index/
/pagefind/*/*.pf_meta
END
# Where readers come in, what leads to what is new, and the parts of the search that belong together.
cat >"$work/last" <<'END'
/index.html*
/404.html*
/*/index.html*
/*/404.html*
/*/timetable/
/*/changes/
/*/changes.atom*
/embed/
/news.*
/changes.atom*
/week.json*
/history.json*
/pagefind/
END
# What speaks of all the others.
cat >"$work/record" <<'END'
/SHA256SUMS
/release.json
/release.json.sig
/redactions.json
/redactions.json.sig
/kept.json
/kept.json.sig
/withdrawn.json
/withdrawn.json.sig
END

sed 's|/$|/***|' "$work/content" >"$work/only-content"
send --checksum --include='/pagefind/' --include='/pagefind/*/' --include-from="$work/only-content" --exclude='*'
set -- --exclude-from="$work/content" --exclude-from="$work/record"
# Pages to which nothing leads yet, then those that change: all are sent before the first takes its new name.
send --ignore-existing "$@" --exclude-from="$work/last"
send --checksum --delay-updates "$@" --exclude-from="$work/last"
send --checksum --delay-updates "$@"
# A compressed file that this release has no more would be sent in place of the page as it is now.
delete --filter='protect */' --exclude='/assets/' --include='*/' --include='*.br' --include='*.gz' \
    --include='/redactions.json*' --include='/kept.json*' --include='/withdrawn.json*' --exclude='*'
send --checksum

differs=$(rsync --recursive --checksum --dry-run --out-format=%n ./ "$target")
[ -z "$differs" ] || stop 1 "These differ from the release, run it again: $differs"
