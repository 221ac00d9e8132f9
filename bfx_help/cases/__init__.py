"""The log of cases: what was sent, what came back, evidence and ratings, for its owner alone.

`store` reads and writes the log, `database` opens its file, `migrations` and `rows` say what it
holds, `escalation_steps` what comes next and when. `exhibits` keeps copies of evidence, and
`statistics` says how support did.
"""

from bfx_help.cases.archive import Enclosed, write_zip
from bfx_help.cases.database import Damaged, damaged, exists, open_log, set_aside
from bfx_help.cases.escalation_steps import (
    EscalationPlan,
    NextStep,
    dates,
    earliest_day,
    is_overdue,
    is_refused,
    missing_for_step,
    next_step,
)
from bfx_help.cases.exhibits import (
    Description,
    ExhibitFault,
    Flaw,
    add_evidence,
    copy_of,
    faults,
    folder,
    is_identity,
    purge,
)
from bfx_help.cases.records import (
    MINE,
    NEVER,
    NOTHING,
    Case,
    CaseFilter,
    CaseLogError,
    Event,
    EventKind,
    Exhibit,
    NewCase,
    Rating,
    ReplyKind,
    Sent,
    Solved,
    StoredText,
    event_order,
    time_order,
)
from bfx_help.cases.statistics import FEW, ChannelStats, channel_stats
from bfx_help.cases.store import Log, NewEvent
from bfx_help.cases.tone import REPLACED, neutral, remarks
