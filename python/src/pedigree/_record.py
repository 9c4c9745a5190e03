"""Writing down what was used, in the `pedigree.yaml` of a release."""

from __future__ import annotations

import datetime
import json
import os
from dataclasses import dataclass
from typing import Any, Dict, Optional, Sequence, Tuple, Union

from ._binary import run

Day = Union[str, datetime.date]


@dataclass(frozen=True)
class Source:
    """What a release was made from: an entry of `sources` in `pedigree.yaml`.

    `keys` are those of docs/manifest.md. `base`, `data`, `teacher`, `judge` and `outputs` make the commonest ones.
    """

    keys: Tuple[Tuple[str, Any], ...]

    @classmethod
    def of(cls, **keys: Any) -> Source:
        """A source with these keys, of which those that are None are left out; `_` stands for `-`."""
        return cls(tuple((key.replace("_", "-"), value) for key, value in keys.items() if value is not None))

    def entry(self) -> Dict[str, Any]:
        return {key: _plain(value) for key, value in self.keys}


def base(model: str, *, relation: str = "finetune", revision: Optional[str] = None) -> Source:
    """The model whose weights it began with; `relation` is finetune, adapter, merge, quantized or continued."""
    return Source.of(model=model, relation=relation, revision=revision)


def data(dataset: str, *, revision: Optional[str] = None, sources: Sequence[Source] = ()) -> Source:
    """A dataset that it was trained on; `sources` are what that was made from, where you made it."""
    return Source.of(dataset=dataset, relation="trained-on", revision=revision, sources=tuple(sources) or None)


def teacher(model: str, *, revision: Optional[str] = None) -> Source:
    """A model on whose logits or outputs it was trained, and which ran on your machines."""
    return Source.of(model=model, relation="distilled", revision=revision)


def judge(
    model: str, *, revision: Optional[str] = None, service: Optional[str] = None, day: Optional[Day] = None
) -> Source:
    """A model that judged or rewarded what it was trained on; `service` and `day` where it answered through an API."""
    asked = _days(service, day, None)
    return Source.of(model=model, relation="preference-by", revision=revision, service=service, **asked)


def outputs(
    model: str,
    *,
    service: Optional[str] = None,
    day: Optional[Day] = None,
    until: Optional[Day] = None,
    count: Optional[int] = None,
    accepted_by: str = "us",
    relation: str = "distilled",
) -> Source:
    """Outputs of a model that were obtained through an API.

    `day` is when (today in UTC if not given), `until` the last day of several, and `count` how many came in addition to
    what was recorded before. Whoever accepted the terms of the service is `accepted_by`: us or upstream. Of a dataset the
    `relation` is generated-by.
    """
    return Source.of(
        model=model,
        relation=relation,
        service=service,
        **_days(model, day, until),
        accepted_by=accepted_by,
        samples=count,
    )


def record(
    *sources: Source,
    to: Union[str, os.PathLike[str]] = ".",
    name: Optional[str] = None,
    dataset: bool = False,
) -> None:
    """Brings sources into the declaration in the folder `to`, or into the file of that name.

    What is there stays, with its comments; what is recorded again is there once, but counts of outputs are added up.
    `name` is the repository id of the release, written where the declaration has none; `dataset` says that it is a
    dataset. Raises `Failure`, and leaves the file as it was, where that cannot be read.
    """
    declaration: Dict[str, Any] = {"pedigree": 1}
    if name is not None:
        declaration["dataset" if dataset else "model"] = {"name": name}
    declaration["sources"] = [source.entry() for source in sources]
    path = os.fspath(to)
    if not path.endswith((".yaml", ".yml")):
        os.makedirs(path, exist_ok=True)
    run(["record", path], json.dumps(declaration))


def _days(asked: Optional[str], day: Optional[Day], until: Optional[Day]) -> Dict[str, str]:
    if asked is None and day is None:
        return {}
    first = _day(day if day is not None else datetime.datetime.now(datetime.timezone.utc).date())
    return {"from": first, "to": _day(until) if until is not None else first}


def _day(day: Day) -> str:
    # A time is a date as well, and its text is longer.
    if isinstance(day, datetime.datetime):
        day = day.date()
    return day if isinstance(day, str) else day.isoformat()


def _plain(value: Any) -> Any:
    if isinstance(value, Source):
        return value.entry()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
