"""The few SVG elements that the pictures are made of, escaped, with coordinates of two decimals at most.

Colours and fonts are those of the style sheet, by class: a strict content security policy forbids inline styles, and
dark mode, print and forced colours then need no second drawing.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

Value = str | float | None


def figure(value: float) -> str:
    """A coordinate as short as two decimals allow.

    >>> figure(7.0), figure(52.3333), figure(-0.001)
    ('7', '52.33', '0')
    """
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def element(name: str, inside: Iterable[Markup | str] = (), /, **attributes: Value) -> Markup:
    """An element around `inside`. `kind` becomes the class, `_` a hyphen; an attribute that is `None` is left out.

    >>> element("text", ["a < b"], kind="lab", x=1.5, lang=None)
    Markup('<text class="lab" x="1.5">a &lt; b</text>')
    """
    # A page has hundreds of these: plain strings, each value escaped, cost a tenth of `Markup.format`.
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    content = "".join([escape(part) for part in inside])
    return Markup(f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>")


def _attribute(key: str, value: str | float) -> str:
    name = "class" if key == "kind" else key if key == "viewBox" else key.replace("_", "-")
    return f' {name}="{escape(value) if isinstance(value, str) else figure(value)}"'


def rect(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    """A rectangle; its class says what it is, and the style sheet what that looks like."""
    return element("rect", kind=kind, x=x, y=y, width=width, height=height)


def line(kind: str, start: tuple[float, float], end: tuple[float, float]) -> Markup:
    """A straight line between two points."""
    return element("line", kind=kind, x1=start[0], x2=end[0], y1=start[1], y2=end[1])


def text(kind: str, x: float, y: float, words: Markup | str, turned: int = 0) -> Markup:
    """A line of text whose baseline starts at a point; `turned` by degrees about it.

    >>> text("lab", 4, 20, "Kazan", turned=-90)
    Markup('<text class="lab" transform="translate(4 20) rotate(-90)">Kazan</text>')
    """
    if turned:
        place = f"translate({figure(x)} {figure(y)}) rotate({turned})"
        return element("text", [escape(words)], kind=kind, transform=place)
    return element("text", [escape(words)], kind=kind, x=x, y=y)


def view(x: float, y: float, width: float, height: float) -> str:
    """The `viewBox` of a picture."""
    return " ".join(figure(value) for value in (x, y, width, height))
