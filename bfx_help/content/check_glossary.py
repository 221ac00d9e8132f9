"""Whether the Chinese texts use one word for one thing."""

import re

from bfx_help.content.check_figures import texts_in
from bfx_help.content.faults import shown
from bfx_help.content.sheets import Rows


def check(rows: Rows) -> None:
    """Notes each word that the glossary replaces, and the right one."""
    terms = [row.value for row in rows.get("glossary", ())]
    wrong = {word: term for term in terms for word in term.zh_not if word}
    if not wrong:
        return
    allowed = {word for term in terms for word in (term.zh, *term.zh_but) if word}
    # The longest first, so that an allowed word hides what is in it.
    ordered = sorted(wrong.keys() | allowed, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, ordered)))
    for row, place, text in texts_in(rows):
        for word in dict.fromkeys(pattern.findall(text.zh)):
            if term := wrong.get(word):
                says = f"write {shown(term.zh)}, not {shown(word)} ({shown(term.en)})"
                row.sheet.lack((*row.place, *place, "zh"), says)
