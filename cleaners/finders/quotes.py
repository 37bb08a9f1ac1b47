"""Where the text of an embedded post begins.

A post's end is known (its signature or picture link). Backwards from there: a paragraph of its own is the post; in a
longer line the last sentence before the signature is sure, and so is every sentence from the first hashtag, mention or
shortened link on, as far as a post can be long. Paragraphs above belong to it when something says so: a block of lines
without blank lines between, such a sign in them, or the same words quoted in the article.
"""

from __future__ import annotations

import re
from typing import Final

from cleaners.view import Line, View

URL = re.compile(r"(?:https?://\S+|\bt\.co/\w+|pic\.(?:twitter|x)\.com/\w+)")
_CUE = re.compile(
    r"pic\.(?:twitter|x)\.com/|\bt\.co/|(?:^|[\s.\"“(])[#@][^\W\d]\w+|[\U0001f300-\U0001faff\u26a0-\u26ff\u2728\u2764\u2b50]"
)
_STRONG = re.compile(
    r"pic\.(?:twitter|x)\.com/|\bt\.co/|(?:^|\s)#[^\W\d]\w+|^\.?@\w|[\U0001f300-\U0001faff\u26a0-\u26ff\u2728\u2764\u2b50]"
)
_CHROME = re.compile(r"(?i)\d{1,2}[:.]\d\d\b.*|.*\bretweets?\b.*|follow|.{0,50}@\w+")
_ABOUT = re.compile(r"(?i)hashtag|tweet|twitter|tuit|hasztag|хештег|твит")
_MENTIONS = re.compile(r"^(?:\.?@\w+\s+)+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[^\sa-z])|(?<=\w{3}[.!?])(?=[A-Z][a-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Sec|Rep|Reps|Sens|Amb|Pres|Gov|Gen|Lt|Sgt|Col|Prof|Jr|Sr|No|vs|Inc|Co|Corp|approx)|U\.S|U\.N|U\.K)\.\s*$"
)
_TWO_SENTENCES = re.compile(r"[a-z][.!?][\"”]? [A-Z]")
_SPEAKING = re.compile(
    r"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|[Ww]e(?:['’](?:re|ve|ll))?|[Oo]ur|[Tt]hanks|[Tt]hank you|[Cc]ongrats"
    r"|[Ii]ch|[Ww]ir|[Mm]ein[er]?|[Uu]nsere?r?|[Jj]e|[Nn]ous|[Nn]otre|[Mm]on|[Yy]o|[Nn]osotros|[Nn]uestr[oa]|[Mm]eu|[Mm]inha|[Nn]oss[oa]"
    r"|[Мм]ы|[Мм]ой|[Нн]аш\w?|[Jj]ag|[Mm]in|[Vv]år)\b"
)
"""Words of somebody who speaks for himself; in a report they stand in quotation marks."""
_QUOTATION = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»]")
_INTRODUCED = re.compile(
    r"(?i)\b(?:tweet(?:ed|s)?|twitter|posted|wrote|replied|said|added|writes|schrieb|twitterte|a écrit|escribió"
    r"|tuiteó|escreveu|tuitou|ha scritto|napisał[a]?|написал[а]?|skrev)\b[^.:!?]{0,40}:\s+(?=\S)"
)
_HERALD = re.compile(
    r"^#?(?:NEW|BREAKING|JUST IN|WATCH|THREAD|DEVELOPING|EILMELDUNG"
    r"|URGENT|ÚLTIMA HORA)\b ?:"
    r"|#(?:BREAKING|UPDATE|JUSTIN|WATCH|EILMELDUNG|ULTIMAHORA|URGENT)\b|[\U0001f1e6-\U0001f1ff\U0001f6a8\u26a0]"
)
"""What a post's first paragraph holds: a label in capitals, a flag, a siren."""
_NUMBERED = re.compile(r"(\d{1,2})[.)] ")
_COUNT = re.compile(r"\(?\b\d{1,2}/\d{0,2}\)?(?=\s|$)")
"""Which of how many posts this one is."""
_MARKS: Final = '"“”„«»'
LONGEST_SIGNATURE: Final = 130
"""Characters of dash, name, handle, date and links; where more follows, the line is no post's own."""
LONGEST: Final = 330
"""Characters of a post, a link counting 23: 280 is the limit, but names that it answers come on top."""


def fits(text: str) -> bool:
    """Whether a text is short enough to be one post.

    >>> fits("Rain again. https://t.co/" + "a" * 400), fits("Rain again. " * 30)
    (True, False)
    """
    return len(text) <= LONGEST or len(URL.sub("x" * 23, _MENTIONS.sub("", text))) <= LONGEST


def has_cue(text: str) -> bool:
    """Whether a text holds what posts hold and articles rarely do: a hashtag, a mention, a shortened link, an emoji.

    >>> has_cue("Watch #Brexit unfold"), has_cue("The hashtag #Brexit trended")
    (True, False)
    """
    return bool(_CUE.search(text)) and ("t.co/" in text or "pic.twitter" in text or not _ABOUT.search(text))


def quote_start(view: View, line: Line, stop: int, floor: int) -> int:
    """Return where the post begins that ends at ``stop`` in ``line``; nothing before ``floor`` belongs to it.

    It is ``stop`` itself when no text of the post can be told from the article.
    """
    start = max(line.start, floor)
    quote = view.text[start:stop].strip()
    if not quote:
        return stop if floor > line.start else _above(view, line, stop, floor, "")
    start = view.text.index(quote, start)
    alone = start == line.start and (line.end - stop < LONGEST_SIGNATURE or not _SENTENCE_END.search(quote))
    glued = floor == start and floor > 0 and not view.text[floor - 1].isspace()
    if (alone or glued) and fits(quote) and (len(view.lines) > 1 or line.end - line.start <= 330):
        return _above(view, line, start, floor, quote) if start == line.start else start
    first = _last_sentences(quote)
    around = view.text[line.start : start] + view.text[stop : line.end]
    return start + _spoken_before(quote, first, around if floor <= line.start else "")


def _last_sentences(text: str) -> int:
    """Where in ``text`` the part begins that must belong to the post which ends it."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    starts = [0, *(end for end in ends if text[end] in "#@" or not _ABBREVIATION.search(text[:end]))]
    best = starts[-1]
    for start in reversed(starts):
        if not fits(text[start:]):
            break
        stop = next((other for other in starts if other > start), len(text))
        if has_cue(text[start:stop]):
            best = start
    return best if fits(text[best:]) else len(text)


def _spoken_before(quote: str, first: int, article: str) -> int:
    """Where the post begins whose last sentences begin at ``first``: with what a colon introduces, or with sentences
    in which somebody speaks for himself, in an article that never does so outside quotation marks."""
    for colon in reversed(list(_INTRODUCED.finditer(quote, 0, first))):
        if fits(quote[colon.end() :]) and quote[colon.end()] not in f"{_MARKS}'‘’":
            return colon.end()
    ends = [found.end() for found in _SENTENCE_END.finditer(quote, 0, first)]
    begin, speaks, shouts = first, False, False
    for start in reversed([0, *(end for end in ends if end < first and not _ABBREVIATION.search(quote[:end]))]):
        sentence = quote[start:begin].strip()
        spoken, shouted = bool(_SPEAKING.search(sentence)), sentence.endswith("!")
        if len(sentence) > 160 or not (spoken or shouted) or not fits(quote[start:]):
            break
        if any(mark in sentence for mark in _MARKS):
            break
        begin, speaks, shouts = start, speaks or spoken, shouts or shouted
    calm = _QUOTATION.sub("", f"{quote[:begin]} {article}")
    return first if (speaks and _SPEAKING.search(calm)) or (shouts and "!" in calm) else begin


def _above(view: View, line: Line, start: int, floor: int, quote: str) -> int:
    """Where the post begins when paragraphs above belong to it; ``start`` when none does."""
    if quote and not _may_continue(view, line, quote):
        return start
    by_sentence = _by_sentence(view, line)
    room = quote
    loose = 0  # lines without a sign of their own, passed on the way up
    for above in reversed(view.lines[max(0, line.index - 8) : line.index]):
        if above.start < floor or loose > 2 or _is_prose(above.text, first=not room):
            break
        first = not room
        if first and _is_lead(view, above):
            break
        if above.text.endswith((":", "：")) and not has_cue(above.text):
            return start if first else view.lines[above.index + 1].start
        room = f"{above.text} {room}"
        if not fits(room):
            break
        if first or _belongs(view, above, by_sentence=by_sentence):
            start, loose = above.start, 0
        else:
            loose += 1
    return start


def _is_lead(view: View, line: Line) -> bool:
    """Whether nothing but headings stand above a line that has no sign of a post: it is how the article begins."""
    if has_cue(line.text) or not _ends_sentence(line.text) or len(line.text) < 100:
        return False
    return not any(len(other.text) > 80 and _ends_sentence(other.text) for other in view.lines[: line.index])


def _ends_sentence(text: str) -> bool:
    return text.rstrip("\"”’'»)")[-1:] in (".", "!", "?", "…")


def _is_prose(text: str, *, first: bool) -> bool:
    """Whether a line cannot be a post's: what Twitter's page shows around it, or the end or whole of a quotation."""
    if _CHROME.fullmatch(text) and "t.co/" not in text:
        return True
    unbalanced = text.count('"') % 2 or text.count("“") != text.count("”")
    return not first and not URL.search(text) and bool(unbalanced or (text[0] in '"“„«' and text[-1] in '"”“»'))


def _belongs(view: View, above: Line, *, by_sentence: bool) -> bool:
    """Whether a line above a post's last one has a sign of its own that it belongs to the post."""
    cue = has_cue(above.text) and (by_sentence or bool(_STRONG.search(above.text)))
    below = view.lines[above.index + 1]
    return cue or _is_list(above.text, below.text) or _one_block(view, above, below) or _quoted(view, above)


def _may_continue(view: View, line: Line, quote: str) -> bool:
    """Whether a post that already has text on its last line may begin further up."""
    if not line.index:
        return False
    above = view.lines[line.index - 1]
    if _one_block(view, above, line):
        return True
    if _HERALD.search(above.text) and not URL.search(above.text):
        return True
    if _is_list(above.text, line.text):
        return True
    loose = _COUNT.sub("", URL.sub("", quote)).strip()
    return (not loose or loose[0] in "#@" or loose[0].islower() or _by_sentence(view, line)) and (
        has_cue(above.text) or _quoted(view, above)
    )


def _is_list(above: str, below: str) -> bool:
    """Whether two lines are entries of one numbered list, the first of which may stand behind a question.

    >>> _is_list("Which one? 1. Stay", "2. Leave"), _is_list("It rained.", "2. Leave")
    (True, False)
    """
    number = _NUMBERED.match(below)
    before = int(number[1]) - 1 if number else 0
    return before > 0 and bool(re.search(rf"(?:^|\s){before}[.)] \S", above))


def _one_block(view: View, above: Line, below: Line) -> bool:
    """Whether two lines stand close in a text whose paragraphs are otherwise set apart by blank lines."""
    return view.text.count("\n\n") * 2 > len(view.lines) and "\n" not in view.text[above.end : below.start].replace(
        "\n", "", 1
    )


def _by_sentence(view: View, line: Line) -> bool:
    """Whether the lines around hold a sentence each, so that a post's sentences became lines as well."""
    around = [other.text for other in view.lines[max(0, line.index - 4) : line.index + 4] if len(other.text) > 60]
    return len(around) > 2 and not any(_TWO_SENTENCES.search(text) for text in around)


def _quoted(view: View, line: Line) -> bool:
    """Whether the article quotes this line's words elsewhere, in quotation marks that this line does not have."""
    words = _bare(line.text)
    if len(words) < 30 or line.text[0] in _MARKS or line.text[-1] in _MARKS:
        return False
    around = view.lines[max(0, line.index - 8) : line.index] + view.lines[line.index + 1 : line.index + 9]
    return any(
        any(mark in other.text for mark in _MARKS) and words[:60] in _bare(other.text)
        for other in around
        if other.text != line.text
    )


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
