"""TEI documents for the tests of publishers, invented."""

HEADER = """<teiHeader><fileDesc><titleStmt><title xml:lang="en">{title}</title></titleStmt>
<publicationStmt><publisher>Example Press</publisher><date when="2026-01-02">2026</date></publicationStmt>
<sourceDesc><p>Invented.</p></sourceDesc></fileDesc>
<profileDesc><creation><date when="{date}">{date}</date></creation></profileDesc></teiHeader>"""


def document(body: str, *, title: str = "A note", date: str = "1958-08-04", stand_off: str = "") -> bytes:
    """A TEI document with `body` in its body."""
    head = HEADER.format(title=title, date=date)
    namespace = 'xmlns="http://www.tei-c.org/ns/1.0"'
    return f'<TEI {namespace} xml:lang="en">{head}{stand_off}<text><body>{body}</body></text></TEI>'.encode()


PARALLEL = document(
    """<div type="version" xml:id="en" xml:lang="en" subtype="translation">
<head xml:id="en.head1" corresp="#zh.head1">Agreement on <date when="1958-08-03">3 August</date></head>
<p xml:id="en.p1" corresp="#zh.p1"><s xml:id="en.p1.s1" corresp="#zh.p1.s1">The envoy
<persName ref="#person.chen">Chen Ming</persName> came.</s> <s xml:id="en.p1.s2" corresp="#zh.p1.s2">He left.</s></p>
<p xml:id="en.p2">Only the translation says this.<note n="*">A remark.</note></p>
<p xml:id="en.p3" corresp="#zh.p2">One.</p><p xml:id="en.p4" corresp="#zh.p2">Two.</p>
<closer xml:id="en.closer1"><signed xml:id="en.signed1" corresp="#zh.signed1">Chen Ming</signed></closer></div>
<div type="version" xml:id="zh" xml:lang="zh-Hant" subtype="original"><pb n="7"/>
<head xml:id="zh.head1" corresp="#en.head1">八月三日協定</head>
<p xml:id="zh.p1" corresp="#en.p1"><s xml:id="zh.p1.s1" corresp="#en.p1.s1">使者<persName
 ref="#person.chen">陳明</persName>來<choice><orig>訪</orig><reg>访</reg></choice>。</s><s xml:id="zh.p1.s2"
 corresp="#en.p1.s2">他<choice><sic>了走</sic><corr cert="low">走了</corr></choice>。</s></p>
<p xml:id="zh.p2" corresp="#en.p3 #en.p4">一。二。</p>
<closer xml:id="zh.closer1"><signed xml:id="zh.signed1" corresp="#en.signed1">陳 明</signed></closer></div>""",
    title="Agreement",
    stand_off="""<standOff><listPerson><person xml:id="person.chen"><persName xml:lang="en">Chen Ming</persName>
<persName xml:lang="zh-Hant">陳明</persName></person></listPerson></standOff>""",
)
