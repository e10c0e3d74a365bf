"""A notice type as its folder in `templates/` declares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crisis.model.fact import Kind, Label
from crisis.model.names import Names


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a field's vocabulary: the phrases that mean it (any language; compared folded) and how we say it."""

    id: str
    matches: tuple[str, ...]
    says: Names = field(default_factory=dict)
    blocks: tuple[str, ...] = ()
    """Phrases that look like a match and are not (「閉鎖していません」)."""
    prose: tuple[str, ...] = ()
    """Phrases that state it in the middle of a sentence, without a label (「ログインできない状態」)."""
    implied_by: tuple[str, ...] = ()
    """Fields whose facts together say it, where nothing else does: an old and a new date are a move."""
    joins: tuple[str, ...] = ()
    """Terms of the same field beside which, or in place of which, it is true: "slow" and "cannot sign in" at once are "disrupted"."""
    needs: tuple[str, ...] = ()
    """Fields without which it says nothing: maintenance has its hours."""
    without: tuple[str, ...] = ()
    """Fields that mean nothing beside it: what is planned has not begun."""
    today: tuple[str, ...] = ()
    """Periods that are the notice's own day where it says this and no day: who is to stay inside is so now."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a notice type. `aliases` are the labels under which notices give it (any language; compared folded).
    `why` tells why an internal field stays. `question` is what `crisis say` asks; without one it is not asked.

    How sentences give it: `about` is the kind of place that a term must be said of as a whole (a closed car park closes no
    site); a `topic` is what a sentence is about, whatever becomes of it (「展示会の中止」);
    `after` are the phrases below which it is said (「届かない方は」); `prose`, of a time, are phrases around it with
    `{}` in its place (「{}に復旧」), and `beside` such phrases that count only in a sentence that states the type's required
    term. `starts` and `ends` are labels of one end of a period."""

    name: str
    kind: Kind
    label: Label
    aliases: tuple[str, ...] = ()
    required: bool = False
    terms: tuple[Term, ...] = ()
    why: str = ""
    question: Names = field(default_factory=dict)
    safest_first: tuple[str, ...] = ()
    """Terms in the order of caution: of two departments that differ, the one with the earlier term may go."""
    about: Kind | None = None
    topic: bool = False
    after: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    people: bool = False
    """Of a site: it is whose people are addressed, so that only what speaks of its people gives it; without one, all are."""
    sole: bool = False
    """Of a time: the one date that the sentences speak of is it, where no phrase says which."""
    closed_in: tuple[str, ...] = ()
    """Kinds of incident in which it stays inside: when an attack began tells how long they were in."""


@dataclass(frozen=True, slots=True)
class NoticeType:
    """A notice type: fields, how it is recognised, and its posts.

    `signals` are phrases that mark a title or text as of this type, with a weight each; `posts` is language → Jinja2 source
    whose blocks, in order, are the ladder from long to short. `version` is the digest of the folder.
    """

    id: str
    names: Names
    fields: tuple[Field, ...]
    signals: tuple[tuple[str, int], ...] = ()
    posts: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    ends_with: tuple[str, ...] = ()
    """Time fields that bound how long a post stays true, for its not-after (a period counts with its end)."""
    about: tuple[str, ...] | None = None
    """Fields that say what a notice speaks of; None means its places. Two notices with the same ones speak of the same."""
    changes: tuple[str, ...] = ()
    """Fields whose change makes a later post an update that says 【変更】, the chief one first; empty means any."""

    def field_named(self, name: str) -> Field | None:
        """The field of that name."""
        return next((f for f in self.fields if f.name == name), None)
