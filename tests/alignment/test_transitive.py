"""Three versions: links through the original that the translations themselves do not have."""

from tei.alignment.transitive import Disagreement, disagreements, weakened
from tei.model.alignment import Alignment, Bead


def made(source: str, target: str, *pairs: tuple[str, str], certainty: float = 0.9, origin: str = "auto") -> Alignment:
    beads = tuple(
        Bead(
            tuple(f"{source}.s{n}" for n in left.split()),
            tuple(f"{target}.s{n}" for n in right.split()),
            certainty,
            origin,
        )
        for left, right in pairs
    )
    return Alignment(source, target, "s", beads)


def test_links_that_agree_are_no_finding() -> None:
    first, second = made("zh", "en", ("1", "1"), ("2", "2 3")), made("zh", "fr", ("1", "1"), ("2", "2"))
    assert list(disagreements(first, second, made("en", "fr", ("1", "1"), ("2 3", "2")))) == []


def test_a_sentence_that_goes_with_another_one_directly_is_found() -> None:
    first, second = made("zh", "en", ("1", "1"), ("2", "2")), made("zh", "fr", ("1", "1"), ("2", "2"), certainty=0.85)
    found = list(disagreements(first, second, made("en", "fr", ("1", "1"), ("2", "3"))))
    assert found == [Disagreement("en.s2", "fr.s2", "zh.s2", "fr.s3")]
    doubted = weakened((first, second), found)
    assert [[bead.certainty for bead in alignment.beads] for alignment in doubted] == [[0.9, 0.9], [0.85, 0.5]]


def test_a_doubtful_direct_link_says_nothing() -> None:
    first, second = made("zh", "en", ("2", "2")), made("zh", "fr", ("2", "2"))
    assert list(disagreements(first, second, made("en", "fr", ("2", "3"), certainty=0.7))) == []


def test_what_has_no_counterpart_in_one_of_them_is_no_disagreement() -> None:
    first, second = made("zh", "en", ("1", "1"), ("2", "")), made("zh", "fr", ("1", ""), ("2", "2"))
    assert list(disagreements(first, second, made("en", "fr", ("1", "2")))) == []


def test_a_link_of_an_editor_is_never_weakened() -> None:
    first, second = made("zh", "en", ("2", "2")), made("zh", "fr", ("2", "2"), certainty=0.4, origin="editor")
    found = list(disagreements(first, second, made("en", "fr", ("2", "3"))))
    assert [alignment.beads[0].certainty for alignment in weakened((first, second), found)] == [0.5, 0.4]
