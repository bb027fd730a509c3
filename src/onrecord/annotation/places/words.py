"""Words that say whether a name is a place: what is named after towns, what happens to places, what moves."""

# What makes the name before it an area's: GeoNames' feature code, and how far from the town it is named after it may
# reach in kilometres: typical of first- and second-order divisions and of corridors in the news, and no more than that.
KINDS_OF_AREA: dict[str, tuple[str, float | None]] = {
    **dict.fromkeys(
        "region province oblast governorate prefecture state department voivodeship krai".split(), ("ADM1", 100.0)
    ),
    **dict.fromkeys("district county raion rayon municipality canton subdistrict borough".split(), ("ADM2", 30.0)),
    **dict.fromkeys("corridor strip belt triangle".split(), ("RGN", 50.0)),
    **dict.fromkeys(
        "area axis direction front frontline sector border frontier countryside hinterland".split(), ("RGN", 50.0)
    ),
    **dict.fromkeys("valley gorge".split(), ("VAL", 50.0)),
    "pass": ("PASS", 30.0),
    "coast": ("CST", None),
    "peninsula": ("PEN", None),
    "basin": ("BSN", None),
    "plateau": ("PLAT", None),
    "mountains": ("MTS", None),
    "hills": ("HLLS", None),
    "desert": ("DSRT", None),
    "forest": ("FRST", None),
    "delta": ("DLTA", None),
    "river": ("STM", None),
    "lake": ("LK", None),
    "reservoir": ("RSV", None),
    "canal": ("CNL", None),
    "strait": ("STRT", None),
    "gulf": ("GULF", None),
    "bay": ("BAY", None),
    "sea": ("SEA", None),
    "island": ("ISL", None),
    "islands": ("ISLS", None),
    "archipelago": ("ISLS", None),
    "heights": ("RGN", None),
    "shoal": ("SHOL", None),
}
# Their plurals say it of each name of a list.
PLURALS = {
    f"{kind}s" if not kind.endswith("ty") else f"{kind[:-1]}ies": kind
    for kind in (
        "region",
        "province",
        "oblast",
        "governorate",
        "prefecture",
        "state",
        "district",
        "county",
        "municipality",
    )
}
KINDS_OF_AREA |= {plural: KINDS_OF_AREA[kind] for plural, kind in PLURALS.items()}
# Those that say it of a name that nobody knows too.
UNKNOWN_AREAS = frozenset(
    "province oblast governorate prefecture district county raion rayon corridor valley gorge peninsula basin "
    "plateau mountains hills desert delta river lake reservoir canal strait gulf bay sea island islands "
    "archipelago heights shoal region".split()
)
# Before a name they say that it is a populated place.
SETTLEMENTS = frozenset("city town village hamlet settlement port township municipality commune capital suburb".split())

# Something is or happens in what follows them.
LOCATIVE = frozenset(
    "in at near outside around inside across along off within throughout amid into via through beyond toward "
    "towards onto opposite beside above beneath past alongside close".split()
)
# What somebody is confident in is no place.
TRUST = frozenset("confidence faith trust interest belief stake believe interested".split())
# Verbs, and their nouns, of what comes or goes, is brought or sent.
MOTION = frozenset(
    "come go flee travel return arrive leave depart fly drive walk move withdraw cross fire launch enter deport "
    "evacuate expel escape march bring take ship sail send deploy run ride head retreat relocate migrate transfer "
    "carry deliver transport extradite rush hurry advance retrace back bind visit trip journey flight road route "
    "way train bus ferry convoy tour return exodus withdrawal retreat departure drift spread reach evacuation "
    "deportation land hike trek commute race roll crawl push stretch lead pass slip swim climb smuggle lure fall "
    "tumble rise cut export".split()
)
# What is done to places.
DONE_TO_PLACES = frozenset(
    "hit shell bomb strike attack capture seize retake evacuate flood besiege destroy occupy liberate damage "
    "shake batter pound storm surround encircle leave reach enter visit flee cross control tour invade approach "
    "recapture overrun devastate ravage level raid target rock jolt engulf hold take raze blockade ransack loot "
    "abandon near annex".split()
)
# What places themselves undergo.
UNDERGOING = frozenset("fall burn lie suffer shake flood starve bleed sink tremble smoulder".split())
# Nouns of what happens at a place named after `of` or `on`.
DONE_NOUNS = frozenset(
    "attack strike airstrike raid assault shelling bombing bombardment siege invasion occupation annexation "
    "capture fall liberation blockade recapture seizure evacuation destruction battle march advance fire "
    "airstrikes offensive".split()
)
# Parts of places, before `of`.
PARTS = frozenset(
    "east west north south northeast northwest southeast southwest centre center part rest half side edge "
    "outskirts suburb coast capital street sky border frontier town village city heart middle tip region province "
    "area interior map shore whole most all much territory soil corner district mainland".split()
)
# Those who live somewhere.
INHABITANTS = frozenset("resident inhabitant dweller villager household".split())
# Heads that make the name before them a place, bodies and buildings that stand somewhere.
FACILITIES = frozenset(
    "airport port harbour harbor hospital clinic market camp prison jail bridge station base dam refinery "
    "crossing checkpoint warehouse depot church mosque monastery school factory plant mine mill court courtroom "
    "hotel restaurant diner cafe bar home house apartment office street square road highway motorway railway "
    "suburb neighbourhood neighborhood district village town city slum outskirts seafront beach coast river "
    "waterfront airstrike strike attack bombing explosion blast quake earthquake flood riot massacre shooting "
    "siege battle summit conference meeting museum stadium theatre theater zoo park garden branch bureau shop "
    "store bakery".split()
)
# Those that make one name with the place's: `Goma International Airport`.
NAMED_FACILITIES = frozenset(
    "airport port harbour harbor hospital camp prison jail bridge base dam refinery crossing checkpoint".split()
)
# Words before a name that belong to it, or say which part.
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western northeastern northwestern southeastern southwestern "
    "central greater upper lower downtown inner outer old new mainland occupied nearby port".split()
)
# Names of towns that are other words far more often.
NEVER = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu "
    "fri sat sun ramadan christmas easter eid god allah islam christ the and but for not you all who how why what "
    "when where".split()
)
ORDINARY = frozenset(
    "of the police university mission union republic central western eastern northern southern north south east "
    "west upper lower human rights council centre center littoral maritime plateau coast highlands lowlands "
    "islands delta nice reading mobile bath sake most best orange bay hope wells deal ware rugby battle eye beer "
    "diss hook ash nelson wells sandwich corral post enterprise normal speed price bend media truth liberty "
    "freedom justice defence defense force forces army navy marine guard federal national international state "
    "states united nations peace security report court press gospel mother father son sun moon star green white "
    "black red blue brown gold silver young old new long short early young church temple school hospital bridge "
    "market castle park hill valley lake river sea ocean island mountain field gulf capital border frontier "
    "strait union alliance war battle victory success paradise eden war center ford mill stone wood forest garden "
    "house hall palace home".split()
)
