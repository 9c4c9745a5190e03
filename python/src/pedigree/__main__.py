"""Runs the program in the place of Python: `python -m pedigree check`."""

from __future__ import annotations

import os
import sys

from ._binary import Failure, binary


def main() -> None:
    try:
        program = binary()
        os.execv(program, ["pedigree", *sys.argv[1:]])
    except (Failure, OSError) as error:
        print(f"pedigree: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
