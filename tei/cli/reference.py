"""`python -m tei.cli.reference`: docs/cli.md, made from the commands' own signatures and docstrings."""

import inspect
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import typer
from typer.models import ArgumentInfo, OptionInfo

from tei.cli.app import EPILOG, app

_HEAD = """\
# Command line

<!-- Made by `make docs` from the program; do not edit. CI checks that it is fresh. -->
"""


def reference() -> str:
    """The reference of every command, in Markdown."""
    listed = dict(commands(app, "tei"))
    links = "\n".join(f"- [`{path}`](#{path.replace(' ', '-')}): {_summary(run)}" for path, run in listed.items())
    sections = [_HEAD, links, "", _epilog(), *(_section(path, run) for path, run in listed.items())]
    return "\n".join(sections)


def commands(group: typer.Typer, path: str) -> Iterator[tuple[str, Callable[..., None]]]:
    """Every command below `group`: what the user types, and the function that runs."""
    for command in group.registered_commands:
        assert command.callback is not None
        yield f"{path} {command.name or command.callback.__name__}", command.callback
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        yield from commands(inner.typer_instance, f"{path} {inner.name}")


def _section(path: str, run: Callable[..., None]) -> str:
    parameters = list(_parameters(run))
    arguments = [shown for kind, shown, _ in parameters if kind is ArgumentInfo]
    options = ["[OPTIONS]"] if any(kind is OptionInfo for kind, _, _ in parameters) else []
    lines = [f"## {path}", "", "```", " ".join((path, *options, *arguments)), "```", "", inspect.getdoc(run) or "", ""]
    lines += [f"- `{shown}`: {described}" for _, shown, described in parameters]
    return "\n".join(lines).rstrip() + "\n"


def _parameters(run: Callable[..., None]) -> Iterator[tuple[type, str, str]]:
    """For each parameter: whether it is an argument or an option, how it is written, and what it does."""
    hints = get_type_hints(run, include_extras=True)
    for name, parameter in inspect.signature(run).parameters.items():
        annotation, info = get_args(hints[name])[:2]
        described = (info.help or "") + _default(parameter.default)
        if isinstance(info, ArgumentInfo):
            shown = info.metavar or name.upper()
            yield ArgumentInfo, shown + ("..." if get_origin(annotation) is list else ""), described
        else:
            given = (info.default, *(info.param_decls or ()))  # typer takes the first spelling for the default
            spelt = ", ".join(d for d in given if isinstance(d, str)) or f"--{name.replace('_', '-')}"
            value = "" if annotation is bool else f" {_value(annotation, info.metavar or name.upper())}"
            yield OptionInfo, spelt + value, described


def _value(annotation: Any, otherwise: str) -> str:
    kinds = [kind for kind in (annotation, *get_args(annotation)) if isinstance(kind, type) and issubclass(kind, Enum)]
    return "|".join(str(member.value) for member in kinds[0]) if kinds else otherwise


def _default(value: object) -> str:
    return "" if value in (None, "", False) or value is inspect.Parameter.empty else f" Default: {value}."


def _summary(run: Callable[..., None]) -> str:
    return (inspect.getdoc(run) or "").split("\n")[0]


def _epilog() -> str:
    """The last part of `tei --help`, its blocks as headings with code."""
    blocks = [block.strip("\n").split("\n", 1) for block in EPILOG.split("\b\n") if block.strip()]
    return "\n".join(f"**{title.rstrip(':')}**\n\n```\n{body}\n```\n" for title, body in blocks)


if __name__ == "__main__":
    sys.stdout.write(reference())
