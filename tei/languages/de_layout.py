"""German: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:seiten?|s\.|bl(?:att|\.)|fol(?:io|\.))\s*<n>(?:\s*(?:von|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:quellenangabe|navigation\s*:.{0,120}|genres|neue texte|alle autoren|alle werke|lesetips|shop|information|autoren|von redaktion.{0,30}|lesedauer.{0,20}|\d+ min(?:\.|uten)?|projekt .{2,30})",
        r"(?-i:(?:type|author|title|publisher|year|created|modified|sender|corrector|firstpub|editor|address|printrun|isbn|translator|illustrator|series|volume|booktitle)\s+\S.{0,80})",
        r"(?:(?:arabische|chinesische|deutsche|englische|franz[öo]sische|italienische|japanische|koreanische|niederl[äa]ndische|portugiesische|russische|spanische)\s+(?:version|fassung|[üu]bersetzung)|transkription|[äa]nderungsverlauf)",
        r"(?:druckansicht|druckversion|trefferliste|zur trefferliste|zur[üu]ck zur trefferliste|dokument speichern|seite empfehlen|nach oben|das k[öo]nnte (?:sie|dich) (?:auch )?interessieren|meistgelesen|lesen sie auch|mehr zum thema|kommentar (?:schreiben|verfassen)|alle angaben ohne gew[äa]hr|dokument \d+ von \d+|treffer \d+ (?:von|bis) .{1,12})(?:\s*[>»:|].*)?",
        r"(?:vergr[öo][ßs]ern|verkleinern|vollbild|scan \d.{0,12}|digitalisat|zur[üu]ckbl[äa]ttern|vorbl[äa]ttern|speichern|schlie[ßs]en|sprache|einloggen|warenkorb \(\d+\)|merkliste \(\d+\))",
        r"(?:sie sind hier|sie befinden sich hier|pfad|navigation|brotkr[üu]mel\S*)\s*:?.{0,140}|(?:seite|artikel|dokument|text)\s+(?:drucken|teilen|empfehlen|speichern|merken|herunterladen|vorlesen)|(?:als\s+)?pdf(?:\s+(?:herunterladen|anzeigen|[öo]ffnen))?.{0,20}",
        r"(?:zum\s+)?(?:seitenanfang|anfang|merkliste|warenkorb|volltextsuche|trefferliste|detailsuche|erweiterte suche|abmelden|mein konto|sprache|leichte sprache|geb[äa]rdensprache|presse|aktuelles|service|newsletter|rss|barrierefreiheit|nutzungsbedingungen|agb)(?:\s*[>»|].*)?",
        r"(?:cookies? (?:akzeptieren|zulassen|einstellungen)|.{0,60}javascript.{0,60}|.{0,60}(?:verwendet|benutzt|nutzt) cookies.{0,40})|\d[\d.]*\s*(?:mitglieder|beitr[äa]ge|antworten|benutzer|besucher|g[äa]ste|seiten|min(?:uten)? lesezeit).{0,16}",
        r"(?:pressekontakt|ansprechpartner(?:in)?|r[üu]ckfragen(?: an)?|kontakt f[üu]r (?:die )?(?:presse|medien|r[üu]ckfragen))\s*:?",
        r"(?:direkt\s+)?(?:zum|zur)\s+(?:haupt)?(?:inhalt|navigation|suche|men[üu]|text)(?:\s+(?:springen|wechseln))?",
        r"(?:wird geladen|l[äa]dt|bitte warten)\W*|(?:mehr|weniger)\s+(?:anzeigen|lesen)|druckversion|volltext(?:ansicht)?",
        r"(?:startseite|men[üu]|suche|suchen|teilen|drucken|seite drucken|anmelden|registrieren|herunterladen|hilfe|darstellung|werkzeuge|lesen|bearbeiten|versionsgeschichte|inhalt|inhaltsverzeichnis|impressum|kontakt|datenschutz|nach oben|zur[üu]ck|weiter|zum inhalt|kommentare?)[\s>»:.]*",
        r"(?:startseite|home|start)\s*[>»/|›·→:]+.*",
        r"(?:vorheriger?s?|n[äa]chster?s?|vorige[rs]?)\s*(?:seite|artikel|dokument|beitrag|kapitel)?\s*(?:[:|»«→←].*)?",
        r"(?:zur[üu]ck|zur|zum|springe)\s+(?:zur?m?|nach|startseite|inhalt|navigation|suche|[üu]bersicht)\b.{0,50}",
        r"(?:teilen|drucken|weiterleiten|empfehlen)(?:\s+(?:auf|per|via|sie)\b.{0,30})?",
        r"(?:aufrufe|zugriffe|besucher|klicks|leser)\s*:?\s*[\d.,]+|[\d.,]+\s*(?:aufrufe|zugriffe|kommentare|leser)",
        r"(?:kategorien?|schlagw[öo]rter|stichw[öo]rter|themen|tags)\s*:.*",
        r"(?:ver[öo]ffentlicht|eingestellt|zuletzt|stand|aktualisiert|abgerufen|letzte (?:[äa]nderung|aktualisierung))\b.{0,80}",
    ),
    wiki_taglines=(r"(?:aus\s+)?wiki(?:source|pedia|quote)\b.{0,60}",),
    licences=(
        r"(?:dieses|dieser|diese|das)\s+(?:werk|text|[üu]bersetzung|dokument|datei)\b.{0,100}(?:gemeinfrei|urheberrecht(?:lich|sschutz)|lizenz)",
    ),
    site_notices=(
        r"(?:dieser |der )?text wurde (?:automatisch|maschinell|mit ocr)\b",
        r"(?:dies ist keine amtliche (?:ver[öo]ffentlichung|fassung)|keine amtliche fassung|nichtamtliche\b|(?:die|diese) .{0,40}(?:dient|dienen) nur der information|ma(?:ß|ss)gebend ist (?:allein|nur))",
        r"(?:abgerufen von|alle rechte vorbehalten|urheberrecht|datenschutzerkl[äa]rung|diese (?:web)?seite (?:verwendet|benutzt|nutzt))",
        r"(?:dieses|dieser|diese|der|das)\s+(?:werk|text|dokument|seite|inhalt)\b.{0,80}(?:gemeinfrei|lizenz|urheberrecht)",
        r"(?:verwandte|[äa]hnliche|weitere|mehr|neueste)\s+(?:artikel|dokumente|seiten|beitr[äa]ge|links|themen|texte)\s*:?$",
        r"(?:siehe auch|weblinks)\s*:?$",
    ),
    credits=(
        r"(?:[üu]bersetzt|[üu]bersetzung|transkribiert|transkription|korrektur ?gelesen|korrektur|abgeschrieben|digitalisiert|bearbeitet|erfasst|ediert)(?:\s+aus\b.{0,30})?\s*(?:von\b|durch\b|:)",
        r"(?:[üu]bersetzer(?:in)?|bearbeiter(?:in)?|herausgeber(?:in)?)\s*:",
    ),
    archive_references=(
        r"(?:maschinenschriftlich|handschriftlich|eigenh[äa]ndig|reinkonzept|konzept|ausfertigung|durchschlag|abschrift)(?:e[rs]?)?(?=\.\s)",
        r"(?:quelle|fundort|signatur|archivsignatur|provenienz|standort|bestand)s?\s*:",
        r"(?:BArch|Bundesarchiv|PA\s?AA|Politisches Archiv|Staatsarchiv|HStA|GStA|SAPMO)\b.{0,40}[,:]",
    ),
    note_leads=(
        r"(?:gedruckt|abgedruckt|druck) nach (?:de[rmn])\b",
        r"(?:anmerkung(?:en)?|anm\.)\s*(?:d(?:er|es)\.?\s*(?:[üu]bersetzers?|red(?:aktion)?\.?|hrsg\.?|herausgebers?|verf\.?|[üu]\.?)|:|$)",
        r"fu[ßs]+noten?\s*:?$",
    ),
    text_follows=(
        r"(?:wortlaut|text)\b.{0,80}\b(?:lautet|folgt|folgende[rn]?)\b.{0,20}\s*[:.]",
        r"(?:wie folgt|folgenden wortlaut|im wortlaut)\s*[:.]",
    ),
    classifications=(
        r"(?:streng\s+geheim|geheim|streng\s+vertraulich|vertraulich|verschlusssache|geheime\s+reichssache|dringend|sehr\s+dringend|citissime|eilt(?:\s+sehr)?|pers[öo]nlich|nur\s+f[üu]r\s+den\s+dienstgebrauch)(?:[\s,;./–—-]+(?:geheim|vertraulich|dringend|pers[öo]nlich))*[.!]?",
        r"(?:abschrift|kopie|ausfertigung|exemplar)\s*(?:nr\.?|no\.?)?\s*\d*\.?",
    ),
    below_signatures=(
        r"(?:\d+\s+)?anlagen?\b[.:]?.{0,60}|(?:\d+\s+)?beilagen?\b[.:]?.{0,60}",
        r"(?:abschrift(?:lich)?|kopien?|durchschlag|durchdruck|nachrichtlich|verteiler)\b\s*(?:an\b|:).{0,80}",
    ),
    finite_words=frozenset(
        "ist war sind waren hat haben hatte hatten wurde wurden wird werden worden kann soll muss muß".split()
    ),
    running_heads=(
        r"(?P<page>\d{1,4})\s+Bundesgesetzblatt,? Jahrgang \d{4}\b.{0,60}",
        r"Bundesgesetzblatt,? Jahrgang \d{4}\b.{0,60}?\s(?P<page>\d{1,4})",
    ),
    record_labels=frozenset(
        {
            "herausgeber",
            "verlag",
            "rechte",
            "identifikator",
            "urn",
            "persistenter link",
            "bestandsbezeichnung",
            "kontext",
            "enthält",
            "verfasser",
            "umfang",
            "laufzeit",
            "archivalienart",
            "kurztitel",
            "langtitel",
            "fundstelle",
            "gliederungs-nr.",
            "gliederungsnummer",
            "geltungsbereich",
            "dokumenttyp",
            "veröffentlichungsdatum",
            "normgeber",
            "originalsprache",
            "signatur",
            "bestand",
            "unterzeichnungsort",
            "inkrafttreten",
            "aktenzeichen",
        }
    ),
    form_labels={
        "date": "datum;zeit;uhrzeit;tag;termin;datum und uhrzeit;beginn;ende;dauer;aufgegeben;abgang",
        "place": "ort;tagungsort;sitzungsort;ort und zeit;zeit und ort;ort und datum;aufgabeort",
        "people": "teilnehmer;teilnehmerinnen und teilnehmer;teilnehmende;anwesend;anwesende;anwesend waren;anwesend sind;ferner anwesend;weiter anwesend;es waren anwesend",
        "staff": "vorsitz;vorsitzender;vorsitzende;leitung;protokoll;protokollführer;protokollführung;protokollant;schriftführer;dolmetscher;dolmetscherin;abwesend;entschuldigt;verhindert;es fehlen",
        "copied": "nachrichtlich;durchschlag an;verteiler;kopie an;in abschrift an;zur kenntnis",
        "received": "ankunft;eingang;eingegangen;angekommen;empfangen;aufgenommen",
        "number": "nr;nummer;telegramm nr;tagebuchnummer;aktenzeichen;az",
        "precedence": "dringlichkeit;dringlichkeitsstufe",
        "classification": "geheimhaltungsgrad;einstufung;verschlussgrad",
        "reference": "bezug;anlage;anlagen;anlg",
    },
    subject_labels=(
        "betreff",
        "betr",
        "betrifft",
        "betreffend",
    ),
    gathered=(
        r"\b(?:versammelt|zusammengekommen|zusammengetreten|kamen\s+.{0,80}\bzusammen|trafen\s+(?:sich\s+)?|sind\s+.{0,80}\bzusammengetroffen|getroffen|tagten?)\b",
    ),
    issued=(
        r"\b(?:unterzeichnet(?:en)?|unterschrieben|veröffentlicht(?:en)?|abgegeben|verabschiedet(?:en)?|angenommen|geschlossen|erlassen|herausgegeben|gehalten|bekanntgegeben|verkündet)\b",
    ),
    dating=frozenset("vom dem".split()),
    document_nouns=frozenset(
        (
            "abkommen abrede abschrift akte aktenvermerk anfrage anordnung ansprache antrag antwort anweisung "
            "aufruf aufzeichnung auszug beglaubigung bekanntmachung bericht bescheid beschluss beschluß botschaft "
            "brief bulletin bündnis denkschrift depesche dokument eingabe entschließung entwurf erklärung erlass "
            "erlaß ermächtigung ersuchen fassung gesetz instruktion interview kapitulation kommuniqué konvention "
            "kundgebung manifest memorandum mitteilung niederschrift note notenwechsel ordnung pakt patent "
            "pressemitteilung presseerklärung programm proklamation protokoll rede reskript resolution "
            "rundschreiben satzung schreiben schlussakte statement statut stellungnahme telegramm testament "
            "traktat übereinkommen übereinkunft übersetzung ultimatum urkunde urteil verbalnote vereinbarung "
            "verfassung verfügung vermerk verordnung verständigung vertrag vollmacht vorschlag weisung wortlaut "
            "zusatzprotokoll erklaerung uebereinkommen uebereinkunft uebersetzung buendnis verfuegung verstaendigung"
        ).split()
    ),
    site_words=tuple(
        (
            "menü navigation suche suchen anmelden abmelden registrier abonnier newsletter teilen drucken "
            "druckansicht herunterladen download startseite webseite website seite seiten sitemap impressum "
            "datenschutz cookie kontakt kommentar antworten forum beitrag blog benutzer mitglied schrift "
            "schriftgröße barrierefrei leichte-sprache gebärdensprache einstellungen anzeige werbung verwandte "
            "mehr-zum mehr-lesen mediathek service bildergalerie video audio vorlesen inhalt-springen zum-inhalt "
            "nach-oben zurück weiterlesen versenden merkliste link links navigationsleiste"
        ).split()
    ),
)
