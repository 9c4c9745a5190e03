"""Where the program is, and how it is run."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
from typing import Optional, Sequence


class Failure(Exception):
    """The program could not do what it was asked for; the message is its own."""


def binary() -> str:
    """The path of the program: that of PEDIGREE_BINARY, else the one that the package carries.

    A package that was installed from source carries none; then the one on the search path is taken, unless that is the
    script that starts this package.
    """
    given = os.environ.get("PEDIGREE_BINARY")
    if given:
        return given
    carried = pathlib.Path(__file__).parent / "bin" / "pedigree"
    if carried.is_file():
        return str(carried)
    found = shutil.which("pedigree")
    if found and not _is_script(found):
        return found
    raise Failure("the program is not here; install a wheel that carries it, or name it in PEDIGREE_BINARY")


def _is_script(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def run(arguments: Sequence[str], text: Optional[str] = None, fine: Sequence[int] = (0,)) -> str:
    """What the program prints; raises `Failure` with its message where it ends with another code than the fine ones."""
    try:
        done = subprocess.run(
            [binary(), *arguments],
            input=text or "",
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    except OSError as error:
        raise Failure(f"the program cannot be run: {error}") from error
    if done.returncode not in fine:
        raise Failure(done.stderr.strip() or f"pedigree ended with {done.returncode}")
    return done.stdout
