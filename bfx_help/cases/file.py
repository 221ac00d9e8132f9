"""Opens the log's file: made for its owner alone, brought up to date, or refused."""

import errno
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from bfx_help.cases.records import Trouble
from bfx_help.files import new_folder

FILE = "cases.sqlite"
DAMAGED = "cases-damaged-"
"""Begins the name under which a damaged log is kept aside."""

LOGS = rf"(?:cases|{DAMAGED}\d{{8}}T\d{{6}}Z(?:-\d+)?)\.sqlite(?:-journal)?"
"""Names of the log's files, as a pattern: the folder may hold files of others too."""

WAIT = 10.0
"""Seconds that a second terminal waits for the first one."""

_MIGRATIONS = (
    """
    create table cases (number integer primary key autoincrement, topic text not null,
        channel text not null, ticket text not null, en text not null, zh text not null,
        sent text not null, closed text not null, step text not null, due text not null);
    create index pressing on cases (closed, due);
    create table answers (number integer not null references cases on delete cascade,
        name text not null, value text not null, primary key (number, name)) without rowid;
    create table events (id integer primary key, number integer not null references cases
        on delete cascade, at text not null, noted text not null, act text not null,
        said text, words text not null);
    create index events_of on events (number, at, id);
    create table texts (id integer primary key, number integer not null references cases
        on delete cascade, at text not null, kind text not null, en text not null,
        zh text not null);
    create index texts_of on texts (number);
    create table exhibits (number integer not null references cases on delete cascade,
        label integer not null, name text not null, size integer not null, digest text not null,
        added text not null, shows text not null, dated text not null, item text not null,
        primary key (number, label)) without rowid;
    create table ratings (number integer primary key references cases on delete cascade,
        at text not null, solved text not null, effect integer not null, manner integer not null,
        words text not null)
    """,
)
"""What makes each version of the file out of the one before it. Old ones are never changed."""

VERSION = len(_MIGRATIONS)

_CODES = {
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
}


class Broken(Exception):
    """A look at every page of the file found one that is damaged."""


class Damaged(Exception):
    """The file is no log any more, or not a whole one. `inode` is that of the file it was."""

    def __init__(self, inode: int) -> None:
        super().__init__()
        self.inode = inode


@contextmanager
def opened(home: Path) -> Iterator[sqlite3.Connection]:
    """The log's connection, made where there is none. Raises `Trouble`, or `Damaged`."""
    path = home / FILE
    inode = _own_file(path)
    connection = None
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=WAIT
        )
        _prepare(connection, path)
        yield connection
    except Broken:
        raise Damaged(inode) from None
    except sqlite3.Error as error:
        raise _told(error, path, inode) from None
    finally:
        if connection:
            connection.close()


def _own_file(path: Path) -> int:
    """Make the file with mode 0600 if it is missing; its inode. A symlink is refused, since it
    could lead anywhere, and so is anything that belongs to somebody else."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        new_folder(path.parent)
        try:
            handle = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            if path.is_symlink():
                raise Trouble("log-symlink", path=path) from None
            handle = os.open(path, flags)
        try:
            return _checked(handle, path)
        finally:
            os.close(handle)
    except OSError as error:
        raise Trouble("log-cannot", path=path, reason=_reason(error)) from None


def _checked(handle: int, path: Path) -> int:
    status = os.fstat(handle)
    ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    if not stat.S_ISREG(status.st_mode) or not ours:
        raise Trouble("log-symlink", path=path)
    if hasattr(os, "fchmod") and status.st_mode & 0o077:
        os.fchmod(handle, 0o600)
    return status.st_ino


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Settings that hold for each connection alone, and the newest version of the tables."""
    connection.execute("pragma secure_delete = on")
    connection.execute("pragma temp_store = memory")  # what is purged must lie in no other file
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma foreign_keys = on")
    version = _version(connection)
    if version > VERSION:
        raise Trouble("log-newer", path=path)
    if version < VERSION:
        with transaction(connection):  # of two terminals the second finds nothing left to do
            version = _version(connection)
            for script in _MIGRATIONS[version:]:
                for statement in script.split(";"):
                    connection.execute(statement)
            if version == 0:
                last = _last_number(path.parent)
                connection.execute("insert into sqlite_sequence values ('cases', ?)", [last])
            connection.execute(f"pragma user_version = {VERSION}")


def _last_number(home: Path) -> int:
    """The last number that a log before this one gave, as far as can be seen: a number is never
    given twice, or a new case would get the exhibits of an old one."""
    names = [one.name for one in (home / "evidence").glob("*")]
    numbers = [int(name) for name in names if name.isascii() and name.isdecimal()]
    for old in damaged(home):
        with suppress(sqlite3.Error, TypeError):
            connection = sqlite3.connect(f"{old.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            with closing(connection):
                found = connection.execute("select seq from sqlite_sequence").fetchone()
                numbers.append(int(found[0]))
    return max(numbers, default=0)


def _version(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("pragma user_version").fetchone()[0]
    return found


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; nobody else writes meanwhile."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _told(error: sqlite3.Error, path: Path, inode: int) -> Exception:
    """What a failure of SQLite means to the user."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Trouble("log-busy", path=path)
    if code == sqlite3.SQLITE_FULL:
        return Trouble("log-full", path=path)
    # A table or column that is missing in a file of our version is damage too.
    if code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return Damaged(inode)
    return Trouble("log-cannot", path=path, reason=_meaning(code))


def _meaning(code: int) -> str:
    """What a code of SQLite says, in the system's words: its own exist in one language."""
    return os.strerror(_CODES.get(code, errno.EIO))


def set_aside(home: Path, damage: Damaged, now: datetime) -> Path | None:
    """Keep a damaged log under another name; `None` where another terminal did so already."""
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
        raise Trouble("log-cannot", path=path, reason=_reason(error)) from None
    return target


def is_present(home: Path, path: Path) -> bool:
    """Whether a file that is there is the log itself."""
    return exists(home) and path.samefile(home / FILE)


def exists(home: Path) -> bool:
    """Whether a log was begun."""
    return (home / FILE).is_file()


def damaged(home: Path) -> tuple[Path, ...]:
    """The damaged logs that are kept aside."""
    found = sorted(home.glob(f"{DAMAGED}*.sqlite"))
    return tuple(one for one in found if re.fullmatch(LOGS, one.name))
