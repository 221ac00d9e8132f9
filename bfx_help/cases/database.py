"""Opens the log's file: creates it for its owner alone, upgrades it, or refuses it.

After each change a copy of the log is made beside it; a damaged log is set aside, and the copy
takes its place.
"""

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from bfx_help.cases.migrations import Broken, look_at_header, look_at_rows, prepare, transaction
from bfx_help.cases.records import CaseLogError
from bfx_help.cases.rows import TABLES, Row
from bfx_help.cases.salvage import rows_of
from bfx_help.files import new_folder, reading, reason_of

FILE = "cases.sqlite"
COPY = "cases-copy.sqlite"
DAMAGED = "cases-damaged-"  # begins the name of a damaged log that was set aside

_SET_ASIDE = rf"{DAMAGED}\d{{8}}T\d{{6}}Z(?:-\d+)?"
LOGS = rf"(?:(?:cases|cases-copy|{_SET_ASIDE})\.sqlite|\.cases-\w{{8}}\.tmp)(?:-journal)?"
"""Names of the log's files, as a pattern: the folder may hold files of others too."""

WAIT = 10.0  # seconds that a second terminal waits for the first one

_CODES = {
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
}


class Damaged(Exception):
    """The file is damaged. `inode` is that of the damaged file."""

    def __init__(self, inode: int) -> None:
        super().__init__()
        self.inode = inode


@contextmanager
def open_log(home: Path) -> Iterator[sqlite3.Connection]:
    """The log's connection; creates a missing log. Raises `CaseLogError`, or `Damaged`."""
    path = home / FILE
    inode = _own_file(path)
    connection = None
    try:
        look_at_header(path)
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=WAIT
        )
        prepare(connection, path)
        before = connection.total_changes
        yield connection
        if connection.total_changes > before:
            _copy(connection, home)
    except Broken:
        raise Damaged(inode) from None
    except sqlite3.Error as error:
        raise _meaning_of(error, path, inode) from None
    finally:
        if connection:
            connection.close()


def _own_file(path: Path) -> int:
    """Create the file with mode 0600 if it is missing; return its inode. Refuses a symlink, since
    it could lead anywhere, and a file of another user."""
    try:
        if path.is_symlink():
            raise CaseLogError("log-symlink", path=path)
        if not path.exists():
            _make(path)
        with reading(path) as file:
            status = os.fstat(file.fileno())
            if hasattr(os, "fchmod") and status.st_mode & 0o077:
                os.fchmod(file.fileno(), 0o600)
            return status.st_ino
    except OSError as error:
        if error.errno in (errno.EPERM, errno.ELOOP):  # no file of ours
            raise CaseLogError("log-symlink", path=path) from None
        raise CaseLogError("log-cannot", path=path, reason=reason_of(error)) from None


def _copy(connection: sqlite3.Connection, home: Path) -> None:
    """Copy a log that is as it should be; without room the old copy stays."""
    with suppress(OSError, sqlite3.Error, Broken):
        look_at_rows(connection)
        temporary = _temporary(home)
        try:
            with closing(sqlite3.connect(temporary)) as copy:
                connection.backup(copy)
            temporary.replace(home / COPY)
        finally:
            temporary.unlink(missing_ok=True)


def _temporary(home: Path) -> Path:
    """A new file for its owner alone. Raises OSError."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=new_folder(home), prefix=".cases-", suffix=".tmp")
    os.close(handle)
    return Path(name)


def _make(path: Path) -> None:
    """Create a log: after a damaged one from the copy or the rows that can be read, else empty. It
    appears whole or not at all, so an empty file is a damaged one; if another terminal was first,
    its log stays. Raises OSError."""
    temporary = _temporary(path.parent)
    try:
        if not (damaged(path.parent) and _restored(path.with_name(COPY), temporary)):
            temporary.write_bytes(b"")
            with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
                prepare(connection, path)
                _salvage(connection, path.parent)
        with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            _never_use_again(connection, path.parent)
        try:
            path.hardlink_to(temporary)
        except OSError:  # it is there already, or the file system knows no links
            if not path.exists():
                temporary.rename(path)
    finally:
        temporary.unlink(missing_ok=True)


def _restored(copy: Path, target: Path) -> bool:
    """Whether the copy of the log could be used."""
    try:
        target.write_bytes(copy.read_bytes())
        look_at_header(target)
        with closing(sqlite3.connect(target, isolation_level=None)) as connection:
            prepare(connection, target)
    except (OSError, sqlite3.Error, Broken, CaseLogError):
        return False
    return True


def _salvage(connection: sqlite3.Connection, home: Path) -> None:
    """Take over what can be read of the last damaged log, and of its copy what that has not; a row
    of a case that cannot be read belongs nowhere."""
    sources = [path for path in (*damaged(home)[-1:], home / COPY) if path.is_file()]
    found: dict[str, list[Row]] = {name: [] for name in TABLES}
    for name, row in (found_row for path in sources for found_row in rows_of(path.read_bytes())):
        found[name].append(row)
    known = {row[0] for row in found["cases"]}
    with transaction(connection):
        for name, table in TABLES.items():
            at = list(table.columns).index("number")
            values = f"({', '.join(table.columns)}) values ({', '.join('?' * len(table.columns))})"
            rows = [row for row in found[name] if row[at] in known]
            connection.executemany(f"insert or ignore into {name} {values}", rows)


def _never_use_again(connection: sqlite3.Connection, home: Path) -> None:
    """Remember the last case number, lest a new case get the exhibits of an old one."""
    names = [path.name for path in (home / "evidence").glob("*")]
    numbers = [int(name) for name in names if name.isascii() and name.isdecimal()]
    with transaction(connection):
        rows = connection.execute("select seq from sqlite_sequence where name = 'cases'").fetchall()
        connection.execute("delete from sqlite_sequence")
        last = max([0, *numbers, *(number for (number,) in rows)])
        connection.execute("insert into sqlite_sequence values ('cases', ?)", [last])


def _meaning_of(error: sqlite3.Error, path: Path, inode: int) -> Exception:
    """The error for the user that a failure of SQLite stands for."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CaseLogError("log-busy", path=path)
    if code == sqlite3.SQLITE_FULL:
        return CaseLogError("log-full", path=path)
    # A table or column that is missing in a file of this version is damage too.
    if code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return Damaged(inode)
    reason = os.strerror(_CODES.get(code, errno.EIO))  # SQLite's own texts are English
    return CaseLogError("log-cannot", path=path, reason=reason)


def set_aside(home: Path, damage: Damaged, now: datetime) -> Path | None:
    """Rename a damaged log; `None` if another terminal did so already."""
    path = home / FILE
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target, number = home / f"{DAMAGED}{stamp}.sqlite", 1
    while target.exists():
        number += 1
        target = home / f"{DAMAGED}{stamp}-{number}.sqlite"
    try:
        if path.stat().st_ino != damage.inode:
            return None
        path.rename(target)
        journal = path.with_name(f"{FILE}-journal")
        if journal.exists():  # it belongs to that file, and would spoil a new one
            journal.rename(target.with_name(f"{target.name}-journal"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CaseLogError("log-cannot", path=path, reason=reason_of(error)) from None
    return target


def exists(home: Path) -> bool:
    """Whether there is a log."""
    return (home / FILE).is_file()


def damaged(home: Path) -> tuple[Path, ...]:
    """The damaged logs that were set aside."""
    logs = sorted(home.glob(f"{DAMAGED}*.sqlite"))
    return tuple(path for path in logs if re.fullmatch(LOGS, path.name))
