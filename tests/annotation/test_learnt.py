"""Names learnt from the alignment: what stands in the same linked sentences is one entity, and nothing else is."""

from marks import annotated, refs

BOTH = """Note on Talks

On 3 May 1958 the two sides discussed 12 questions with President Karel Novotny in Prague. On 9 May 1958 they discussed
{second} questions with President {name} in Brno.

Original:

会谈记录

1958年5月3日，双方同总统王诺文在布拉格讨论了12个问题。1958年5月9日，双方同总统{zh}在布尔诺讨论了{second}个问题。
"""


def test_names_in_the_same_sentences_are_one_person() -> None:
    edition = annotated(BOTH.format(second=25, name="Karel Novotny", zh="王诺文"))
    english, chinese = refs(edition, version="en"), refs(edition, version="zh")
    assert english["Karel Novotny"] == chinese["王诺文"] == {"person.karel-novotny"}


def test_names_that_meet_once_stay_apart() -> None:
    edition = annotated(BOTH.format(second=25, name="Anton Dvorsky", zh="李道思"))
    english, chinese = refs(edition, version="en"), refs(edition, version="zh")
    assert english["Karel Novotny"].isdisjoint(chinese["王诺文"])


def test_names_that_stand_in_different_sentences_stay_apart() -> None:
    edition = annotated(BOTH.format(second=25, name="Karel Novotny", zh="李道思"))
    english, chinese = refs(edition, version="en"), refs(edition, version="zh")
    assert english["Karel Novotny"].isdisjoint(chinese["王诺文"] | chinese["李道思"])
