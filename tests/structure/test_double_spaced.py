"""Lines that blank lines part all the way through a text."""

from documents import blocks_of, edition_of

LINES = (
    "The two governments have agreed to build",
    "a bridge across the river, and will share",
    "what it costs between them in the spring",
    "of every year until it has been paid for",
    "by those who pass over it with their wares",
    "and cattle, be they from this bank or from",
    "the other one, without any difference at",
    "all between them.",
)


def paragraphs(text: str) -> list[str]:
    return [" ".join(text.split()) for role, text in blocks_of(text) if role == "p"]


def test_lines_parted_by_blank_lines_are_one_paragraph() -> None:
    assert paragraphs("# The Bridge\n\n" + "\n\n".join(LINES)) == [" ".join(LINES)]


def test_paragraphs_of_a_line_each_stay() -> None:
    sentences = [f"In the year {year} the bridge was mended by the two towns." for year in range(1901, 1912)]
    assert paragraphs("# The Bridge\n\n" + "\n\n".join(sentences)) == sentences


def test_few_torn_lines_are_not_enough() -> None:
    assert len(paragraphs("# The Bridge\n\n" + "\n\n".join(LINES[:3]) + "\n\nA last one.")) > 1


def test_lines_in_two_scripts_are_read_apart() -> None:
    english = "The two governments have agreed to build a bridge across\nthe river, and will share what it costs between them in\nthe spring of every year until it has been paid for."
    chinese = "两国政府决定在河上共同修建一座桥梁，所需费用由两国平均分担，并于明年春季开始动工，由两国的工程师共同主持，完工以后由两国共同管理，任何一方不得单独收费，也不得单独关闭桥梁。"
    more = "Each of them shall send one engineer to the river, who will\nlook after the work, and shall report once in every month\non what has been done."
    versions = edition_of(f"{english}\n{chinese}\n{more}\n{chinese}").versions
    counts = {version.lang: sum(block.role == "p" for block in version.blocks()) for version in versions}
    assert counts == {"en": 2, "zh-Hans": 2}
