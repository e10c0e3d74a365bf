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


def _voices() -> None:
    """What lets people speak."""
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("voice", sa.Text(), nullable=True))
