"""What a rendering is made for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A width in character cells; whether it may be styled, as on a terminal; and what a report puts on it.

    A report for people shows at most `limit` findings, 0 for all; what was allowed in full where `all_allowed` is set, and
    the URLs of each file where `urls` is. `rules_url` is where the rules' pages are on the web,
    for a form that links to them; "" where that is not known.
    """

    width: int = 120
    styled: bool = False
    limit: int = 0
    all_allowed: bool = False
    urls: bool = False
    rules_url: str = ""

    def style(self, text: str, code: str) -> str:
        """The text with the ANSI style `code` (ECMA-48, SGR), where style is allowed."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.styled else text


PLAIN = Page()
