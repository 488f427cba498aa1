"""People and places of the page tests."""

import pytest

from tests.pages.lanterns import Lanterns, light
from tests.pages.reader import Reader
from tests.universe import Universe


@pytest.fixture
def reader() -> Reader:
    """Somebody who reads in English."""
    return Reader()


@pytest.fixture
def lanterns(world: Universe) -> Lanterns:
    """The night of the lanterns, public."""
    return light(world)
