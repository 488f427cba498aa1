"""The sheets of the map: the world and its regions, each drawn ahead in `static/map/` by `script/land.py`."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from archive.pages.map.projections import Point, Projection, around_a_point, equal_earth

WIDTH = 600  # units across every sheet; a phone shows 288 pixels, so 50 units are 24 of them
RADIUS = 6371.0  # kilometres


@dataclass(frozen=True)
class Sheet:
    """A rectangle of the projected globe: `left` and `top` in radii of the globe, `scale` units to one."""

    name: str
    title: object  # a lazy text
    projection: Projection
    left: float
    top: float
    scale: float
    height: int

    def at(self, east: float, north: float) -> Point:
        """Where a place lies on the sheet, from its left upper corner; it may lie outside."""
        right, up = self.projection(east, north)
        return (right - self.left) * self.scale, (self.top - up) * self.scale

    def shows(self, point: Point) -> bool:
        return 0 <= point[0] <= WIDTH and 0 <= point[1] <= self.height

    @property
    def file(self) -> str:
        return f"map/{self.name}.svg"


def _region(name: str, title: object, east: float, north: float, wide: float, high: float) -> Sheet:
    """A region around a point, so many kilometres wide and high."""
    across, up = wide / RADIUS, high / RADIUS
    scale = WIDTH / across
    return Sheet(name, title, around_a_point(east, north), -across / 2, up / 2, scale, round(up * scale))


def _world() -> Sheet:
    """Without Antarctica, and cut where the Pacific is widest, so that no land is."""
    projection = equal_earth(11)
    right, _up = projection(190.999, 0)
    _right, top = projection(11, 83.7)
    _right, bottom = projection(11, -56)
    scale = WIDTH / (2 * right)
    return Sheet("world", _("World"), projection, -right, top, scale, round((top - bottom) * scale))


SHEETS: dict[str, Sheet] = {
    each.name: each
    for each in (
        _world(),
        _region("iran", _("Iran and its neighbours"), 53.5, 32.3, 2900, 2300),
        _region("west-asia", _("West Asia"), 46, 30, 4700, 4000),
        _region("central-south-asia", _("Central and South Asia"), 77, 31, 5200, 5200),
        _region("east-asia", _("East and South-East Asia"), 117, 22, 7400, 7400),
        _region("europe", _("Europe"), 15, 53, 5000, 4300),
        _region("north-africa", _("North Africa"), 10, 26, 5600, 3600),
        _region("africa", _("Africa"), 18, 2, 8200, 8300),
        _region("north-america", _("North and Central America"), -95, 40, 8000, 7600),
        _region("south-america", _("South America and the Caribbean"), -65, -19, 7000, 9000),
        _region("oceania", _("Australia and Oceania"), 150, -22, 8000, 6000),
    )
}
WORLD = SHEETS["world"]
