"""A report of `pedigree check` as values; `docs/report.schema.json` says what each field means."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import Any, List, Mapping, Optional, Sequence, Union

from ._binary import Failure, run


@dataclass(frozen=True)
class Place:
    """A place in a file: line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int


@dataclass(frozen=True)
class Step:
    """A step on the way from a source to the release."""

    artefact: str
    relation: Optional[str]


@dataclass(frozen=True)
class Evidence:
    """What decides a finding, and where it stands."""

    says: str
    file: Optional[str]
    line: Optional[int]


@dataclass(frozen=True)
class Finding:
    """An obligation with its status."""

    fingerprint: str
    license: str
    kind: str
    clause: str
    source: str
    #: satisfied, violated, undetermined, not-triggered or waived
    status: str
    #: error, warning or note
    severity: str
    message: str
    summary: str
    help: Optional[str]
    location: Optional[Place]
    path: Sequence[Step]
    evidence: Sequence[Evidence]
    missing: Sequence[str]
    #: you, conduct, law or upstream
    settled_by: Optional[str]
    #: whether a baseline has it
    known: bool


@dataclass(frozen=True)
class Question:
    """A fact that is missing, with the number of findings that wait for it."""

    id: str
    question: str
    answer: str
    findings: int


@dataclass(frozen=True)
class Diagnostic:
    """A message about the files themselves."""

    id: str
    severity: str
    summary: str
    help: Optional[str]
    location: Optional[Place]


@dataclass(frozen=True)
class Verdict:
    """What the report comes to."""

    #: pass, fail, incomplete or nothing-checked
    result: str
    broken: int
    yours: int
    conduct: int
    others: int


@dataclass(frozen=True)
class Report:
    """What a release violates, and what cannot be decided yet."""

    #: the repository id of what is released
    release: str
    verdict: Verdict
    #: worst first
    findings: Sequence[Finding]
    questions: Sequence[Question]
    diagnostics: Sequence[Diagnostic]
    #: the report as it was printed, with everything that has no field here
    json: Mapping[str, Any] = field(repr=False)

    @property
    def passed(self) -> bool:
        """Whether nothing at or above the threshold is open; False where nothing was checked."""
        return self.verdict.result == "pass"

    @property
    def violated(self) -> List[Finding]:
        return [finding for finding in self.findings if finding.status == "violated"]

    @property
    def undetermined(self) -> List[Finding]:
        return [finding for finding in self.findings if finding.status == "undetermined"]

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> Report:
        """The values of a report that `--format json` printed."""
        if report.get("version") != 1:
            raise Failure(f"this package reads version 1 of reports, not {report.get('version')}")
        verdict = report["verdict"]
        return cls(
            release=report["release"],
            verdict=Verdict(**{key: verdict[key] for key in ("result", "broken", "yours", "conduct", "others")}),
            findings=tuple(_finding(finding) for finding in report["findings"]),
            questions=tuple(
                Question(**{key: question[key] for key in ("id", "question", "answer", "findings")})
                for question in report["questions"]
            ),
            diagnostics=tuple(
                Diagnostic(
                    id=message["id"],
                    severity=message["severity"],
                    summary=message["summary"],
                    help=message.get("help"),
                    location=_place(message.get("location")),
                )
                for message in report["diagnostics"]
            ),
            json=report,
        )


def check(
    path: Union[str, os.PathLike[str]] = ".",
    *,
    name: Optional[str] = None,
    fail_on: Optional[str] = None,
    licenses: Sequence[Union[str, os.PathLike[str]]] = (),
) -> Report:
    """Checks a release: its folder, its pedigree.yaml or its model card.

    `name` is its repository id where no file gives it, `fail_on` the least severity of an open finding that fails (error,
    warning, note or never), and `licenses` are folders of licence files of your own. Raises `Failure` where the check
    could not run.
    """
    arguments = ["check", os.fspath(path), "--format", "json"]
    if name is not None:
        arguments += ["--name", name]
    if fail_on is not None:
        arguments += ["--fail-on", fail_on]
    for folder in licenses:
        arguments += ["--licenses", os.fspath(folder)]
    return Report.of(json.loads(run(arguments, fine=(0, 1))))


def _finding(finding: Mapping[str, Any]) -> Finding:
    return Finding(
        fingerprint=finding["fingerprint"],
        license=finding["license"],
        kind=finding["kind"],
        clause=finding["clause"],
        source=finding["source"],
        status=finding["status"],
        severity=finding["severity"],
        message=finding["message"],
        summary=finding["summary"],
        help=finding.get("help"),
        location=_place(finding.get("location")),
        path=tuple(Step(artefact=step["artefact"], relation=step.get("relation")) for step in finding["path"]),
        evidence=tuple(
            Evidence(says=item["says"], file=item.get("file"), line=item.get("line")) for item in finding["evidence"]
        ),
        missing=tuple(finding["missing"]),
        settled_by=finding.get("settledBy"),
        known=finding.get("known", False),
    )


def _place(place: Optional[Mapping[str, Any]]) -> Optional[Place]:
    return Place(file=place["file"], line=place["line"], column=place["column"]) if place else None
