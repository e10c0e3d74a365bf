"""What a desk is made of. The wiring puts it together; everything else gets it handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from crisis.clearance.register import Register
from crisis.clearance.ways.way import Signers
from crisis.desk.drafts.kit import Kit
from crisis.desk.drafts.linked import LinkBook
from crisis.desk.duty.lookout import Lookout
from crisis.desk.ids import Ids
from crisis.desk.notices.looks import Looks
from crisis.desk.outbox.asked import Asked
from crisis.desk.outbox.lanes import Lanes
from crisis.desk.people import registering
from crisis.errors import Mistake, Refused
from crisis.model.card import Card
from crisis.model.ports import Alerts, Channel, Clock, Entropy, Source
from crisis.model.published import PublishedPost
from crisis.model.release import Person
from crisis.model.settings import Account, Mode, Settings, SourceSettings
from crisis.sentence import Sentence
from crisis.store.store import Store
from crisis.store.unit import Reading

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Desk:
    """One desk at work.

    `automatic` tells whether the broadcaster posts to an account (else people do, by hand) and reads no credentials; `channel`
    gives such an account's channel, None for one that is posted by hand; `signing_key` gives the private key file's bytes
    of a person; `ledger_key` those of the ledger; `sender` names this process in the outbox, `alive` tells whether another
    such name still runs, and `leave` says that this one has ended well; `shown` remembers, by delivery, what has verified and
    stands on our own outlets, and `rendered`, by account, at which size of the ledger and in which minute one of them was brought
    out; `workers` is how many accounts are served at once (one: in order, the same every time) and
    `lanes` what they have in hand; `source` gives what builds a source, None where none is looked at (a rehearsal), and
    `looks` are those that run; `links` is what the links of posts answer (a rehearsal has them recorded); `alerts` reaches
    people of the staff, None where nothing does but the desk's own screens; `words` gives a sentence in the language of whoever
    runs this process; `lookout` knows when it was last looked whether somebody has to be alerted; `reread`
    gives the same desk at work, with what people write in its folder as it is now; `watcher` gives a channel to look at an
    account with, beside the one that sends; `asked` counts the questions that channels put.
    """

    kit: Kit
    store: Store
    clock: Clock
    entropy: Entropy
    ids: Ids
    automatic: Callable[[Account], bool]
    channel: Callable[[Account], Channel | None]
    signing_key: Callable[[str], bytes]
    ledger_key: Callable[[], bytes]
    public: Path
    sender: str = "this"
    alive: Callable[[str], bool] = field(default=lambda sender: False)
    leave: Callable[[], None] = field(default=lambda: None)
    shown: dict[str, PublishedPost] = field(default_factory=dict)
    rendered: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    workers: int = 1
    lanes: Lanes = field(default_factory=Lanes)
    source: Callable[[SourceSettings], Callable[[], Source] | None] = field(default=lambda settings: None)
    looks: Looks = field(default_factory=Looks)
    links: LinkBook = field(default_factory=LinkBook)
    alerts: Alerts | None = None
    words: Callable[[Sentence], str] = str
    lookout: Lookout = field(default_factory=Lookout)
    reread: Callable[[Desk], Desk] = field(default=lambda desk: desk)
    watcher: Callable[[Account], Channel | None] = field(default=lambda account: None)
    asked: Asked = field(default_factory=Asked)

    def close(self) -> None:
        """The work is done: let go of the database and of the place among the senders."""
        self.leave()
        self.store.close()

    @property
    def settings(self) -> Settings:
        """The desk's configuration."""
        return self.kit.settings

    @property
    def mode(self) -> Mode:
        """Actual or exercise."""
        return self.kit.mode

    def origin(self, unit: Reading) -> str:
        """The name of this desk's ledger, which every statement carries."""
        origin = unit.meta("origin")
        if origin is None or unit.meta("mode") != self.mode.value:
            raise Refused(
                "wrong-mode",
                "This database does not belong to a desk in the mode {mode}.",
                "Use the desk's own folder; rehearsals make their own.",
                mode=self.mode.value,
            )
        return origin

    def person(self, unit: Reading, person_id: str) -> Person:
        """An enrolled person who is valid now. Raises `Refused` otherwise."""
        person = unit.get(Person, person_id)
        if person is None:
            raise Refused(
                "unknown-person",
                "{person} is not enrolled at this desk.",
                "`crisis person list` shows who is; `crisis person add` enrols.",
                person=person_id,
            )
        if not (person.valid_at(self.clock.now()) and person.keys):
            raise Refused(
                "person-not-valid",
                "{person} may not act at this desk now.",
                "Another enrolled person has to do it: `crisis person list`.",
                person=person_id,
            )
        return person

    def register(self, unit: Reading) -> Register:
        """Roster and policy as they were signed. Raises VerificationFailed `roster-altered` where the table of people says
        something else."""
        return registering.signed(unit, self.mode, self.origin(unit))

    def people(self, unit: Reading) -> Mapping[str, Person]:
        """Everybody ever enrolled, by id."""
        return {person.id: person for person in unit.find(Person)}

    def signers(self, unit: Reading) -> Signers:
        """Whose approvals can be verified: everybody ever enrolled, and their cards."""
        self.register(unit)
        return Signers(self.people(unit), {card.id: card for card in unit.find(Card)})


def found(value: Thing | None, what: str, key: str) -> Thing:
    """The thing that a user named. Raises `Mistake` (`not-found`) where there is none."""
    if value is None:
        raise Mistake(
            "not-found", "There is no {what} {key} at this desk.", "Check the identifier.", what=what, key=key
        )
    return value
