"""A park without places: its tiers as bands, what matters large in rows, everything else as tiles."""

from __future__ import annotations

from sim.park import Park
from sim.report.map.areas import areas_of
from sim.report.map.attached import attached, crews, plants
from sim.report.map.chosen import Chosen
from sim.report.map.grid import COLUMNS, Cell, Grid
from sim.report.map.routes import TRACK, Routes
from sim.report.map.shapes import Band, Edge, Node, Plan, Point
from sim.report.map.tiles import groups, panel, strip

WIDTH = 1600.0
EDGE, NAMES, PANEL = 16.0, 140.0, 184.0
"""Free room at the sides; room of the tiers' names, left; and of the tiles of what is not drawn large, right."""
BOX_WIDTH, RECEIVER_HEIGHT = 144.0, 44.0
CHANNEL, ABOVE, PAD = 34.0, 21.0, 12.0
"""Room between two rows besides that of its tracks, of it above a row, where signs stand, and at the top and bottom
of a band."""
STRIP, ALONE = 84.0, 150.0
"""Height of tiles in a strip at most, beside things drawn large and alone."""


def schematic(park: Park, found: Chosen, box_height: float) -> Plan:
    """The park laid out by tiers."""
    return _Sheet(park, found, box_height).plan()


class _Sheet:
    """The schematic while it is laid out."""

    def __init__(self, park: Park, found: Chosen, box_height: float) -> None:
        self.park, self.found, self.box_height = park, found, box_height
        self.areas = areas_of(park)
        self.grid = Grid(park, found)
        self.routes = Routes(self.grid)
        self.pitch = (WIDTH - NAMES - PANEL - 2 * EDGE) / COLUMNS
        self.row_y: dict[int, float] = {}
        self.nodes: list[Node] = []
        self.bands: list[Band] = []

    def plan(self) -> Plan:
        """All of it."""
        top = crews(self.park, NAMES + EDGE, EDGE, WIDTH - NAMES - 2 * EDGE)
        y = max((each.bottom for each in top), default=EDGE - PAD) + PAD
        for place, tier in enumerate([*self.park.tiers, ""]):
            y = self._band(tier, y, first=place == 0)
        large = self._large()
        small = [each for each in self.nodes if each.sort == "storage"]
        frames = [each for each in self.nodes if each.sort == "area"]
        places = {each.id: each for each in (*large, *small)}
        nodes = (*frames, *plants(self.park, large), *small, *large, *attached(self.park, places), *top)
        return Plan(WIDTH, y + EDGE - PAD, tuple(self.bands), nodes, self._edges(places), geographic=False)

    def _band(self, tier: str, y: float, first: bool) -> float:
        """A tier with its rows and tiles; where the next one begins."""
        top, rows = y, [row for row, each in enumerate(self.grid.tiers) if each == tier]
        rest = [id for id, each in self.park.storages.items() if each.tier == tier and id not in self.found.storages]
        by_area = groups(self.park, rest, self.areas)
        y += PAD
        tiles: list[Node] = []
        if rest and (first or not rows):
            high = STRIP if rows else ALONE
            room = WIDTH - NAMES - 2 * EDGE
            tiles = strip(self.park, tier, by_area, NAMES + EDGE, y, room, 12 if rows else 28, high)
            y = max(each.bottom for each in tiles)
        elif rest:
            high = sum(CHANNEL + self.routes.tracks_in(row) * TRACK + self._high(row) for row in rows)
            tiles = panel(self.park, tier, by_area, WIDTH - EDGE - PANEL + PAD, y, PANEL - 2 * PAD, high)
        for row in rows:
            y += CHANNEL + self.routes.tracks_in(row) * TRACK
            self.row_y[row] = y
            y += self._high(row)
        bottom = max([y, *(each.bottom for each in tiles)]) + PAD
        for row in rows:
            self.row_y[row] += (bottom - PAD - y) / 2
        self.nodes += tiles
        if rows or rest:
            self.bands.append(Band(tier, EDGE, top, WIDTH - 2 * EDGE, bottom - top))
        return bottom + PAD if rows or rest else top

    def _box(self, cell: Cell) -> tuple[float, float, float, float]:
        """Where a cell lies."""
        row, column = cell
        middle = EDGE + NAMES + (column + 0.5) * self.pitch
        return middle - BOX_WIDTH / 2, self.row_y[row], BOX_WIDTH, self._high(row)

    def _high(self, row: int) -> float:
        """How high what stands in a row is: receivers have nothing but a name."""
        return self.box_height if self.grid.tiers[row] else min(RECEIVER_HEIGHT, self.box_height)

    def _large(self) -> list[Node]:
        """What stands in the grid."""
        storages = self.park.storages
        return [
            Node(id, "storage", storages[id].kind, storages[id].tier, *self._box(cell), main=True)
            if id in storages
            else Node(id, "receiver", self.park.receivers[id].kind.value, "", *self._box(cell), main=True)
            for id, cell in self.grid.cell.items()
        ]

    def _channel_y(self, channel: int, track: int) -> float:
        """Where a track above a row lies."""
        below = self.row_y.get(channel)
        if below is None:
            return self.row_y[channel - 1] + self._high(channel - 1) + CHANNEL - ABOVE + track * TRACK
        return below - ABOVE - track * TRACK

    def _gutter_x(self, gutter: int) -> float:
        return EDGE + NAMES + gutter * self.pitch

    def _edges(self, places: dict[str, Node]) -> tuple[Edge, ...]:
        """Links of the grid; of a large park alone the others too, thin."""
        large = tuple(
            Edge(way.id, way.source, way.target, way.kind,
                 self.routes.points(route, self._box, self._channel_y, self._gutter_x), main=True)
            for route in self.routes.all for way in [route.way]
        )  # fmt: skip
        return (*_thin(self.park, places, {each.id for each in large}), *large) if self.found.others else large


def _thin(park: Park, places: dict[str, Node], drawn: set[str]) -> tuple[Edge, ...]:
    """Links between tiles: down, across in the middle, down."""
    links = [
        each for each in park.links.values()
        if each.id not in drawn and each.source in places and each.target in places
    ]  # fmt: skip
    return tuple(
        Edge(link.id, link.source, link.target, link.kind.value, _elbow(places[link.source], places[link.target]),
             main=False)
        for link in links
    )  # fmt: skip


def _elbow(source: Node, target: Node) -> tuple[Point, ...]:
    (x, _), (end, _) = source.middle, target.middle
    down = target.y >= source.bottom
    start_y, end_y = (source.bottom, target.y) if down else (source.y, target.bottom)
    middle = (start_y + end_y) / 2
    return (x, start_y), (x, middle), (end, middle), (end, end_y)
