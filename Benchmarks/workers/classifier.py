import gzip
import json
import os

import licenseclassifier as tool
from worker import work


def identify(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return [result.id for result in tool.identify_license(file.read())]


with gzip.open(os.path.join(os.path.dirname(tool.__file__), "_engine", "licenses.json.gz"), "rt") as file:
    known = {entry["id"] for entry in json.load(file)}
tool.identify_license("")
work(identify, known)
