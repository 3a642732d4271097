"""English words whose forms no rule derives: first the form that dictionaries have, then the others."""

IRREGULAR_FORMS: tuple[str, ...] = tuple(
    line.strip()
    for line in """
    abide abode; arise arose arisen; awake awoke awoken; be am is are was were been; bear bore borne born; beat beaten;
    become became; begin began begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
    breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came;
    creep crept; deal dealt; dig dug; do does did done; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven;
    eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown;
    forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
    get got gotten; give gave given; go went gone; grow grew grown; hang hung; have has had; hear heard; hide hid hidden;
    hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt;
    leave left; lend lent; lie lain; light lit; lose lost; make made; mean meant; meet met; mistake mistook mistaken;
    overcome overcame; pay paid; prove proven; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen;
    seek sought; sell sold; send sent; sew sewn; shake shook shaken; shine shone; shoot shot; show shown; sing sang sung;
    sink sank sunk; sit sat; sleep slept; slide slid; smell smelt; speak spoke spoken; spend spent; spin spun; spit spat;
    spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike struck stricken; swear swore sworn;
    sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told;
    think thought; throw threw thrown; understand understood; undertake undertook undertaken; uphold upheld;
    wake woke woken; wear wore worn; weep wept; win won; wind wound; withdraw withdrew withdrawn; wring wrung;
    write wrote written;
    child children; foot feet; goose geese; half halves; knife knives; leaf leaves; life lives; loaf loaves; man men;
    mouse mice; ox oxen; person people; self selves; shelf shelves; thief thieves; tooth teeth; wife wives; wolf wolves;
    woman women;
    bad worse worst; good better best
    """.split(";")
)
