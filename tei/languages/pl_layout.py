"""Polish: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:strona|str\.|s\.|karta|k\.|folio)\s*<n>(?:\s*(?:z|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:strona główna|start|menu|szukaj|wyszukaj|wyszukiwarka|zaloguj(?: się)?|wyloguj|zarejestruj(?: się)?|rejestracja|pomoc|kontakt|mapa strony|drukuj|wydrukuj|udostępnij|pobierz|następn[ay]|poprzedni[a]?|powrót|wstecz|do góry|edytuj|czytaj|historia i autorzy|narzędzia|wygląd|dyskusja|spis treści|aktualności|komentarze|dodaj komentarz|odpowiedz|cytuj|zgłoś|więcej|o nas|newsletter|polityka prywatności|deklaracja dostępności|akceptuję|zamknij)[\s>»:.]*",
        r"(?:strona główna|start|jesteś tutaj|jesteś tu|nawigacja)\s*[:>»/|›·→]+.*",
        r"(?:przejdź|wróć|powrót|skocz)\s+do\s+.{1,40}",
        r"(?:poleć|wyślij|drukuj|udostępnij)\s+(?:na|w|przez|tę|ten|stronę|artykuł|znajomemu)\b.{0,40}",
        r"(?:odsłon|wyświetleń|odwiedzin|odwiedziny|liczba (?:odsłon|wyświetleń|odwiedzin))\s*:?\s*[\d .,]+|[\d .,]+\s*(?:odsłon|wyświetleń|odwiedzin|komentarz[ye]?|komentarzy|postów|odpowiedzi|użytkowników|gości)",
        r"(?:kategori[ae]|tagi|słowa kluczowe|etykiety|tematy)\s*:.*",
        r"(?:opublikowan[oay]|dodan[oay]|ostatnia (?:zmiana|aktualizacja|modyfikacja)|ostatnio (?:zmieniono|edytowan\w+)|zaktualizowano|data publikacji|utworzono)\b.{0,80}",
        r"(?:polska|angielska|francuska|niemiecka|rosyjska)\s+wersja(?:\s+językowa)?|wersja\s+(?:polska|angielska|do druku|tekstowa|mobilna)",
        r".{0,80}(?:używa(?:my)? (?:plików )?cookies|plików cookies|włącz javascript).{0,60}",
        r"(?:czas czytania|przeczytasz w).{0,30}|\d+ min(?:ut)?(?: czytania)?",
    ),
    wiki_taglines=(r"(?:z\s+)?wiki(?:źródeł|źródła|pedii|pedia)\b.{0,60}",),
    licences=(r"(?:ten|ta|to|niniejsz[yae])\s+(?:utwór|tekst|dokument|praca|tłumaczenie|plik)\b.{0,100}(?:domen\w+ publiczn\w+|licencj\w+|praw\w* autorsk\w+)",),
    site_notices=(
        r"(?:źródło „|wszelkie prawa zastrzeżone|prawa autorskie|polityka prywatności|ta strona (?:używa|korzysta))",
        r"(?:tekst (?:udostępniany|nieoficjalny)|tłumaczenie nieoficjalne)",
        r"(?:zobacz też|zobacz także|czytaj także|powiązane (?:artykuły|dokumenty|strony)|linki zewnętrzne|podobne (?:artykuły|dokumenty))\s*:?$",
    ),
    credits=(
        r"(?:przekład|tłumaczenie|tłumaczył[a]?|przełożył[a]?|przepisał[a]?|opracował[a]?|opracowanie|redakcja|korekta|transkrypcja)\s*(?:[:—–-]|\b)(?=.{0,60}$)",
    ),
    archive_references=(
        r"(?:źródło|sygnatura|sygn\.|zespół|archiwum|miejsce przechowywania)\s*:",
        r"(?:maszynopis|rękopis|odpis|kopia|oryginał|autograf|brulion)(?=\.\s|\.?$).{0,60}",
        r"archiwum (?:akt nowych|główne|państwowe|narodowe)\b[^.]{0,60}[,:(]",
    ),
    note_leads=(r"(?:przypis|przyp\.)\s*(?:red(?:akcji|\.)?|tłum(?:acza|\.)?|aut(?:ora|\.)?|:|$)", r"(?:przypisy|uwagi)\s*:?$"),
    text_follows=(r"(?:następującej treści|tekst\b.{0,60}(?:brzmi|następujący)|w brzmieniu|pełny tekst)\s*[:.]",),
    classifications=(
        r"(?:ściśle\s+tajne|tajne|poufne|ściśle\s+poufne|zastrzeżone|pilne|bardzo\s+pilne|natychmiast|do\s+rąk\s+własnych)(?:[\s,;./–—-]+(?:tajne|poufne|pilne))*[.!]?",
        r"(?:egz(?:emplarz|\.)?|odpis|kopia)\s*(?:nr)?\s*\d+",
    ),
    finite_words=frozenset("jest są był była było były będzie będą został została zostało zostały może mogą ma mają".split()),
    record_labels=frozenset({"wydawca", "prawa", "sygnatura", "rok wydania", "opis", "organ wydający", "miejsce podpisania"}),
    form_labels={
        "date": "data;dnia;czas;godzina;data i godzina;termin",
        "place": "miejsce;miejsce i data;miejscowość",
        "people": "obecni;uczestnicy;udział wzięli;obecni byli",
        "staff": "przewodniczący;przewodnicząca;protokolant;protokołował;protokołowała;sekretarz;tłumacz;nieobecni",
        "copied": "do wiadomości;kopia;odpis;otrzymują",
        "received": "otrzymano;wpłynęło;odebrano",
        "number": "nr;numer;l.dz.;liczba dziennika",
        "precedence": "pilność;priorytet",
        "classification": "klauzula;klauzula tajności",
        "reference": "załącznik;załączniki;dotyczy pisma;znak",
    },
    subject_labels=("dotyczy", "temat", "w sprawie"),
    gathered=(r"\b(?:zebran[iey]|zgromadzen[iey]|zebrawszy\s+się|zebrali\s+się|spotkali\s+się|obradował[ay]?|zgromadzili\s+się)\b",),
    issued=(r"\b(?:podpisan[oayei]+|podpisali|podpisał[ay]?|wydan[oaye]|wydał[aoy]?|ogłoszon[oaye]|ogłosił[aoy]?|przyjęt[oaye]|przyjął|przyjęli|zawart[oaye]|zawarli|uchwalon[oaye]|uchwalił[aoy]?|opublikowan[oaye])\b",),
    dating=frozenset("z dnia dn".split()),
    document_nouns=frozenset(
        """akt aneks apel deklaracja dekret depesza dokument instrukcja karta kapitulacja komunikat konstytucja konwencja list
        manifest memorandum memoriał nota noty notatka obwieszczenie odezwa odpis odpowiedź okólnik orędzie oświadczenie pakt
        pismo petycja plan porozumienie postanowienie posłanie projekt proklamacja protokół przemówienie raport regulamin
        rezolucja rozejm rozkaz rozporządzenie sprawozdanie statut stenogram telegram traktat ugoda układ ultimatum umowa
        uchwała ustawa wniosek wyrok wywiad zapis zarządzenie zawiadomienie zaświadczenie""".split()
    ),
    site_words=tuple(
        (
            "menu nawigacj szukaj wyszukaj zaloguj zarejestruj subskryb newsletter udostępnij drukuj pobierz "
            "strona strony serwis mapa-strony polityka-prywatności cookie kontakt komentarz komentarze odpowiedz "
            "forum blog użytkownik czytaj więcej-na ustawienia reklam powiązane galeria wideo audio posłuchaj "
            "do-góry wróć link wersja-do"
        ).split()
    ),
)  # fmt: skip
