"""The most frequent words of languages that have no pack: enough to tell them in a text, and to tag it."""

from collections.abc import Mapping
from types import MappingProxyType


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


FREQUENT: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "Latn": {
            "cs": _words("a v na se že z do je o s k i od pro po jako které který která ve při jsou aby mezi podle jeho také však nebo této tohoto bylo byl obou smlouvy vlády"),
            "sk": _words("a v na sa že z do je o s k aj od pre po ako ktoré ktorý ktorá vo pri sú aby medzi podľa jeho tiež však alebo tejto tohto bolo bol oboch zmluvy vlády"),
            "hu": _words("a az és hogy nem is egy ez azt meg vagy mint csak volt az két között által valamint szerint való illetve kormány e amely melyek lesz kell"),
            "ro": _words("și în de la cu pe a din care este nu au că pentru sau prin al ale ai fi fost sunt între asupra acest această celor celei prezentul lor cele"),
            "sv": _words("och att det i som en på är av för med till den har de inte om ett skall mellan från eller vid kan denna detta samt båda under regeringen"),
            "da": _words("og at det i som en på er af for med til den har de ikke om et skal mellem fra eller ved kan denne dette samt begge under regeringen mellem efter blev"),
            "nb": _words("og å det i som en på er av for med til den har de ikke om et skal mellom fra eller ved kan denne dette samt begge under regjeringen etter ble"),
            "fi": _words("ja on ei että se oli joka tai myös sekä kanssa ovat mutta kuin hän sen niiden jotka välillä tämän tässä mukaan hallitus sopimuksen"),
            "tr": _words("ve bir bu ile için da de olarak olan iki arasında daha çok göre veya gibi her üzere tarafından hükümeti kadar ise sonra bulunan"),
            "vi": _words("và của là các trong được với có cho một những này không về đã hai bên giữa nước theo từ tại người cũng sẽ đến ra"),
            "id": _words("dan yang di dari untuk dengan ini pada dalam itu adalah oleh kedua antara akan tidak ke sebagai atau telah negara para juga"),
            "hr": _words("i u je na se da su za od s koji koja koje kao iz po bi o ili između ove ovog nije te svih obje vlade prema bit će ugovora"),
            "af": _words("die en van is nie wat aan om te het vir met op sy hulle ook deur word sal tussen hierdie ooreenkoms kan moet na uit dat"),
            "ca": _words("i de la el els les que per amb dels del al als una és són entre aquest aquesta seva seu han ha com més dues aquests també està"),
            "la": _words("et in est non ad cum ut ex quod sed qui quae ab per si aut pro de sunt inter esse eius etiam atque ac vel nec"),
            "eo": _words("la kaj de en al estas ne ke por kun el sed aŭ inter ĉiu tiu oni ili li pri per estis estos"),
        },
        "Cyrl": {
            "be": _words("і ў у на што з да не за пра ад як для ёсць гэта або паміж які якая якія абодвух таксама яго іх гэтага было будзе"),
            "bg": _words("и на в да се от за с не че по е са като към между които който която този тази това двете или ще са бъде както"),
            "sr": _words("и у је на се да су за од са који која које као из по би о или између ове овог није те свих обе владе према бити ће"),
            "mk": _words("и во на се да од за со не дека е се како кон меѓу кои кој која овој оваа ова двете или ќе биде"),
            "mn": _words("нь ба болон энэ юм байна улсын хоёр тал бөгөөд дахь гэж болно хооронд"),
        },
        "Arab": {
            "fa": _words("و در به از که این را با است برای آن یک خود تا کند بر هم نیز شده شد دو می های ها بین میان کشور دولت"),
            "ur": _words("کے کی میں ہے اور سے کا کو اس پر یہ کہ نے ہیں کیا بھی ایک جو تھا دونوں حکومت لیے"),
        },
        "Deva": {
            "hi": _words("के की में है और से का को इस पर यह कि ने हैं भी एक जो था दोनों लिए"),
            "mr": _words("आणि आहे या च्या ते हे व की मध्ये होते आहेत करण्यात दोन्ही"),
        },
    }
)  # fmt: skip
"""Language -> its words, by ISO 15924 code of the script. Only running text is told by them: short lines share words."""
