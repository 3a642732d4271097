"""The edition of `bilingual.txt`, put together by hand: what a reader, an annotator and an aligner would say of it."""

from hashlib import sha256
from pathlib import Path

from tei.model.alignment import Alignment, Bead
from tei.model.document import Block, Edition, Entity, EntityName, Group, Role, Version, Wrapper
from tei.model.header import Creation, Header, HeaderSettings, Person, PrintedOriginal, Title
from tei.model.inline import Choice, Date, Highlight, Inline, List, Milestone, Name, Note, Text
from tei.model.source import Decoded, LedgerEntry, LedgerKind, Source
from tei.model.span import Span

FOLDER = Path(__file__).parent

SETTINGS = HeaderSettings(
    publisher="The Archive",
    pub_place="Leiden",
    series="Notes",
    licence="https://creativecommons.org/licenses/by/4.0/",
    licence_text="CC BY 4.0",
    date="2026-11-21",
    idno_prefix="archive:",
    people=(Person("ed", "Jane Doe", "checking"),),
    schemas=("../schemas/tei-edition.rng", "../schemas/tei-edition.sch"),
)


class Cutter:
    """Cuts spans out of a text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def __call__(self, wanted: str) -> Text:
        """The next `wanted` as `Text`."""
        return Text(wanted, self.span(wanted))

    def span(self, wanted: str) -> Span:
        """Where the next `wanted` stands."""
        start = self.text.index(wanted, self.position)
        self.position = start + len(wanted)
        return Span("bilingual.txt", start, self.position)


def source() -> Source:
    data = (FOLDER / "bilingual.txt").read_bytes()
    # a path, to see that only the name is written
    decoded = Decoded("in/bilingual.txt", data.decode(), "UTF-8", "LF", sha256(data).hexdigest(), len(data))
    return Source(decoded, "transcription", ())


def block(role: Role, xml_id: str, *content: Inline, certainty: float = 1.0) -> Block:
    return Block(role, content, Span("bilingual.txt", 0, 0), xml_id, certainty=certainty)


def bilingual() -> Edition:
    received = source()
    cut = Cutter(received.decoded.text)
    ledger = []

    def aside(kind: LedgerKind, wanted: str) -> None:
        ledger.append(LedgerEntry(cut.span(wanted), kind))

    aside(LedgerKind.METADATA, "Title:")
    title = block(Role.HEAD, "en.head1", cut(" Joint Note"))
    aside(LedgerKind.METADATA, "Author:\nDate: 1958-08-04\nPage: 1\n\n")
    english = _english(cut, title, aside)
    aside(LedgerKind.SEPARATOR, "<hr />")
    aside(LedgerKind.MARKUP, "###")
    heading = block(Role.HEAD, "zh.head1", cut("联合照会"))
    aside(LedgerKind.SEPARATOR, "\n\n")
    aside(LedgerKind.REPEATED_TITLE, "联合照会")
    chinese = _chinese(cut, heading)
    return Edition(
        "bilingual", received, _header(), (english, chinese), _entities(), (), _alignments(), tuple(ledger[::-1])
    )


def _english(cut: Cutter, title: Block, aside) -> Version:
    p1 = block(
        Role.P, "en.p1", cut("On "), Date((cut("August 3, 1958"),), when="1958-08-03"), cut(", both sides\nmet in "),
        Name("placeName", (cut("Beijing"),), ref="place.beijing"), cut("."),
    )  # fmt: skip
    lead = cut("The Chinese side included:\n\t")
    item1 = block(
        Role.ITEM, "en.list1.item1", Name("roleName", (cut("Premier"),)), cut(", "),
        Name("persName", (cut("Zhou Enlai"),), ref="person.zhou"), cut(",\n"),
    )  # fmt: skip
    item2 = block(
        Role.ITEM, "en.list1.item2", cut("\t"), Name("roleName", (cut("Marshal"),), type="honorific"), cut(" "),
        Name("persName", (cut("Peng Dehuai"),), ref="person.peng"), cut("."),
    )  # fmt: skip
    p2 = block(Role.P, "en.p2", lead, List("participants", (item1, item2), id="en.list1"))
    they = cut("They ")
    aside(LedgerKind.MARKUP, "**")
    agreed = Highlight("bold", (cut("agreed"),))
    aside(LedgerKind.MARKUP, "**")
    p3 = block(Role.P, "en.p3", they, agreed, cut("."))
    p4 = block(Role.P, "en.p4", cut("They signed & parted.\n"))
    signed = block(
        Role.SIGNED, "en.signed1", Name("roleName", (cut("Chairman"),)), cut("\n"), Milestone("lb"), cut("\t"),
        Name("persName", (cut("Mao Zedong"),), ref="person.mao"),
    )  # fmt: skip
    dateline = block(
        Role.DATELINE, "en.dateline1", Date((cut("August 3, 1958"),), when="1958-08-03"), cut(", in "),
        Name("placeName", (cut("Beijing"),), ref="place.beijing"),
    )  # fmt: skip
    closer = Group(Wrapper.CLOSER, (signed, dateline), "en.closer1")
    return Version("en", "en", "translation", (title, p1, p2, p3, p4, closer))


def _chinese(cut: Cutter, heading: Block) -> Version:
    p1 = block(
        Role.P, "zh.p1", cut("双方于"), Date((cut("1958年8月3日"),), when="1958-08-03"), cut("在"),
        Name("placeName", (cut("北\n"), Milestone("lb", break_="no"), cut("\n京")), ref="place.beijing"), cut("会"),
        Choice("orig", (cut("談"),), "谈"), cut("。"),
    )  # fmt: skip
    lead = cut("中国方面有：")
    item1 = block(
        Role.ITEM, "zh.list1.item1", Name("roleName", (cut("总理"),)),
        Name("persName", (cut("周恩来"),), ref="person.zhou"), cut("、"),
    )  # fmt: skip
    item2 = block(
        Role.ITEM, "zh.list1.item2", Name("persName", (cut("彭德怀"),), ref="person.peng", cert="high"), cut("元帅。")
    )
    p2 = block(Role.P, "zh.p2", lead, List("participants", (item1, item2), "inline", "zh.list1"), certainty=0.7)
    p3 = block(Role.P, "zh.p3", cut("双方同意"), Choice("sic", (cut("and"),), "并", "medium"), cut("签字。"))
    p4 = block(Role.P, "zh.p4", cut("完。"))
    signed = block(
        Role.SIGNED, "zh.signed1", Name("roleName", (cut("主 席"),), rend="letterspaced"), Milestone("lb"), cut("\n"),
        Name("persName", (cut("毛 泽 东"),), ref="person.mao", key="毛泽东", rend="letterspaced"), cut("\n"),
        Milestone("lb"), Note("signature-mark", (cut("(签字)"),)),
    )  # fmt: skip
    dateline = block(
        Role.DATELINE, "zh.dateline1", Date((cut("一九五八年八月三日"),), when="1958-08-03"), cut("于"),
        Name("placeName", (cut("北京"),), ref="place.beijing"),
    )  # fmt: skip
    closer = Group(Wrapper.CLOSER, (signed, dateline), "zh.closer1")
    return Version("zh", "zh-Hans", "original", (Milestone("pb", n="1"), heading, p1, p2, p3, p4, closer))


def _header() -> Header:
    return Header(
        titles=(Title("Joint Note", "en"), Title("联合照会", "zh-Hans")),
        printed=PrintedOriginal(Title("联合照会", "zh-Hans"), published="1958-08-04", page="1"),
        creation=Creation("1958-08-03", "一九五八年八月三日", "北京", "place.beijing", "zh-Hans"),
        genre="note",
        usage=(("en", 70), ("zh-Hans", 30)),
    )


def _entities() -> tuple[Entity, ...]:
    def entity(xml_id: str, kind: str, *names: tuple[str, ...], roles: tuple[str, ...] = ()) -> Entity:
        return Entity(xml_id, kind, tuple(EntityName(*name) for name in names), roles)

    return (
        entity("place.beijing", "place", ("Beijing", "en"), ("北京", "zh-Hans")),
        entity("person.zhou", "person", ("Zhou Enlai", "en"), ("周恩来", "zh-Hans"), roles=("participant",)),
        entity("person.peng", "person", ("Peng Dehuai", "en"), ("彭德怀", "zh-Hans"), roles=("participant",)),
        entity(
            "person.mao", "person", ("Mao Zedong", "en"), ("Mao", "en", "short"), ("毛泽东", "zh-Hans"),
            roles=("participant", "signatory"),
        ),
    )  # fmt: skip


def _alignments() -> tuple[Alignment, ...]:
    same = ("head1", "p1", "p2", "list1", "list1.item1", "list1.item2")
    beads = [Bead((f"zh.{name}",), (f"en.{name}",)) for name in same]
    beads += [
        Bead(("zh.p3",), ("en.p3", "en.p4"), 0.6),
        Bead(("zh.p4",), ()),
        Bead(("zh.closer1",), ("en.closer1",), 0.8),
        Bead(("zh.signed1",), ("en.signed1",)),
        Bead(("zh.dateline1",), ("en.dateline1",), 0.4),
    ]
    return (
        Alignment("zh", "en", "div", (Bead(("zh",), ("en",)),)),
        Alignment("zh", "en", "block", tuple(beads)),
    )
