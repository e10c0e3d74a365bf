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
    _decisions()
    _severity()
    _fallbacks()
    _erasure()
    _changes_of_notices()
    _enquiries()
    _proposals()
    _preclearances()
    _staff_alerts()
    _runbooks()
    _duty()
    _accounts()
    _announcements()


def _ways_of_approving() -> None:
    with op.batch_alter_table("approval") as approval:
        approval.add_column(sa.Column("reason", sa.String(), nullable=True))
    op.create_table(
        "card",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("next", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card")),
    )
    op.create_index(op.f("ix_card_person"), "card", ["person"])
    op.create_table(
        "countersignature",
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("signature", sa.String(), nullable=True),
        sa.Column("escalated_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["release"], ["release.id"], name=op.f("fk_countersignature_release_release")),
        sa.PrimaryKeyConstraint("release", "person", name=op.f("pk_countersignature")),
    )
    op.create_index(op.f("ix_countersignature_by"), "countersignature", ["by"])
    op.create_table(
        "staff_alert",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("seen_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_alert")),
    )
    op.create_index(op.f("ix_staff_alert_about"), "staff_alert", ["about"])
    op.create_index(op.f("ix_staff_alert_seen_at"), "staff_alert", ["seen_at"])
    op.create_table(
        "remark",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("became", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["post"], ["post.id"], name=op.f("fk_remark_post_post")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index(op.f("ix_remark_post"), "remark", ["post"])


def _roster() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("spare_key", sa.String(), nullable=True))
        person.add_column(sa.Column("suspended_at", sa.DateTime(), nullable=True))
        person.add_column(sa.Column("suspended_keys", sa.Text(), nullable=False, server_default="[]"))
        person.add_column(sa.Column("name_salt", sa.String(), nullable=False, server_default=""))


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=False),
        sa.Column("signatures", sa.Text(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_salt", sa.String(), nullable=False),
        sa.Column("adopted_at", sa.DateTime(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_decision")),
    )


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


def _enquiries() -> None:
    op.create_table(
        "enquiry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("received_by", sa.String(), nullable=False),
        sa.Column("caller", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("incident", sa.String(), nullable=True),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("post", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry")),
    )
    op.create_index(op.f("ix_enquiry_incident"), "enquiry", ["incident"])


def _proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("sites", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
    )
    op.create_index("ix_proposal_notice", "proposal", ["notice"])


def _preclearances() -> None:
    op.create_table(
        "preclearance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("notice_type", sa.String(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("in_force_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preclearance")),
    )
    with op.batch_alter_table("preclearance") as preclearance:
        preclearance.create_index(op.f("ix_preclearance_notice_type"), ["notice_type"])
    op.create_table(
        "preclearance_approval",
        sa.Column("preclearance", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["preclearance"], ["preclearance.id"], name=op.f("fk_preclearance_approval_preclearance_preclearance")
        ),
        sa.PrimaryKeyConstraint("preclearance", "person", name=op.f("pk_preclearance_approval")),
    )


def _staff_alerts() -> None:
    op.create_table(
        "alert_telling",
        sa.Column("alert", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("next_try", sa.DateTime(), nullable=True),
        sa.Column("failed", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["alert"], ["staff_alert.id"], name=op.f("fk_alert_telling_alert_staff_alert")),
        sa.PrimaryKeyConstraint("alert", "way", name=op.f("pk_alert_telling")),
    )


def _runbooks() -> None:
    """What an incident's runbook is and counts from, what became of its steps, and the safety check's figures."""
    with op.batch_alter_table("incident") as incident:
        incident.add_column(sa.Column("runbook", sa.String(), nullable=True))
        incident.add_column(sa.Column("begins", sa.DateTime(), nullable=True))
    op.create_table(
        "runbook_step",
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("standing", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("notice", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("incident", "step", name=op.f("pk_runbook_step")),
    )
    op.create_table(
        "reply_figures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("replied", sa.Integer(), nullable=False),
        sa.Column("bounced", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_figures")),
    )
    op.create_index(op.f("ix_reply_figures_incident"), "reply_figures", ["incident"])


def _duty() -> None:
    op.create_table(
        "promise",
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=True),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=True),
        sa.Column("broken_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ending", sa.String(length=16), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["release"], ["release.id"], name=op.f("fk_promise_release_release")),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_promise")),
    )
    op.create_index(op.f("ix_promise_ended_at"), "promise", ["ended_at"])
    op.create_table(
        "handover",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("to", sa.String(), nullable=True),
        sa.Column("open", sa.Text(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("taken_at", sa.DateTime(), nullable=True),
        sa.Column("taken_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index(op.f("ix_handover_taken_at"), "handover", ["taken_at"])


def _accounts() -> None:
    """What is seen and done on our accounts beside the outbox."""
    with op.batch_alter_table("delivery") as delivery:
        delivery.add_column(sa.Column("looks", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "odd_post",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("remote_id", sa.String(), nullable=False),
        sa.Column("odd", sa.String(length=16), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("post", sa.String(), nullable=True),
        sa.Column("found_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("account", "remote_id", "odd", name=op.f("pk_odd_post")),
    )
    op.create_table(
        "account_watch",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("next_look", sa.DateTime(), nullable=False),
        sa.Column("looked_at", sa.DateTime(), nullable=True),
        sa.Column("failed", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_account_watch")),
    )
    op.create_table(
        "account_reads",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("account", "day", name=op.f("pk_account_reads")),
    )
    op.create_table(
        "outside_post",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_post")),
    )
    op.create_index(op.f("ix_outside_post_account"), "outside_post", ["account"])
    op.create_table(
        "outside_stopped",
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("outside", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("incident", "outside", name=op.f("pk_outside_stopped")),
    )


def _announcements() -> None:
    op.create_table(
        "announcement",
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["release"], ["release.id"], name=op.f("fk_announcement_release_release")),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_announcement")),
    )
