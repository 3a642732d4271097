"""Lines that a web site sets around a text, in many languages, and lines of texts that are none."""

import pytest

from tei.structure.site_lines import is_site_line


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
    ],
)
def test_lines_of_texts(text: str) -> None:
    assert not is_site_line(text)
