"""Every file beside its line in the manifest."""

from collections.abc import Iterator, Mapping

from kakehashi.findings import Finding
from kakehashi.releases.layout import STAYING, UNLISTED
from kakehashi.releases.verifying.tree import Tree, unreadable


def altered(tree: Tree, sums: Mapping[str, str]) -> Iterator[Finding]:
    """Every listed file that is there and is not as it was."""
    for path, digest in sums.items():
        if path not in tree.files:
            continue
        try:
            found = tree.sha256(path)
        except OSError as error:
            yield unreadable(path, error)
            continue
        if found != digest:
            yield Finding("verify.altered", values={"value": path, "expected": digest, "found": found})


def missing(tree: Tree, sums: Mapping[str, str]) -> Iterator[Finding]:
    """Every listed file that is not there. In whose place something stands that is no file is told by `strange`."""
    others = {*tree.links, *tree.special}
    return (
        Finding("verify.missing", values={"value": path})
        for path in sums
        if path not in tree.files and path not in others
    )


def staying(sums: Mapping[str, str]) -> dict[str, str]:
    """The lines of files that must be there even when only a record of the release is kept."""
    return {path: digest for path, digest in sums.items() if path.startswith(STAYING)}


def added(tree: Tree, sums: Mapping[str, str]) -> Iterator[Finding]:
    """Every file and every empty folder that is there without being listed."""
    for path in sorted(path for path in tree.files if path not in sums and path not in UNLISTED):
        yield Finding("verify.added", values={"value": path})
    # A folder whose files are missing has been told of with them.
    folders = {f"{above}/" for path in sums for above in _above(path)} if tree.empty else set[str]()
    for path in sorted(set(tree.empty) - folders):
        yield Finding("verify.added-folder", values={"value": path})


def _above(path: str) -> Iterator[str]:
    """The folders that a path leads through."""
    while path := path.rpartition("/")[0]:
        yield path


def strange(tree: Tree) -> Iterator[Finding]:
    """Everything that is no file of a kind that releases have."""
    for path in sorted(tree.links):
        yield Finding("verify.link", values={"value": path})
    for path in sorted(tree.special):
        yield Finding("verify.special", values={"value": path})
