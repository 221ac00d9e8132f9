"""What people type, understood: one module for each kind of answer (amounts, dates, addresses ...).

`read_answer` reads an answer of a known kind, `running` finds such things in a whole text,
`checksums` says whether an address or id can be right. The words for it are lists in `words/`.
"""
