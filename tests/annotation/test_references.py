"""Every mention points to its entity, and versions share their entities."""

from marks import annotated, names, refs

BILINGUAL = """\
# Communiqué on the Harbour Talks

Ann Calvão, President of the Island Republic, and Bo Baker, Premier of the State Council, held talks in Lisbon.

Calvão thanked the guests. Baker said that the ships of Portugal were welcome in the harbours of the Island Republic.

President of the Island Republic
Ann Calvão
Premier of the State Council
Bo Baker
May 12, 1961, in Lisbon

---

Original:

# 港口会谈公报

南岛共和国总统安·卡尔旺和国务院总理李大明在里斯本举行了会谈。

卡尔旺向客人表示感谢。李大明总理说，葡萄牙的船只在南岛共和国的港口受到欢迎。

南岛共和国总统
安·卡尔旺
国务院总理
李大明
1961年5月12日于里斯本
"""


def test_names_of_signatures_are_found_in_the_text() -> None:
    edition = annotated(BILINGUAL)
    assert names(edition, "persName", version="en").count("Ann Calvão") == 2
    assert names(edition, "persName", version="zh").count("李大明") == 3
    assert "卡尔旺" in names(edition, "persName", version="zh")


def test_signatories_are_joined_across_versions_and_with_their_short_forms() -> None:
    edition = annotated(BILINGUAL)
    english, chinese = refs(edition, version="en"), refs(edition, version="zh")
    assert english["Ann Calvão"] == english["Calvão"] == chinese["安·卡尔旺"] == chinese["卡尔旺"]
    assert len(english["Ann Calvão"]) == 1
    assert english["Bo Baker"] == english["Baker"] == chinese["李大明"]
    assert english["Bo Baker"] != english["Ann Calvão"]


def test_places_of_the_dateline_and_countries_are_joined_across_versions() -> None:
    edition = annotated(BILINGUAL)
    english, chinese = refs(edition, version="en"), refs(edition, version="zh")
    assert english["Lisbon"] == chinese["里斯本"] != {""}
    assert english["Portugal"] == chinese["葡萄牙"] != {""}


def test_bodies_of_aligned_offices_are_joined() -> None:
    edition = annotated(BILINGUAL)
    english, chinese = refs(edition, version="en"), refs(edition, version="zh")
    assert english["Island Republic"] == chinese["南岛共和国"] != {""}
    assert english["State Council"] == chinese["国务院"] != {""}


def test_every_name_has_an_entity_and_every_entity_a_mention() -> None:
    edition = annotated(BILINGUAL)
    pointed = {ref for references in refs(edition).values() for ref in references}
    assert pointed == {entity.id for entity in edition.entities}


def test_signatory_is_a_role_of_the_person() -> None:
    people = {entity.names[0].text: entity.roles for entity in annotated(BILINGUAL).entities if entity.kind == "person"}
    assert people == {"Ann Calvão": ("signatory",), "Bo Baker": ("signatory",)}


def test_short_form_of_two_people_points_to_neither() -> None:
    text = """\
# Note

Baker was asked for the report, and the report of the harbour was given to him.

Those present:
    J. R. Baker, Minister of Trade,
    Ann Baker, Director of Ports.

The end of the note.
"""
    edition = annotated(text)
    assert "Baker" not in names(edition, "persName")
    assert refs(edition)["J. R. Baker"] != refs(edition)["Ann Baker"]


def test_name_of_two_characters_is_not_found_inside_other_words() -> None:
    text = "# 港口协定\n\n高明的办法是开放港口，高明说。双方高明地解决了问题。\n\n贸易部长\n高明\n(签字)\n"
    assert names(annotated(text), "persName") == ["高明"]  # the signature


def test_letterspaced_name_is_the_person_of_the_text() -> None:
    text = "# 港口协定\n\n贸易部长李大明同意开放港口，李大明并且说明了办法。\n\n贸 易 部 长\n\n李 大 明\n\n(签字)\n"
    edition = annotated(text)
    assert len(refs(edition)["李大明"]) == 1
    assert [entity.names[0].text for entity in edition.entities if entity.kind == "person"] == ["李大明"]


def test_order_and_ids_of_entities_are_the_same_each_time() -> None:
    assert annotated(BILINGUAL).entities == annotated(BILINGUAL).entities
