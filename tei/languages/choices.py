"""A regular expression for any of many words, as a tree of their beginnings: short, and quick to compile and to match.

“June|July|Jan” is written `J(?:u(?:ne|ly)|an)`. What compiling an expression takes grows with its length, and what
matching it takes with the alternatives that begin alike.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"

_END = ""  # no token is empty


def any_of(choices: Iterable[Sequence[str]]) -> str:
    """The pattern of any of `choices`, each a sequence of patterns; where several match, of the one that comes first.

    Patterns that are not the same must not match at the same place, other than what follows the end of a choice.
    """
    tree: _Tree = {}
    for choice in choices:
        node = tree
        for token in choice:
            node = node.setdefault(token, {})
        node[_END] = {}
    return _written(tree)


def beginning_words(choices: Iterable[str]) -> str:
    """The pattern of any of `choices`, the first that matches, where a word begins.

    What must not stand before a word is asked behind its first letter: `re` passes over all places without that letter.
    """
    by_first: dict[str, list[str]] = {}
    for choice in choices:
        by_first.setdefault(re.escape(choice[0]), []).append(re.escape(choice[1:]))
    found = (rf"{first}(?<!\w{first})(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return f"(?:{'|'.join(found)})"


def _written(node: _Tree) -> str:
    branches = [token + _written(rest) for token, rest in node.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
