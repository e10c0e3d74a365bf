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


def _ways_of_approving() -> None:
    with op.batch_alter_table("approval") as approval:
        approval.add_column(sa.Column("reason", sa.String(), nullable=True))
