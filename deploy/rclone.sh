#!/bin/sh
# Uploads a release of a week by rclone: to object storage (S3 and its like), WebDAV, SFTP, FTP. Run it again after an
# interruption: it goes on.
#
#   rclone.sh RELEASE TARGET          RELEASE: data/releases/my-week/current
#   rclone.sh RELEASE TARGET sweep    TARGET: what rclone takes, as weeks:events/2021/week
#
# What pages need comes first, what readers meet first comes last, and nothing goes that a page still open somewhere may
# ask for. `sweep`, some days later, or at once after `kakehashi releases redact` or `withdraw`, deletes what this
# release does not have; files at the top that begin with a dot stay.
#
# What has changed is told by the SHA256SUMS of both sides, so it needs no times and hashes of TARGET. If somebody else
# has written there, delete SHA256SUMS there first: then everything is uploaded.
set -eu
export LC_ALL=C

cd "$1"
# The release that is current now, even if another one is made meanwhile.
cd "$(pwd -P)"
target=${2%/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

hashed='^assets/|^pagefind/[^/]*/(index/|[^/]*\.pf_meta$)'
content='^(media|keys|chain)/'
last='^([^/]*/)?(index|404)\.html|^[^/]*/(timetable|changes)/|^([^/]*/)?changes\.atom|^embed/|^news\.|^(week|history)\.json|^pagefind/'
record='^(SHA256SUMS|(release|redactions|kept|withdrawn)\.json(\.sig)?)$'

week() { sed -n 's/^  "week": "\(.*\)",$/\1/p' | head -n 1; }
stop() { echo "$2" >&2; exit "$1"; }
only() { grep -E "$1" "$2" || [ $? = 1 ]; }
without() { grep -E -v "$1" "$2" || [ $? = 1 ]; }
# Uploads the files of a list, whatever is there, to be kept by readers for so long.
put() {
    [ ! -s "$1" ] || rclone copy --files-from-raw "$1" --no-traverse --ignore-times --header-upload "Cache-Control: $2" \
        . "$target"
}
delete() { [ ! -s "$1" ] || rclone delete --files-from-raw "$1" "$target"; }

ours=$(cat release.json withdrawn.json 2>/dev/null | week)
[ -n "$ours" ] || stop 2 "$1 is no release."
rclone mkdir "$target"
rclone lsf --recursive --files-only "$target" >"$work/listed"
sort "$work/listed" >"$work/there"
rclone copy --include "/{release,withdrawn}.json" --include /SHA256SUMS "$target" "$work/far"
theirs=$(cat "$work"/far/release.json "$work"/far/withdrawn.json 2>/dev/null | week)
[ "${theirs:-$ours}" = "$ours" ] || stop 1 "$2 has another week: $theirs."

find . -type f | sed 's|^\./||' | sort >"$work/here"
comm -13 "$work/here" "$work/there" >"$work/surplus"
if [ "${3:-upload}" = sweep ]; then
    cmp -s SHA256SUMS "$work/far/SHA256SUMS" || stop 1 "This release is not (wholly) in $2: upload it first."
    without '^\.' "$work/surplus" >"$work/old"
    delete "$work/old"
    rclone rmdirs --leave-root "$target"
    exit
fi

sort SHA256SUMS >"$work/sums"
{ cat "$work/far/SHA256SUMS" 2>/dev/null || :; } | sort >"$work/promised"
comm -12 "$work/sums" "$work/promised" >"$work/same"
comm -23 "$work/sums" "$work/promised" | cut -c 67- | sort >"$work/differ"

only "$hashed" "$work/differ" >"$work/1"
only "$content" "$work/differ" >"$work/2"
without "$hashed|$content|$last" "$work/differ" >"$work/pages"
comm -23 "$work/pages" "$work/there" >"$work/3"
comm -12 "$work/pages" "$work/there" >"$work/4"
only "$last" "$work/differ" | without "$hashed" - >"$work/5"
only "$record" "$work/here" >"$work/6"
# A compressed file that this release has no more would be sent in place of the page as it is now.
only '\.(br|gz)$|^(redactions|kept|withdrawn)\.json' "$work/surplus" | without '^assets/' - >"$work/stale"

# Until all is there, the list says only what stays.
[ ! -s "$work/there" ] || rclone copyto "$work/same" "$target/SHA256SUMS"
put "$work/1" 'public, max-age=31536000, immutable'
put "$work/2" no-cache
# Pages to which nothing leads yet, then those that change.
put "$work/3" no-cache
put "$work/4" no-cache
put "$work/5" no-cache
delete "$work/stale"
put "$work/6" no-cache

rclone check --download --one-way --files-from-raw "$work/differ" . "$target"
