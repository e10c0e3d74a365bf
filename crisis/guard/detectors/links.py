"""Links: only listed ones leave, and none that opens a meeting, a session or an internal system."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background, GuardContext
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector, situated
from crisis.guard.voices import advice_if
from crisis.model.link import LinkStatus
from crisis.text.linked import linked
from crisis.text.urls import listed

MEETING = Pattern(
    r"(?:https?://)?(?:[a-z0-9-]{1,40}\.)?(?:zoom\.us/(?:j|w|my|s)/|zoom\.us/|teams\.microsoft\.com/|"
    r"teams\.live\.com/|meet\.google\.com/|webex\.com/"
    r"|gotomeeting\.com/|gotomeet\.me/|whereby\.com/|chime\.aws/|meet\.jit\.si/|bluejeans\.com/|"
    r"sharepoint\.com/|onedrive\.live\.com/|1drv\.ms/"
    r"|docs\.google\.com/|drive\.google\.com/|slack\.com/(?:archives|app|messages|files)|box\.com/s/|"
    r"dropbox\.com/s|atlassian\.net/|notion\.so/"
    r"|service-now\.com/|pagerduty\.com/|grafana\.net/|forms\.office\.com/|trello\.com/[bc]/|miro\.com/app/|"
    r"discord\.gg/|chat\.whatsapp\.com/|t\.me/(?:joinchat/|\+)|line\.me/r/ti/g/)[!-~]{0,300}"
)
SESSION = Pattern(
    r"https?://[^\s/@]{1,100}(?::[^\s/@]{1,100})?@[!-~]{1,200}|https?://[!-~]{1,200}?[?&;](?:token|key|"
    r"api_?key|access_token|auth|sig|signature|session|sid|jwt|pwd|passcode|password|code|secret|invite|user|"
    r"uid|emp|id)=[!-~]{4,200}"
    r"|https?://(?:localhost|[a-z0-9-]{1,63}(?=[:/\s]|$))[!-~]{0,200}"
)

CUT_OFF = Expression(r"https?://[a-z]{1,3}(?:\.[a-z]?)?\s?(?:\.\.|…)")
"""The first letters of a shortened link, where a text quoted was cut off."""

PUBLIC_DOMAIN = Expression(r"(?i)(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:[/?#].*)?")
"""An address under an ordinary domain: no number, port, user or single name."""

STATUS = {LinkStatus.GONE: "dead-link", LinkStatus.LOGIN: "login-link", LinkStatus.UNCHECKED: "unchecked-link"}


@detector
def inside_links(reading: Reading, context: Background) -> Iterator[Hit]:
    """Meetings, shared files, links with a credential in them, hosts without a domain."""
    for pattern in (MEETING, SESSION):
        for found in reading.find(pattern):
            if not (is_listed(found.written, context) or CUT_OFF.match(reading.text, found.start)):
                yield Hit("access-url", found.start, found.end)


@detector
def unlisted_links(reading: Reading, context: Background) -> Iterator[Hit]:
    """Everything that platforms turn into a link and the desk does not list; advice where it lists none and anybody may open
    the address."""
    for link in linked(reading.text):
        if not is_listed(link.url, context):
            public = PUBLIC_DOMAIN.fullmatch(link.url) or CUT_OFF.match(reading.text, link.start)
            yield Hit("unlisted-link", link.start, link.end, advice_if(bool(public) and not context.lists_links))


def is_listed(url: str, context: Background) -> bool:
    """Whether the desk lists an address as one that the public may open."""
    prefixes = (*context.links.public, *context.links.login_expected) if context.links else ()
    whole = url if "://" in url else f"https://{url}"
    return listed(whole.rstrip(".,;:!?)"), prefixes)


@situated
def checked_links(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """What the desk found when it asked for the links."""
    for link in linked(reading.text) if context.link_status else ():
        status = context.link_status.get(link.url, LinkStatus.OPEN)
        expected = context.links.login_expected if context.links else ()
        if status in STATUS and not (status is LinkStatus.LOGIN and listed(link.url, expected)):
            yield Hit(STATUS[status], link.start, link.end)
