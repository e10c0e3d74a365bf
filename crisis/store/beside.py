"""What stands beside a delivery, in one question: it is put for every socket."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields

from sqlalchemy import bindparam, or_, select
from sqlmodel import col

from crisis.dispatch.states import OPEN
from crisis.model.delivery import Delivery, State
from crisis.store import rows
from crisis.store.tables import DeliveryRow
from crisis.store.unit import Reading

_BESIDE = (
    select(*rows.cells(DeliveryRow, [field.name for field in fields(Delivery)]))
    .where(col(DeliveryRow.chain) == bindparam("chain"), col(DeliveryRow.account) == bindparam("account"))
    .where(or_(col(DeliveryRow.final), *(col(DeliveryRow.state) == state for state in OPEN)))
    .order_by(col(DeliveryRow.key))
)


def states_of(unit: Reading, keys: Collection[str]) -> dict[str, State]:
    """The state of each of those deliveries."""
    asked = select(*rows.cells(DeliveryRow, ("key", "state"))).where(col(DeliveryRow.key).in_(keys))
    return {row[0]: row[1] for row in unit.connection.execute(asked)}


def lane(unit: Reading, delivery: Delivery) -> list[Delivery]:
    """What is open in a delivery's chain on its account, itself among it, and its all-clears, also those that are over."""
    wanted = {"chain": delivery.chain, "account": delivery.account}

    def read() -> list[Delivery]:
        found = [Delivery(*row) for row in unit.asked(_BESIDE, **wanted)]
        for one in found:
            unit.know(one)
        return found

    return unit.recall(Delivery, ("lane", *wanted.values()), read)
