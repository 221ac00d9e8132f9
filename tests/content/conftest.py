"""These tests start with the content compiled."""

import pytest


@pytest.fixture(autouse=True)
def _content(shared_content: None) -> None:
    pass
