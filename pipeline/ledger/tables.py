"""The tables of the ledger; `migrations/versions` makes the same ones, step by step."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Engine,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

from pipeline.ledger.text import KEY_DIGITS, storable

VERSION_TABLE = "alembic_version"


class CleanText(TypeDecorator[str]):
    """Text that is made storable on its way into a statement, also where it is only compared."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as databases hold it."""
        return None if value is None else storable(value)


Serial = BigInteger().with_variant(Integer, "sqlite")
Key = String(KEY_DIGITS)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, CleanText, nullable=False)


def _keys() -> list[Column[str]]:
    """Columns of `schemas.batch.Keys`."""
    return [_text(name) for name in ("tool", "config", "kamus", "reading", "checking")]


run = Table(
    "run",
    metadata,
    Column("number", Serial, primary_key=True, autoincrement=True),  # in the order they began, whatever the clock says
    _text("run_id"),
    Column("folder_key", Key, nullable=False),
    _text("folder"),
    _text("state"),
    _text("started"),
    _text("finished"),
    _text("host"),
    Column("pid", BigInteger, nullable=False),
    *_keys(),
    _text("temporary"),
    _text("target"),
    _text("fingerprint"),
    Column("exit_code", Integer),
    Column("done", Integer, nullable=False),
    Column("rechecked", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("duplicate", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("ignored", Integer, nullable=False),
    UniqueConstraint("run_id"),
)
Index(None, run.c.folder_key, run.c.state)

document = Table(
    "document",
    metadata,
    Column("sha256", CleanText, primary_key=True),
    Column("first_seen", CleanText, ForeignKey("run.run_id"), nullable=False),
)

path = Table(
    "path",
    metadata,
    Column("folder_key", Key, primary_key=True),
    Column("name_key", Key, primary_key=True),
    _text("name"),
    Column("sha256", CleanText, ForeignKey("document.sha256")),  # last known content, NULL when none ever was
    Column("owner", CleanText, ForeignKey("document.sha256")),  # whose findings it stands for: `places.Place.owner`
    Column("size", BigInteger),  # NULL from here on: the content was not read when the folder was last looked through
    Column("mtime_ns", BigInteger),
    Column("ctime_ns", BigInteger),
    Column("inode", BigInteger),
    Column("device", BigInteger),
    Column("hashed_at_ns", BigInteger),
)

attempt = Table(
    "attempt",
    metadata,
    Column("number", Serial, primary_key=True, autoincrement=True),
    Column("run_id", CleanText, ForeignKey("run.run_id"), nullable=False, index=True),
    Column("sha256", CleanText, ForeignKey("document.sha256")),
    _text("path"),
    Column("try_number", Integer, nullable=False),
    _text("status"),
    _text("stage"),
    _text("kind"),
    _text("message"),
    Column("seconds", Double, nullable=False),
    Column("peak_bytes", BigInteger),
    *_keys(),
    Column("time_limit", Double, nullable=False),
    Column("memory_limit", BigInteger, nullable=False),
    _text("finished_at"),
    Column("recheck", Boolean, nullable=False),
)
Index(None, attempt.c.sha256, attempt.c.number)

finding = Table(
    "finding",
    metadata,
    Column("folder_key", Key, primary_key=True),
    Column("finding_id", CleanText, primary_key=True),
    Column("sha256", CleanText, ForeignKey("document.sha256"), nullable=False),
    _text("path"),
    _text("code"),
    _text("severity"),
    _text("subject"),
    _text("message"),
    _text("signature"),
    Column("page", Integer),
    _text("others"),  # JSON: contents of the documents that it names besides its own
    _text("state"),
    Column("first_seen", CleanText, ForeignKey("run.run_id"), nullable=False),
    Column("last_seen", CleanText, ForeignKey("run.run_id"), nullable=False),
)

tally = Table(
    "tally",
    metadata,
    Column("folder_key", Key, primary_key=True),
    Column("sha256", CleanText, ForeignKey("document.sha256"), primary_key=True),
    Column("code", CleanText, primary_key=True),
    Column("ok", Integer, nullable=False),
    Column("finding", Integer, nullable=False),
    Column("unchecked", Integer, nullable=False),
    _text("reasons"),  # JSON: how many were unchecked, by reason
)


def is_postgres(engine: Engine) -> bool:
    """Whether several machines may write to the database."""
    return engine.dialect.name == "postgresql"
