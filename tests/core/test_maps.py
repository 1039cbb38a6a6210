"""Places on the drawn maps."""

import math

from core.maps import LATVIA, Pin, spread


def test_pins_end_apart_even_on_one_spot():
    pins = spread([Pin(100, 100, 15), Pin(100, 100, 15), Pin(104, 100, 15), Pin(300, 300, 15)])

    gaps = [
        math.hypot(first.x - second.x, first.y - second.y)
        for number, first in enumerate(pins)
        for second in pins[number + 1 :]
    ]
    assert min(gaps) >= 30
    assert (pins[3].x, pins[3].y) == (300, 300)


def test_east_is_right_and_north_is_up():
    liepaja, riga, valka = (
        LATVIA.place(*point) for point in ((21.01, 56.51), (24.11, 56.95), (26.02, 57.78))
    )

    assert liepaja[0] < riga[0] < valka[0]
    assert liepaja[1] > riga[1] > valka[1]
    assert all(0 < x < LATVIA.width and 0 < y < LATVIA.height for x, y in (liepaja, riga, valka))
