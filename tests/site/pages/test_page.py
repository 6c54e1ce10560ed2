"""What a view gives and what its template reads are the same names."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from jinja2 import meta, nodes
from tests.site.pages.showing import a_site
from tests.site.reading import reader

from kakehashi.site import Kind
from kakehashi.site.pages import VIEWS
from kakehashi.site.pages.page import Page, given
from kakehashi.site.rendering import GLOBALS, TEMPLATES, environment

EVERYWHERE = {"r", "week", "frame"}
HEAD = {field.name for field in fields(Page)}


def read_by(kind: Kind) -> set[str]:
    """The names that a kind's own template, with the pieces that it includes, takes from outside itself."""
    made = environment("en")
    trees = [parsed(TEMPLATES[kind])]
    for tree in trees:
        trees += [parsed(piece.template.value) for piece in tree.find_all(nodes.Include)]
    read = {name for tree in trees for name in meta.find_undeclared_variables(tree)}
    own = {name for tree in trees for name in own_names(tree)}
    return read - EVERYWHERE - made.globals.keys() - own


def parsed(template: str) -> nodes.Template:
    """A template's tree."""
    made = environment("en")
    assert made.loader is not None
    return made.parse(made.loader.get_source(made, template)[0])


def own_names(tree: nodes.Template) -> Iterator[str]:
    """The names that a template imports or defines itself, which its blocks read like any other."""
    yield from (one.target for one in tree.find_all(nodes.Import))
    yield from (one.name for one in tree.find_all(nodes.Macro))
    for one in tree.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in one.names)


def fields_of(kind: Kind) -> set[str]:
    """The names that a kind's page has."""
    page: Any = get_type_hints(VIEWS[kind])["return"]
    return {field.name for field in fields(page)}


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name.lower())
def test_a_template_reads_every_field_of_its_page_and_nothing_else(kind: Kind) -> None:
    assert read_by(kind) - HEAD == fields_of(kind) - HEAD


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name.lower())
def test_no_field_hides_a_function_that_templates_call(kind: Kind) -> None:
    assert fields_of(kind) & (GLOBALS.keys() | EVERYWHERE) == set()


def test_a_page_is_given_as_its_fields_with_parts_as_they_are() -> None:
    r = reader(a_site())
    page = VIEWS[Kind.INSTITUTION](r, "far")
    assert given(page)["told"] is r.site.week.institutions["far"]
