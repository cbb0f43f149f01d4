"""The first tables: runs, documents, paths, attempts, findings, tallies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KEY = sa.String(32)
_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KEYS = ("tool", "config", "kamus", "reading", "checking")


def upgrade() -> None:
    """Makes them."""
    _run()
    _document()
    _path()
    _attempt()
    _finding()
    _tally()


def downgrade() -> None:
    """Drops them."""
    for table in ("tally", "finding", "attempt", "path", "document", "run"):
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _integers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _run() -> None:
    op.create_table(
        "run",
        sa.Column("number", _SERIAL, autoincrement=True, nullable=False),
        *_texts("run_id"),
        sa.Column("folder_key", _KEY, nullable=False),
        *_texts("folder", "state", "started", "finished", "host"),
        sa.Column("pid", sa.BigInteger(), nullable=False),
        *_texts(*_KEYS, "temporary", "target", "fingerprint"),
        sa.Column("exit_code", sa.Integer()),
        *_integers("done", "rechecked", "unchanged", "duplicate", "failed", "ignored"),
        sa.PrimaryKeyConstraint("number", name="pk_run"),
        sa.UniqueConstraint("run_id", name="uq_run_run_id"),
    )
    op.create_index("ix_run_folder_key_state", "run", ["folder_key", "state"])


def _document() -> None:
    op.create_table(
        "document",
        *_texts("sha256", "first_seen"),
        sa.PrimaryKeyConstraint("sha256", name="pk_document"),
        sa.ForeignKeyConstraint(["first_seen"], ["run.run_id"], name="fk_document_first_seen"),
    )


def _path() -> None:
    op.create_table(
        "path",
        sa.Column("folder_key", _KEY, nullable=False),
        sa.Column("name_key", _KEY, nullable=False),
        *_texts("name"),
        sa.Column("sha256", sa.Text()),
        sa.Column("owner", sa.Text()),
        *[
            sa.Column(name, sa.BigInteger())
            for name in ("size", "mtime_ns", "ctime_ns", "inode", "device", "hashed_at_ns")
        ],
        sa.PrimaryKeyConstraint("folder_key", "name_key", name="pk_path"),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name="fk_path_sha256"),
        sa.ForeignKeyConstraint(["owner"], ["document.sha256"], name="fk_path_owner"),
    )


def _attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("number", _SERIAL, autoincrement=True, nullable=False),
        *_texts("run_id"),
        sa.Column("sha256", sa.Text()),
        *_texts("path"),
        sa.Column("try_number", sa.Integer(), nullable=False),
        *_texts("status", "stage", "kind", "message"),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("peak_bytes", sa.BigInteger()),
        *_texts(*_KEYS),
        sa.Column("time_limit", sa.Double(), nullable=False),
        sa.Column("memory_limit", sa.BigInteger(), nullable=False),
        *_texts("finished_at"),
        sa.Column("recheck", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_attempt"),
        sa.ForeignKeyConstraint(["run_id"], ["run.run_id"], name="fk_attempt_run_id"),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name="fk_attempt_sha256"),
    )
    op.create_index("ix_attempt_run_id", "attempt", ["run_id"])
    op.create_index("ix_attempt_sha256_number", "attempt", ["sha256", "number"])


def _finding() -> None:
    op.create_table(
        "finding",
        sa.Column("folder_key", _KEY, nullable=False),
        *_texts("finding_id", "sha256", "path", "code", "severity", "subject", "message", "signature"),
        sa.Column("page", sa.Integer()),
        *_texts("others", "state", "first_seen", "last_seen"),
        sa.PrimaryKeyConstraint("folder_key", "finding_id", name="pk_finding"),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name="fk_finding_sha256"),
        sa.ForeignKeyConstraint(["first_seen"], ["run.run_id"], name="fk_finding_first_seen"),
        sa.ForeignKeyConstraint(["last_seen"], ["run.run_id"], name="fk_finding_last_seen"),
    )


def _tally() -> None:
    op.create_table(
        "tally",
        sa.Column("folder_key", _KEY, nullable=False),
        *_texts("sha256", "code"),
        *_integers("ok", "finding", "unchecked"),
        *_texts("reasons"),
        sa.PrimaryKeyConstraint("folder_key", "sha256", "code", name="pk_tally"),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name="fk_tally_sha256"),
    )
