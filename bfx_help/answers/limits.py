"""Lengths of time as facts state them: `12 hours`, `5 days`, `3 working days`."""

import re
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from bfx_help.answers.spans import Moment, Precision, add_working_days, age, working_days_between

_LIMIT = re.compile(r"([0-9]{1,3}) (working day|day|hour)s?")


class Unit(StrEnum):
    """What a length of time is counted in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"  # Monday to Friday, holidays not counted


class Limit(NamedTuple):
    """So many hours, days or working days."""

    number: int
    unit: Unit

    @property
    def precision(self) -> Precision:
        """How exactly a moment is known that is so much later: after working days, the day."""
        return Precision.DAY if self.unit is Unit.WORKING_DAY else Precision.MINUTE

    @property
    def _length(self) -> timedelta:
        hours = self.number * (1 if self.unit is Unit.HOUR else 24)
        return timedelta(hours=hours)

    def after(self, start: datetime) -> datetime:
        """The moment so much later."""
        if self.unit is Unit.WORKING_DAY:
            later = add_working_days(start.date(), self.number)
            return datetime.combine(later, start.timetz())
        return start + self._length

    def passed(self, since: Moment, now: datetime) -> bool:
        """Whether that much time may have passed: of a day, its first minute counts, since waiting
        in vain is worse than writing early."""
        if self.unit is Unit.WORKING_DAY:
            days = working_days_between(since.at.date(), now.astimezone(since.at.tzinfo).date())
            return days >= self.number
        return age(since, now)[1] >= self._length


def read_limit(figure: str) -> Limit:
    """The length a figure of a fact states. Raises ValueError where it states none."""
    found = _LIMIT.fullmatch(figure)
    if found is None:
        raise ValueError(figure)
    return Limit(int(found[1]), Unit(found[2]))
