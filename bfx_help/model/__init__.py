"""The vocabulary: the records that all other modules speak of, one module a part of `data/`."""

from bfx_help.model.escalation import Escalation, Rung
from bfx_help.model.facts import (
    Basis,
    Channel,
    Checklist,
    Checklists,
    Claim,
    Elsewhere,
    Entry,
    Existence,
    Fact,
    Item,
    Kind,
    Official,
    Source,
    Status,
    Takes,
    Topic,
)
from bfx_help.model.language import (
    Concept,
    ContentLanguage,
    DemandExamples,
    DemandKind,
    DemandRule,
    DemandWords,
    GlossaryTerm,
    Sign,
)
from bfx_help.model.letters import (
    Headline,
    Letters,
    OtherText,
    Place,
    Sentence,
    Statement,
    TextKind,
    Want,
)
from bfx_help.model.questions import (
    OUTCOMES,
    Asks,
    CaseWhen,
    Compute,
    Derived,
    FactKind,
    Option,
    Question,
    Questionnaire,
    reached,
)
from bfx_help.model.results import Known, Reason, Recommendation, Verdict, Why
from bfx_help.model.roles import QuestionRoles, Roles
from bfx_help.model.situations import UNCLEAR, Finding, Route, Routes, Situation
from bfx_help.model.texts import (
    AGE,
    BLANK,
    MINUS,
    NONE,
    PLUS,
    UNKNOWN,
    Answers,
    ByLanguage,
    Language,
    Own,
    Problem,
    Redacted,
    Shown,
    Text,
    Tone,
    UsageProblem,
    Value,
    When,
    Words,
    answers_of,
    fill,
    holds_chinese,
    joined,
    parts,
    placeholders,
    required,
)
