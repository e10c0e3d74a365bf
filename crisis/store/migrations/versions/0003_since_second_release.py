"""what desks keep since 0002"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every table and column that came after 0002, one block for each thing kept."""
    _voices()
    _rehearsals()
    _promises()


def _voices() -> None:
    """What lets people speak."""
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("voice", sa.Text(), nullable=True))


def _rehearsals() -> None:
    """Rehearsals that people have played."""
    op.create_table(
        "rehearsal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("runbook", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("played_on", sa.String(), nullable=False),
        sa.Column("players", sa.Text(), nullable=False),
        sa.Column("guests", sa.Text(), nullable=False),
        sa.Column("objectives", sa.Integer(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("leaked", sa.Integer(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.Column("kept_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rehearsal")),
        sa.UniqueConstraint("report", name=op.f("uq_rehearsal_report")),
    )
    op.create_index(op.f("ix_rehearsal_runbook"), "rehearsal", ["runbook"])


def _promises() -> None:
    """Which promises the desk keeps by itself."""
    with op.batch_alter_table("promise") as promise:
        promise.add_column(sa.Column("alone_at", sa.DateTime(), nullable=True))
