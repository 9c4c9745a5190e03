"""A callback of Hugging Face's trainers that writes down what they train on."""

from __future__ import annotations

import os
import re
import warnings
from typing import Any, Callable, Iterator, List, Optional, Sequence, Union

from ._binary import Failure
from ._record import Source, base, data, judge, record, teacher

#: Options of trl's trainers that name a model, with what it is to the one that is trained.
_OPTIONS = {"teacher_model_name_or_path": teacher, "reward_model_path": judge}


class TrainerCallback:
    """Writes what a `transformers.Trainer`, or one of trl's, trains on into a `pedigree.yaml`.

    >>> trainer = Trainer(..., callbacks=[pedigree.TrainerCallback()])

    When training begins, it records the base model with its revision and whether it is adapted or fine-tuned, the datasets
    that came from the Hub, and the teacher and judge that the arguments name. `sources` adds what the trainer does not
    know: judges, outputs of APIs, local data. A base that was loaded from a folder has no name; give it as `base`.

    It needs nothing of transformers. `to` is the release's folder, by default the trainer's `output_dir`. What cannot be
    recorded is a warning: it does not stop the training.
    """

    def __init__(
        self,
        *sources: Source,
        base: Optional[str] = None,
        revision: Optional[str] = None,
        to: Optional[Union[str, os.PathLike[str]]] = None,
    ) -> None:
        self._sources = sources
        self._base = base
        self._revision = revision
        self._to = to

    def on_train_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        # Of several processes, one writes.
        if not getattr(state, "is_world_process_zero", True):
            return
        folder = self._to if self._to is not None else args.output_dir
        name = getattr(args, "hub_model_id", None)
        try:
            sources = [
                *self._bases(kwargs.get("model")),
                *_datasets(kwargs.get("train_dataloader")),
                *_options(args),
                *self._sources,
            ]
            record(*_once(sources), to=folder, name=name if name and "/" in name else None)
        except (Failure, OSError) as error:
            warnings.warn(f"pedigree could not record this training: {error}", stacklevel=2)

    def __getattr__(self, name: str) -> Callable[..., None]:
        # Trainers call every event of theirs, and new versions have new ones.
        if name.startswith("on_"):
            return lambda *args, **kwargs: None
        raise AttributeError(name)

    def _bases(self, model: Any) -> Iterator[Source]:
        config = getattr(model, "config", None)
        adapters = getattr(model, "peft_config", None)
        adapter = next(iter(adapters.values()), None) if isinstance(adapters, dict) else None
        name = self._base or _hub_id(getattr(config, "_name_or_path", None))
        if name is None and adapter is not None:
            name = _hub_id(getattr(adapter, "base_model_name_or_path", None))
        if name is None:
            named = getattr(config, "_name_or_path", None)
            if named:
                warnings.warn(
                    f"pedigree does not know which model {named!r} is; give `base=` to its TrainerCallback", stacklevel=3
                )
            return
        revision = self._revision or getattr(adapter, "revision", None) or getattr(config, "_commit_hash", None)
        yield base(name, relation="adapter" if adapter is not None else "finetune", revision=revision)


def _datasets(loader: Any) -> Iterator[Source]:
    """The datasets of the Hub that a loader reads, by the files that they were made from."""
    info = getattr(getattr(loader, "dataset", None), "info", None)
    files = getattr(info, "download_checksums", None) or {}
    found = (re.match(r"hf://datasets/([^/@]+/[^/@]+)@([0-9a-f]{7,40})/", str(file)) for file in files)
    for match in found:
        if match:
            yield data(match[1], revision=match[2])


def _options(args: Any) -> Iterator[Source]:
    for option, kind in _OPTIONS.items():
        name = _hub_id(getattr(args, option, None))
        if name is not None:
            yield kind(name)


def _hub_id(name: Any) -> Optional[str]:
    """The name, if it is that of a repository and not of a folder."""
    is_id = isinstance(name, str) and re.fullmatch(r"[\w.-]+/[\w.-]+", name) and not name.startswith(".")
    return name if is_id and not os.path.exists(name) else None


def _once(sources: Sequence[Source]) -> List[Source]:
    return list(dict.fromkeys(sources))
