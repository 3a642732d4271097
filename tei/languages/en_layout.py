"""English: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(
        r"(?:pages?|p\.?\s?g?\.?)\s*<n>(?:\s*(?:of|/)\s*\d{1,4})?",
        r"(?:fol(?:io|\.)|f\.|page ?break)\s*<n>",
    ),
    site_lines=(
        r"(?:back|forward|on|up)\s+to\s+(?-i:[A-Z][A-Z ()'’&.,-]{3,80})|(?:HC|HL)\s+(?:Deb|Hansard)\b.{0,60}|(?:noticed a typo|report other issues|search help|about this site)\W*(?:\|.*)?|by (?:staff|our) \w+.{0,30}|\d+ min(?:ute)?s?(?: read)?|produced by\b.{0,100}(?:proofread|team|volunteers?).{0,60}|.{0,80}(?:digital archive|digital library|digital collections?)|\(\d{1,3}\).{0,120}[.)]\s+(?-i:Back)",
        r"(?:(?:an?\s+)?(?:arabic|chinese|dutch|english|french|german|italian|japanese|korean|portuguese|russian|spanish)\s+(?:version|text|translation)|transcription(?: history| status)?|translation history|full transcription|item \d+|\d[\d,]*\s?views?)",
        r"(?:report|fix|correct|flag|suggest|edit)\s+(?:an?\s+|this\s+|the\s+)?(?:problem|error|text|article|issue|correction|page)s?\b.{0,30}|(?:article|page|document|record|item|image)\s+(?:identifier|id|text|number)\b.{0,40}|(?:(?:apa|mla|chicago|bib ?tex|harvard(?:/australian)?|ris|endnote)\s+citation)",
        r"downloaded (?:from|by|on)\b.{0,120}|for personal use only.{0,20}|this content downloaded\b.{0,100}|all use subject to\b.{0,80}|more information about\b.{0,60}|\S+ mailing list|(?:[\w.'’-]+\s+){0,4}[\w.-]+ at [\w-]+(?:\.[\w-]+)+|(?:to|from|date|subject|sent)?:?\s*\S+@\S+\.\S+",
        r"(?:sponsored|advertisement|promoted|trending|most (?:read|viewed|popular|recent)|editor.s picks|browse|lists?|order|upload|language|settings|profile|my account|log ?out|sign out|favou?rites|recommended|feedback|sort by|filter by|results? \d.{0,30}|save|copy|embed|rate this|translate|listen|your rating|show comments|load more|back to (?:results|search|list|top))(?:\s+(?:for|to|of|results?|this page|comments))?",
        r"(?:views?|hits|downloads|followers?|users? online|guests? online|file size|file type)\s*:?(?:\s*[\d,.]+\s?[km]?b?)?|(?:comments|likes|members?|posts?|threads?|replies|pages?)\s*:?\s*[\d,.]+",
        r"\d[\d,.]*\s*(?:members?|users?|guests?|visitors?|followers?|subscribers?|posts?|replies|pages?|min(?:ute)?s? read)\b(?:\s*(?:online|ago|viewing|read))?",
        r"(?:download|open|view|read)\s+(?:as\s+|the\s+|full\s+|in\s+)*(?:pdf|document|text|file|original|browser|fullscreen|full text|epub|word|citation|image|scan|source)\b.{0,40}",
        r"(?:this|your)\s+(?:site|page|website|browser)\b.{0,100}(?:cookies?|javascript|browser|outdated|supported).{0,60}|(?:accept|manage|reject|allow)\s+(?:all\s+)?cookies?",
        r"(?:press contacts?|media contacts?|media enquiries|contact information|for (?:further|more) information)\s*:?",
        r"(?:you are here|your location|breadcrumbs?|location)\s*:.{0,140}|(?:quick )?(?:links|navigation)|in this section|on this page|table of contents",
        r"(?:share|follow us|like us|join us)\s+on\b.{0,40}|(?:facebook|twitter|linkedin|whatsapp|instagram|youtube|reddit|pinterest)",
        r"(?:report post|edit post|permalink|copy link|flag|bookmark|show all|expand|collapse|full ?screen|zoom (?:in|out)|rotate|add to (?:cart|favou?rites|list)|ocr|find similar items|see other items|similar items|correct this text|article text)",
        r"(?:previous|next|first|last|newer|older)\s+(?:message|thread|topic|date|author|result|issue|volume|item|image|record)s?\b.{0,80}|(?:messages? sorted by|in reply to|mime-version|content-type|content-transfer-encoding|message-id|x-mailer|return-path|received(?=\s*:\s*(?:from|by)\b)|user-agent|list-id|reply-to)\s*:.{0,140}|\[(?:date|thread|subject|author|date (?:prev|next|index)|thread (?:prev|next|index)|list home)\](?:\s*\[\s*(?:date|thread|subject|author|date (?:prev|next|index)|thread (?:prev|next|index)|list home)\s*\])+",
        r"(?:wikisource|wikipedia|wikimedia commons)\b.{0,60}",
        r"(?:loading|waiting|please wait)\W*",
        r"(?:show|see|view|read)\s+(?:more|less|all)\W*",
        r"(?:text|print|printer[- ]friendly|mobile|html|pdf|plain text)\s+version",
        r"(?:watch|listen to|download)\s+(?:the|this|our)\s+(?:video|audio|recording|webcast|broadcast|document)\b.{0,60}",
        r"(?:skip|jump)\s+to\s+.{1,40}|go\s+to\s+(?:the\s+)?(?:main\s+|full\s+|site\s+)?(?:content|navigation|search|top|bottom|page|home|index|results?|record|item|text|menu|list)\b.{0,30}",
        r"\W*(?:\(\d{1,4}\)\s*)?(?:prev(?:ious)?|next)\b\W*(?:\(\d{1,4}\)\s*)?(?:(?:page|image)\s*\d.{0,30})?",
        r"\W*cite (?:this|as)\b.{0,40}|note to (?:the )?users?|dear (?:user|visitor|reader),?",
        r"(?:(?:view|show) original|(?:return|back) to .{1,40}?(?:index|page|list|folder|results?))(?:\s*(?:return|back) to .{1,40})*",
        r"(?:(?:jump|skip|go|back|return)\s+to\s+)?(?:the\s+)?(?:navigation|search|(?:main\s+)?content|top(?:\s+of\s+page)?|home ?page|main page|index|contents|list)",
        r"(?:home|menu|search|share|tweet|print|e-?mail|login|log in|sign in|sign up|register|subscribe|download|pdf|comments?|appearance|tools|talk|read|edit|view source|view history|contents|hide|show|follow us|about( us)?|contact( us)?|help|sitemap|site map|more|tags|next|previous|back)[\s>»:.]*",
        r"(?:share|print|save|e-?mail|tweet)(?:\s+(?:this|the)\s+(?:page|article|document|post)|\s+(?:on|via|to|by)\s+\w+)?[.!]?",
        r"(?:previous|next|prev|newer|older)\s*(?:page|document|article|post|chapter|section|entry)?\s*(?:[:|»«→←/].*)?",
        r"(?:home|start|main)(?:\s+page)?\s*(?:[>»/|›·•→:]+\s*\S.*)",
        r"(?:views?|hits?|visits?|reads?|downloads?|likes?|comments?|shares?)\s*[:：(]?\s*[\d,.]+\)?|[\d,.]+\s*(?:views?|hits?|reads?|visits?|comments?|likes?|shares?)",
        r"published\s*(?:on|at|:)?\s.{0,24}(?:199[5-9]|20\d\d).{0,24}",
        r"(?:last\s+(?:updated|modified|edited|changed|revised)|page\s+last\s+\w+|posted|uploaded|published\s+online|accessed|retrieved|last\s+accessed)\b.{0,80}",
        r"(?:categor(?:y|ies)|tags?(?!\s*:\s*(?-i:[A-Z]{2,4}\b))|keywords|topics?|filed under|labels?|hidden categor(?:y|ies))\s*:.*",
        r"(?:posted|written|submitted|uploaded)\s+(?:by|on|in)\b.{0,80}",
        r"(?:click|tap)\s+here\b.{0,60}",
        r"(?:public domain|false|true)+",
        r"(?:https?://|www\.)\S+",
    ),
    wiki_taglines=(r"(?:from\s+)?wiki(?:source|pedia|quote|books|media commons)\b.{0,60}",),
    licences=(
        r"(?:the )?standard wikisource licen[cs]es?\b",
        r"this (?:work|text|file|image|translation)(?: is| was| has been|,)?.{0,80}(?:in the public domain|public domain in|copyright status|released under|licen[cs]ed under|dedicated to the public domain)",
        r"(?:public domain){2}",
        r"permission is granted to copy, distribute",
    ),
    site_notices=(
        r"(?:this )?(?:text|transcription|document) (?:was|has been|is) (?:automatically |machine[- ])?(?:generated|produced|recogni[sz]ed|transcribed)\b.{0,60}(?:OCR|optical character|automatic|machine)",
        r"this e-?(?:book|text) is for the use of",
        r"this (?:document|project|translation|website) (?:was|is|has been) (?:made possible|supported|funded)",
        r"(?:this|the)\s+(?:text|document|translation|version|publication)\s+(?:is\s+)?(?:not\s+(?:an?\s+)?(?:official|authentic|legally binding)|unofficial|provided for (?:information|reference)|for (?:information|reference) (?:purposes )?only)",
        r"(?:for reference only|unofficial translation|disclaimer)\b.{0,60}$",
        r"\W*cite this (?:page|article|document|item)",
        r".{0,120}(?:no longer supports? your browser|(?:enable|requires?|without) javascript|javascript (?:is|must be) )",
        r"retrieved from\b",
        r"(?:copyright\b|©|\(c\)\s*\d{4})",
        r"all rights reserved",
        r"this (?:work|text|page|document|file|article) (?:is|was|has been) (?:in the public domain|licensed|released|available under|made available|published under)",
        r"(?:text|content) is available under",
        r"licensed under",
        r"creative commons",
        r"(?:we|this (?:web)?site) uses? cookies",
        r"by (?:using|continuing)\b.{0,40}\b(?:site|cookies)",
        r"(?:privacy policy|terms of (?:use|service)|disclaimers?|cookie (?:policy|statement))\b",
        r"(?:related|similar|other|more|recent|popular|latest)\s+(?:articles?|documents?|posts?|pages?|links?|news|stories|reading|texts?)\b.{0,20}$",
        r"(?:see also|external links|references and links|on this day|you may also like|leave a (?:comment|reply)|share this)\s*:?$",
        r"this page was last",
        r"navigation menu",
        r"powered by\b",
        r"hosted (?:by|on|at)\b",
    ),
    credits=(
        r"(?:(?:english|french|german|chinese|russian|unofficial|this)\s+)?(?:translat(?:ed|ion)|transcri(?:bed|ption)|proof-?read|typed|digiti[sz]ed|encoded|edited|scanned|html mark-?up|mark-?up|converted|checked)(?:\s*(?:/|and|&|,)\s*\w+(?:ed|ion))*\s*(?:by\b|:)",
        r"(?:translators?|transcribers?|transcription|proof-?readers?|editors?|markup|html)\s*:",
        r"online version\s*:",
    ),
    archive_references=(
        r"(?:typewritten|handwritten|manuscript|autograph|carbon copy|certified copy)(?: (?:text|copy|original|draft))?(?=\.\s|\.?$)",
        r"(?:(?:archival\s+)?(?:sources?|reference|provenance|shelf-?mark|call number|repository)\s*:)",
        r"(?:national archives|public record office|library of congress|department of state|the national archives)\b[^.]{0,60}[,:]\s*(?:RG|record group|FO|CAB|PREM|WO|CO|central files?|box|file|folder)\b",
        r"(?-i:TNA|NARA|NA|PRO|NAA|AA|DFAT|USNA|LAC|BL|NAI|AVPRF|AVP RF|RGANI|RGASPI|GARF|APRF|TsAMO)\b\s*[:.,(]",
    ),
    note_leads=(
        r"(?:printed|published|reprinted|reproduced) from (?:the|a|an)\b.{0,80}(?:manuscript|original|typescript|copy|text|edition)",
        r"(?:editor(?:ial|'s|’s|s)?|translator(?:'s|’s|s)?|transcriber(?:'s|’s|s)?)\s*(?:note|comment|remark)s?\b",
        r"(?:foot|end)?notes?\s*:?$",
        r"\[?(?:ed(?:itor)?\.?|trans\.?|tr\.)\s*(?:note)?\s*:",
    ),
    text_follows=(
        r"(?:(?:the\s+)?(?:full\s+)?text\b.{0,120}\b(?:follows|reads(?: as follows)?|is as follows|runs as follows)|full text(?: of .{3,120})?)\s*[:.]",
        r"(?:reads?|is|are) as follows\s*:",
    ),
    classifications=(
        r"(?:top\s+secret|secret|most\s+secret|confidential|strictly\s+confidential|restricted|unclassified|declassified|official\s+use\s+only|limited\s+official\s+use|for\s+official\s+use\s+only|urgent|priority|immediate|flash|niact|routine|personal|private|eyes\s+only|no\s+distribution|nodis|exdis)(?:[\s,;./–—-]+(?:top\s+secret|secret|confidential|urgent|priority|immediate|niact|personal|eyes\s+only|nodis|exdis|private))*[.!]?",
        r"(?:copy|ex(?:emplar)?\.?)\s*(?:no\.?|nr\.?|#|number)\s*\d+(?:\s*of\s*\d+)?[.]?",
        r"by\s+(?:cable|telegraph|wire|hand|messenger|air ?mail|pouch)[.]?",
    ),
    below_signatures=(
        r"(?:\d+\s+)?encl(?:osures?|s)?\b\.?.{0,60}|(?:\d+\s+)?incl(?:osures?|s)?\b\.?.{0,60}|enc(?:s|l)?\.?\s*(?:[:.(]\s*.{0,60})?|attachments?\b.{0,60}",
        r"(?:b?c\.?\s?c\.?|cop(?:y|ies)(?:\s+(?:sent\s+)?to)?|distribution|info)\s*[:.].{0,80}|cop(?:y|ies)\s+(?:sent\s+)?to\s.{0,80}",
        r"god\s+(?:save|bless|preserve)\b.{0,40}|(?-i:[A-Z]{2,4}[:/]\s?[A-Za-z]{2,4}|BT|NNNN)",
        r"(?:p\.?\s?t\.?\s?o\.?|turn\s+over|over|true\s+copy|a\s+true\s+copy|certified\s+(?:a\s+)?true\s+copy|translated\s+by\b.{0,60})[.:]?",
    ),
    finite_words=frozenset(
        "is are was were has have had will would shall should can could may might do does did been".split()
    ),
    running_heads=(
        r"PAGE\s+(?P<page>\d{1,3})\s+[A-Z][A-Z ]{2,30}\s\d{3,7}(?:\s+\d{6}Z)?.{0,20}",
        r"(?:declassified|released)(?:/released)?\b.{0,30}(?:department of state|eo systematic review)\b.{0,40}",
        r"(?P<page>\d{1,4})\s+United Nations\s*[—–-]+\s*Treaty Series\b.{0,30}",
        r"(?:\d{4}\s+)?(?:Vol\.\s?[\w-]{1,12}\s+)?United Nations\s*[—–-]+\s*Treaty Series(?:\s+Vol\.\s?[\w-]{1,12}|\s+\d{4})?(?:\s+(?P<page>\d{1,4}))?",
        r"(?:No\s+)?[LC]\s?\d{1,3}/(?P<page>\d{1,4})\s+(?:EN\s+)?Official Journal of the European (?:Communities|Union)\b.{0,40}",
        r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{2,4}\s+(?:EN\s+)?Official Journal of the European (?:Communities|Union)\s+(?:No\s+)?[LC]\s?\d{1,3}/(?P<page>\d{1,4})",
    ),
    record_labels=frozenset(
        {
            "credits",
            "original source",
            "original archive",
            "donor",
            "document information",
            "description of document",
            "encoding",
            "character set encoding",
            "release date",
            "ebook number",
            "creator",
            "contributor",
            "physical description",
            "extent",
            "subjects",
            "identifier",
            "accession number",
            "collection",
            "record group",
            "document type",
            "date of document",
            "depositary",
            "languages",
            "shelfmark",
            "series",
            "item number",
            "reference code",
            "original language",
            "original languages",
            "citation",
            "contents",
            "record number",
            "document number",
            "record id",
            "call number",
            "repository",
            "place signed",
            "entry into force",
            "in force",
            "registration number",
            "parties",
        }
    ),
    form_labels={
        "date": "date;time;date & time;date and time;time and date;dates;dtg;datetime;hour;held on;drafted;date of meeting;date of conversation",
        "place": "place;venue;location;place of meeting;meeting place;held at;place and time;time and place;date and place;place and date",
        "people": "participants;present;also present;those present;members present;attendees;in attendance;attendance;delegates;attended by;persons present",
        "staff": "in the chair;president;vice-president;chair;chairman;chairperson;presiding;interpreter;interpreters;notetaker;note-taker;note taker;secretary;recorder;rapporteur;minutes by;taken by;drafting officer;drafted by;absent;apologies;excused;not present;approved by",
        "copied": "info;rptd info;rptd;repeated to;cc;copies to;copy to;copies;distribution;info copies",
        "received": "received;rec'd;recd;received at;time of receipt;tor",
        "number": "no;number;nr;msg no;telegram no;message no;serial;cable no;file no;our ref;your ref",
        "precedence": "precedence;priority;urgency;action precedence",
        "classification": "classification;security classification;clas",
        "recipient": "action;action addressee",
        "reference": "ref;refs;reference;references;tags;e.o;eo;enclosure;enclosures",
    },
    subject_labels=(
        "subject",
        "subj",
        "re",
        "regarding",
    ),
    gathered=(
        r"\b(?:(?:having|being|were)\s+(?:met|assembled|gathered|convened)|assembled|gathered|met\s+together|meeting\s+(?:in|at|on)|held\s+(?:a\s+|their\s+)?(?:meeting|talks|conference|consultations|summit))\b",
    ),
    issued=(
        r"\b(?:signed|issued|adopted|released|concluded|announced|proclaimed|published|delivered|initialled|approved)\b",
    ),
    dating=frozenset("of dated".split()),
    document_nouns=frozenset(
        (
            "accord act address answer affidavit agenda agreement aide-mémoire announcement annex appeal appendix "
            "armistice article articles bill brief briefing bulletin cable cablegram certificate charter circular "
            "clarification code comment commentary communication communiqué communique concession conclusions "
            "concordat conditions conference contract convention conversation credentials declaration decision "
            "decree deed defence despatch directive dispatch document draft edict excerpt extract guidelines "
            "indictment instruction instructions instrument interview invitation journal judgment law lease "
            "lecture letter letters list manifesto memo memoir memorandum memorial message minute minutes motion "
            "note notes notice notification ordinance order outline pact petition plan plea pledge points "
            "press-release proclamation programme proposal proposals protest protocol ratification recommendation "
            "recommendations record regulation regulations release remarks reply report request resolution "
            "resolutions response rules sermon speech statement statute summary telegram terms testament "
            "testimony text toast transcript translation treaty ultimatum understanding verdict warrant"
        ).split()
    ),
    site_words=tuple(
        (
            "menu navigat search login log-in sign-in sign-up register subscrib newsletter share sharing tweet "
            "facebook twitter linkedin whatsapp instagram youtube print download pdf epub rss e-mail cookie "
            "privacy copyright website webmaster site sitemap homepage browser javascript scroll click link "
            "bookmark comment reply replies forum thread post posted blog user users member views hits font "
            "text-size accessib settings toolbar sidebar breadcrumb advert sponsored related trending more-from "
            "upload image gallery video audio listen page pages online archive-index html version cite permalink "
            "feedback skip loading magazines publications issuu"
        ).split()
    ),
)
