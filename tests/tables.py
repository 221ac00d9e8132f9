"""Tables of examples that are checked in one test, which tells of every row that fails."""

import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]


def each(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, for rows that take less time than a test of their own would."""
    keys = (names,) if isinstance(names, str) else names
    table = [dict(zip(keys, (row,) if keys == (names,) else row, strict=True)) for row in rows]

    def decorated(test: Test) -> Test:
        def checked(**fixtures: Any) -> None:
            assert table
            errors = [(row, failure(test, row, fixtures)) for row in table]
            wrong = [f"\n{row}" for row, error in errors if error]
            if wrong:
                said = f"{len(wrong)} of {len(table)} rows are wrong:{''.join(wrong)}"
                raise BaseExceptionGroup(said, [error for _, error in errors if error])

        signature = inspect.signature(test)
        rest = [part for name, part in signature.parameters.items() if name not in keys]
        checked.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
        checked.__name__, checked.__doc__ = test.__name__, test.__doc__
        return checked

    return decorated


def failure(test: Test, row: dict[str, Any], fixtures: dict[str, Any]) -> BaseException | None:
    """What is wrong with a row, which is named beside it."""
    try:
        test(**row, **fixtures)
    except (Exception, pytest.fail.Exception) as error:
        error.add_note(f"{row}")
        return error
    return None
