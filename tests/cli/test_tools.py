"""`verify` and `redact` as commands: exit codes, data for programs, and what is told of what."""

import json
import re
from pathlib import Path

import pytest

from tests.running import run

OFFICIAL, FALSE, OTHER = "https://bitfinex.com/x", "bitfinnex.com", "https://example.org/help"
MESSAGE = (
    f"Hello, write to @Bitfinex_Support, open https://{FALSE}/login or {OTHER}. WeChat: bfx_888"
)
KEY = "0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"


@pytest.mark.parametrize(
    ("contacts", "typed", "code"),
    [
        ([OFFICIAL], [], 0),
        ([FALSE], [], 3),
        ([OTHER], [], 4),
        ([OFFICIAL, OTHER], [], 4),
        ([OTHER, FALSE, OFFICIAL], [], 3),
        (["-"], [MESSAGE], 3),
        (["-"], [f"see {OFFICIAL}"], 0),
        (["-"], ["nothing to judge"], 4),
        (["-"], [], 4),
        ([""], [], 4),
        ([OFFICIAL, "-"], [f"or {FALSE}"], 3),
    ],
)
def test_the_worst_verdict_is_the_exit_code(
    contacts: list[str], typed: list[str], code: int
) -> None:
    for options in ([], ["--json"], ["--lang", "zh"]):
        assert run("verify", *contacts, *options, typed=typed).code == code


def test_data_tell_the_inputs_in_their_order() -> None:
    contacts = [OTHER, FALSE, OFFICIAL, "Help <x@bitfinex.help>"]
    lines = run("verify", "--json", *contacts).stdout.splitlines()
    found = [json.loads(line) for line in lines]
    assert [one["input"] for one in found] == contacts
    assert [one["verdict"] for one in found] == ["unknown", "imitation", "official", "imitation"]
    assert [one["of"] for one in found] == [None, "bitfinex.com", "bitfinex.com", "bitfinex.com"]
    keys = {"input", "verdict", "of", "reasons"}
    assert all(set(one) == {"schema", "demands", "contacts", *keys} for one in found)
    assert all(set(contact) == keys for one in found for contact in one["contacts"])
    assert all(one["reasons"] for one in found)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_contact_of_a_message_is_judged_and_none_can_be_clicked(language: str) -> None:
    screen = run("verify", "-", "--lang", language, typed=[MESSAGE]).screen
    for contact in ("@Bitfinex_Support", "hxxps://bitfinnex[.]com/login", "example[.]org"):
        assert contact in screen
    assert "bfx_888" in screen
    assert not re.search(r"https?://|bitfinnex\.com|example\.org", screen)


def test_a_message_may_be_an_argument() -> None:
    for contacts, typed in ([f"{OFFICIAL} or {FALSE}"], []), (["-"], [f"{OFFICIAL} or {FALSE}"]):
        found = json.loads(run("verify", "--json", *contacts, typed=typed).stdout)
        assert found["verdict"] == "imitation"
        assert [one["verdict"] for one in found["contacts"]] == ["official", "imitation"]


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("官网 www.bitfinex.com，飞机：abckefu", "飞机"),
        ("Log in at https://www.bitfinex.com then write to helper on Signal.", "Signal"),
        ("https://www.bitfinex.com AnyDesk 123 456 789", "AnyDesk"),
        (
            "support@bitfinex.com TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
            "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
        ),
    ],
)
def test_what_stands_beside_an_official_contact_is_named_both_ways(
    message: str, named: str
) -> None:
    for contacts, typed in ([message], []), (["-"], [message]):
        found = run("verify", *contacts, typed=typed)
        assert found.code == 4
        assert "as a whole" in found.screen
        assert named in found.screen


def test_a_message_with_a_false_contact_is_false_as_a_whole() -> None:
    told = "false as a whole"
    for contacts, typed in ([f"{OFFICIAL} or {FALSE}"], []), (["-"], [f"{OFFICIAL} or {FALSE}"]):
        assert told in run("verify", *contacts, typed=typed).screen
    assert told not in run("verify", OFFICIAL, FALSE).screen
    assert told not in run("verify", f"{OFFICIAL} or {OTHER}").screen


@pytest.mark.parametrize("text", ["", "is this real"])
def test_where_nothing_can_be_judged_nothing_is_said_about_a_list(text: str) -> None:
    screen = run("verify", text).screen
    assert "no link" in screen
    assert "listed" not in screen


def test_an_official_contact_comes_with_its_purpose_its_source_and_a_warning() -> None:
    said = " ".join(run("verify", "support@bitfinex.com").screen.split())
    for part in (
        "On the official list",
        "copy of Bitfinex's pages",
        "Mail to support.",
        "can be forged",
    ):
        assert part in said
    assert "safe" not in said


def test_a_secret_behind_a_label_is_hidden() -> None:
    link = "[bitfinex.com](https://lin:Blue-Kettle-77@evil.example/?token=a1b2c3d4e5f6g7h8i9)"
    for options in ((), ("--json",)):
        screen = run("verify", link, *options).screen
        assert "evil[.]example" in screen
        assert "Kettle" not in screen
        assert "a1b2c3d4" not in screen


def test_a_secret_in_a_link_is_hidden() -> None:
    link = "https://example.org/?password=hunter2secret"
    for option in ("--plain", "--json"):
        assert "hunter2secret" not in run("verify", link, option).screen


# -- redact ------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [(), ("-",), ("note.txt",)])
def test_the_text_goes_to_standard_output_and_what_was_hidden_to_standard_error(
    arguments: tuple[str, ...],
) -> None:
    text = "My password is hunter2! and the order is 123456789.\n"
    Path("note.txt").write_text(text, encoding="utf-8")
    screen, stdout, code = run("redact", *arguments, typed=[text.rstrip()])
    assert code == 0
    assert stdout == "My password is [hidden: passcode, 8 characters] and the order is 123456789.\n"
    assert screen.removeprefix(stdout) == (
        "Hidden: password (8 characters). It was not stored.\n"
        "If you have already given any of these to anyone, run bfx-help sos now.\n"
    )


def test_many_secrets_of_a_kind_are_told_once() -> None:
    typed = [f"password: hunter{number}!" for number in range(10, 60)]
    screen, stdout, _ = run("redact", "--lang", "zh", typed=typed)
    assert screen.removeprefix(stdout).splitlines() == [
        "已隐藏 50 处：密码（9 个字符），没有保存。",
        "如果已经把其中任何一项给了别人，请马上运行 bfx-help --lang zh sos。",
    ]


def test_a_text_without_secrets_stays_as_it_is() -> None:
    text = "Withdrawal 12345678 of 1500 USDT, 还没到账。"
    assert run("redact", typed=[text]).screen == f"{text}\n"


def test_data_give_places_in_the_text_as_it_was_read() -> None:
    text = f"My password is hunter2!\r\n{KEY}\r\n"
    Path("note.txt").write_bytes(text.encode())
    screen, stdout, code = run("redact", "note.txt", "--json")
    data = json.loads(stdout)
    assert (screen, code) == (stdout, 0)
    assert set(data) == {"schema", "text", "found", "ask"}
    assert all(set(one) == {"kind", "start", "end", "reason"} for one in data["found"])
    assert [text[one["start"] : one["end"]] for one in data["found"]] == ["hunter2!", KEY]
    assert data["ask"] == [1]
    assert "hunter2" not in stdout
    assert KEY not in stdout


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x7fELF\x02\x01\x01\x00" * 50, "binary data"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" * 50, "binary data"),
        (b"x" * 2_000_000, "That is more than"),
        ("助".encode() * 400_000, "That is more than"),
    ],
)
def test_what_is_no_text_or_too_much_is_refused(data: bytes, said: str) -> None:
    Path("file").write_bytes(data)
    for command in ("redact", "file"), ("redact", "file", "--json"):
        screen, stdout, code = run(*command)
        assert said in screen
        assert (stdout, code) == ("", 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_of_windows_hide_nothing(encoding: str) -> None:
    Path("file").write_bytes("密码是 hunter2!\r\n".encode(encoding))
    assert run("redact", "file").stdout == "密码是 [hidden: passcode, 8 characters]\n"


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_file_that_cannot_be_read_is_named(name: str) -> None:
    screen, stdout, code = run("redact", name)
    assert screen.startswith(f"{name} cannot be read (")
    assert (stdout, code) == ("", 1)
