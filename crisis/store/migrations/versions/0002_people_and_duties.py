"""people and duties: what clearance, delivery and the incident desk keep since 0001"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every table and column that came after 0001, one block for each thing kept."""
    _ways_of_approving()
    _roster()
    _severity()
    _fallbacks()
    _erasure()
    _changes_of_notices()


def _ways_of_approving() -> None:
    with op.batch_alter_table("approval") as approval:
        approval.add_column(sa.Column("reason", sa.String(), nullable=True))


def _roster() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("spare_key", sa.String(), nullable=True))
        person.add_column(sa.Column("suspended_at", sa.DateTime(), nullable=True))
        person.add_column(sa.Column("suspended_keys", sa.Text(), nullable=False, server_default="[]"))
        person.add_column(sa.Column("name_salt", sa.String(), nullable=False, server_default=""))


def _severity() -> None:
    with op.batch_alter_table("incident") as incident:
        incident.add_column(sa.Column("severity", sa.String(length=16), nullable=False, server_default="unknown"))


def _fallbacks() -> None:
    """Which of its post's targets a delivery is for."""
    with op.batch_alter_table("delivery") as delivery:
        delivery.add_column(sa.Column("place", sa.Integer(), server_default="0", nullable=False))


def _erasure() -> None:
    with op.batch_alter_table("notice") as notice:
        notice.add_column(sa.Column("retained_by", sa.String(), nullable=True))
        notice.add_column(sa.Column("erased_at", sa.DateTime(), nullable=True))


def _changes_of_notices() -> None:
    op.create_table(
        "supersession",
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("notice", "by", name="pk_supersession"),
    )
