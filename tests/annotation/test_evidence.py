"""The day of a document without a dateline: what tells it, how surely, and which days are those of other events."""

import pytest
from documents import found
from marks import annotated

from tei.diagnostics import Report

PROSE = (
    "The council of the two towns has heard both parties at great length, has looked at the mill, the dam and the ditch, "
    "and has decided nothing at all.\n"
)
HAN = "双方就水闸、堤坝和沟渠的管理交换了意见，一致认为应当继续会谈，并决定由两镇各派代表三人组成委员会，负责起草共同的章程，报请两镇核准。\n"


@pytest.mark.parametrize(
    ("text", "when", "reason"),
    [
        # a line, or a first sentence, that is a date
        (
            f"# 行政命令\n\n{HAN}\n二零一五年五月八日。\n\n命令公佈。\n\n行政长官 李大明\n",
            "2015-05-08",
            "line that is a date",
        ),
        (
            f"# Talks on the mill\n\nPORT LOWE, Jan. 5, 1950 — The two towns sent their agents to the mill today, and nobody knows what "
            f"was said there.\n\n{PROSE}",
            "1950-01-05",
            "",
        ),
        # a note of where it was printed
        (f"# 水闸通航\n\n来源：《河口日报》 2012年9月11日\n\n{HAN}", "2012-09-11", "printed"),
        # lines above the text
        (
            f"# Statement on the mill\n\nIt was entered March 9, 1921, by the clerk.\n\n{PROSE}",
            "1921-03-09",
            "lines above",
        ),
        (f"# 水闸章程\n\n此件于一九五三年四月二日归档，存于卷三。\n\n{HAN}", "1953-04-02", "lines above"),
        # a line that names the document and its day
        (
            f"Telegram from the Agent at Port Lowe to the Governor of the Isles. 27 April 1939\n\n{PROSE}",
            "1939-04-27",
            "",
        ),
        (
            "Телеграмма уполномоченного в порту Лове губернатору островов. 27 апреля 1939 г.\n\n"
            "Совет обоих городов подробно выслушал стороны, осмотрел мельницу, плотину и канаву и ничего не решил до весны.\n",
            "1939-04-27",
            "",
        ),
        # a paragraph that announces the text
        (
            "der rat der beiden staedte und der mueller haben am 13. Juni 1989 im rathaus von Lowe nach langer beratung die folgende "
            "gemeinsame Erklärung unterzeichnet:\n\nDie Mühle bleibt stehen, der Damm wird erhöht, und der Graben wird im Frühjahr "
            "von beiden Städten gemeinsam geräumt, wie es immer gewesen ist.\n",
            "1989-06-13",
            "announces",
        ),
        # people are gathered
        (
            "# Declaración conjunta\n\nLos alcaldes de las islas, reunidos en la ciudad de Lowe el 26 de octubre de 2022 con el fin de "
            "examinar el estado de los molinos, declaran lo siguiente.\n",
            "2022-10-26",
            "begins",
        ),
        (
            "# 공동 발표문\n\n두 고을의 대표는 2004년 7월 1일 로우에서 만나 물레방아와 둑의 관리에 관하여 의견을 교환하고, 앞으로도 "
            "계속 협의하기로 하였으며, 봄에 다시 모이기로 합의하였다.\n",
            "2004-07-01",
            "begins",
        ),
        # a document is signed or issued; its year may stand further down
        (
            "# 恢复通航\n\n8月6日,上洲镇镇长李大明与下洲镇镇长王小明分别代表各自的镇,在河口签署《上洲镇和下洲镇关于恢复通航的联合公报》,并于当晚举行宴会。\n\n"
            "两镇决定自2006年8月6日起恢复通航，双方船只可以自由往来，不收任何费用，并为对方船只停靠码头提供方便。\n",
            "2006-08-06",
            "begins",
        ),
        (
            "أصدر كل من مجلس المدينة ومجلس الميناء بيانا مشتركا اليوم الجمعة، 23 مايو 2025، عقب اجتماع وفد اللجنة المكلفة بشأن الطاحونة "
            "والسد والقناة مع ممثلي الجزر.\n",
            "2025-05-23",
            "begins",
        ),
        # the site from which it was taken
        (
            f"# Note on the mill\n\n{PROSE}\nThe dam of 1999 shall be kept as it is.\n\n(source http://www.example.org, June 12, 2001)\n",
            "2001-06-12",
            "site",
        ),
    ],
)
def test_a_day_is_found_without_a_dateline_and_reported(text: str, when: str, reason: str) -> None:
    report = Report()
    creation = annotated(text, report).header.creation
    assert (creation.when, reason in creation.reason, creation.certainty < 0.8) == (when, True, True)
    assert [rule for rule, _, _ in found(report) if rule == "AN011"] == ["AN011"]


@pytest.mark.parametrize(
    "text",
    [
        f"# Statement on the mill\n\nNo. 17, entered March 9, 1921, copied May 3, 1921, by the clerk\n\n{PROSE}",  # two days
        # a later year is named: it tells of the past
        "# The mill\n\nThe treaty on the mill was signed on May 3, 1861, by both towns in the presence of the Governor of the "
        "Isles, and it was in force until the great flood of 1902.\n",
        # the day is that of another document
        "# Order\n\nThe parties have met again in the town hall to carry out what the Law No. 17, of May 3, 1861, asks of them "
        "and of their heirs, and nothing but that.\n",
        "# Ordem\n\nOs conselhos das duas vilas, reunidos na sala do costume para dar cumprimento ao disposto na Lei n.º 17, de 3 de "
        "Maio de 1861, resolvem o seguinte.\n",
        # a diary has many days, and a sentence that only begins with one tells of it
        f"# Days at the mill\n\n{PROSE}\nMay 3, 1861.\n\n{PROSE}\nMay 4, 1861.\n\n{PROSE}",
        "# The mill\n\nMay 3, 1861, was the day on which the great wheel broke, and the whole of the lower town stood under water "
        "for the better part of a week.\n",
        # no one met, nothing was signed
        "# The mill\n\nOn May 3, 1861, the great wheel of the mill broke, the dam gave way, and the whole of the lower town stood "
        "under water for the better part of a week.\n",
        # no document was signed
        "# The mill\n\nThe last of the millers was announced on May 3, 1861, at the gate by his own servant, and he was received with "
        "such kindness that he never went home.\n",
        # posted long after what the text tells of, or no year to tell by
        f"# Note on the mill\n\n{PROSE}\nThe dam of 1842 shall be kept as it is.\n\n(source http://www.example.org, June 12, 2001)\n",
        f"# Note on the mill\n\n{PROSE}\n\n(source http://www.example.org, June 12, 2001)\n",
        # the treaty that is amended
        f"# Protocol to the Treaty of May 3, 1861\n\n{PROSE}",
        "# Aanvullend Protocol bij het Verdrag van 3 mei 1861\n\nDe raad van beide steden heeft de partijen gehoord, de molen, de dam en "
        "de sloot bekeken, en in het geheel niets besloten.\n",
    ],
)
def test_the_day_of_another_event_is_not_the_document_s(text: str) -> None:
    assert annotated(text).header.creation.when == ""


def test_the_letter_of_a_day_is_of_that_day() -> None:
    creation = annotated(f"# Letter of May 3, 1861\n\n{PROSE}").header.creation
    assert (creation.when, creation.reason) == ("1861-05-03", "the title")


def test_surer_evidence_goes_before_less_sure() -> None:
    text = f"# Statement\n\nMarch 9, 1921, in the town hall\n\n{PROSE}\nLowe, March 12, 1921\n"
    creation = annotated(text).header.creation
    assert (creation.when, creation.place, creation.reason) == ("1921-03-12", "Lowe", "its dateline")


def test_of_several_documents_the_first_tells_the_day() -> None:
    letters = [
        f"Port Lowe, {day}, 1861.\n\nSir,\n\n{PROSE}\nI have the honour to be, Sir,\nYour obedient servant,\n\n{name}.\n"
        for day, name in (("May 3", "Ann B. Author"), ("June 9", "Carl D. Scribe"))
    ]
    assert annotated("\n".join(letters)).header.creation.when == "1861-05-03"
