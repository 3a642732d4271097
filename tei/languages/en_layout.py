"""English: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(
        r"(?:pages?|p\.?\s?g?\.?)\s*<n>(?:\s*(?:of|/)\s*\d{1,4})?",
        r"(?:fol(?:io|\.)|f\.|page ?break)\s*<n>",
    ),
    site_lines=(
        r"(?:wikisource|wikipedia|wikimedia commons)\b.{0,60}",
        r"(?:loading|waiting|please wait)\W*",
        r"(?:show|see|view|read)\s+(?:more|less|all)\W*",
        r"(?:text|print|printer[- ]friendly|mobile|html|pdf|plain text)\s+version",
        r"(?:watch|listen to|download)\s+(?:the|this|our)\s+(?:video|audio|recording|webcast|broadcast|document)\b.{0,60}",
        r"(?:skip|jump|go)\s+to\s+.{1,40}",
        r"\W*(?:\(\d{1,4}\)\s*)?(?:prev(?:ious)?|next)\b\W*(?:\(\d{1,4}\)\s*)?(?:(?:page|image)\s*\d.{0,30})?",
        r"\W*cite (?:this|as)\b.{0,40}|note to (?:the )?users?|dear (?:user|visitor|reader),?",
        r"(?:(?:view|show) original|(?:return|back) to .{1,40}?(?:index|page|list|folder|results?))(?:\s*(?:return|back) to .{1,40})*",
        r"(?:(?:jump|skip|go|back|return)\s+to\s+)?(?:the\s+)?(?:navigation|search|(?:main\s+)?content|top(?:\s+of\s+page)?|home ?page|main page|index|contents|list)",
        r"(?:home|menu|search|share|tweet|print|e-?mail|login|log in|sign in|sign up|register|subscribe|download|pdf|comments?|appearance|tools|talk|read|edit|view source|view history|contents|hide|show|follow us|about( us)?|contact( us)?|help|sitemap|site map|more|tags|next|previous|back)[\s>»:.]*",
        r"(?:share|print|save|e-?mail|tweet)(?:\s+(?:this|the)\s+(?:page|article|document|post)|\s+(?:on|via|to|by)\s+\w+)?[.!]?",
        r"(?:previous|next|prev|newer|older)\s*(?:page|document|article|post|chapter|section|entry)?\s*(?:[:|»«→←/].*)?",
        r"(?:home|start|main)(?:\s+page)?\s*(?:[>»/|›·•→:]+\s*\S.*)",
        r"(?:views?|hits?|visits?|reads?|downloads?|likes?|comments?|shares?)\s*[:：(]?\s*[\d,.]+\)?|[\d,.]+\s*(?:views?|hits?|reads?|visits?|comments?|likes?|shares?)",
        r"(?:last\s+(?:updated|modified|edited|changed|revised)|page\s+last\s+\w+|posted|uploaded|published\s+online|accessed|retrieved|last\s+accessed)\b.{0,80}",
        r"(?:categor(?:y|ies)|tags?|keywords|topics?|filed under|labels?|hidden categor(?:y|ies))\s*:.*",
        r"(?:posted|written|submitted|uploaded)\s+(?:by|on|in)\b.{0,80}",
        r"(?:click|tap)\s+here\b.{0,60}",
        r"(?:public domain|false|true)+",
        r"(?:https?://|www\.)\S+",
    ),
    site_notices=(
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
        r"(?:(?:archival\s+)?(?:sources?|reference|provenance|shelf-?mark|call number|repository)\s*:)",
        r"(?:national archives|public record office|library of congress|department of state|the national archives)\b[^.]{0,60}[,:]\s*(?:RG|record group|FO|CAB|PREM|WO|CO|central files?|box|file|folder)\b",
        r"(?-i:TNA|NARA|NA|PRO|NAA|AA|DFAT|USNA|LAC|BL|NAI|AVPRF|AVP RF|RGANI|RGASPI|GARF|APRF|TsAMO)\b\s*[:.,(]",
    ),
    note_leads=(
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
        r"god\s+(?:save|bless|preserve)\b.{0,40}|(?-i:[A-Z]{2,4}[:/]\s?[A-Za-z]{2,4})",
        r"(?:p\.?\s?t\.?\s?o\.?|turn\s+over|over|true\s+copy|a\s+true\s+copy|certified\s+(?:a\s+)?true\s+copy|translated\s+by\b.{0,60})[.:]?",
    ),
    finite_words=frozenset(
        "is are was were has have had will would shall should can could may might do does did been".split()
    ),
    citations=(
        r"(?P<journal>[A-Z][\w .’'&-]{2,50}?),\s*(?:\w+day,?\s+)?(?P<date>[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4}),?\s*(?:p\.|page)\s*(?P<page>[A-Z]?\d+)\.?",
    ),
    running_heads=(
        r"(?P<page>\d{1,4})\s+United Nations\s*[—–-]+\s*Treaty Series\b.{0,30}",
        r"(?:\d{4}\s+)?(?:Vol\.\s?[\w-]{1,12}\s+)?United Nations\s*[—–-]+\s*Treaty Series(?:\s+Vol\.\s?[\w-]{1,12}|\s+\d{4})?(?:\s+(?P<page>\d{1,4}))?",
        r"(?:No\s+)?[LC]\s?\d{1,3}/(?P<page>\d{1,4})\s+(?:EN\s+)?Official Journal of the European (?:Communities|Union)\b.{0,40}",
        r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{2,4}\s+(?:EN\s+)?Official Journal of the European (?:Communities|Union)\s+(?:No\s+)?[LC]\s?\d{1,3}/(?P<page>\d{1,4})",
    ),
    record_labels=frozenset(
        {
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
)
