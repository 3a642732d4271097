"""Italian: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:pagin[ae]|pag\.|p\.|foglio|fol\.|f\.)\s*<n>(?:\s*(?:di|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:cronaca|politica|economia|sport|cultura|esteri|spettacoli|tecnologia|abbonati|accedi|ascolta l.articolo|di redazione.{0,30}|p\.\s?iva.{0,20}|segui il canale|\d+ min(?:uti)?|riproduzione riservata)(?:\s+\d+ min)?",
        r"versione\s+(?:in\s+)?(?:ingles[ei]|italian[ao]|frances[ei]|tedesc[ao]|spagnol[ao]|cines[ei]|russ[ao])",
        r"(?:mi piace\s*:?.{0,20}|condividi\s*:?.{0,40}|lascia un commento|il tuo indirizzo.{0,60}|leggi anche|potrebbe interessarti.{0,20}|pi[ùu] letti|chi siamo|chi sono|archivio|contatti|torna su|salva|chiudi|lingua|un blog\s.{2,40}|caricamento\W*|articolo (?:precedente|successivo).{0,60})",
        r"(?:sei (?:in|qui)|ti trovi (?:in|qui)|percorso|navigazione)\s*:.{0,140}|(?:scarica|apri|visualizza|stampa|consulta)\s+(?:il|la|in|come|questo|questa|l.)?\s*(?:pdf|documento|testo|file|articolo|pagina|originale|versione)\b.{0,40}",
        r"(?:note legali|privacy|cookie policy|accessibilit[àa]|newsletter|iscriviti|abbonati|notizie|ufficio stampa|sala stampa|esci|ricerca avanzata|accetta (?:tutti i )?cookie|rispondi|cita|segnala|mostra di pi[ùu])(?:\s*[>»|].*)?",
        r".{0,80}(?:utilizza (?:i )?cookie|attiva(?:re)? javascript|tuo browser).{0,60}|[\d.,]+\s*(?:membri|messaggi|risposte|utenti|visitatori|pagine|download|min(?:uti)? di lettura).{0,16}",
        r"(?:contatt[oi] stampa|per (?:ulteriori|maggiori) informazioni|indirizzo cui rivolgere domande)\s*:?",
        r"(?:vai|salta|passa)\s+(?:al|alla)\s+(?:contenuto|navigazione|ricerca|men[ùu]|testo)\b.{0,40}",
        r"(?:caricamento|attendere)\W*|(?:mostra|leggi|vedi)\s+(?:di pi[ùu]|altro|meno|tutto)|versione\s+(?:stampabile|per la stampa|testo|pdf)",
        r"(?:men[ùu]|cerca|ricerca|condividi|stampa|invia|scarica|accedi|registrati|aiuto|contatti|successivo|precedente|indietro|modifica|leggi|cronologia|strumenti|aspetto|vai al contenuto|mappa del sito|seguici|commenti)[\s>»:.]*",
        r"(?:home|pagina principale|inizio)\s*[>»/|›·→:]+.*",
        r"(?:torna|vai)\s+(?:al|alla|a)\s+(?:inizio|contenuto|men[ùu]|pagina|navigazione|ricerca|home)\b.{0,40}",
        r"(?:condividi|stampa)\s+(?:su|questa|questo|la|il)\b.{0,30}",
        r"(?:visite|letture|visualizzazioni)\s*:?\s*[\d.,]+|[\d.,]+\s*(?:visite|letture|visualizzazioni|commenti)",
        r"(?:categori[ae]|etichette|parole chiave|argomenti)\s*:.*",
        r"(?:pubblicato (?:il|da|in)|ultima (?:modifica|revisione)|ultimo aggiornamento|aggiornato il)\b.{0,80}",
    ),
    wiki_taglines=(r"(?:da\s+)?wiki(?:source|pedia)\b.{0,60}",),
    licences=(
        r"(?:quest[ao.]|il|la|l.)\s*(?:opera|testo|documento|traduzione|file)\b.{0,100}(?:pubblico dominio|licenza|diritto d.autore)",
    ),
    site_notices=(
        r"©?\s*riproduzione riservata",
        r"(?:il presente (?:documento|testo) non [èe]\b.{0,60}ufficiale|traduzione non ufficiale|fa (?:unicamente )?fede)",
        r"(?:estratto da|tutti i diritti riservati|diritti d.autore|note legali|informativa sulla privacy|questo sito utilizza)",
        r"(?:quest[ao.]|il|la|l.)\s*(?:opera|testo|documento|pagina)\s+[èe]\b.{0,60}(?:pubblico dominio|licenza)",
        r"(?:articoli|documenti|pagine|collegamenti)\s+(?:correlati|correlate|esterni|recenti)\s*:?$",
        r"vedi anche\s*:?$",
    ),
    credits=(
        r"(?:tradotto|traduzione|trascritto|trascrizione|riveduto|digitalizzato|a cura)(?:\s+\w+)?\s*(?:da\b|di\b|:)",
        r"(?:traduttore|traduttrice|trascrittore|curatore)\s*:",
    ),
    archive_references=(
        r"(?:dattiloscritto|manoscritto|autografo|minuta|copia autentica)(?=\.\s)",
        r"(?:fonte|segnatura|riferimento|provenienza|collocazione)\s*:",
        r"archivio (?:centrale|storico|di stato)\b[^.]{0,40}[,:(]",
    ),
    note_leads=(
        r"nota (?:del curatore|del traduttore|della redazione|dell.autore|del trascrittore)",
        r"note?\s*:?$",
        r"\[?n\.?\s?d\.?\s?(?:r|t|a|c)\.?\s*:",
    ),
    text_follows=(
        r"(?:testo|tenore)\b.{0,80}\b(?:segue|seguente)\s*[:.]",
        r"(?:come segue|quanto segue|testo integrale)\s*[:.]",
    ),
    classifications=(
        r"(?:segretissimo|segreto|riservato|riservatissimo|confidenziale|urgente|urgentissimo|personale)(?:[\s,;./–—-]+(?:segreto|riservato|urgente|personale))*[.!]?",
        r"(?:copia|esemplare)\s*(?:n\.?[º°]?)?\s*\d+",
    ),
    finite_words=frozenset("è sono era erano ha hanno aveva sarà saranno deve può devono possono".split()),
    record_labels=frozenset(
        {
            "editore",
            "diritti",
            "identificatore",
            "segnatura archivistica",
            "estremi cronologici",
            "tipologia",
            "gazzetta ufficiale",
        }
    ),
    form_labels={
        "date": "data;ora;giorno;data e ora;ore",
        "place": "luogo;sede;luogo e data;data e luogo;provenienza",
        "people": "presenti;partecipanti;intervenuti;sono presenti;membri presenti",
        "staff": "presidente;presiede;segretario;segretaria;verbalizzante;interprete;assenti;assente;assenti giustificati",
        "copied": "copia;copie;copia a;per conoscenza",
        "received": "ricevuto;ricevuta;arrivo;pervenuto",
        "number": "n;n.;numero;nr;prot",
        "precedence": "urgenza;precedenza",
        "classification": "classifica;classificazione",
        "reference": "riferimento;rif;allegato;allegati",
    },
    subject_labels=("oggetto",),
    gathered=(r"\b(?:riunit[ie]|radunat[ie]|convenut[ie]|si\s+sono\s+(?:riunit|incontrat)[ie]|si\s+è\s+riunit[oa])\b",),
    issued=(
        r"\b(?:firmarono|firmat[oaie]|sottoscritt[oaie]|emanat[oaie]|emess[oaie]|adottat[oaie]|pubblicat[oaie]|conclus[oaie]|pronunciat[oaie]|diramat[oaie]|proclamat[oaie])\b",
    ),
    dating=frozenset("del dell data in".split()),
    document_nouns=frozenset(
        (
            "accordo accordi allegato annuncio appello appunto armistizio atto bando bolla capitolazione carta "
            "circolare codice comunicato comunicazione concordato contratto convenzione costituzione decisione "
            "decreto delibera dichiarazione direttiva discorso dispaccio disposizione documento editto enciclica "
            "intesa intervento istruzione istruzioni legge lettera manifesto memorandum memoria messaggio mozione "
            "nota notifica ordinanza ordine patto petizione piano proclama progetto programma promemoria proposta "
            "protesta protocollo rapporto regolamento relazione resoconto rescritto richiesta risoluzione "
            "risposta sentenza statuto supplica telegramma testamento testo traduzione trattato ultimatum verbale"
        ).split()
    ),
    site_words=tuple(
        (
            "menu navigazione cerca ricerca accedi registrati iscriviti abbonati newsletter condividi stampa "
            "scarica home sito siti pagina pagine mappa-del-sito note-legali privacy cookie contatti commento "
            "commenti rispondi forum blog utente membro carattere accessibilità impostazioni pubblicità correlati "
            "leggi-anche leggi-tutto galleria video audio ascolta vai-al-contenuto torna link"
        ).split()
    ),
)
