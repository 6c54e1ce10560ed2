#!/bin/sh
# Uploads a release of a week beside the one that readers see, checks it there, and switches to it in one step. For
# servers with ssh, rsync 3 and GNU coreutils (or BusyBox). Run it again after an interruption: it goes on.
#
#   switch.sh RELEASE HOST FOLDER          RELEASE: data/releases/my-week/current, HOST: web, FOLDER: /srv/week
#   switch.sh RELEASE HOST FOLDER sweep
#
# The server shows FOLDER/current and looks for hashed files in FOLDER/former, too (nginx.conf and apache.conf do).
# `sweep`, at once after `kakehashi releases redact` or `withdraw`, else when the disk is full, deletes all other releases.
set -eu

cd "$1"
# The release that is current now, even if another one is made meanwhile.
cd "$(pwd -P)"
host=$2 folder=$3
ssh=${RSYNC_RSH:-ssh}

# By its content: what was redacted is another folder than what was not.
name=$(basename "$PWD")-$(sha256sum SHA256SUMS | cut -c 1-12)

if [ "${4:-upload}" = sweep ]; then
    $ssh "$host" "set -eu; cd '$folder'; test \"\$(readlink current)\" = '$name'
        rm -f former; for each in */SHA256SUMS; do
            each=\${each%/SHA256SUMS}
            case \$each in current | '$name') ;; *) rm -rf \"\$each\" ;; esac
        done"
    exit
fi

$ssh "$host" "mkdir -p '$folder'"
# What is as in the release that readers see takes no room and is not sent.
rsync --recursive --times --chmod=ugo=rwX --checksum --delete --link-dest=../current/ ./ "$host:$folder/$name/"
$ssh "$host" "set -eu; cd '$folder'
    (cd '$name' && sha256sum --check --quiet SHA256SUMS)
    now=\$(readlink current || :)
    if [ \"\$now\" != '$name' ]; then
        [ -z \"\$now\" ] || { ln -sfn \"\$now\" .former && mv -fT .former former; }
        ln -sfn '$name' .current && mv -fT .current current
    fi"
