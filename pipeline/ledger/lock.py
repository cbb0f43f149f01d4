"""A lock that PostgreSQL keeps for as long as a connection lives, and gives back by itself when it ends."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from pipeline.ledger.text import lock_number


class AdvisoryLock:
    """Locks of one program, on a connection of their own; they are held until `close` or the end of the connection."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._connection: Connection | None = None
        self._session: object = None

    def take(self, key: str) -> bool:
        """Takes the lock of a text unless somebody has it; a lock that is ours already is taken again.

        Raises:
            SQLAlchemyError: when the server does not answer.
        """
        if self._connection is None:
            self._connection = self._engine.connect()
            self._session = self._connection.execute(text("SELECT pg_backend_pid()")).scalar()
        taken = self._connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": lock_number(key)})
        return bool(taken.scalar())

    def alive(self) -> bool:
        """Whether the connection that holds the locks still answers; once it does not, the locks are lost for good.

        A broken connection would be opened anew in silence, so its session on the server has to be the same.
        """
        if self._connection is None:
            return False
        try:
            session = self._connection.execute(text("SELECT pg_backend_pid()")).scalar()
        except (SQLAlchemyError, OSError):
            session = None
        if session is None or session != self._session:
            self.close()
            return False
        return True

    def close(self) -> None:
        """Gives the locks back, at once where the server answers; otherwise they end with the connection."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with suppress(SQLAlchemyError, OSError):
            connection.execute(text("SELECT pg_advisory_unlock_all()"))
        with suppress(SQLAlchemyError, OSError):
            connection.invalidate()
        with suppress(SQLAlchemyError, OSError):
            connection.close()
