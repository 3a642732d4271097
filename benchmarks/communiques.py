"""Invented communiqués in the two layouts of the seeds, as many as are asked for: English with its Chinese original, and Chinese alone.

Every number gives another document, and always the same: countries, people, offices, places, days and the choice and
order of paragraphs are counted out. Nothing in them happened.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_COUNTRIES = (
    ("Veronia", "维罗尼亚"), ("Talmar", "塔尔马"), ("Ostrava Island", "奥斯特岛"), ("Kelmoria", "凯尔莫里亚"),
    ("Sandovia", "桑多维亚"), ("Maritania", "马里塔尼亚"), ("Belgora", "贝尔戈拉"), ("Norland", "诺兰"),
)  # fmt: skip
_TOWNS = (
    ("Harlow", "哈洛"),
    ("Port Selma", "塞尔马港"),
    ("Beijing", "北京"),
    ("Lindau", "林道"),
    ("Tarsk", "塔尔斯克"),
)
_PEOPLE = (
    ("Ivan Belov", "伊万·别洛夫"), ("Peter Holm", "彼得·霍尔姆"), ("Zhang Weimin", "张卫民"), ("Li Guohua", "李国华"),
    ("Maria Santos", "玛丽亚·桑托斯"), ("Chen Daming", "陈大明"), ("A. R. Keller", "阿·罗·凯勒"), ("Wang Shiping", "王世平"),
    ("Karl Lindqvist", "卡尔·林奎斯特"), ("Sergei Orlov", "谢尔盖·奥尔洛夫"), ("Zhao Yongkang", "赵永康"), ("Tomas Varga", "托马斯·瓦尔加"),
)  # fmt: skip
_OFFICES = (
    ("Minister of Foreign Affairs", "外交部长"), ("Minister of Defense", "国防部长"), ("Minister of Trade", "贸易部长"),
    ("Vice Premier of the State Council", "国务院副总理"), ("Minister of Agriculture", "农业部长"), ("Minister of Culture", "文化部长"),
)  # fmt: skip
_HEADS = (("Premier", "总理"), ("President", "总统"), ("Chairman of the Council of Ministers", "部长会议主席"))
_SUBJECTS = (
    ("fishing", "渔业"), ("shipping", "航运"), ("railways", "铁路"), ("education", "教育"), ("public health", "卫生"),
    ("forestry", "林业"), ("science", "科学"), ("trade", "贸易"), ("telegraphs", "电报"), ("mining", "矿业"),
)  # fmt: skip
# Sentences with the subjects {0}, {1}, {2}, the two countries {a} and {b} and a count {n}.
_SENTENCES = (
    ("The two sides discussed {0}, {1} and the development of {2} in a sincere and friendly atmosphere.",
     "双方在诚恳友好的气氛中讨论了{0}、{1}和发展{2}的问题。"),
    ("They noted with satisfaction that the relations between {a} and {b} in {0} have grown year by year.",
     "双方满意地指出，{a}和{b}在{0}方面的关系逐年发展。"),
    ("The Government of {a} explained its views on {1}, and the Government of {b} expressed its understanding.",
     "{a}政府说明了对{1}的看法，{b}政府表示理解。"),
    ("Both sides agreed to send {n} experts and technicians to each other within the next year.",
     "双方同意在明年内互派专家和技术人员{n}人。"),
    ("The trade between the two countries amounted to {n} million tons, which is more than twice as much as before.",
     "两国之间的贸易达到{n}百万吨，比以前增加一倍以上。"),
    ("A mixed commission on {2} will be established and will meet twice a year, in turn in each of the two countries.",
     "将成立{2}混合委员会，每年开会两次，轮流在两国举行。"),
    ("The two sides reaffirmed that differences between states should be settled by peaceful negotiation.",
     "双方重申，国家之间的分歧应当通过和平谈判解决。"),
    ("Students and teachers of {1} will be exchanged, and libraries will send books and journals to each other.",
     "将互派{1}方面的学生和教师，图书馆之间将交换书籍和杂志。"),
    ("The guests visited {n} factories, schools and farms, and were warmly received by the people everywhere.",
     "客人们参观了{n}个工厂、学校和农场，到处受到人民的热烈欢迎。"),
    ("The delegation of {b} thanked the Government and the people of {a} for their hospitality.",
     "{b}代表团感谢{a}政府和人民的款待。"),
    ("It was decided that the agreement on {0} of the previous year shall remain in force for five more years.",
     "双方决定，去年签订的{0}协定继续有效五年。"),
    ("The leaders of the two countries firmly believe that cooperation in {1} serves the cause of peace.",
     "两国领导人坚信，在{1}方面的合作有利于和平事业。"),
    ("No country, large or small, should interfere in the internal affairs of another country under any pretext.",
     "任何国家，不论大小，都不应当以任何借口干涉别国的内政。"),
    ("The delegation of {b} invited the delegation of {a} to pay a visit, and the invitation was accepted with pleasure.",
     "{b}代表团邀请{a}代表团进行访问，邀请被愉快地接受了。"),
)  # fmt: skip
_DIGITS = "〇一二三四五六七八九"
_MONTHS = "January February March April May June July August September October November December".split()


def write(folder: Path, count: int) -> list[Path]:
    """So many documents as files of `folder`: by turns of one version and of two."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"talks-{number:04}.txt"
        path.write_text(_two_versions(number) if number % 2 else _chinese_alone(number), encoding="utf-8")
        paths.append(path)
    return paths


def _two_versions(number: int) -> str:
    a, b = _two(_COUNTRIES, number)
    ended = _days(number)[1]
    title = f"Communiqué on Talks Between {a[0]} and {b[0]}"
    english = "\n\n".join([_opening(number), *_lists(number), *_paragraphs(number, 0)])
    chinese = "\n    ".join([f"{a[1]}和{b[1]}会谈公报", *_chinese_body(number), *_chinese_signatures(number)])
    return (
        f"Title: {title}\nAuthor:\nDate: {ended}\nPage: {number % 4 + 1}\n\n{english}\n\n{_signatures(number)}\n"
        f"{_in_english(ended)}, in {_pick(_TOWNS, number)[0]}\n\n\n\n<hr /> \n\nOriginal: \n\n\n"
        f"### {a[1]}和{b[1]}会谈公报\n\n{ended}\n第{number % 4 + 1}版()\n专栏：\n\n    {chinese}\n"
    )


def _chinese_alone(number: int) -> str:
    a, b = _two(_COUNTRIES, number)
    lines = [f"## {a[1]}共和国政府和{b[1]} 共和国政府联合声明", *_chinese_body(number)]
    _, ended = _days(number)
    signed = [f"{ended.year}年{ended.month}月{ended.day}日于{_pick(_TOWNS, number)[1]}"]
    for country, place in ((a, 0), (b, 1)):
        head, person = _pick(_HEADS, number + place)[1], _pick(_PEOPLE, number + 5 * place)[1]
        signed += [f"{country[1]}共和国  \n{head}", person, "(签字)"]
    return "\n\n" + "\n\n".join([*lines, *signed]) + "\n"


def _opening(number: int) -> str:
    a, b = _two(_COUNTRIES, number)
    begun, ended = _days(number)
    host, guest = _pick(_PEOPLE, number)[0], _pick(_PEOPLE, number + 5)[0]
    return (
        f"From {_MONTHS[begun.month - 1]} {begun.day} to {_in_english(ended)}, {host}, {_pick(_HEADS, number)[0]} of the "
        f"Republic of {a[0]}, and {guest}, {_pick(_HEADS, number + 1)[0]} of the Republic of {b[0]}, held talks in "
        f"{_pick(_TOWNS, number)[0]}."
    )


def _lists(number: int) -> Iterator[str]:
    for country, place in zip(_two(_COUNTRIES, number), (1, 6), strict=True):
        rows = [f"\t{office[0]}, {person[0]}" for office, person in _members(number, place)]
        yield f"The side of {country[0]} participating in the talks included:\n" + ",\n".join(rows) + "."


def _chinese_body(number: int) -> Iterator[str]:
    a, b = _two(_COUNTRIES, number)
    begun, ended = _days(number)
    host, guest = _pick(_PEOPLE, number)[1], _pick(_PEOPLE, number + 5)[1]
    yield (
        f"从{begun.year}年{begun.month}月{begun.day}日到{ended.month}月{ended.day}日，{a[1]}共和国{_pick(_HEADS, number)[1]}{host}和"
        f"{b[1]}共和国{_pick(_HEADS, number + 1)[1]}{guest}，在{_pick(_TOWNS, number)[1]}举行了会谈。"
    )
    for country, place in ((a, 1), (b, 6)):
        members = "、".join(office[1] + person[1] for office, person in _members(number, place))
        yield f"{country[1]}方面参加会谈的有：{members}。"
    yield from _paragraphs(number, 1)


def _paragraphs(number: int, language: int) -> Iterator[str]:
    """From nine to twenty paragraphs of two to five sentences, in English (0) or Chinese (1)."""
    a, b = _two(_COUNTRIES, number)
    for paragraph in range(9 + number % 12):
        turn = number * 31 + paragraph * 17
        subjects = [_pick(_SUBJECTS, turn + 3 * place)[language] for place in range(3)]
        sentences = [_pick(_SENTENCES, turn + 5 * place)[language] for place in range(2 + turn % 4)]
        filled = [each.format(*subjects, a=a[language], b=b[language], n=turn % 90 + 10) for each in sentences]
        yield (" ", "")[language].join(filled)


def _signatures(number: int) -> str:
    rows = []
    for country, place in zip(_two(_COUNTRIES, number), (0, 1), strict=True):
        rows.append(f"{_pick(_HEADS, number + place)[0]} of the Republic of {country[0]}")
        rows.append(f"\t\t{_pick(_PEOPLE, number + 5 * place)[0]}")
    return "\n".join(rows)


def _chinese_signatures(number: int) -> Iterator[str]:
    for country, place in zip(_two(_COUNTRIES, number), (0, 1), strict=True):
        yield f"{country[1]}共和国{_pick(_HEADS, number + place)[1]}"
        yield f"        {_pick(_PEOPLE, number + 5 * place)[1]}"
    _, ended = _days(number)
    year = "".join(_DIGITS[int(figure)] for figure in str(ended.year))
    yield f"{year}年{_in_chinese(ended.month)}月{_in_chinese(ended.day)}日于{_pick(_TOWNS, number)[1]}"


def _members(number: int, place: int) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    return [(_pick(_OFFICES, number + i), _pick(_PEOPLE, number + place + i)) for i in range(2 + number % 3)]


def _days(number: int) -> tuple[date, date]:
    """The first and the last day of the talks."""
    begun = date(1951, 1, 3) + timedelta(days=number * 37 % 7000)
    return begun, min(begun + timedelta(days=2 + number % 6), date(begun.year, 12, 31))


def _two(choices: Sequence[T], number: int) -> tuple[T, T]:
    return _pick(choices, number), _pick(choices, number + 1 + number // len(choices) % (len(choices) - 1))


def _pick(choices: Sequence[T], number: int) -> T:
    return choices[number % len(choices)]


def _in_english(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _in_chinese(number: int) -> str:
    """A number below 100 in Chinese: 二十三."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")
