"""Where the sample week lies: beside the package when installed, in `examples/` of a checkout."""

from pathlib import Path

import kakehashi
from kakehashi.findings import Finding, Refused

NAME = "kanazawa-russian-week-2021"


def sample_week() -> Path:
    """The folder of the Kanazawa Russian Week 2021. Raises `Refused` when this installation lacks it.

    >>> (sample_week() / "week.yaml").is_file()
    True
    """
    package = Path(kakehashi.__file__).parent
    for examples in (package / "examples", package.parents[1] / "examples"):
        if (examples / NAME).is_dir():
            return examples / NAME
    raise Refused([Finding("sample.missing", values={"value": NAME})])
