"""So many requests in any minute, and no waiting before that."""

from __future__ import annotations

import random

import pytest

from wxcc_lint.sources.live.limiter import Clock, Limiter


class Time:
    """A clock that only sleeping and working move; `lazy` makes each sleep end that much too early, once."""

    def __init__(self, lazy: float = 0.0) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self._lazy = lazy

    def clock(self) -> Clock:
        return Clock(lambda: self.now, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds - self._lazy
        self._lazy = 0.0


def test_three_hundred_a_minute_is_the_default() -> None:
    time = Time()
    limiter = Limiter(clock=time.clock())
    assert [limiter.wait() for _ in range(301)] == [0.0] * 300 + [60.0]


def test_a_burst_within_the_limit_never_waits_and_the_next_one_waits_for_the_oldest_alone() -> None:
    time = Time()
    limiter = Limiter(2, clock=time.clock())
    limiter.wait()
    time.now += 10
    limiter.wait()
    time.now += 20
    assert (limiter.wait(), limiter.wait()) == (30.0, 10.0)
    assert time.slept == [30.0, 10.0]


def test_after_a_quiet_minute_all_of_the_limit_is_there_again() -> None:
    time = Time()
    limiter = Limiter(3, clock=time.clock())
    for _ in range(3):
        limiter.wait()
    time.now += 60
    assert [limiter.wait() for _ in range(3)] == [0.0, 0.0, 0.0]


def test_a_sleep_that_ends_early_is_followed_by_another() -> None:
    time = Time(lazy=0.25)
    limiter = Limiter(1, clock=time.clock())
    limiter.wait()
    assert limiter.wait() == 60.0
    assert time.slept == [60.0, 0.25]


@pytest.mark.parametrize("limit", [1, 7, 60])
def test_no_sixty_seconds_hold_more_than_the_limit(limit: int) -> None:
    time = Time()
    limiter = Limiter(limit, clock=time.clock())
    chance = random.Random(limit)  # the pace of requests changes, the same each time this runs
    sent = []
    for _ in range(limit * 8):
        limiter.wait()
        sent.append(time.now)
        time.now += chance.choice([0.0, 0.01, 0.3, 2.0])
    assert max(sum(start <= one < start + 60 for one in sent) for start in sent) == limit


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_lets_something_through(limit: int) -> None:
    with pytest.raises(ValueError, match=f"a limit of {limit} requests a minute would let none through"):
        Limiter(limit)
