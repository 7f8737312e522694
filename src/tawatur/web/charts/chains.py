"""The graph of chains: who says it, through whom, to which outlet; lines as thick as the articles that carry it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tawatur.views.values import LinkView

# Boxes of one column; the least used share one box.
_MOST_BOXES = 14
# Columns between origin and outlet: a chain with more carriers shows the first and the last.
_MOST_CARRIERS = 2
# Pixels of a box and of the room below it; how wide the room between columns is, in widths of a column.
BOX, _GAP, _BETWEEN = 40, 10, 0.4
# Widths of lines that are told apart; each stands for twice the articles of the one before.
_WIDTHS = 5

_Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Box:
    """One source or outlet: where it stands (percent and pixels), what it is called, how many articles it carries.

    Of kind "none": the articles that pass this column by. `others` counts the sources that share a box.
    """

    x: float
    y: float
    kind: str
    label: str
    known: bool
    entity: str | None
    articles: int
    others: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one box to another, as the path of a curve in a space 100 wide; `width` counts from 1."""

    path: str
    width: int


@dataclass(frozen=True, slots=True)
class ChainGraph:
    """Boxes and lines; `paths` are the chains in words, those of most articles first."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    paths: tuple[tuple[tuple[LinkView, ...], int], ...]
    width: float
    height: int


def chain_graph(chains: Iterable[tuple[str, tuple[LinkView, ...]]], rtl: bool) -> ChainGraph | None:
    """Return the graph of chains, each given with its article; None where there is nothing to draw."""
    routes: dict[tuple[_Key, ...], set[str]] = defaultdict(set)
    links: dict[_Key, LinkView] = {}
    given = [(article, chain) for article, chain in chains if len(chain) > 1]
    columns = max((min(len(chain) - 2, _MOST_CARRIERS) for _, chain in given), default=0) + 2
    told: dict[tuple[str, ...], tuple[tuple[LinkView, ...], set[str]]] = {}
    for article, chain in given:
        route = _route(chain, columns)
        routes[tuple(key for key, _ in route)].add(article)
        for key, link in route:
            links.setdefault(key, link)
        told.setdefault(tuple(key[1] for key, _ in route), (chain, set()))[1].add(article)
    if not routes:
        return None
    routes, gathered = _gathered(routes, columns)
    order = _ordered(routes, columns)
    boxes, at = _boxes(order, routes, links, gathered, columns, rtl)
    paths = tuple((chain, len(articles)) for chain, articles in told.values())
    return ChainGraph(
        tuple(boxes),
        tuple(_edges(routes, at, columns, rtl)),
        tuple(sorted(paths, key=lambda path: -path[1])),
        _width(columns),
        max(len(column) for column in order) * (BOX + _GAP) - _GAP,
    )


def _route(chain: tuple[LinkView, ...], columns: int) -> list[tuple[_Key, LinkView]]:
    """Put each link into its column: the origin first, the outlet last, carriers between, columns left free told."""
    carriers = chain[1:-1]
    if len(carriers) > _MOST_CARRIERS:
        carriers = (carriers[0], carriers[-1])
    none = LinkView("none", "", True)
    between = (*carriers, *(none for _ in range(columns - 2 - len(carriers))))
    return [((column, _identity(link)), link) for column, link in enumerate((chain[0], *between, chain[-1]))]


def _identity(link: LinkView) -> str:
    if link.kind == "none":
        return "\1"
    return (link.entity or link.label) if link.known else ""


def _gathered(
    routes: dict[tuple[_Key, ...], set[str]], columns: int
) -> tuple[dict[tuple[_Key, ...], set[str]], dict[int, int]]:
    """Let the least used boxes of a full column be one; also return how many it holds."""
    weight = _weights(routes)
    gathered: dict[int, int] = {}
    rest: set[_Key] = set()
    for column in range(columns):
        boxes = sorted((key for key in weight if key[0] == column), key=lambda key: (-weight[key], key))
        if len(boxes) > _MOST_BOXES:
            rest.update(boxes[_MOST_BOXES - 1 :])
            gathered[column] = len(boxes) - _MOST_BOXES + 1
    found: dict[tuple[_Key, ...], set[str]] = defaultdict(set)
    for route, articles in routes.items():
        found[tuple((key[0], "\0") if key in rest else key for key in route)] |= articles
    return found, gathered


def _weights(routes: dict[tuple[_Key, ...], set[str]]) -> dict[_Key, int]:
    articles: dict[_Key, set[str]] = defaultdict(set)
    for route, found in routes.items():
        for key in route:
            articles[key] |= found
    return {key: len(found) for key, found in articles.items()}


def _ordered(routes: dict[tuple[_Key, ...], set[str]], columns: int) -> list[list[_Key]]:
    """Order each column so that few lines cross: by the mean place of what its boxes are joined with."""
    weight = _weights(routes)
    order = [sorted((k for k in weight if k[0] == c), key=lambda k: (-weight[k], k)) for c in range(columns)]
    joined: dict[_Key, Counter[_Key]] = defaultdict(Counter)
    for route, articles in routes.items():
        for one, other in pairwise(route):
            joined[one][other] += len(articles)
            joined[other][one] += len(articles)
    for column in (*range(1, columns), *range(columns - 2, -1, -1)):
        place = {key: n / len(boxes) for boxes in order for n, key in enumerate(boxes)}

        def middle(key: _Key, place: dict[_Key, float] = place) -> tuple[float, int, _Key]:
            near = joined[key]
            return sum(place[k] * n for k, n in near.items()) / max(1, near.total()), -weight[key], key

        order[column].sort(key=middle)
    return order


def _width(columns: int) -> float:
    return 100 / (columns + (columns - 1) * _BETWEEN)


def _left(column: int, columns: int, rtl: bool) -> float:
    width = _width(columns)
    left = column * width * (1 + _BETWEEN)
    return 100 - left - width if rtl else left


def _boxes(
    order: list[list[_Key]],
    routes: dict[tuple[_Key, ...], set[str]],
    links: dict[_Key, LinkView],
    gathered: dict[int, int],
    columns: int,
    rtl: bool,
) -> tuple[list[Box], dict[_Key, float]]:
    weight = _weights(routes)
    tallest = max(map(len, order))
    boxes: list[Box] = []
    at: dict[_Key, float] = {}
    for column, keys in enumerate(order):
        top = (tallest - len(keys)) * (BOX + _GAP) / 2
        for number, key in enumerate(keys):
            y = round(top + number * (BOX + _GAP), 1)
            at[key] = y + BOX / 2
            x = round(_left(column, columns, rtl), 2)
            if key[1] == "\0":
                kind = "origin" if column == 0 else "outlet" if column == columns - 1 else "carrier"
                boxes.append(Box(x, y, kind, "", True, None, weight[key], gathered[column]))
            else:
                link = links[key]
                boxes.append(Box(x, y, link.kind, link.label, link.known, link.entity, weight[key]))
    return boxes, at


def _edges(routes: dict[tuple[_Key, ...], set[str]], at: dict[_Key, float], columns: int, rtl: bool) -> list[Edge]:
    carried: dict[tuple[_Key, _Key], set[str]] = defaultdict(set)
    for route, articles in routes.items():
        for pair in pairwise(route):
            carried[pair] |= articles
    width = _width(columns)
    edges = []
    for (one, other), articles in sorted(carried.items()):
        x1, x2 = _left(one[0], columns, rtl), _left(other[0], columns, rtl)
        x1, x2 = (x1, x2 + width) if rtl else (x1 + width, x2)
        bend = (x2 - x1) / 2
        path = f"M{x1:.2f} {at[one]} C{x1 + bend:.2f} {at[one]} {x2 - bend:.2f} {at[other]} {x2:.2f} {at[other]}"
        edges.append(Edge(path, min(_WIDTHS, len(articles).bit_length())))
    return edges
