"""French: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:pages?|p\.?|pag\.|fol(?:io|\.)|f[°o.])\s*<n>(?:\s*(?:sur|de|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:par|de)\s+(?:la\s+)?r[ée]daction.{0,30}|[ée]couter l.article.{0,12}|\d+ min(?:utes?)?(?: de lecture)?",
        r"(?:version|texte|traduction)\s+(?:anglaise?|fran[çc]aise?|allemande?|italienn?e?|espagnole?|chinoise?|japonaise?|russe|arabe|portugaise?|n[ée]erlandaise?)|historique de la transcription",
        r"t[ée]l[ée]charger\s+.{1,60}\(?(?:pdf|docx?|[km]o)\b.{0,20}|(?:à|a) lire (?:aussi|[ée]galement)|(?:sur le m[êe]me (?:sujet|th[èe]me)|vous aimerez aussi|les plus lus|tous? les? \w{4,16}|partager l.article|commentaires? \(\d+\)|laisser un commentaire|votre adresse|donn[ée]es personnelles|accessibilit[ée]\s*:.{0,40}|libert[ée]\W+[ée]galit[ée](?:\W+fraternit[ée])?)",
        r"(?:inventaire|cote|notice|page|vue|image)\s+(?:pr[ée]c[ée]dente|suivante|n[°o]\s*\d+|\d+\s*(?:sur|/)\s*\d+)|(?:zoom|agrandir|r[ée]duire|fermer|ouvrir|langue|connexion|panier|favoris)",
        r"(?:vous [êe]tes ici|fil d.ariane|navigation)\s*:?.{0,140}|(?:t[ée]l[ée]charger|consulter|imprimer|ouvrir|afficher)\s+(?:le|la|en|au|l.|ce|cette)?\s*(?:pdf|document|texte|page|article|fichier|version|notice)\b.{0,40}",
        r"(?:mentions l[ée]gales|plan du site|accessibilit[ée]|newsletter|lettre d.information|espace presse|actualit[ée]s|mon compte|s.abonner|se d[ée]connecter|mot de passe oubli[ée]|recherche avanc[ée]e|retour (?:[àa] la liste|en haut)|partager (?:cette page|cet article)|tout (?:accepter|refuser))(?:\s*[>»|].*)?",
        r".{0,80}(?:utilise des cookies|activer javascript|navigateur).{0,60}|[\d\s.,]+(?:membres|messages|r[ée]ponses|utilisateurs|visiteurs|invit[ée]s|pages|min(?:utes)? de lecture).{0,16}",
        r"(?:contacts?\s+presse|service de presse|pour (?:plus d.informations?|tout renseignement))\s*:?",
        r"(?:aller|passer|acc[ée]der)\s+(?:directement\s+)?(?:au|à)\s+(?:la\s+)?(?:contenu|menu|texte|navigation|recherche)\b.{0,40}",
        r"(?:chargement|veuillez patienter)\W*|(?:voir|afficher|lire)\s+(?:plus|moins|la suite)|version\s+(?:imprimable|texte|pdf)",
        r"(?:accueil|menu|rechercher|recherche|partager|imprimer|envoyer|connexion|se connecter|s.inscrire|t[ée]l[ée]charger|aide|apparence|outils|lire|modifier|voir l.historique|sommaire|plan du site|contact|haut de page|retour|suivant|pr[ée]c[ée]dent|aller au contenu|nous suivre|commentaires?)[\s>»:.]*",
        r"(?:accueil|page d.accueil)\s*[>»/|›·→:]+.*",
        r"(?:(?:article|page|document|chapitre)\s+)?(?:pr[ée]c[ée]dent|suivant)e?\s*(?:[:|»«→←].*)?",
        r"(?:retour|aller)\s+(?:au|à|en|vers)\b.{0,50}",
        r"(?:partager|imprimer|envoyer)(?:\s+(?:cet?t?e?|la|l.|sur|par|le)\b.{0,30})?",
        r"(?:vues?|visites?|lectures?|consultations?)\s*:?\s*[\d\s.,]+|[\d\s.,]+\s*(?:vues?|visites?|lectures?|commentaires?)",
        r"(?:cat[ée]gories?|mots[- ]cl[ée]s|[ée]tiquettes?|th[èe]mes?|rubriques?)\s*:.*",
        r"(?:publi[ée]e? (?:le|par)|mis(?:e)? (?:à jour|en ligne)|derni[èe]re (?:modification|mise à jour)|post[ée]e? (?:le|par)|consult[ée]e? le)\b.{0,80}",
    ),
    wiki_taglines=(r"(?:extrait de\s+)?wiki(?:source|p[ée]dia|quote)\b.{0,60}",),
    licences=(
        r"(?:cette|ce|le|la)\s+(?:œuvre|oeuvre|texte|document|traduction|fichier)\b.{0,100}(?:domaine public|licence|droits? d.auteur)",
    ),
    site_notices=(
        r"(?:le )?texte (?:affich[ée]|ci-dessous|de ce document)\b.{0,80}(?:comporter|reconnaissance|OCR|g[ée]n[ée]r)",
        r"(?:ceci n.est pas une (?:publication|version) officielle|(?:seule?|seul le texte).{0,60}(?:fait foi|authentique)|traduction non officielle|ce texte .{0,60}(?:valeur juridique|titre d.information))",
        r"(?:r[ée]cup[ée]r[ée]e? de|tous droits r[ée]serv[ée]s|droits d.auteur|mentions l[ée]gales|politique de confidentialit[ée]|ce site utilise)",
        r"(?:cette|ce|le|la)\s+(?:œuvre|oeuvre|texte|document|page)\s+(?:est|a [ée]t[ée])\b.{0,60}(?:domaine public|licence|sous)",
        r"(?:le contenu|les textes)\b.{0,40}\bsous\s+licence",
        r"(?:articles?|documents?|pages?|liens?|textes?)\s+(?:connexes?|li[ée]s|similaires?|externes?|r[ée]cents)\s*:?$",
        r"voir aussi\s*:?$",
    ),
    credits=(
        r"(?:traduit|traduction|transcrit|transcription|relu|relecture|corrig[ée]|saisi|num[ée]ris[ée]|[ée]dit[ée]|mise en ligne)e?s?(?:\s+\w+)?\s*(?:par\b|:)",
        r"(?:traducteur|traductrice|transcripteur|relecteur|[ée]diteur)s?\s*:",
    ),
    archive_references=(
        r"(?:dactylographi[ée]e?|manuscrite?|autographe|minute|copie certifi[ée]e)(?=\.\s)",
        r"(?:source|cote|r[ée]f[ée]rence|provenance|fonds|d[ée]p[ôo]t)s?\s*:",
        r"(?:archives (?:nationales|diplomatiques|du minist[èe]re)|(?-i:AN|AMAE|MAE|AD|BnF))\b\s*[,:(]",
    ),
    note_leads=(
        r"(?:imprim[ée]|publi[ée]|reproduit) d.apr[èe]s\b",
        r"note (?:de l.[ée]diteur|du traducteur|de la r[ée]daction|de l.auteur|du transcripteur)",
        r"(?:n\.?\s?d\.?\s?(?:l\.?\s?r|t|e|a)\.?)\s*:",
        r"notes?\s*:?$",
        r"\[?(?:ndlr|ndt|nde)\b",
    ),
    text_follows=(
        r"(?:texte|teneur)\b.{0,80}\b(?:suit|suivante?|ci-(?:apr[èe]s|dessous))\s*[:.]",
        r"(?:ainsi con[çc]ue?s?|comme suit|ce qui suit|texte int[ée]gral)\s*[:.]",
    ),
    classifications=(
        r"(?:tr[èe]s\s+secret|secret|confidentiel(?:le)?|tr[èe]s\s+confidentiel(?:le)?|urgent|tr[èe]s\s+urgent|prioritaire|personnel(?:le)?|r[ée]serv[ée]e?|diffusion\s+restreinte)(?:[\s,;./–—-]+(?:secret|confidentiel(?:le)?|urgent|personnel(?:le)?|r[ée]serv[ée]e?))*[.!]?",
        r"(?:copie|exemplaire|ex\.)\s*(?:n[°o.]+)?\s*\d+",
    ),
    below_signatures=(
        r"(?:p\.?\s?j\.?|(?:\d+\s+)?pièces?\s+jointes?|(?:\d+\s+)?annexes?)\s*[:.].{0,60}",
        r"(?:copies?|ampliations?)\s+(?:à|pour)\b.{0,80}|(?:copies?|ampliations?|c\.?\s?c\.?)\s*:.{0,80}",
    ),
    finite_words=frozenset("est était sont étaient ont avait avons été sera seront serait doit peut".split()),
    running_heads=(
        r"(?P<page>\d{1,4})\s+Nations Unies\s*[—–-]+\s*Recueil des Trait[ée]s\b.{0,30}",
        r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{2,4}\s+(?:FR\s+)?Journal officiel des Communautés européennes\s+(?:N[o°]\s+)?[LC]\s?\d{1,3}/(?P<page>\d{1,4})",
    ),
    record_labels=frozenset(
        {
            "date d'édition",
            "date d’édition",
            "droits",
            "identifiant",
            "provenance",
            "contributeur",
            "langue",
            "date de mise en ligne",
            "notice du catalogue",
            "titre",
            "type document",
            "nature",
            "nor",
            "éditeur",
            "étendue",
            "importance matérielle",
            "langue originale",
            "numéro d’enregistrement",
            "lieu de signature",
            "entrée en vigueur",
            "cote",
        }
    ),
    form_labels={
        "date": "date;heure;jour;date et heure;heure de dépôt;dépôt",
        "place": "lieu;endroit;lieu et date;date et lieu;lieu de la réunion;bureau d’origine;bureau d'origine;origine",
        "people": "présents;présent;participants;étaient présents;sont présents;assistance;membres présents;personnes présentes;assistaient à la réunion",
        "staff": "président;présidence;secrétaire;secrétaire de séance;rédacteur;interprète;interprètes;excusés;excusé;excusée;absents;absent;absente;rapporteur",
        "copied": "copie;copies;copie à;copie pour;pour information;information",
        "received": "reçu;reçu le;réception;arrivée;arrivé;heure de réception",
        "number": "n°;no;numéro;télégramme n°;nos",
        "precedence": "urgence;priorité;degré d’urgence;degré d'urgence",
        "classification": "classification;protection",
        "reference": "référence;références;réf;pièce jointe;pièces jointes",
    },
    subject_labels=(
        "objet",
        "sujet",
        "concerne",
    ),
    gathered=(
        r"\b(?:réunie?s|assemblée?s|se\s+sont\s+(?:réunie?s|rencontrée?s)|s’est\s+réunie?|s'est\s+réunie?|se\s+sont\s+entretenue?s)\b",
    ),
    issued=(
        r"\b(?:signée?s?|ont\s+signé|publiée?s?|adoptée?s?|conclue?s?|rendue?s?\s+public|prononcée?s?|proclamée?s?|paraphée?s?)\b",
    ),
    dating=frozenset("du daté datée".split()),
    document_nouns=frozenset(
        (
            "accord accords acte adresse allocution annexe annonce appel armistice arrangement arrêt arrêté "
            "attestation avenant avis bulletin capitulation charte circulaire code communication communiqué "
            "compromis compte-rendu concordat conclusions conférence constitution contrat convention conversation "
            "déclaration décision décret dépêche directive discours document échange édit entretien exposé "
            "extrait instruction instructions interview intervention jugement lettre lettres loi manifeste mandat "
            "mémoire mémorandum message motion note notes notification ordonnance ordre pacte pétition plan "
            "pleins-pouvoirs procès-verbal proclamation programme projet propositions proposition protestation "
            "protocole rapport ratification règlement relation remarques réponse requête résolution statut "
            "supplique télégramme testament texte toast traduction traité ultimatum verdict"
        ).split()
    ),
    site_words=tuple(
        (
            "menu navigation rechercher connexion connecter inscription inscrire abonner abonnez newsletter "
            "partager partage imprimer impression télécharger accueil site sites page pages plan-du-site "
            "mentions-légales confidentialité cookie contact commentaire commentaires répondre forum blog "
            "utilisateur membre police taille-du-texte accessibilité paramètres publicité article-suivant "
            "lire-aussi lire-la-suite voir-aussi galerie vidéo audio écouter aller-au-contenu haut-de-page retour "
            "lien liens texte-intégral"
        ).split()
    ),
)
