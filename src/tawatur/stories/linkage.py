"""Average linkage over a sparse graph: the pairs that are not in the graph count as pairs without any likeness."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping


class _Clusters:
    """Clusters that merge: their members, and for each pair of neighbours the sum of the likeness of their pairs."""

    def __init__(self, count: int, likeness: Mapping[tuple[int, int], float]) -> None:
        self.members: dict[int, list[int]] = {node: [node] for node in range(count)}
        self.sums: dict[int, dict[int, float]] = {node: {} for node in range(count)}
        for (one, other), value in likeness.items():
            if one != other and value > 0.0:
                self.sums[one][other] = value
                self.sums[other][one] = value

    def average(self, one: int, other: int) -> float:
        """Return the mean likeness over all pairs of members of two clusters."""
        return self.sums[one][other] / (len(self.members[one]) * len(self.members[other]))

    def merge(self, one: int, other: int, new: int) -> None:
        """Put two clusters into a new one, the sums of their neighbours added up."""
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        sums: dict[int, float] = {}
        for old in (one, other):
            for neighbour, value in self.sums.pop(old).items():
                if neighbour not in (one, other):
                    sums[neighbour] = sums.get(neighbour, 0.0) + value
                    del self.sums[neighbour][old]
        for neighbour, value in sums.items():
            self.sums[neighbour][new] = value
        self.sums[new] = sums


def average_linkage(
    count: int, likeness: Mapping[tuple[int, int], float], least: float, seeds: Iterable[Iterable[int]] = ()
) -> list[list[int]]:
    """Merge the two clusters of the greatest mean likeness again and again, down to a mean of `least`.

    `likeness` holds pairs of nodes (smaller first) from 0 to count - 1; pairs not in it count as 0. The nodes of each
    seed are put together first, whatever their likeness. Returns sorted clusters in order of their first node. Ties
    are broken by node number, so that equal input gives equal output (UPGMA, Sokal and Michener 1958).
    """
    clusters = _Clusters(count, likeness)
    new = _join_seeds(clusters, count, seeds)
    heap = [
        (-clusters.average(one, other), one, other)
        for one, sums in clusters.sums.items()
        for other in sums
        if one < other and clusters.average(one, other) >= least
    ]
    heapq.heapify(heap)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in clusters.members or other not in clusters.members:
            continue
        clusters.merge(one, other, new)
        for neighbour in clusters.sums[new]:
            average = clusters.average(new, neighbour)
            if average >= least:
                heapq.heappush(heap, (-average, neighbour, new))
        new += 1
    return sorted(sorted(members) for members in clusters.members.values())


def _join_seeds(clusters: _Clusters, new: int, seeds: Iterable[Iterable[int]]) -> int:
    """Merge the nodes of every seed; seeds that share a node become one. Returns the next free cluster number."""
    holder = {node: node for node in clusters.members}
    for seed in seeds:
        for node in seed:
            first, second = holder[min(seed)], holder[node]
            if first == second:
                continue
            clusters.merge(first, second, new)
            for member in clusters.members[new]:
                holder[member] = new
            new += 1
    return new
