"""Puts the program, its completions and its man page into the wheel.

`PEDIGREE_PAYLOAD` names the folder that `packaging/build-wheel` filled: `bin/pedigree`, and `share/` as it is installed.
"""

import os
import pathlib

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Payload(BuildHookInterface):
    def initialize(self, version, build_data):
        folder = os.environ.get("PEDIGREE_PAYLOAD")
        if version == "editable":
            return  # Runs the program that PEDIGREE_BINARY or the search path names.
        if not folder:
            raise SystemExit("`make wheel` builds the wheel: it needs the program, in the folder PEDIGREE_PAYLOAD")
        payload = pathlib.Path(folder)
        # The program is linked statically: it runs on every Linux of this machine's kind, whatever its C library.
        build_data["tag"] = "py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64"
        build_data["pure_python"] = False
        build_data["force_include"][str(payload / "bin" / "pedigree")] = "pedigree/bin/pedigree"
        build_data["shared_data"][str(payload / "share")] = "share"
