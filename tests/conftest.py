"""What all tests share."""

import gc
import signal
from collections.abc import Callable, Iterator, Mapping

import pytest
from hypothesis import HealthCheck, settings

from .resting import RestingLoop

settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")  # a busy machine makes no rule wrong


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], RestingLoop]]:
    """Every test that is a coroutine runs on a loop that knows when it rests."""
    return {"resting": RestingLoop}


def pytest_collection_finish() -> None:
    """Search for garbage seldom, and never in what all tests are made of: it takes a tenth of their time."""
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs the test starts obey ctrl+c, even where the tests run in the background and must not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(autouse=True, scope="session")
def _programs_hear_of_a_closed_terminal() -> Iterator[None]:
    """Programs the tests start obey SIGHUP, even where `nohup` started the tests."""
    before = signal.getsignal(signal.SIGHUP)
    if before == signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)
