"""Places that stand too close to be told apart become one mark, at the place that most leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import dist, sqrt

from archive.pages.map.projections import Point
from archive.pages.map.sheets import WIDTH, Sheet
from archive.pages.shown.texts import Linked

APART = 52.0  # units between two marks: more than 24 pixels on the smallest phone
ZOOM, MOST_ZOOM = 4, 3  # each step looks at so much less of a sheet
SMALLEST, LARGEST = 9.0, 24.0  # radii of marks
Counts = dict[str, int]


@dataclass(frozen=True)
class Spot:
    """A place with what leads to it; `where` is its position, None where nobody gave one."""

    id: str
    link: Linked
    within: list[Linked]
    where: tuple[float, float] | None
    counts: Counts
    sample: bool

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class View:
    """The part of a sheet that is looked at: around its middle, so many steps closer."""

    sheet: Sheet
    middle: Point
    zoom: int = 0

    @classmethod
    def whole(cls, sheet: Sheet) -> View:
        return cls(sheet, (WIDTH / 2, sheet.height / 2))

    @property
    def times(self) -> int:
        return ZOOM**self.zoom

    def at(self, spot: Spot) -> Point | None:
        """Where a place lies in the view; None where it is not in it."""
        if spot.where is None:
            return None
        north, east = spot.where
        x, y = self.sheet.at(east, north)
        point = (
            (x - self.middle[0]) * self.times + WIDTH / 2,
            (y - self.middle[1]) * self.times + self.sheet.height / 2,
        )
        return point if self.sheet.shows(point) else None

    @property
    def image(self) -> dict[str, str]:
        """Where the drawn sheet lies in the view."""
        left = WIDTH / 2 - self.middle[0] * self.times
        top = self.sheet.height / 2 - self.middle[1] * self.times
        return {
            "x": f"{left:.1f}",
            "y": f"{top:.1f}",
            "width": str(WIDTH * self.times),
            "height": str(self.sheet.height * self.times),
        }


@dataclass
class Cluster:
    """One mark: the place it stands at, and those that stand too close to it."""

    spots: list[Spot]
    point: Point
    total: int = field(default=0)

    @property
    def first(self) -> Spot:
        return self.spots[0]

    @property
    def sample(self) -> bool:
        return all(each.sample for each in self.spots)

    @property
    def x(self) -> str:
        return f"{self.point[0]:.1f}"

    @property
    def y(self) -> str:
        return f"{self.point[1]:.1f}"


def clusters(spots: Iterable[tuple[Spot, Point]]) -> list[Cluster]:
    """Marks that are never closer than APART, however many places there are. A grid finds the neighbours."""
    grid: dict[tuple[int, int], list[Cluster]] = {}
    found: list[Cluster] = []
    for spot, point in sorted(spots, key=lambda each: (-each[0].total, each[0].id)):
        column, line = int(point[0] // APART), int(point[1] // APART)
        near = [
            cluster
            for right in (-1, 0, 1)
            for down in (-1, 0, 1)
            for cluster in grid.get((column + right, line + down), ())
            if dist(cluster.point, point) < APART
        ]
        if near:
            cluster = min(near, key=lambda each: dist(each.point, point))
        else:
            cluster = Cluster([], point)
            grid.setdefault((column, line), []).append(cluster)
            found.append(cluster)
        cluster.spots.append(spot)
        cluster.total += spot.total
    return found


def radius(total: int, most: int) -> str:
    """The area of a mark grows with its number."""
    share = sqrt(total / most) if most else 0
    return f"{SMALLEST + (LARGEST - SMALLEST) * share:.1f}"
