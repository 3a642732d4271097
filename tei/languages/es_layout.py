"""Spanish: what is written around a text by those who print, keep, translate or publish it."""

from tei.languages.base import LayoutWords

LAYOUT = LayoutWords(
    page_marks=(r"(?:p[áa]ginas?|p[áa]g\.|p\.|folio|fol\.|f\.)\s*<n>(?:\s*(?:de|/)\s*\d{1,4})?",),
    site_lines=(
        r"(?:cat[áa]logo|secciones|recursos|noticias|abajo|arriba|marco legal|informaci[óo]n|enlaces|por (?:la )?redacci[óo]n.{0,30}|escuchar (?:el )?art[íi]culo.{0,12}|\d+ min(?:utos)?|biblioteca virtual.{0,60}|\[?indicaciones de paginaci[óo]n.{0,30})",
        r"versi[óo]n\s+(?:en\s+)?(?:ingl[ée]s|inglesa|espa[ñn]ol|francesa?|franc[ée]s|alem[áa]n|italian[oa]|portugu[ée]sa?|chin[oa]|rusa?|[áa]rabe)",
        r"(?:volver arriba|enviar por correo|le[ea]r? tambi[ée]n|te puede interesar|m[áa]s le[íi]das|lo m[áa]s le[íi]do|deja(?:r)? un comentario|tu direcci[óo]n de correo.{0,60}|[áa]rea privada|cerrar|idioma|mi cuenta|guardar|ampliar|reducir|a\+\s*a-|escuchar|inicio\s*/.{1,140})(?:\s*[>»|:].*)?",
        r"(?:usted est[áa] aqu[íi]|est[áa]s en|ruta de navegaci[óo]n|navegaci[óo]n)\s*:?.{0,140}|(?:descargar|ver|abrir|imprimir|consultar)\s+(?:el|la|en|como|este|esta)?\s*(?:pdf|documento|texto|archivo|art[íi]culo|p[áa]gina|original|versi[óo]n)\b.{0,40}",
        r"(?:aviso legal|pol[íi]tica de cookies|mapa web|accesibilidad|bolet[íi]n|suscr[íi]base|suscribirse|noticias|sala de prensa|cerrar sesi[óo]n|b[úu]squeda avanzada|aceptar (?:todas las )?cookies|responder|citar|denunciar|mostrar m[áa]s)(?:\s*[>»|].*)?",
        r".{0,80}(?:utiliza cookies|active javascript|su navegador).{0,60}|[\d.,]+\s*(?:miembros|mensajes|respuestas|usuarios|visitantes|p[áa]ginas|descargas|min(?:utos)? de lectura).{0,16}",
        r"(?:contactos? de prensa|para (?:m[áa]s|mayor) informaci[óo]n)\s*:?",
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
    wiki_taglines=(r"(?:de\s+)?wiki(?:source|pedia)\b.{0,60}",),
    licences=(
        r"(?:esta|este|la|el)\s+(?:obra|texto|documento|traducci[óo]n|archivo)\b.{0,100}(?:dominio p[úu]blico|licencia|derechos de autor)",
    ),
    site_notices=(
        r"(?:este )?texto (?:fue|ha sido) (?:generado|reconocido|obtenido) (?:autom[áa]ticamente|mediante)",
        r"(?:este texto .{0,40}(?:valor jur[íi]dico|car[áa]cter (?:oficial|informativo))|traducci[óo]n no oficial|versi[óo]n no oficial)",
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
        r"(?:mecanografiad[oa]|manuscrit[oa]|aut[óo]grafo|borrador|copia certificada)(?=\.\s)",
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
    record_labels=frozenset(
        {
            "editorial",
            "derechos",
            "identificador",
            "procedencia",
            "materia",
            "fecha de publicación",
            "título",
            "signatura topográfica",
            "rango",
            "departamento",
            "publicado en",
            "idioma original",
            "número de registro",
            "lugar de firma",
            "entrada en vigor",
            "signatura",
        }
    ),
    form_labels={
        "date": "fecha;hora;día;fecha y hora;hora de inicio",
        "place": "lugar;sede;lugar y fecha;fecha y lugar;lugar de la reunión;procedencia;origen",
        "people": "asistentes;presentes;participantes;asisten;asistieron;concurrentes;miembros presentes",
        "staff": "presidente;presidencia;preside;secretario;secretaria;intérprete;ausentes;ausente;excusan su asistencia;redactor",
        "copied": "copia;copias;copia a;con copia a;para información",
        "received": "recibido;recibida;recepción;llegada",
        "number": "n.º;núm;número;no;nº",
        "precedence": "urgencia;prioridad;precedencia",
        "classification": "clasificación",
        "reference": "referencia;ref;anexo;anexos",
    },
    subject_labels=(
        "asunto",
        "objeto",
    ),
    gathered=(
        r"\b(?:reunid[oa]s|congregad[oa]s|se\s+reunieron|se\s+han\s+reunido|se\s+encontraron|celebraron\s+(?:una\s+)?(?:reunión|conversaciones))\b",
    ),
    issued=(
        r"\b(?:firmaron|firmad[oa]s?|firmó|suscribieron|suscrit[oa]s?|suscribió|emitió|emitieron|emitid[oa]s?|adoptaron|adoptad[oa]s?|publicad[oa]s?|expedid[oa]s?|concluid[oa]s?|pronunciad[oa]s?|proclamad[oa]s?)\b",
    ),
    dating=frozenset("de del fechada fechado fecha".split()),
    document_nouns=frozenset(
        (
            "acta acuerdo acuerdos anexo anuncio armisticio bando canje capitulación carta circular código "
            "comunicación comunicado concordato constitución contrato convención convenio declaración decreto "
            "despacho dictamen discurso documento edicto estatuto exposición informe instrucción instrucciones "
            "instrumento laudo ley manifiesto memorando memorándum memorial memoria mensaje minuta moción nota "
            "notas notificación oficio orden ordenanza pacto palabras petición plan proclama proclamación "
            "programa propuesta protesta protocolo proyecto reglamento resolución respuesta sentencia solicitud "
            "telegrama testamento texto tratado traducción ultimátum"
        ).split()
    ),
    site_words=tuple(
        (
            "menú navegación buscar búsqueda iniciar-sesión registrarse suscríb suscrib boletín compartir "
            "imprimir descargar inicio sitio sitios página páginas web mapa-del-sitio aviso-legal privacidad "
            "cookie contacto comentario comentarios responder foro blog usuario miembro fuente tamaño "
            "accesibilidad configuración publicidad destacados relacionad leer-más ver-más galería vídeo video "
            "audio escuchar contenido-principal arriba volver enlace enlaces"
        ).split()
    ),
)
