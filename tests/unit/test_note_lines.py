"""Single lines of a note are changed, and nothing else of it is lost."""

from bfx_help.cli.note_lines import changed, in_numbers
from tests.tables import each

NOTE = "20 Nov: sent\n21 Nov: asked\n22 Nov: nothing"


@each(
    ("typed", "reads"),
    [
        ("2: 21 Nov 10:00: asked", "20 Nov: sent\n21 Nov 10:00: asked\n22 Nov: nothing"),
        ("3: -\n1：11月20日：转出", "11月20日：转出\n21 Nov: asked"),
        ("23 Nov: still nothing", f"{NOTE}\n23 Nov: still nothing"),
        ("10:40 the page was empty", f"{NOTE}\n10:40 the page was empty"),
        ("  \n", NOTE),
        ("1: -\n2: -\n3: -", ""),
    ],
)
def test_a_line_is_changed_taken_out_or_added(typed: str, reads: str) -> None:
    assert changed(NOTE, typed) == reads


def test_an_hour_is_no_number_of_a_line() -> None:
    note = "\n".join(f"line {number}" for number in range(1, 13))
    assert changed(note, "10:40 the page was empty") == f"{note}\n10:40 the page was empty"
    assert changed(note, "10: 40 pages") == note.replace("line 10", "40 pages")


def test_the_lines_have_their_numbers() -> None:
    assert in_numbers(NOTE)[1] == "  2  21 Nov: asked"
