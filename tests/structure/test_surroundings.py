"""Lines that a web site sets around a text, in many languages, and lines of texts that are none."""

import pytest

from tei.structure.site_lines import is_contact, is_made_by_machine, is_site_line


@pytest.mark.parametrize(
    "text",
    [
        "跳转到内容",
        "Saltar para a navegação Saltar para a pesquisa",
        "Aller au contenu principal",
        "Direkt zum Inhalt",
        "Перейти к содержанию",
        "ページの先頭へ",
        "본문 바로가기",
        "Skip to main content",
        "维基文库，自由的图书馆",
        "Wikisource, the free online library",
        "Loading...",
        "SHOW MORE",
        "Printer-friendly version",
        "Watch the video on our channel:",
        "‹‹‹ prev (41) Page 12",
        "(43) next ›››",
        "▶ Cite this page",
        "作者: 来源: 阅读: 5.02K 次",
        "2019-03-15 20页 doc 73KB 30阅读",
        "2010-09-28|閱讀時間 ‧ 約 5 分鐘",
        "关灯直达底部",
        "请在浏览器设置里开启Javascript功能",
        "会员中心 |  会员注册  |  资料发布    河桥导游    船期查询 | 留言板 | 设为首页",
        "索 引 号：HQ001-2014-00044 主题分类：财政、税务",
        "Previous Article  Next Article",
        "본문 바로가기 주메뉴 바로가기",
        "등록일 2014-05-12 조회수 1,204",
        "Sat Nov 5 10:12:44 GMT 2005",
        "Добавлено: 14 май 2009, 22:41",
        "12 maggio 2014 · di Anna Scrittrice · in Documenti · 7 commenti",
        "Sie sind hier: Startseite > Landesrecht > Dokument 12 von 340",
        "Télécharger le communiqué (PDF - 120 Ko)",
        "このページに関するお問い合わせ先",
        "The text on another site ↗",
        "|---|---|",
    ],
)
def test_lines_of_sites(text: str) -> None:
    assert is_site_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "The parties shall skip to the next harbour.",
        "Next of kin of the men on board",
        "Note to the Users of the Harbour",
        "Present: Mr. A., Mr. B.  Absent: Mr. C.",
        "跳马的人走了",
        "来源：阿兰国政府公报",
        "Loading of the ships",
        "Текст договора",
        "Watch the video of the talks closely, he said, and you will see what was agreed between the two sides that day.",
        "第二次阅读",
        "Go to Em",
        "Declaración de los dos municipios",
        "Reply to the Mayor of Harwick",
        "Members present: the Mayor and the Treasurer",
        "HARWICK, May 12, 1931—4:30 p.m.",
        "时间：1931年5月4日",
        "公报",
        "Протокол заседания управы",
        "Anlage 3",
        "Article 12",
    ],
)
def test_lines_of_texts(text: str) -> None:
    assert not is_site_line(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tel.: +41 58 555 01 00", True),
        ("press@harwick.example", True),
        ("Treaty Series No. 20 44 1931", False),
        ("Article 12 of 1931", False),
    ],
)
def test_lines_of_contacts(text: str, found: bool) -> None:
    assert is_contact(text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("reader_4711", True), ("M44--010921xxj", True), ("S/17642", False), ("A-12", False), ("Harwick_Bridge", False)],
)
def test_names_made_by_machines(text: str, found: bool) -> None:
    assert is_made_by_machine(text) is found
