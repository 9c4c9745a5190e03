"""Tells whether an AI model may be released under the licence on its card.

`check` checks a release, `record` writes down what it was made from, and `TrainerCallback` does so while it is trained.
"""

from ._binary import Failure, binary
from ._callback import TrainerCallback
from ._record import Source, base, data, judge, outputs, record, teacher
from ._report import Diagnostic, Evidence, Finding, Place, Question, Report, Step, Verdict, check

__all__ = [
    "Diagnostic",
    "Evidence",
    "Failure",
    "Finding",
    "Place",
    "Question",
    "Report",
    "Source",
    "Step",
    "TrainerCallback",
    "Verdict",
    "base",
    "binary",
    "check",
    "data",
    "judge",
    "outputs",
    "record",
    "teacher",
]
