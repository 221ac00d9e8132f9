"""Asks with arrow keys and numbers on a terminal that can move its cursor.

questionary runs the prompts; their keys are ours, since its own lists know neither `12` nor
full-width keys, cut long options, and speak English.
"""

import sys
from collections.abc import Callable
from time import monotonic
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Dimension, FormattedTextControl, Layout, Window
from prompt_toolkit.layout.margins import ConditionalMargin, ScrollbarMargin
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.renderer import print_formatted_text
from questionary import Question, Style

from bfx_help.answers.numbers import half
from bfx_help.model import Tone
from bfx_help.plain import plain, wrap
from bfx_help.styles import STYLES, prompt_style
from bfx_help.terminal.base import EndOfInput, Prompt, Screen, Terminal, columns, in_words, kind_of
from bfx_help.terminal.keys import Key, key_of
from bfx_help.terminal.menu import PAGE, Menu

_LONGEST_NAME = 80  # characters of what is pasted into a list
_HIDDEN = "\ufffd"  # stands in the line for what cannot be seen
_LONG = 2000  # characters; more are pasted as one word that stands for them
_STRAY = 0.6  # seconds after a key of a list in which Enter was pressed behind it as in a text
_ESCAPE = 0.1  # seconds after which Esc is no longer the beginning of another key
STYLE = Style([(tone, prompt_style(style)) for tone, style in STYLES.items()])


class KeyTerminal(Terminal):
    """A terminal of which the list of options is redrawn, and becomes one line when answered."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._input = create_input(screen.stdin)
        self._output = create_output(screen.stderr)
        if isinstance(self._output, Vt100_Output):
            # Where a terminal answers the cursor query late, its answer would be read as typed.
            self._output.enable_cpr = False
        depth = None if screen.colour else ColorDepth.DEPTH_1_BIT
        self._look: dict[str, Any] = {"style": STYLE, "output": self._output, "color_depth": depth}
        self._look["include_default_pygments_style"] = False
        self._keyed = -_STRAY  # when a key of a list acted

    def ask(self, prompt: Prompt) -> str | Key:
        """As `Terminal.ask`. In a list the keys act at once, in a text with Enter."""
        filled = bool(prompt.default) and not prompt.choices
        self._write("")
        if prompt.known:
            first, *more = wrap(plain(prompt.known, ""), columns(self._stream) - 2)
            self._write(f"{first} …" if more else first, Tone.QUIET)
        self._introduce(prompt, f"terminal-keys-{'filled' if filled else kind_of(prompt)}")
        try:
            if prompt.choices:
                return self._choose(prompt)
            return self._paragraphs(prompt) if prompt.block else self._text(prompt)
        except EOFError:
            raise EndOfInput from None

    def _choose(self, prompt: Prompt) -> str | Key:
        menu = Menu(prompt, self._word)
        list_ = FormattedTextControl(lambda: self._drawn(menu), show_cursor=True)

        def is_cut() -> bool:
            return len([*menu.rows(columns(self._stream))]) > self._height(prompt).max

        more = ConditionalMargin(ScrollbarMargin(display_arrows=True), Condition(is_cut))
        app: Application[str | Key] = Application(
            layout=Layout(Window(list_, height=lambda: self._height(prompt), right_margins=[more])),
            key_bindings=_menu_keys(menu, lambda: monotonic() - self._keyed < _STRAY),
            input=self._input,
            erase_when_done=True,
            **self._look,
        )
        app.ttimeoutlen = app.timeoutlen = _ESCAPE
        answer: str | Key = Question(app).unsafe_ask()
        self._keyed = monotonic() if isinstance(answer, Key) else self._keyed
        self._answered(in_words(prompt.choices, answer))
        return answer

    def _height(self, prompt: Prompt) -> Dimension:
        """So much of the window that the question above the list stays on the screen."""
        question = len(wrap(prompt.text, columns(self._stream))) + 1
        return Dimension(max=max(self._output.get_size().rows - question, 3))

    def _drawn(self, menu: Menu) -> FormattedText:
        drawn = FormattedText()
        for row in menu.rows(columns(self._stream)):
            if row.pointed and not any(style == "[SetCursorPosition]" for style, *_ in drawn):
                drawn.append(("[SetCursorPosition]", ""))
            style = _class(Tone.POINTED if row.pointed else row.tone)
            drawn.append((style, f"{row.text}\n"))
        drawn[-1] = (drawn[-1][0], drawn[-1][1].rstrip("\n"))
        return drawn

    def _paragraphs(self, prompt: Prompt) -> str | Key:
        """Several lines, up to an empty one."""
        held = [Prompt("", default=prompt.default), Prompt("")]
        text = self._block(lambda: str(self._text(held.pop(0) if held[1:] else held[0])))
        return key_of(text) or text

    def _text(self, prompt: Prompt) -> str | Key:
        """One line, which holds the `default`; emptied, it is an empty answer."""
        pasted: dict[str, str] = {}
        held = self._short(prompt.default or "", pasted)
        session: PromptSession[str] = PromptSession(
            "> ",
            key_bindings=self._text_keys(pasted, held),
            input=self._input,
            erase_when_done=True,
            prompt_continuation="  ",
            reserve_space_for_menu=0,
            input_processors=[_Harmless()],
            **self._look,
        )
        session.app.ttimeoutlen = session.app.timeoutlen = _ESCAPE
        session.default_buffer.reset(Document(held))
        text: str = Question(session.app).unsafe_ask()
        if text != held:  # a key behind what the line holds is meant as one, too
            text = key_of(text.removeprefix(held)) or text
        shown = text
        for word, whole in pasted.items():
            text = text.replace(word, whole, 1)
        text = text.encode(errors="replace").decode().strip()  # what was typed may be no text
        key = key_of(text)
        self._answered(key or (shown if pasted else text))
        return key or text

    def _short(self, text: str, pasted: dict[str, str]) -> str:
        """A text as the line holds it: a long one as a word, since drawing it takes minutes."""
        if len(text) <= _LONG:
            return text
        word = self._word("terminal-pasted", number=len(pasted) + 1, count=len(text))
        pasted[word] = text
        return word

    def _text_keys(self, pasted: dict[str, str], held: str) -> KeyBindings:
        bindings = KeyBindings()

        @bindings.add(Keys.BracketedPaste, eager=True)
        def _paste(event: KeyPressEvent) -> None:
            text = event.data.replace("\r\n", "\n").replace("\r", "\n")
            event.current_buffer.insert_text(self._short(text, pasted))

        @bindings.add("escape")
        def _escape(event: KeyPressEvent) -> None:
            if event.current_buffer.text in ("", held):  # what was typed is not lost by one key
                event.app.exit(result=Key.BACK.value)

        for key in ("c-r", "c-s", "c-z"):  # there are no earlier lines
            bindings.add(key, eager=True)(_nothing)
        bindings.add(Keys.Vt100MouseEvent, eager=True)(_nothing)
        return bindings

    def _write_parts(self, *parts: tuple[str, Tone]) -> None:
        shown = FormattedText([*((_class(tone), text) for text, tone in parts), ("", "\n")])
        # The function of this name for everybody reads all of its own styles anew each time.
        print_formatted_text(self._output, shown, STYLE, color_depth=self._look["color_depth"])


def _class(tone: Tone) -> str:
    return f"class:{tone}" if tone is not Tone.PLAIN else ""


def _nothing(_: KeyPressEvent) -> None:
    """For keys that mean nothing here. Whatever looks like a mouse would break prompt_toolkit."""


_MOVES = {
    **{"up": -1, "c-p": -1, "s-tab": -1, "down": 1, "c-n": 1, "tab": 1},
    **{"pageup": -PAGE, "pagedown": PAGE, "home": -sys.maxsize, "end": sys.maxsize},
}


def _menu_keys(menu: Menu, is_stray: Callable[[], bool]) -> KeyBindings:
    """The keys of a list; those without a meaning do nothing, and neither does a stray Enter."""
    bindings = KeyBindings()
    for name, steps in _MOVES.items():
        bindings.add(name)(lambda _, steps=steps: menu.move(steps))
    bindings.add("backspace")(lambda _: menu.rub_out())
    bindings.add("c-u")(lambda _: menu.clear())
    bindings.add("escape", Keys.Any)(_nothing)  # a letter with Alt
    bindings.add(Keys.Vt100MouseEvent, eager=True)(_nothing)
    for name in ("c-c", "<sigint>"):
        bindings.add(name)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    bindings.add("c-d")(lambda event: event.app.exit(exception=EOFError))
    bindings.add("c-l")(lambda event: event.app.renderer.clear())
    _add_answers(bindings, menu, is_stray)
    return bindings


def _add_answers(bindings: KeyBindings, menu: Menu, is_stray: Callable[[], bool]) -> None:
    @bindings.add("escape")
    def _escape(event: KeyPressEvent) -> None:
        if not menu.clear():
            event.app.exit(result=Key.BACK)

    @bindings.add("enter")
    @bindings.add("c-j")  # Enter that was pressed before the list was there
    def _enter(event: KeyPressEvent) -> None:
        answer = None if menu.is_untouched and is_stray() else menu.answer()
        if answer is not None:
            event.app.exit(result=answer)

    @bindings.add(Keys.BracketedPaste)
    def _paste(event: KeyPressEvent) -> None:
        for character in " ".join(event.data.split())[:_LONGEST_NAME]:
            menu.type(half(character) or character)

    @bindings.add(Keys.Any)
    def _typed(event: KeyPressEvent) -> None:
        if isinstance(event.key_sequence[-1].key, Keys):
            return
        typed = half(event.data) or event.data
        answer = key_of(typed) or menu.type(typed)
        if answer is not None:
            event.app.exit(result=answer)


class _Harmless(Processor):
    """Shows a sign for each character that would hide or turn the text, which stays as it is."""

    def apply_transformation(self, line: TransformationInput) -> Transformation:
        """The line as it is shown."""
        return Transformation(
            [(style, "".join(map(_shown, text))) for style, text, *_ in line.fragments]
        )


def _shown(character: str) -> str:
    return character if plain(character, "\n\t") == character else _HIDDEN
