"""Independence: how many of the chains of one report are really independent (METHOD.md).

Two chains are independent when they share no origin and no carrier before the outlets. Chains that share are tied
like the ends of an edge, and the count is the largest number of chains no two of which are tied. A plain count of
connected groups would be too low: where two parties each speak through an agency of their own and a third through
both, the first two are independent all the same. Copies of one text are folded into one chain an origin first, with
the carriers of all of them, so that a copy can never raise the count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.model import Count
from tawatur.stories.chains.one_voice import one_voice
from tawatur.stories.chains.trace import Traced
from tawatur.stories.chains.voices import Voice
from tawatur.stories.reasons import reason

# Up to this many chains that hang together the largest independent set is found exactly (at most 2^18 steps, in
# practice far fewer); beyond, the usual greedy choice of the least tied is a lower bound.
_EXACT = 18
# So many names stand in a reason before the rest is only counted.
_TOLD = 8
# Wordings of one node that are compared with another's, and sentences of an article's opening, which sums up the rest.
_VOICES, _OPENING = 12, 2


@dataclass(slots=True)
class _Node:
    label: str
    origin: set[str]
    keys: set[str]
    chains: int = 1
    voices: list[tuple[Voice, str, bool]] = field(default_factory=list)
    through: list[Voice] = field(default_factory=list)

    def hear(self, voice: tuple[Voice, str, bool]) -> None:
        """Take in one more voice of the node, up to a few."""
        if voice not in self.voices and len(self.voices) < _VOICES:
            self.voices.append(voice)


def count_chains(traced: Sequence[Traced], set_aside: Sequence[str] = ()) -> Count:
    """Count the independent known origins, the chains of unknown origin and the articles among chains.

    `set_aside` are reasons for what is no chain for it (denials), told behind those of the count.
    """
    told, own = _without_own_words(traced)
    # A text that one article gives without any source and another under its own name is one of unknown origin still.
    nameless = {t.text for t in told if not t.chain.known and not t.sourced}
    known = [t for t in told if t.chain.known and (t.sourced or t.text not in nameless)]
    nodes = _nodes(known)
    voices = _one_voices(nodes)
    ties = [{j for j in range(len(nodes)) if j != i and _tied(nodes[i], nodes[j])} for i in range(len(nodes))]
    for i, j in voices:
        ties[i].add(j)
        ties[j].add(i)
    chosen = _independent(ties)
    # Copies of one text have one unnamed source, of which one may tell more («مصادر محلية», «مصادر»).
    unnamed = {t.text for t in known if t.voice is not None and t.voice.unnamed}
    unknown = len({t.text for t in told if not t.chain.known and not (t.text in unnamed and _is_unnamed(t))})
    articles = {t.chain.article for t in traced}
    reasons = _reasons(nodes, ties, chosen, traced)
    reasons.extend(list(dict.fromkeys(voices.values()))[:_TOLD])
    pointing = {(t.chain.origin.label, t.points): None for t in told if t.points}
    reasons.extend(reason("voice-points", words, meant) for words, meant in list(pointing)[:_TOLD])
    if own:
        reasons.append(reason("own-words", own))
    if unknown:
        reasons.append(reason("origin-unknown", unknown))
    reasons.extend(set_aside)
    return Count(len(chosen), unknown, len(articles), tuple(reasons))


def _without_own_words(traced: Sequence[Traced]) -> tuple[list[Traced], int]:
    """Return the chains but for what a text tells in its own words of what it also gives a source for, and how many.

    «قتل خمسة … . وقالت الشرطة إن …»: the report goes back to the police, and the outlet adds no origin of its own, nor
    where another article gives the report to somebody whom this one quotes beside it. In the same way a paper whose
    owner is not told («وأضاف البيان») adds none to a text that tells its source.
    """
    telling = [t for t in traced if not _untold(t)]
    given = {place for t in telling if not t.own for place in (t.text, t.chain.article)}
    # A copy that leaves out what one added of its source is the same text.
    given |= {t.text for t in telling if t.own and t.chain.article in given}
    known = {place for t in telling for place in (t.text, t.chain.article)}
    sources = frozenset[str]().union(*(t.origin for t in telling if not t.own and t.chain.known))

    def adds(t: Traced) -> bool:
        places = {t.text, t.chain.article}
        if t.own:
            return not (given & places or t.quoted & sources)
        return not (_untold(t) and known & places)

    return [t for t in traced if adds(t)], len({t.chain.article for t in traced if t.own and not adds(t)})


def _is_unnamed(traced: Traced) -> bool:
    return traced.voice is not None and traced.voice.unnamed


def _untold(traced: Traced) -> bool:
    """Tell whether a chain's words tell of no source at all: none, or a paper told of before («البيان»)."""
    label = traced.chain.origin.label
    return not traced.chain.known and not traced.own and (not label or traced.papers)


def _tied(one: _Node, other: _Node) -> bool:
    """Tell whether two chains share an origin or carrier; a spokesman of no known body may be any spokesman."""
    if one.keys & other.keys:
        return True
    return any(_unnamed(a, "spokesman::") and _unnamed(b, "spokesman:") for a, b in ((one, other), (other, one)))


def _unnamed(node: _Node, prefix: str) -> bool:
    return any(key.startswith(prefix) for key in node.origin)


def _one_voices(nodes: Sequence[_Node]) -> dict[tuple[int, int], str]:
    """Return the pairs of nodes whose wordings may be of one source, each with the reason."""
    found: dict[tuple[int, int], str] = {}
    for i, one in enumerate(nodes):
        for j in range(i + 1, len(nodes)):
            if (why := _one_voice(one, nodes[j])) is not None:
                found[i, j] = why
    return found


def _one_voice(one: _Node, other: _Node) -> str | None:
    for a, text_a, opens_a in one.voices:
        for b, text_b, opens_b in other.voices:
            code = one_voice(a, b)
            if code is None:
                continue
            # An article that tells of an officer and then of an unnamed one tells of two; its opening sums them up.
            if code == "voice-unnamed" and text_a == text_b and not (opens_a if a.unnamed else opens_b):
                return None
            return reason(code, a.label, b.label)
    return _through(one, other) or _through(other, one)


def _through(one: _Node, other: _Node) -> str | None:
    """Tell whether the origin of a chain may be who only passes another on («قالت الوزارة إن التحقيق كشف»)."""
    for a, _, _ in one.voices:
        for b in other.through:
            if not (a.unnamed or b.unnamed) and (code := one_voice(a, b)) is not None:
                return reason(code, a.label, b.label)
    return None


def _nodes(known: Sequence[Traced]) -> list[_Node]:
    """Fold the chains of one text and origin, and those with just the same keys, into one."""
    folded: list[tuple[str, _Node]] = []
    for traced in sorted(known, key=lambda t: (t.text, sorted(t.origin), t.chain.article)):
        twin = next((n for text, n in folded if text == traced.text and n.origin & traced.origin), None)
        if twin is None:
            keys = set(traced.origin | traced.carriers)
            twin = _Node(traced.chain.origin.label, set(traced.origin), keys)
            folded.append((traced.text, twin))
        else:
            twin.origin |= traced.origin
            twin.keys |= traced.origin | traced.carriers
            twin.chains += 1
        twin.through.extend(voice for voice in traced.through if voice not in twin.through)
        if traced.voice is not None:
            twin.hear((traced.voice, traced.text, traced.sentence < _OPENING))
    merged: dict[frozenset[str], _Node] = {}
    for _, node in folded:
        same = merged.setdefault(frozenset(node.keys), node)
        if same is not node:
            same.chains += node.chains
            same.through.extend(voice for voice in node.through if voice not in same.through)
            for voice in node.voices:
                same.hear(voice)
    return [merged[key] for key in sorted(merged, key=sorted)]


def _independent(ties: list[set[int]]) -> list[int]:
    """Return the largest set of nodes no two of which are tied (of equal ones the first), each cluster by itself."""
    chosen: list[int] = []
    left = set(range(len(ties)))
    while left:
        cluster, waiting = set(), [min(left)]
        while waiting:
            node = waiting.pop()
            if node not in cluster:
                cluster.add(node)
                waiting.extend(ties[node] - cluster)
        left -= cluster
        chosen.extend(_largest(frozenset(cluster), ties) if len(cluster) <= _EXACT else _greedy(cluster, ties))
    return sorted(chosen)


def _largest(nodes: frozenset[int], ties: list[set[int]]) -> tuple[int, ...]:
    if not nodes:
        return ()
    # A node with at most one tie left can always be chosen; else try the most tied one both ways.
    node = min(nodes, key=lambda n: (len(ties[n] & nodes), n))
    if len(ties[node] & nodes) <= 1:
        return (node, *_largest(nodes - ties[node] - {node}, ties))
    node = max(nodes, key=lambda n: (len(ties[n] & nodes), -n))
    without = _largest(nodes - {node}, ties)
    with_it = (node, *_largest(nodes - ties[node] - {node}, ties))
    return with_it if len(with_it) > len(without) else without


def _greedy(nodes: set[int], ties: list[set[int]]) -> tuple[int, ...]:
    left, chosen = set(nodes), []
    while left:
        node = min(left, key=lambda n: (len(ties[n] & left), n))
        chosen.append(node)
        left -= ties[node] | {node}
    return tuple(chosen)


def _reasons(nodes: list[_Node], ties: list[set[int]], chosen: list[int], traced: Sequence[Traced]) -> list[str]:
    found: list[str] = []
    if chosen:
        found.append(_independent_of(_named_apart([nodes[n] for n in chosen])))
    shared = sorted({k for i, others in enumerate(ties) for j in others for k in nodes[i].origin & nodes[j].origin})
    origins = {t.chain.origin.key: t.chain.origin.label for t in traced if t.chain.known}
    for key in shared[:_TOLD]:
        if key in origins:
            articles = {t.chain.article for t in traced if key in t.origin}
            if len(articles) > 1:
                found.append(reason("one-origin", origins[key], len(articles)))
    carriers = {link.key: link.label for t in traced for link in t.chain.links[1:-1] if link.key}
    tied = {k for i, others in enumerate(ties) for j in others for k in nodes[i].keys & nodes[j].keys}
    through = dict.fromkeys(carriers[key] for key in sorted(tied & carriers.keys() - set(shared)))
    found.extend(reason("shared-carrier", label) for label in list(through)[:_TOLD])
    texts: dict[str, set[str]] = {}
    for t in traced:
        texts.setdefault(t.text, set()).add(t.chain.article)
    found.extend(reason("copies-one", len(articles)) for _, articles in sorted(texts.items()) if len(articles) > 1)
    return found


def _named_apart(nodes: Sequence[_Node]) -> list[str]:
    """Return a name for each node; two of one wording («مصدر محلي») are numbered, so that the names can be counted."""
    seen: dict[str, int] = {}
    names: list[str] = []
    for node in nodes:
        seen[node.label] = number = seen.get(node.label, 0) + 1
        names.append(node.label if number == 1 else f"{node.label} ({number})")
    return names


def _independent_of(names: list[str]) -> str:
    if len(names) == 1:
        return reason("single-origin", names[0])
    if len(names) <= _TOLD:
        return reason("independent", "، ".join(names))
    return reason("independent-more", "، ".join(names[:_TOLD]), len(names) - _TOLD)
