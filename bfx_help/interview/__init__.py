"""The conversation without a screen: what the words say, what comes next, and which route fits.

`understand` finds the situation in the first words, `particulars` their facts; `step` says what
follows from the answers, `derived_answers` computes answers from others, `routing` chooses the
channel, `drafts` keeps what was answered.
"""
