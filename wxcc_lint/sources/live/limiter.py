"""Time as the live sources know it, and how many requests a minute may hold."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable

from msgspec import Struct

_WINDOW = 60.0


class Clock(Struct, frozen=True):
    """What passes, what waits, and what is left to chance; tests bring their own.

    `now` counts seconds from anywhere and never goes back, `date` counts them from 1970, `chance` lies between 0 and 1.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    date: Callable[[], float] = time.time
    chance: Callable[[], float] = random.random


class Limiter:
    """Lets through so many requests in any sixty seconds, whichever sixty one looks at.

    A run that needs fewer never waits; a longer one waits until its oldest request of the last minute is a minute old.
    One thread at a time: the sources read one thing after the other.
    """

    def __init__(self, per_minute: int = 300, *, clock: Clock | None = None) -> None:
        if per_minute < 1:
            raise ValueError(f"a limit of {per_minute} requests a minute would let none through")
        self.per_minute = per_minute
        self._clock = clock or Clock()
        self._sent: deque[float] = deque(maxlen=per_minute)

    def wait(self) -> float:
        """Wait until one more request may be sent, and count it. Return the seconds that this took."""
        began = now = self._clock.now()
        while len(self._sent) == self.per_minute and (early := self._sent[0] + _WINDOW - now) > 0:
            self._clock.sleep(early)
            now = self._clock.now()  # a sleep may end early
        self._sent.append(now)
        return now - began
