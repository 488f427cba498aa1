"""From the globe to the sheet. Both projections keep areas: no country looks larger than it is."""

from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]
Projection = Callable[[float, float], Point]  # degrees east and north → right and up, in radii of the globe

# Equal Earth (Šavrič, Patterson and Jenny, 2018)
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def equal_earth(middle: float) -> Projection:
    """The whole globe, cut open opposite to its middle meridian."""

    def project(east: float, north: float) -> Point:
        around = radians((east - middle + 180) % 360 - 180)
        t = asin(sqrt(3) / 2 * sin(radians(north)))
        across = 9 * _A4 * t**8 + 7 * _A3 * t**6 + 3 * _A2 * t**2 + _A1
        return 2 * sqrt(3) * around * cos(t) / (3 * across), _A4 * t**9 + _A3 * t**7 + _A2 * t**3 + _A1 * t

    return project


def around_a_point(middle_east: float, middle_north: float) -> Projection:
    """Lambert's azimuthal projection: one region, seen from above its middle."""
    from_north = radians(middle_north)

    def project(east: float, north: float) -> Point:
        around, up = radians(east - middle_east), radians(north)
        facing = sin(from_north) * sin(up) + cos(from_north) * cos(up) * cos(around)
        far = sqrt(2 / max(1 + facing, 1e-9))  # the point opposite has no place
        return (
            far * cos(up) * sin(around),
            far * (cos(from_north) * sin(up) - sin(from_north) * cos(up) * cos(around)),
        )

    return project
