"""Names of persons in Latin letters: by titles and roles, by tables of given names, in a row of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from crisis.guard.context import Background
from crisis.guard.detectors.name_parts import GIVEN_NAMES
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, View
from crisis.guard.registry import Hit, detector, unless_ours
from crisis.guard.surnames import GIVEN_IN_LATIN, SURNAMES_IN_LATIN
from crisis.guard.voices import advice_if, signed, spokesperson

WORD = r"[a-z][a-z'-]{1,20}"
ITEM = rf"{WORD}(?:\sfrom\s[a-z]{{2,12}}|\son\s\d{{1,2}}|\s{WORD})?(?:\s\([^()]{{1,12}}\))?"
FULL = rf"{WORD}\s(?:[a-z]\.\s)?{WORD}"

TITLED = Pattern(rf"(?<![a-z])(?:mr|mrs|ms|mx|dr|prof)\.?\s({WORD})(?:\s{WORD})?")
ROLE = Pattern(
    r"(?<![a-z])(?:employee|engineer|manager|colleague|worker|technician|director|supervisor|contact|operator|guard|name|"
    r"nurse|prepared by|approved by|written by|author|staff member|ceo|cfo|cto|coo|chairman|head of [a-z]{2,15}|driver|"
    rf"(?:team|shift|it|site|project|safety|plant) (?:lead|leader|chief)|coordinator|receptionist|intern|trainee)[:,]?\s({FULL})(?![a-z])"
)
TOLD = Pattern(
    rf"(?<![a-z'])({FULL})(?= (?:and (?:her|his|their) (?:team|crew|colleagues|family)|is among the|was among the|from our|of our|"
    r"(?:was|is|has been) (?:hurt|injured|taken to|in hospital|missing|unaccounted|killed)|(?:is|was) (?:leading|heading) (?:the|our)))"
)
ROMANISED = Pattern(r"(?<![a-z])([a-z]{3,15})-(?:san|sama|kun|shi)(?![a-z])")
CUE = Expression(
    r"(?<![a-z])(?:ask|tell|ping|contact|call|ring|phone|e?mail|text|with|by|thanks? to|thank|hats off to|kudos to|see|find|reach|from)"
    r" $"
)
SAID = Expression(
    r" (?:said|says|told|confirmed|reported|wrote|reckons|is on site|is on duty|is in hospital|can help|knows)(?![a-z])"
)
WORDS = re.compile(r"[a-z]{2,15}(?:[-'][a-z]{2,15})?")
KNOWN = GIVEN_NAMES | GIVEN_IN_LATIN | SURNAMES_IN_LATIN
LONG_VOWELS = re.compile(r"(?<=o)[ou]|(?<=u)u")
GAP = Expression(r"(?:\s\([^()\n]{1,12}\))?(?:, and |, & |, | and | & |\s?/\s?|; |\s?\d{1,2}[.)] ?)")
ROSTER = Expression(
    r"repl|missing|crew|shift|check in|injured|on duty|staff|names|stand-?by|on call|unaccounted|not heard|register|rota|"
    r"yet from|absent|hospital"
)
LISTED = Pattern(
    r"(?:no (?:reply|answer|word) (?:yet )?from|not (?:yet )?(?:heard|replied)[^.:]{0,12}[:,]|missing(?: replies)?(?: \([^)]{1,16}\))?:|"
    r"crew(?: for [^:.]{1,24})?:|on (?:duty|call|shift)[^:.]{0,16}:|unaccounted(?: for)?:|injured:|please check in:|yet to reply:|"
    r"not in:|staff:|names:|(?:team|crew|shift|rota|squad|group)(?: [a-z\d])?:|(?:coming )?in (?:tomorrow|today|tonight):|"
    r"(?:(?:floor |fire )?wardens|first aiders|leads|absent|still to (?:answer|reply|come|report|check in|call|show)|no reply|"
    r"on leave|off sick|"
    r"volunteers|still out):|those (?:hurt|injured|missing|affected)(?: are)?:?)"
    rf"\s((?:\d\)\s)?{ITEM}(?:(?:,? and |, |; |\s?/\s?|\s\d\)\s){ITEM}){{1,20}})"
)

INITIALS = Pattern(
    r"(?<![a-z])[a-z]\. ?[a-z]{3,14}(?:,|;| and| /| &)[^.\n]{0,16}?(?<![a-z])[a-z]\. ?[a-z]{3,14}(?![a-z])"
)
COLLEAGUE = Pattern(
    r"(?<![a-z])([a-z]{3,12}),? (?:from|in|at|on|over in) (?:our |the )?(?:network|it|ops|sales|hr|finance|"
    r"social desk|press desk|news desk|"
    r"help ?desk|service desk|front desk|reception|web team|media team|night team|day team"
    r"|accounts|maintenance|legal|security|support|"
    r"engineering|logistics|facilities|payroll|comms|dispatch|the plant|the office|night shift)(?![a-z])"
)
"""A first name and the department."""

DEPARTMENT = re.compile(r"\([^()]*\)|(?<=\s)from\s[A-Za-z]+|(?<=\s)on\s\d+")
"""What tells the department of a name in a list."""

COVER = Pattern(
    r"(?<![a-z])(?:cover|shift|duty|on call|in charge|stand-in|desk|lead|ask for|speak to|report to)"
    r"(?: (?:tonight|today|tomorrow|is|are|was))*"
    r"[:,]? ([a-z]{3,12})(?![a-z])"
)
"""Who is on which duty, by a first name."""

ASKED_FOR = Pattern(r"(?<![a-z])ask for ([a-z]{3,12})(?= (?:at|on|in|from|when|by)(?![a-z])|[.,;]|$)")
"""Whom readers are to ask for."""

LEFT_OUT = Pattern(
    r"(?<![a-z])(?:everyone|everybody|all|nobody|no one)(?![a-z])[^.\n]{0,40}? (?:except|but|apart from)(?: for)? ([a-z]{3,12})(?![a-z])"
)
"""The one of whom something else holds than of all others."""

FIRST_NAMES = GIVEN_NAMES | GIVEN_IN_LATIN | {"dan", "sue", "pat", "jim", "bill", "jack", "jo"}

_NO_SURNAMES = (
    "fire police health council medical community middle elementary primary secondary memorial regional "
    "international north south east west red national water power electric energy weather radio news bank "
    "group company inc ltd co corporation service services system emergency flood falls creek canyon mountain "
    "mt peak ridge springs forest woods coast dam reservoir tunnel expressway freeway highway pier ferry "
    "terminal cathedral chapel market mall plaza arms pub cafe restaurant department district academy clinic "
    "alert alerts pharmacy rotary club charity society cup league festival cancer "
    "street st road rd avenue ave lane hall hospital school church park university college station bridge "
    "house centre center airport county city bay beach island river lake hills hill valley square court drive "
    "way place gardens theatre museum library building tower line ambulance foundation trust fund day week "
    "hurricane storm typhoon cross hotel inn stadium arena plant office prefecture branch site factory ward "
    "town village port harbour harbor and or the of in on at to for from is was are will has cancer deere "
    "lewis hopkins's act bill hwy highway sq horton's hortons fresh info horse confirms company's rapid bieber "
)
NO_SURNAMES = frozenset(_NO_SURNAMES.split())
QUOTED = Expression(r'(?:, [a-z ]{3,40},?)?(?: ?: ?"|,? (?:said|says|added)[:,]? ?")')
"""Behind a name: what its bearer said in public."""

PUBLIC_TITLES = Expression(
    r"(?:governor|gov\.|mayor|president|minister|senator|sen\.|rep\.|sheriff|chief|secretary|councillor|sir|dame|lord|lady|king|queen|"
    r"prince|princess|saint|st\.?|vp|pastor|father|reverend|rev\.?|capt\.?|pc|asec|usec|coach|alcalde|singer|actor|commissioner|"
    r"superintendent|inspector|sergeant|constable|captain|attorney general|judge|bishop|pope|"
    r"hurricane|storm|typhoon|operation|minister for [a-z ]{3,20}|premier|chancellor|director-general"
    r"|director of (?:public )?health|public health director|(?:district |municipal )?collector|cabinet secretary|cs|health sec|"
    r"medical officer|coroner|ambassador|marshal|spokes(?:man|woman"
    r"|person))(?:,? | for [a-z ,]{3,30}, | of [a-z ]{3,20}, |, [a-z ]{3,24}, )(?:(?:dr|prof|hon|mr|mrs|ms)\.? )?$"
)
"""Who may be named in public, and storms, which have people's names."""

LEADERS = (
    "(?:director|chief|president|coordinator|ceo|chair(?:man|woman)?|head of [a-z ]{2,20}|spokes(?:man|woman|person)|secretary|minister|"
    "executive|mayor|governor)"
)
LEADER = Expression(f"(?:managing |field |general |executive |chief )?{LEADERS}")
LED = Expression(f"{LEADERS}(?: dr\\.?)? $")
"""A post whose holder speaks for all, and a name behind one."""

STREET = Expression(r"\d{1,5} (?:[a-z]{3,16} ){1,2}$|drop by [a-z]{3,16} $")
"""Before "Dr.": the name of a drive, with a number."""

_PLACES = (
    "chiba fukushima miyagi nagano yamaguchi ishikawa akita oita okayama yamagata miyazaki nagasaki tokushima "
    "kagawa toyama fukui fukuoka hiroshima kochi gifu shiga nara kumamoto saga ueno shibuya nakano meguro "
    "otsuka narita kawasaki yokohama kobe matsumoto matsuyama takamatsu aomori iwate shizuoka otsu toyota "
    "okazaki osaka shinagawa sendai chiyoda hamamatsu koriyama aoba oki date kanda kita minami nishi higashi "
    "oshima mishima takayama kanazawa ota seki "
)
PLACES = frozenset(_PLACES.split())
"""Surnames that are better known as places."""


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of a view: lower case without long vowels, and where it stands there."""

    plain: str
    start: int
    end: int


@detector
def names_by_role(reading: Reading, context: Background) -> Iterator[Hit]:
    """A name behind a title or role, or before what is told of a person."""
    for pattern, is_name in _NAMES:
        for found in reading.find(pattern):
            if is_name(found) and not reading.is_public(found.start, found.end):
                spoken = _in_public(found.match.string, *found.match.span(1))
                known = not spoken and (pattern is not ROLE or _known(found.match[1]))
                told = advice_if(_of_all(found, spoken=spoken))
                yield Hit("pii-name", found.start, found.end, told or unless_ours(known, context))


def _of_all(found: Found, *, spoken: bool) -> bool:
    """Whether it is the name of whoever speaks for all, or of whose statement or picture it is."""
    text, start = found.match.string, found.match.start()
    office = PUBLIC_TITLES.search(text, max(0, start - 40), start) is not None
    return office or signed(text, start) or (spoken and LEADER.match(found.match[0]) is not None)


def _capitalised(found: Found) -> bool:
    """Whether each word of the name begins with a capital in the text as written."""
    words = found.written.replace("-", " ").split()
    name = words[-len(found.match[1].split()) :]
    return all(word[:1].isupper() and not word.isupper() for word in name) and not _no_name(found)


def _in_public(text: str, start: int, end: int) -> bool:
    """Whether the bearer of the name is quoted, or speaks in public."""
    return QUOTED.match(text, end) is not None or spokesperson(text, start, end)


def _known(name: str) -> bool:
    """Whether a word of it is a frequent name: behind a role may stand an organisation, too."""
    return any(LONG_VOWELS.sub("", word) in KNOWN for word in name.split())


def _no_name(found: Found) -> bool:
    head = found.match.string[max(0, found.match.start(1) - 40) : found.match.start(1)]
    words = found.match[1].split()
    return words[-1] in NO_SURNAMES or words[0] in NO_SURNAMES or PUBLIC_TITLES.search(head) is not None


def _titled(found: Found) -> bool:
    words = found.written.split()
    head = found.match.string[max(0, found.match.start() - 24) : found.match.start()]
    if words[0].casefold().startswith("dr") and STREET.search(head):
        return False
    return len(words) > 1 and words[0][:1].isupper() and words[1][:1].isupper()


def _romanised(found: Found) -> bool:
    return found.written[:1].isupper()


_NAMES = ((TITLED, _titled), (ROLE, _capitalised), (TOLD, _capitalised), (ROMANISED, _romanised))


@detector
def names_in_tables(reading: Reading, context: Background) -> Iterator[Hit]:
    """A given name with a surname, a Japanese surname where a person is spoken of, surnames in a row."""
    for view in reading.views:
        words = list(_capitals(view))
        for start, end in (*_full_names(view, words), *_spoken_of(view, words)):
            if not reading.is_public(*(place := view.original(start, end))):
                spoken = _in_public(view.text, start, end)
                led = spoken and LED.search(view.text, max(0, start - 48), start) is not None
                told = advice_if(led or signed(view.text, start))
                yield Hit("pii-name", *place, told or unless_ours(not spoken, context))
        for start, end, cued in _rows(view, words):
            yield Hit("roster" if cued else "pii-name", *view.original(start, end))


@detector
def listed_names(reading: Reading, context: Background) -> Iterator[Hit]:
    """Names listed behind words for staff who are missing or at work."""
    for found in reading.find(INITIALS):
        if len(re.findall(r"(?<![A-Za-z])[A-Z]\. ?[A-Z][a-z]", found.written)) > 1:
            yield Hit("roster", found.start, found.end)
    for found in reading.find(COLLEAGUE, 1):
        head = found.match.string[max(0, found.match.start() - 14) : found.match.start()]
        if found.written[:1].isupper() and (CUE.search(head) or found.match[1] in FIRST_NAMES):
            yield Hit("pii-name", found.start, found.end)
    for found in reading.find(COVER, 1):
        if found.written[:1].isupper() and found.match[1] in FIRST_NAMES | SURNAMES_IN_LATIN:
            yield Hit("pii-name", found.start, found.end)
    for found in reading.find(ASKED_FOR, 1):
        if found.written[:1].isupper() and not found.written.isupper() and found.match[1] not in NO_SURNAMES:
            yield Hit("pii-name", found.start, found.end)
    for found in reading.find(LEFT_OUT, 1):
        if found.written[:1].isupper() and found.match[1] in FIRST_NAMES | SURNAMES_IN_LATIN:
            yield Hit("pii-name", found.start, found.end)
    for found in reading.find(LISTED, 1):
        names = DEPARTMENT.sub("", found.written)
        capitals = re.findall(r"[A-Z][a-z]+", names)
        named = NO_SURNAMES.isdisjoint(word.casefold() for word in capitals)
        if named and len(capitals) > 1 and 2 * len(capitals) > len(WORDS.findall(names.casefold())):
            yield Hit("roster", found.start, found.end)


def _capitals(view: View) -> Iterator[Word]:
    """The words of a view that begin with a capital and go on in small letters."""
    if view.written.islower():
        return
    for match in WORDS.finditer(view.text):
        first, last = view.shown(*match.span())
        shown = view.written[first:last]
        if shown[:1].isupper() and not shown.isupper():
            yield Word(LONG_VOWELS.sub("", match[0].removesuffix("'s")), *match.span())


def _full_names(view: View, words: list[Word]) -> Iterator[tuple[int, int]]:
    for one, other in pairwise(words):
        beside = view.text[one.end : other.start] == " " and _is_full(one.plain, other.plain)
        if beside and not PUBLIC_TITLES.search(view.text, max(0, one.start - 40), one.start):
            yield one.start, other.end


def _is_full(one: str, other: str) -> bool:
    """Whether two words are a given name and a surname, Japanese ones in either order."""
    japanese = (one in GIVEN_IN_LATIN and other in SURNAMES_IN_LATIN) or (
        one in SURNAMES_IN_LATIN and other in GIVEN_IN_LATIN
    )
    return japanese or (one in GIVEN_NAMES and other not in NO_SURNAMES)


def _spoken_of(view: View, words: list[Word]) -> Iterator[tuple[int, int]]:
    for word in words:
        cued = CUE.search(view.text, max(0, word.start - 14), word.start) or SAID.match(view.text, word.end)
        if cued and word.plain in SURNAMES_IN_LATIN and word.plain not in PLACES:
            yield word.start, word.end


def _rows(view: View, words: list[Word]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether words for staff stand near) of runs of two surnames or more."""
    surnames = [word for word in words if word.plain in SURNAMES_IN_LATIN]
    run: list[Word] = []
    for word in [*surnames, Word("", len(view.text) + 1, len(view.text) + 1)]:
        if run and GAP.fullmatch(view.text, run[-1].end, word.start):
            run.append(word)
            continue
        if len(run) > 1 and not any(each.plain in PLACES for each in run):
            near = view.text[max(0, run[0].start - 50) : run[-1].end + 20]
            yield run[0].start, run[-1].end, ROSTER.search(near) is not None
        run = [word]
