"""Spanish: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:p[áa]ginas?|p[áa]g\.|p\.|folio|fol\.|f\.)\s*<n>(?:\s*(?:de|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:saltar|ir|pasar)\s+(?:al|a la)\s+(?:contenido|navegaci[óo]n|b[úu]squeda|men[úu]|texto)\b.{0,40}",
        r"(?:cargando|espere)\W*|(?:ver|mostrar|leer)\s+(?:m[áa]s|menos)|versi[óo]n\s+(?:imprimible|para imprimir|texto|pdf)",
        r"(?:inicio|men[úu]|buscar|b[úu]squeda|compartir|imprimir|enviar|descargar|acceder|iniciar sesi[óo]n|registrarse|ayuda|contacto|siguiente|anterior|volver|editar|leer|ver historial|herramientas|apariencia|ir al contenido|mapa del sitio|s[íi]guenos|comentarios?)[\s>»:.]*",
        r"(?:inicio|p[áa]gina principal|portada)\s*[>»/|›·→:]+.*",
        r"(?:volver|ir)\s+(?:al?|a la)\s+(?:inicio|contenido|men[úu]|portada|navegaci[óo]n|b[úu]squeda|p[áa]gina)\b.{0,40}",
        r"(?:compartir|imprimir)\s+(?:en|por|esta|este|la|el)\b.{0,30}",
        r"(?:visitas?|lecturas?|visto)\s*:?\s*[\d.,]+|[\d.,]+\s*(?:visitas?|lecturas?|comentarios?)",
        r"(?:categor[íi]as?|etiquetas?|palabras clave|temas?)\s*:.*",
        r"(?:publicado (?:el|por|en)|[úu]ltima (?:modificaci[óo]n|actualizaci[óo]n)|actualizado el)\b.{0,80}",
    ),
    site_notices=(
        r"(?:obtenido de|todos los derechos reservados|derechos de autor|aviso legal|pol[íi]tica de privacidad|este sitio (?:web )?utiliza)",
        r"(?:esta|este|la|el)\s+(?:obra|texto|documento|p[áa]gina)\s+(?:est[áa]|se encuentra|es)\b.{0,60}(?:dominio p[úu]blico|licencia)",
        r"(?:art[íi]culos|documentos|p[áa]ginas|enlaces)\s+(?:relacionad[oa]s|externos|recientes)\s*:?$",
        r"v[ée]ase tambi[ée]n\s*:?$",
    ),
    credits=(
        r"(?:traducido|traducci[óo]n|transcrito|transcripci[óo]n|revisado|digitalizado|editado)(?:\s+\w+)?\s*(?:por\b|:)",
        r"(?:traductora?|transcriptora?|editora?)(?:es)?\s*:",
    ),
    archive_references=(
        r"(?:fuente|signatura|referencia|procedencia)s?\s*:",
        r"archivo (?:general|hist[óo]rico|nacional|diplom[áa]tico)\b[^.]{0,40}[,:(]",
    ),
    note_leads=(
        r"nota (?:del editor|del traductor|de la redacci[óo]n|del autor|del transcriptor)",
        r"notas?\s*:?$",
        r"\[?n\.\s?(?:del|de la)\s+(?:t|e|r)\.\s*:",
    ),
    text_follows=(
        r"(?:texto|tenor)\b.{0,80}\b(?:sigue|siguiente)\s*[:.]",
        r"(?:como sigue|lo siguiente|texto [íi]ntegro)\s*[:.]",
    ),
    classifications=(
        r"(?:muy\s+secreto|secreto|confidencial|muy\s+confidencial|reservado|muy\s+reservado|urgente|muy\s+urgente|personal)(?:[\s,;./–—-]+(?:secreto|confidencial|reservado|urgente|personal))*[.!]?",
        r"(?:copia|ejemplar)\s*(?:n\.?[º°o]\.?|n[úu]m\.)?\s*\d+",
    ),
    finite_words=frozenset("es son fue fueron era ha han había será serán sería debe puede está están".split()),
    citations=(
        r"(?P<journal>[A-Z][\w .’'&-]{2,50}?),\s*(?P<date>\d{1,2} de [^\W\d]+ de \d{4}),?\s*(?:p\.|p[áa]g\.|p[áa]gina)\s*(?P<page>\d+)\.?",
    ),
    record_labels=frozenset(
        {
            "idioma original",
            "número de registro",
            "lugar de firma",
            "entrada en vigor",
            "signatura",
        }
    ),
)
