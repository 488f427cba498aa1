"""Draws the sheets of the map: land and borders of Natural Earth (public domain), as SVG in `static/map/`.

Run again only to change a sheet or to take in newer borders. It needs shapely, and the TopoJSON files that
the npm package `world-atlas` makes of Natural Earth:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/pip install shapely
    .venv/bin/python script/land.py package/ [sheet …]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import dist
from pathlib import Path
from typing import Any

import shapely

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from archive.pages.map.sheets import SHEETS, WIDTH, WORLD, Sheet  # noqa: E402

MOST_BYTES = 30_000  # of one sheet, before it is packed
FINE = 10  # an SVG's own units to one of the sheet's: whole numbers are short
ANTARCTICA = "010"
FARTHEST = 1.8  # radii of the globe from a region's middle: beyond that shapes turn inside out
SMALLEST = 1.2  # square units; a smaller island is not drawn
LONGEST_STEP = 2.0  # degrees: longer lines are bent with the globe
LAND = 'fill="#8a7f70" fill-opacity=".26" stroke="#857a6c" stroke-width="6"'
BORDERS = 'fill="none" stroke="#857a6c" stroke-width="7" stroke-opacity=".75"'
Line = list[tuple[float, float]]


class Atlas:
    """A TopoJSON file: arcs that neighbours share, and countries made of them."""

    def __init__(self, path: Path):
        topology = json.loads(path.read_text())
        self.arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
        self.countries = [
            [ring for polygon in _polygons(country) for ring in polygon]
            for country in topology["objects"]["countries"]["geometries"]
            if country.get("id") != ANTARCTICA
        ]
        used = Counter(_arc(each) for rings in self.countries for each in {_arc(i) for r in rings for i in r})
        self.shared = [arc for arc, countries in used.items() if countries > 1]


def _arc(index: int) -> int:
    return index if index >= 0 else ~index


def _degrees(arc: list[list[int]], transform: dict[str, Any]) -> Line:
    x = y = 0
    (scale_x, scale_y), (first_x, first_y) = transform["scale"], transform["translate"]
    line = []
    for dx, dy, *_more in arc:
        x, y = x + dx, y + dy
        line.append((x * scale_x + first_x, y * scale_y + first_y))
    return line


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    return country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]


def _bent(line: Line) -> Iterator[tuple[float, float]]:
    """The same line with steps short enough to follow the globe."""
    yield line[0]
    for (east, north), (to_east, to_north) in pairwise(line):
        to_east -= round((to_east - east) / 360) * 360  # the short way, also over the date line
        steps = int(max(abs(to_east - east), abs(to_north - north)) // LONGEST_STEP) + 1
        for each in range(1, steps + 1):
            yield east + (to_east - east) * each / steps, north + (to_north - north) * each / steps


def _on(sheet: Sheet, line: Line) -> Line:
    """A line of the globe on the sheet."""
    return [sheet.at(east, north) for east, north in _bent(line)]


def _simple(line: Line, tolerance: float) -> Line:
    return list(shapely.LineString(line).simplify(tolerance, preserve_topology=False).coords)


def _ring(indexes: Iterable[int], arcs: list[Line]) -> Line:
    points: Line = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def drawn(sheet: Sheet, atlas: Atlas, projected: list[Line], tolerance: float) -> str:
    """The sheet as SVG, its lines no further than the tolerance from where they belong."""
    arcs = [_simple(line, tolerance) for line in projected]
    rings = [_ring(ring, arcs) for country in atlas.countries for ring in country]
    faces = [shapely.make_valid(shapely.Polygon(ring)) for ring in rings if _whole(sheet, ring)]
    shared = [arcs[each] for each in atlas.shared if not _torn(sheet, arcs[each])]
    edge = (-5, -5, WIDTH + 5, sheet.height + 5)
    land = shapely.clip_by_rect(shapely.union_all(faces), *edge)
    borders = shapely.clip_by_rect(shapely.MultiLineString(shared), *edge)
    coasts = "".join(
        _path(ring.coords, closed=True)
        for each in shapely.get_parts(land)
        if each.geom_type == "Polygon" and each.area > SMALLEST
        for ring in (each.exterior, *each.interiors)
    )
    lines = "".join(
        _path(each.coords, closed=False)
        for each in shapely.get_parts(borders)
        if each.geom_type == "LineString" and each.length > 1
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * FINE} {sheet.height * FINE}">'
        "<!-- Land and borders: Natural Earth, public domain -->"
        f'<path {LAND} d="{coasts}"/><path {BORDERS} d="{lines}"/></svg>\n'
    )


def _whole(sheet: Sheet, ring: Line) -> bool:
    return len(set(ring)) > 2 and not _torn(sheet, ring)


def _torn(sheet: Sheet, line: Line) -> bool:
    """Whether the sheet's own cut, on the far side of the globe, runs through a line."""
    if sheet is WORLD:
        return max(x for x, _y in line) - min(x for x, _y in line) > WIDTH * 0.7
    middle = (WIDTH / 2, sheet.height / 2)
    return any(dist(point, middle) > FARTHEST * sheet.scale for point in line)


def _path(points: Iterable[tuple[float, ...]], *, closed: bool) -> str:
    whole = [(round(x * FINE), round(y * FINE)) for x, y, *_z in points]
    whole = [each for place, each in enumerate(whole) if not place or each != whole[place - 1]]
    if closed:
        whole = whole[:-1]
    if len(whole) < 2 + closed:
        return ""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
    told = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{whole[0][0]} {whole[0][1]}l{told}{'z' if closed else ''}"


def finest(sheet: Sheet, atlas: Atlas) -> str:
    """The sheet with as much as fits into its bytes."""
    projected = [_on(sheet, line) for line in atlas.arcs]
    fine, coarse = 0.05, 3.0
    best = drawn(sheet, atlas, projected, coarse)
    for _turn in range(8):
        middle = (fine + coarse) / 2
        svg = drawn(sheet, atlas, projected, middle)
        if len(svg) <= MOST_BYTES:
            best, coarse = svg, middle
        else:
            fine = middle
    print(f"{sheet.name}: {len(best)} bytes, lines within {coarse:.2f} units")
    return best


def main(folder: Path, *names: str) -> None:
    atlas, of_the_world = Atlas(folder / "countries-10m.json"), Atlas(folder / "countries-50m.json")
    for sheet in map(SHEETS.__getitem__, names or SHEETS):
        svg = finest(sheet, of_the_world if sheet is WORLD else atlas)
        (ROOT / "static" / sheet.file).write_text(svg)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
