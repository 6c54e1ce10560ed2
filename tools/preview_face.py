"""Makes the face in which preview pictures are set: `python -m tools.preview_face SourceSerif4.ttf`.

One weight and one optical size of Source Serif 4, in letters of Europe and of Cyrillic scripts, under the name of ours.
It needs `fonttools` and the variable font as its makers publish it (`SourceSerif4[opsz,wght].ttf`, SIL OFL 1.1); the
file that it makes is part of the repository, so nobody has to run it.
"""

import sys
from pathlib import Path

from tools import ROOT

FACE = ROOT / "src/kakehashi/site/previews/kakehashi-serif.ttf"
LETTERS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x18F, 0x18F),
    (0x1A0, 0x1B0),
    (0x1CD, 0x1DC),
    (0x1E6, 0x1F0),
    (0x1F4, 0x21B),
    (0x237, 0x237),
    (0x259, 0x259),
    (0x2BB, 0x2DD),
    (0x300, 0x333),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x20A0, 0x20BF),
    (0x2116, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2215),
)
"""The first and last letters of each range: Latin with all its accents, Greek, Cyrillic, punctuation."""
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "lnum", "liga"]
NAME = "Kakehashi Serif"


def make(source: Path) -> None:
    """Write the face from the variable font."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - no dependency of the project
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = instantiateVariableFont(TTFont(source), {"opsz": 36, "wght": 400})
    subsetter = Subsetter(Options(layout_features=FEATURES, hinting=False, name_IDs=[0, 1, 2, 4, 6, 13, 14]))
    subsetter.populate(unicodes=[code for first, last in LETTERS for code in range(first, last + 1)])
    subsetter.subset(font)
    # 'Source' is a reserved font name (SIL OFL 1.1, section 3).
    for number, name in ((1, NAME), (4, NAME), (6, NAME.replace(" ", "") + "-Regular")):
        font["name"].setName(name, number, 3, 1, 0x409)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(FACE)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
