"""Where the sample week lies: beside the package when installed, in `examples/` of a checkout."""

from pathlib import Path

import kakehashi

NAME = "kanazawa-russian-week-2021"


def sample_week() -> Path:
    """The folder of the Kanazawa Russian Week 2021.

    >>> (sample_week() / "week.yaml").is_file()
    True
    """
    package = Path(kakehashi.__file__).parent
    installed = package / "examples" / NAME
    return installed if installed.is_dir() else package.parents[1] / "examples" / NAME
