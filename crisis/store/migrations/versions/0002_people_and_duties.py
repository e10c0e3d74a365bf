"""people and duties: what clearance, delivery and the incident desk keep since 0001"""

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every table and column that came after 0001, one block for each thing kept."""
