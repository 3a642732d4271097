"""Dutch: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:pagina|pag\.|p\.|blz\.?|bladzijde|bl\.|folio|fol\.)\s*<n>(?:\s*(?:van|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:door (?:de )?redactie.{0,30}|leestijd.{0,20}|\d+ min(?:uten)?|luister naar (?:dit )?artikel.{0,12})",
        r"(?:nederlandse|engelse|franse|duitse|spaanse|italiaanse)\s+versie",
        r"(?:inzoomen|uitzoomen|volledig scherm|download scan|scan \d+ (?:van|/) \d+|fout gevonden\W.{0,40}|meld het (?:ons|hier)|deel deze pagina|lees ook|meest gelezen|openingstijden|privacyverklaring|reageer|reacties \(\d+\)|plaats (?:een )?reactie|transcriptie gemaakt met\b.{0,40}|ga direct naar\s*:.{0,80})(?:\s*[>»|:].*)?",
        r"(?:u bent hier|u bevindt zich hier|kruimelpad|navigatie)\s*:?.{0,140}|(?:download|open|bekijk)\s+(?:de|het|als|dit|deze)?\s*(?:pdf|document|tekst|bestand|origineel|scan)\b.{0,40}|(?:pagina|artikel|document)\s+(?:afdrukken|delen|printen|opslaan)",
        r"(?:privacy|cookies|toegankelijkheid|nieuwsbrief|abonneren|uitloggen|wachtwoord vergeten|uitgebreid zoeken|pers|actueel|nieuws|alle cookies accepteren|sitemap)(?:\s*[>»|].*)?",
        r"[\d.]+\s*(?:leden|berichten|reacties|gebruikers|bezoekers|gasten|pagina.s|min(?:uten)? leestijd).{0,16}|(?:perscontact|contact voor (?:de )?pers|meer informatie)\s*:?",
        r"(?:direct\s+)?naar\s+(?:de\s+)?(?:hoofd)?(?:inhoud|navigatie|tekst|menu)\b.{0,20}",
        r"(?:laden|bezig met laden|even geduld)\W*|(?:meer|minder)\s+(?:tonen|weergeven|lezen)|(?:tekst|print)versie",
        r"(?:start|startpagina|hoofdpagina|menu|zoeken|delen|afdrukken|printen|inloggen|aanmelden|registreren|downloaden|hulp|help|weergave|hulpmiddelen|lezen|bewerken|geschiedenis|inhoud|inhoudsopgave|contact|naar boven|terug|volgende|vorige|reacties?)[\s>»:.]*",
        r"(?:start|home|startpagina|hoofdpagina)\s*[>»/|›·→:]+.*",
        r"(?:vorige|volgende)\s*(?:pagina|artikel|document|bericht|hoofdstuk)?\s*(?:[:|»«→←].*)?",
        r"(?:terug|ga|naar)\s+(?:naar|de|inhoud|navigatie|zoeken|overzicht)\b.{0,50}",
        r"(?:deel|print|delen)(?:\s+(?:op|via|deze|dit)\b.{0,30})?",
        r"(?:weergaven|bezoeken|keer bekeken|gelezen)\s*:?\s*[\d.,]+|[\d.,]+\s*(?:weergaven|keer bekeken|reacties|bezoeken)",
        r"(?:categorie(?:ën)?|trefwoorden|labels|onderwerpen)\s*:.*",
        r"(?:gepubliceerd|geplaatst|laatst (?:gewijzigd|bijgewerkt|bewerkt)|geraadpleegd|bijgewerkt)\b.{0,80}",
    ),
    wiki_taglines=(r"(?:uit\s+)?wiki(?:source|pedia)\b.{0,60}",),
    licences=(
        r"(?:dit|deze|de)\s+(?:werk|tekst|vertaling|document|bestand)\b.{0,100}(?:publiek(?:e)? domein|licentie|auteursrecht)",
    ),
    site_notices=(
        r"(?:dit is geen offici[ëe]le (?:tekst|publicatie)|onoffici[ëe]le vertaling|aan deze tekst kunnen geen rechten)",
        r"(?:overgenomen van|opgehaald van|alle rechten voorbehouden|auteursrecht|privacybeleid|privacyverklaring|deze (?:web)?site (?:gebruikt|maakt gebruik))",
        r"(?:dit|deze|de)\s+(?:werk|tekst|document|pagina|inhoud)\b.{0,80}(?:publieke domein|licentie|auteursrecht)",
        r"(?:gerelateerde|verwante|meer|andere|recente)\s+(?:artikelen|documenten|pagina.s|berichten|links|onderwerpen)\s*:?$",
        r"(?:zie ook|externe links)\s*:?$",
    ),
    credits=(
        r"(?:vertaald|vertaling|getranscribeerd|transcriptie|gecorrigeerd|gedigitaliseerd|bewerkt|overgetypt|ingevoerd)(?:\s+uit\b.{0,30})?\s*(?:door\b|:)",
        r"(?:vertalers?|bewerkers?|redactie)\s*:",
    ),
    archive_references=(
        r"(?:getypt|handgeschreven|minuut|concept|afschrift|autograaf)(?=\.\s)",
        r"(?:bron|vindplaats|inventarisnummer|inv\.\s?nr\.|archief|toegang|signatuur)\s*:",
        r"(?:nationaal archief|(?-i:NA|NL-HaNA))\b.{0,40}[,:]",
    ),
    note_leads=(
        r"\[?(?:red\.?|noot van de (?:redactie|vertaler)|noot vert\.?)\s*:",
        r"(?:voet|eind)?not(?:en|a.s)\s*:?$",
    ),
    text_follows=(
        r"(?:tekst|inhoud)\b.{0,80}\b(?:luidt|volgt)\b.{0,20}\s*[:.]",
        r"(?:als volgt|volledige tekst)\s*[:.]",
    ),
    classifications=(
        r"(?:zeer\s+geheim|geheim|vertrouwelijk|strikt\s+vertrouwelijk|spoed|dringend|persoonlijk)(?:[\s,;./–—-]+(?:geheim|vertrouwelijk|spoed|persoonlijk))*[.!]?",
        r"(?:afschrift|kopie|exemplaar)\s*(?:nr\.?|no\.?)?\s*\d*\.?",
    ),
    finite_words=frozenset("is was zijn waren heeft hebben had wordt worden werd werden zal zullen kan moet".split()),
    record_labels=frozenset(
        {
            "uitgever",
            "rechten",
            "identificatie",
            "archiefvormer",
            "periode",
            "omvang",
        }
    ),
    form_labels={
        "date": "datum;tijd;tijdstip;dag;datum en tijd;aanvang",
        "place": "plaats;locatie;vergaderplaats;plaats en datum",
        "people": "aanwezig;aanwezigen;deelnemers;tegenwoordig;aanwezig waren;ook aanwezig;verder aanwezig",
        "staff": "afwezig;voorzitter;voorzitster;secretaris;notulist;verslag;verslaggever;tolk;afwezig met kennisgeving;bericht van verhindering;verhinderd",
        "copied": "afschrift aan;kopie aan;kopie;ter kennisneming;in afschrift",
        "received": "ontvangen;ontvangst;binnengekomen;aangekomen",
        "number": "nr;nummer;no;telegram nr;kenmerk",
        "precedence": "urgentie;prioriteit;spoed",
        "classification": "rubricering;classificatie",
        "reference": "referte;bijlage;bijlagen;referentie",
    },
    subject_labels=(
        "betreft",
        "onderwerp",
    ),
    gathered=(r"\b(?:bijeengekomen|vergaderd|bijeen|kwamen\s+.{0,80}\bbijeen|ontmoetten)\b",),
    issued=(
        r"\b(?:ondertekend(?:en)?|getekend|uitgegeven|aangenomen|gesloten|afgekondigd|bekendgemaakt|uitgevaardigd|gepubliceerd)\b",
    ),
    dating=frozenset("van d".split()),
    document_nouns=frozenset(
        (
            "aanvraag aanschrijving afschrift akte antwoord bekendmaking bericht besluit boodschap brief "
            "briefwisseling circulaire conventie decreet document handvest instructie kennisgeving manifest "
            "mededeling memorandum memorie motie nota notawisseling notulen ontwerp oorkonde order overeenkomst "
            "pact petitie plakkaat proclamatie protocol rapport rede reglement regeling resolutie schikking "
            "statuut telegram tekst toespraak traktaat uittreksel ultimatum verdrag vergadering verklaring "
            "verordening verslag vertaling verzoek verzoekschrift voorstel vonnis wet"
        ).split()
    ),
    site_words=tuple(
        (
            "menu navigatie zoeken zoek inloggen aanmelden registreren abonneren nieuwsbrief delen afdrukken "
            "print downloaden download home startpagina website site pagina pagina's sitemap privacy cookie "
            "contact reactie reacties reageer forum bericht blog gebruiker lid lettergrootte toegankelijk "
            "instellingen advertentie gerelateerd lees-meer meer-lezen galerij video audio beluister naar-inhoud "
            "omhoog terug link links pdf"
        ).split()
    ),
)
