"""Lengths of time as facts state them: `12 hours`, `5 days`, `3 working days`."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from bfx_help.inputs.spans import Moment, add_working_days, age, working_days_between

_LIMIT = re.compile(r"(\d+) (hour|day|working day)s?")


class Limit(NamedTuple):
    """So many hours, days or working days (Monday to Friday, holidays not counted)."""

    number: int
    unit: str

    def after(self, start: datetime) -> datetime:
        """The moment so much later."""
        if self.unit == "working day":
            later = add_working_days(start.date(), self.number)
            return datetime.combine(later, start.timetz())
        return start + timedelta(**{f"{self.unit}s": self.number})

    def passed(self, since: Moment, now: datetime) -> bool:
        """Whether that much time may have passed: of a day, its first minute counts, since waiting
        in vain is worse than writing early."""
        if self.unit == "working day":
            days = working_days_between(since.at.date(), now.astimezone(since.at.tzinfo).date())
            return days >= self.number
        return age(since, now)[1] >= timedelta(**{f"{self.unit}s": self.number})


def read_limit(figure: str) -> Limit:
    """The length a figure of a fact states. Raises ValueError where it states none."""
    found = _LIMIT.fullmatch(figure)
    if found is None:
        raise ValueError(figure)
    return Limit(int(found[1]), found[2])
