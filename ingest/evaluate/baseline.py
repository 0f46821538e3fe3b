"""The floors the extractor has reached, and the rule that they only rise.

The file is JSON: for each gold set the floors by measure (`commitment.f1`, `all.strict_f1`,
`confident.precision`), and a record of every floor ever lowered, with the reason and the day.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from math import floor
from pathlib import Path

from ingest.errors import InputError, UsageError
from ingest.evaluate.scores import Scores

BASELINE_FILE = Path(__file__).with_name("baseline.json")
_MEASURES = ("precision", "recall", "f1", "strict_f1")
_STEPS = 1000  # floors are kept to three decimals, rounded down


@dataclass(frozen=True, slots=True)
class Lowering:
    """A floor that was lowered, or given up (`to` is None), on purpose."""

    on: str
    gold_set: str
    measure: str
    was: float
    to: float | None
    reason: str


@dataclass(slots=True)
class Baseline:
    """Floors by gold set and measure, and what was lowered before."""

    floors: dict[str, dict[str, float]] = field(default_factory=dict)
    lowered: list[Lowering] = field(default_factory=list)


def read_baseline(path: Path = BASELINE_FILE) -> Baseline:
    """Read the file; raises `InputError` when it is missing or not as described above."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Baseline(data["floors"], [Lowering(**entry) for entry in data["lowered"]])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path.name}: not a baseline file ({error!r}); restore it from the last commit"
        ) from error


def write_baseline(baseline: Baseline, path: Path = BASELINE_FILE) -> None:
    """Write the file, sorted, so that a change shows as the lines that changed."""
    floors = {name: dict(sorted(found.items())) for name, found in sorted(baseline.floors.items())}
    data = {"floors": floors, "lowered": [asdict(entry) for entry in baseline.lowered]}
    text = json.dumps(data, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def measures(scores: Scores) -> dict[str, float]:
    """Return the gated measures of one gold set, rounded down; what has no value is left out."""
    values = {
        f"{kind}.{name}": getattr(detection, name)
        for kind, detection in scores.detection.items()
        for name in _MEASURES
    }
    values["confident.precision"] = scores.confident.precision
    return {name: _round_down(value) for name, value in values.items() if value is not None}


def _round_down(value: float) -> float:
    return floor(value * _STEPS) / _STEPS


def check_baseline(scores: Scores, baseline: Baseline) -> list[str]:
    """Return a sentence for every floor that the scores of a gold set do not reach.

    A gold set without floors is a violation too: what is not recorded guards nothing.
    """
    floors = baseline.floors.get(scores.gold_set)
    if not floors:
        return [
            f"gold set {scores.gold_set}: no floors recorded; record them with "
            "`python -m ingest.evaluate.gate --update`"
        ]
    reached = measures(scores)
    return [
        f"gold set {scores.gold_set}: {name} is {_shown(reached.get(name))}, the floor is {low:.3f}"
        for name, low in floors.items()
        if reached.get(name, -1.0) < low
    ]


def _shown(value: float | None) -> str:
    return "not measurable any more" if value is None else f"{value:.3f}"


def update_baseline(
    baseline: Baseline,
    measured: Iterable[Scores],
    *,
    allow_lower: bool = False,
    reason: str | None = None,
    today: date | None = None,
) -> Baseline:
    """Return the baseline with the floors just measured; sets not measured keep theirs.

    Raising a floor is free. Lowering one, or losing it because it cannot be measured any more,
    raises `UsageError` unless `allow_lower` is set and a `reason` given, which is recorded.
    """
    found = {scores.gold_set: measures(scores) for scores in measured}
    why, day = (reason or "").strip(), (today or date.today()).isoformat()
    lowered = list(_lowerings(baseline.floors, found, day, why))
    if lowered and not (allow_lower and why):
        raise UsageError(_refusal(lowered))
    return Baseline({**baseline.floors, **found}, [*baseline.lowered, *lowered])


def _lowerings(
    old: Mapping[str, Mapping[str, float]],
    new: Mapping[str, Mapping[str, float]],
    day: str,
    reason: str,
) -> Iterator[Lowering]:
    for gold_set, reached in new.items():
        for name, was in old.get(gold_set, {}).items():
            if reached.get(name, -1.0) < was:
                yield Lowering(day, gold_set, name, was, reached.get(name), reason)


def _refusal(lowered: Iterable[Lowering]) -> str:
    lines = [f"  {e.gold_set} {e.measure}: {e.was:.3f} -> {_shown(e.to)}" for e in lowered]
    return "\n".join(
        [
            "floors would be lowered:",
            *lines,
            "mend the extractor, or allow it with --allow-lower --reason 'why it is right'",
        ]
    )
