"""The catalogue of rules: every finding that `tei` can report, by id. Each has a page `docs/rules/<ID>.md`.

Two letters say the stage: RD readers, ST structure, AN annotation, AL alignment, EN encoder, XS schema, SC Schematron,
PT pointers, FD fidelity, CF configuration, BT many files at a time, PB publishers. An id once released is never given another meaning.
"""

from tei.diagnostics import Diagnostic, Location, Rule, Severity

_CATALOGUE: tuple[tuple[str, str, Severity, str], ...] = (
    ("CF001", "bad-settings", Severity.ERROR, "The command's options or tei.toml are wrong."),
    ("CF002", "duplicate-id", Severity.ERROR, "Two sources of a collection would get the same edition id."),
    ("CF003", "missing-package", Severity.ERROR, "A Python package that the work needs is not installed."),
    ("CF004", "stale-decision", Severity.ERROR, "A decision of the editor no longer fits the source."),
    ("CF005", "files-disagree", Severity.ERROR, "Files that should be versions of one edition do not fit together."),
    ("BT001", "source-given-up", Severity.ERROR, "A source cost more time or memory than it may, or ended its process."),
    ("BT002", "edition-edited", Severity.WARNING, "An edition was edited after tei wrote it, and is left as it is."),
    ("BT003", "source-gone", Severity.WARNING, "The source of an edition is no longer there."),
    ("BT004", "findings-left-out", Severity.WARNING, "So much was found that not all of it is told."),
    ("RD001", "unreadable-file", Severity.ERROR, "The file cannot be read."),
    ("RD002", "empty-source", Severity.ERROR, "The source holds no text."),
    ("RD003", "binary-source", Severity.ERROR, "The source is not text."),
    ("RD004", "doubtful-encoding", Severity.WARNING, "The character encoding had to be guessed."),
    ("RD005", "undecodable-bytes", Severity.ERROR, "Some bytes are not valid in the file's encoding."),
    ("RD006", "forbidden-character", Severity.WARNING, "A character that XML forbids was replaced visibly."),
    ("RD007", "bad-front-matter", Severity.WARNING, "The YAML front matter cannot be parsed."),
    ("RD008", "mixed-newlines", Severity.INFO, "The file mixes different line endings."),
    ("RD009", "encoding-taken", Severity.INFO, "The file is not in UTF-8; says which encoding was taken."),
    ("RD010", "overlong-line", Severity.ERROR, "A line is longer than XML tools read in one run of text."),
    ("RD011", "unsafe-document", Severity.ERROR, "A DOCX or ODT is damaged, locked, or not safe to open."),
    ("RD012", "tracked-changes", Severity.WARNING, "The file has deletions that are tracked; they are not in the text."),
    ("RD013", "left-out", Severity.INFO, "The file shows something that the text does not hold: pictures, comments."),
    ("RD014", "too-large", Severity.ERROR, "The source has more bytes than can be read at once."),
    ("ST001", "no-title", Severity.WARNING, "No title was found for a version."),
    ("ST002", "doubtful-join", Severity.WARNING, "Two pieces of a broken paragraph were joined without certainty."),
    ("ST003", "doubtful-signature", Severity.WARNING, "Lines were read as a signature without certainty."),
    ("ST004", "signature-without-name", Severity.WARNING, "A signature block names no person."),
    ("ST005", "unknown-language", Severity.WARNING, "The language of a passage could not be told."),
    ("ST006", "unknown-original", Severity.INFO, "The source does not say which version is the original."),
    ("ST007", "doubtful-metadata-date", Severity.WARNING, "A date in the source's metadata could not be read."),
    ("ST008", "several-documents", Severity.INFO, "A source of several documents was, or was not, divided as asked."),
    ("ST009", "doubtful-block", Severity.WARNING, "What a passage is was told without certainty."),
    ("ST020", "doubtful-correspondent", Severity.WARNING, "A sender or recipient was told without certainty."),
    ("AN001", "date-conflict", Severity.WARNING, "A dateline lies before the end of an event that the text reports."),
    ("AN002", "doubtful-correction", Severity.WARNING, "A stray foreign word was flagged and a correction proposed."),
    ("AN003", "mixed-script", Severity.INFO, "Glyphs outside the main script were regularized beside what is printed."),
    ("AN004", "doubtful-date", Severity.WARNING, "A date is impossible or could be read in two ways."),
    ("AN005", "doubtful-regularization", Severity.WARNING, "A glyph has more than one regular form."),
    ("AN010", "year-from-context", Severity.WARNING, "The year of a dateline was taken from the title or the metadata."),
    ("AN011", "date-without-dateline", Severity.INFO, "The date of the document was taken from other words than a dateline."),
    ("AL001", "unaligned-block", Severity.WARNING, "A block of one version has no counterpart in the other."),
    ("AL002", "doubtful-link", Severity.WARNING, "Two blocks were linked without certainty."),
    ("AL003", "signatory-mismatch", Severity.WARNING, "The versions do not have the same signatories."),
    ("AL004", "unaligned-sentence", Severity.INFO, "A sentence of a linked block has no counterpart."),
    ("AL005", "doubtful-sentence-link", Severity.INFO, "Sentences were linked without certainty."),
    ("AL006", "versions-disagree", Severity.INFO, "Two translations are linked through the original, and not directly."),
    ("AL007", "stale-link", Severity.WARNING, "An editor's link names a sentence that the source has no more."),
    ("XS001", "not-well-formed", Severity.ERROR, "The file is not well-formed XML."),
    ("XS002", "invalid-tei", Severity.ERROR, "The document breaks the TEI schema."),
    ("XS003", "invalid-edition", Severity.ERROR, "The document breaks the project's own schema."),
    ("XS004", "schema-unavailable", Severity.INFO, "A schema is not in the cache, so it was not checked against."),
    ("XS005", "schema-missing", Severity.ERROR, "A schema that was asked for cannot be found or read."),
    ("XS006", "doctype-present", Severity.WARNING, "The file has a document type declaration, which is not followed."),
    ("XS007", "model-not-followed", Severity.ERROR, "An xml-model instruction is broken, or its schema cannot be used."),
    ("SC001", "failed-assertion", Severity.ERROR, "The document breaks a Schematron rule."),
    ("SC002", "failed-recommendation", Severity.WARNING, "The document breaks a Schematron rule of role warning."),
    ("SC003", "schematron-note", Severity.INFO, "A Schematron rule of role information has something to say."),
    ("SC004", "rule-not-checked", Severity.INFO, "A Schematron rule cannot be evaluated here, so it was not checked."),
    ("PT001", "dangling-pointer", Severity.ERROR, "A pointer names an xml:id that the document does not have."),
    ("PT002", "duplicate-xml-id", Severity.ERROR, "Two elements have the same xml:id."),
    ("PT003", "one-way-link", Severity.ERROR, "An element is linked to another that is not linked back."),
    ("FD001", "text-lost", Severity.ERROR, "Characters of the source are neither in the text nor accounted for."),
    ("FD002", "text-added", Severity.ERROR, "The text has characters that the source does not have there."),
    ("FD003", "ledger-mismatch", Severity.ERROR, "An entry of the ledger is not what the source has at that place."),
    ("FD004", "source-changed", Severity.ERROR, "The source file is not the one that the edition was made from."),
    ("FD005", "source-absent", Severity.INFO, "The source file is not there, so fidelity was not checked."),
    ("PB001", "cannot-write", Severity.ERROR, "An output file or folder cannot be written."),
    ("PB002", "not-tei", Severity.ERROR, "A file to publish is XML, but no TEI document."),
    ("PB003", "deposit-metadata-missing", Severity.ERROR, "The collection lacks what a repository requires."),
    ("PB004", "damaged-package", Severity.ERROR, "A package is not what it was when it was made."),
    ("ZZ001", "internal-error", Severity.ERROR, "Our own program failed; please report it."),
)  # fmt: skip

RULES: dict[str, Rule] = {entry[0]: Rule(*entry) for entry in _CATALOGUE}


def finding(
    rule_id: str, message: str, location: Location, *, help: str = "", related: tuple[Location, ...] = ()
) -> Diagnostic:
    """A `Diagnostic` of the rule `rule_id`; KeyError when there is no such rule."""
    return Diagnostic(RULES[rule_id], message, location, help, related)
