"""Signs that a sentence stands under a picture: what it says itself, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cleaners.finders.caption_text import sentences
from cleaners.view import Line, View

_VERBS = (
    r"speaks?|poses?|gestures?|looks? on|attends?|arrives?|waves?|listens?|reacts?|celebrates?|testif(?:ies|y)"
    r"|stands?|sits?|walks?|holds?|greets?|shakes? hands|leaves?|delivers?|gathers?|march(?:es)?|protests?|smiles?"
    r"|performs?|watch(?:es)?|appears?|works?|prepares?|waits?|checks?|carr(?:ies|y)|(?:is|are) (?:seen|pictured|shown"
    r"|seated|escorted|displayed|parked)|takes? part|prays?|participates?|runs?|rides?|surveys|undergoes|inspects?"
    r"|addresses|talks|meets?|embraces?|salutes?|boards|departs|chants?|lines? up|lies|fl(?:y|ies)|drives?|passes"
    r"|crosses|hugs?|kiss(?:es)?|lays?|points|laughs?|cheers?|tours|visits?|enters|exits|applauds?|takes? a selfie"
    r"|takes? (?:photos?|pictures?)|demonstrates?|rall(?:y|ies)|clash|mourns?|hugs|throws|dribbles|shoots|warms up"
    r"|displays?|unloads?|loads?|burns|rises|sets up|follows|reads|sorts?|sells?|serves?|stage|stages|wears"
)
_WORK = (
    r"takes? off|signals?|secures?|examines?|cleans?|harvests?|plays?|pushes|pulls|fixes|paints|picks|plants|cooks"
    r"|tends|feeds|puts on|shouts? down|hoists?|digs?|searches|unveils?|signs|rescues?|extinguish(?:es)?|sprays?"
    r"|patrols?|guards?|queues?|votes?|dances?|sings?|looks at|slap|chats?|climbs?|swims?|receives?|tries|casts?|ties"
    r"|hangs|floats|drinks?|eats?"
)
"""What people do in pictures, and elsewhere too: a sign only beside the date of a picture."""
_SHOWN = re.compile(rf"^[^.!?\"“]{{4,130}}?\b(?:{_VERBS}|{_WORK})\s(?:[^\"“]*)$")
_POSED = re.compile(
    r"[A-Z][^.!?\"“:;]{4,90}? (?:speaks? (?:during|to (?:reporters|supporters|the (?:media|crowd|press)|members|fans))"
    r"|gestures|poses?|waves?|looks? on|listens?|stands?|holds?|walks?|reacts|watch(?:es)?|gather|march"
    r"|embraces?|hugs?|sits?|(?:is|are) (?:seen|pictured)) (?:to|at|during|before|after|with|from|in|on|as|for|next|a"
    r"|an|outside|near|through|past|his|her|their|alongside|the)\b"
)
_BRIEFLY = re.compile(rf"^[^.!?\"“:;]{{4,110}}?\b(?:{_VERBS})\s")
_STAGED = re.compile(
    r"(?:An? (?:[a-z]+ ){0,3}(?:man|woman|boy|girl|child|worker|soldier|officer|protester|demonstrator|supporter|fan"
    r"|resident|voter|migrant|nurse|doctor|firefighter|farmer|student|tourist|visitor|customer|passer-?by)"
    r"|(?:[A-Z][a-z-]+ )?(?:[a-z-]+ )?(?:[Pp]rotesters|[Dd]emonstrators|[Ss]upporters|[Rr]esidents|[Vv]illagers|[Ff]ans"
    r"|[Mm]igrants|[Rr]efugees|[Ww]orkers|[Ss]oldiers|[Mm]ourners|[Rr]escuers|[Ff]irefighters|[Pp]olice officers"
    r"|[Pp]olice|[Pp]eople|[Vv]oters|[Ss]tudents|[Cc]hildren|[Cc]ommuters|[Tt]ourists|[Ww]omen|[Mm]en))"
    rf" (?:{_VERBS}|{_WORK}|wave|carry|take|clear|block|run|ride|try|look|sort|pass|cross|enter|leave|burn|fly|drive)\s"
)
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATED = re.compile(rf"\b(?:{_MONTH} \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {_MONTH},? (?:19|20)\d\d)\b", re.IGNORECASE)
_ON_A_DAY = re.compile(
    rf"\b(?:(?:19|20)\d\d|{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:\)|\b(?:19|20)\d\d|[A-Z]{3,})\s*(?:--|—|–|-)\s")
_PAST = re.compile(r"\b(?:said|told|was|were|had|has|have|did|would|could|according)\b")
_ENDED = re.compile(r"\b[a-z]{3,}ed (?!by\b)")
_NO_VERB = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|shall|not|never|an?|the|this|that|these|those|such|of|in"
    r"|new|first|second|third|latest|next|heat|shock|sound|brain|radio|crime|tidal|protest|rights|storm|thunderstorm"
    r"|tornado|hurricane|flood|suicide|neighbou?rhood|two|three|several|many|more) "
    rf"(?:{_VERBS}|gather|march|watch|wave|stand|pose|sit|hold|walk|look on)\b"
)
"""Infinitives, futures and nouns that look like what somebody does in a picture."""
_FIGURE = re.compile(
    r"\bma(?:de|kes?|king) (?:[a-z]+ )?waves\b|\bposes? an?\b|\bstands? at (?:[a-z]+ ){0,2}[$£€\d]"
    r"|\bstands? (?:to|for|by (?:its|his|her|their)|in (?:the way|\w+ contrast))\b"
    r"|\bholds? (?:an?|the|its|their) (?:[\w%.’'-]+ ){0,4}(?:stake|share|degree|doctorate|title|record|lead|majority"
    r"|view|patent|position|office|seat|rank|licen[cs]e|passport|key|belief|promise)s?\b"
    r"|\bsits? on (?:an?|the|its) (?:\w+ ){0,2}(?:board|bill|committee|panel|jury|council|bench|commission)\b"
    r"|\bembraces? (?:an?|the|its|their) (?:\w+ ){0,2}(?:idea|plan|view|notion|concept|policy|change|role|future)\b"
    r"|\breacts? to (?:an?|the) (?:news|report|decision|change|drug|rate|price|market)s?\b"
    r"|\b(?:runs?|lasts?|follows) (?:on|from|through|until|till)\b|\bleaves? office\b|\b[sS]ince (?:19|20)\d\d\b"
)
"""What rates, laws, shows and parties do, in the same words; the present tense of news also tells what is to come."""
_ACTED = re.compile(
    r"\b(?:made|led|sparked|shocked|helped|prompted|raised|went|caused|angered|became|was first|were first)\b"
)
"""What a picture did: a sentence about it."""
SIDE = re.compile(
    r"\((?:pictured(?: [a-z ]{3,20})?|(?:far |second )?(?:left|right)|centre|center|front|back|above|below)\)"
    r"|(?-i:\([LC]\))"
    r"|, (?:far )?(?:left|right|center|centre),|"
    r"\b(?:pictured (?:here|above|below|left|right|in this)|(?:is|are|was|were) (?:seen|shown) (?:here|above"
    r"|below))\b|, seen here\b|^seen here\b|\bL-R\b",
    re.IGNORECASE,
)
_GERMAN_SIDE = re.compile(r"\((?:v\. ?)?(?:[lrmLRM]\.|v\. ?l\. ?n\. ?r\.|von links|hinten|vorne?)(?:,[^()]{2,30})?\)")
_VIEW = re.compile(
    r"(?:an? |the |this )?(?:(?:19|20)\d\d )?"
    r"(?:undated |file |general |aerial |archive |satellite |still |combination |composite )*"
    r"(?:photo(?:graph)?|picture|image|view|screen ?(?:grab|shot)|still|rendering|portrait|handout|illustration"
    r"|artist[’']s (?:impression|concept|rendering)|"
    r"footage|graphic|map|chart|sign|mugshot)s? (?:of|from|shows?|showing|taken|released|posted|provided)\b",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"\b((?:[A-Z]\.)+|(?:Mrs?|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Sgt|Col|Capt|Prof|Jr|Sr|St|Mt|Fla|Calif|Va|Pa|Ala|Ariz|Ill|Mass|Conn"
    r"|Wash|Tenn|Ore|Minn|Wis|Mich|Ga|Md|Colo|Mo|La|Okla|Nev|Ind|Kan|Ky|Neb|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)|(?<=\w)\.(?=[a-z])"
)
_PERSON = re.compile(r"[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_TOLD = re.compile(
    r"\b(?:sa(?:id|ys)|told|asked|added|adds|explained|explains|noted|according to|sagte|sagt|erklärte|betonte"
    r"|teilte|laut|dijo|dice|afirmó|señaló|explicó|aseguró|disse|afirmou|explicou|a déclaré|a dit|explique|selon"
    r"|ha detto|secondo|сказал[аи]?|заявил[аи]?|сообщил[аи]?|отметил[аи]?|powiedział[a]?|dodał[a]?|zei|zegt|volgens"
    r"|sade|säger|enligt|sier|ifølge|cho biết|nói rằng|dedi|söyledi|belirtti|ujar)\b",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"(?:But|And|So|However|Yet|Still|Also|Then|Meanwhile|Moreover|Furthermore|Thus|Hence|Whoever|Whichever|Whether|Instead|Although|Because|If|When|While"
    r"|Since|After|Before|It|He|She|They|We|I|You|This|That|These|Those|There|Here|His|Her|Their|Its|My|Our|Your|Now"
    r"|In(?! this)|On|At|By|As|From|To|For|Not|No|Nor|Or|Of course|How|What|Why|Who|Where|Which|Is|Are|Can|Wie|Was"
    r"|Warum|Wer|Wo|Qué|Cómo|Comment|Pourquoi|Come|Perché|Como|Как|Почему|Что"
    r"|Doch|Aber|Und|Dabei|Denn|Dies|Diese[rsn]?|Das ist|Er|Sie|Es|Wir|Ich"
    r"|Man|Auch|Zudem|Außerdem|Allerdings|Wenn|Nun|Dann|Dort|Hier|Seine?|Ihre?|Pero|Sin embargo|Además|También"
    r"|Así|Ello|Esto|Este es|Él|Ella|Según|Por|Mas|Porém|Além|Ele|Ela|Isso|Segundo|Mais|Cependant|Ainsi|Il|Elle|Ils"
    r"|Elles|Nous|C[’']est|Selon|En outre|Ma|Inoltre|Secondo|Lui|Lei|Но|А|И|Однако|Также|При этом|Он|Она|Они|Это"
    r"|По словам|Nhưng|Tuy nhiên|Theo|Ngoài ra|Maar|Ook|Hij|Zij|Het|Men|Han|Hon|Hun|Det|Ale|Jednak|Ona)\b[ ,]"
)
_INNER = re.compile(
    r"\b(?:I|we|you|your|our|my|ich|wir|uns|du|yo|nous|vous|noi|nós|мы|вы|tôi|chúng ta)\b", re.IGNORECASE
)

SURE = 2
"""Points from which a sentence beside a credit is its caption."""


@lru_cache(maxsize=64)  # one sign after the other asks for the same line
def undotted(text: str) -> str:
    """The text without the full stops that end no sentence.

    >>> undotted("U.S. Gov. Ada Brill opens Elm.gov. It works.")
    'US Gov Ada Brill opens Elmgov. It works.'
    """
    return _POINTED.sub(lambda match: (match[1] or "").replace(".", ""), text)


def unended(text: str) -> bool:
    """Whether a text goes without a full stop or anything in its place."""
    return text[-1].isalnum() or text[-1] == ")"


def depicts(text: str) -> bool:
    """Whether the line's own words say that it stands under a picture."""
    count, text = sentences(text), undotted(text)
    if count > 3 or _DATELINE.search(text[:90]) or text[0] in "\"“‘'-•*" or text[0].islower():
        return False
    first = text[: text.find(". ")] if count > 1 and ". " in text else text
    dated = any(map(str.isdigit, first)) and bool(_DATED.search(first))
    if dated and _SHOWN.match(text) and not _PAST.search(text[:140].lower()):
        briefly = _BRIEFLY.match(text)
        acted = _NO_VERB.search(briefly.group() if briefly else first) or _ACTED.search(first)
        return not acted and not _FIGURE.search(first)
    if (
        (posed := _POSED.match(text))
        and not _NO_VERB.search(posed.group())
        and not _FIGURE.search(first)
        and not prose(text)
        and " seen as " not in text
        and _ON_A_DAY.search(text)
        and not _PAST.search(first.lower())
    ):
        return True
    if _GERMAN_SIDE.search(text):
        return count < 3
    if SIDE.search(text):
        return unended(text) and count == 1
    return bool(_VIEW.match(text)) and count < 3 and (unended(text) or dated) and not _ACTED.search(first)


def shown(text: str) -> bool:
    """Whether an English sentence tells in the present tense what somebody does on some day, as captions do.

    >>> shown("Ada Brill arrives at the court in Elm on Friday."), shown("Ada Brill arrived in Elm on Friday.")
    (True, False)
    """
    text = undotted(text)
    match = _BRIEFLY.match(text)
    if not match or _PAST.search(match.group().lower()) or _ENDED.search(match.group()):
        return False
    return bool(_ON_A_DAY.search(text) or SIDE.search(text))


def staged(text: str) -> bool:
    """Whether an English sentence opens with people nobody has spoken of, and what they do.

    >>> staged("Protesters wave flags at the gate of the mill"), staged("Protesters waved flags at the gate")
    (True, False)
    """
    match = _STAGED.match(undotted(text))
    return match is not None and not _PAST.search(match.group().lower())


def goes_on(text: str) -> bool:
    """Whether a sentence opens as one does that goes on from another, or asks.

    >>> goes_on("How would she know?"), goes_on("Ada Brill at the gate of the mill.")
    (True, False)
    """
    return bool(_ONGOING.match(text))


def prose(text: str) -> bool:
    """Whether a sentence belongs to a running text: it goes on from another one, quotes, asks, or tells who said so.

    >>> prose("However, nobody came."), prose("Ada Brill at the gate of the mill in Elm.")
    (True, False)
    """
    return (
        text[0] in "\"“‘„«'»–—-•*▪●…"
        or text[0].islower()
        or text[-1] in ':;,?!”"“…'
        or goes_on(text)
        or bool(_TOLD.search(text))
        or bool(_INNER.search(text))
    )


def stems(text: str) -> set[str]:
    """The longer words of a text, cut to six letters so that their endings do not count.

    Words of scripts without capitals are left out: they are no measure there.
    """
    return {word[:6].lower() for word in _WORD.findall(text) if word[0].lower() != word[0].upper()}


def shared(text: str, others: Iterable[str]) -> float:
    """Which part of the longer words of a text the others say too."""
    words = stems(text)
    around = set().union(*map(stems, others))
    return len(words & around) / len(words) if len(words) > 2 else 0.0


def paragraphs(view: View, line: Line, reach: int = 3) -> list[str]:
    """The paragraphs near a line: longer lines, up to ``reach`` away."""
    near = view.lines[max(0, line.index - reach) : line.index] + view.lines[line.index + 1 : line.index + 1 + reach]
    return [other.text for other in near if len(other.text) > 80]


def points(text: str, around: Iterable[str]) -> int:
    """How much speaks for a sentence beside a credit being the caption; :data:`SURE` is enough.

    >>> points("Ada Brill at the gate of the old mill in Elm", ["The mill in Elm was sold, Ada Brill says."]) >= SURE
    True
    >>> points("She sold it.", ["The mill in Elm was sold, Ada Brill says."])
    -2
    """
    around = list(around)
    words = text.split()
    score = 0
    if unended(text) and len(words) > 6 and sum(word[0].islower() for word in words) > 0.4 * len(words):
        score += 2
    if depicts(text) or shown(text):
        score += 2
    if prose(text):
        score -= 2
    overlap = shared(text, around)
    score += (overlap >= 0.45) + (overlap >= 0.6)
    told = {name for other in around for name in _PERSON.findall(other)}
    return score + any(name in told for name in _PERSON.findall(text))
