from licensedcode.cache import get_index, get_licenses_db
from worker import work

index = get_index()
names = {key: value.spdx_license_key or key for key, value in get_licenses_db().items()}


def identify(path):
    for match in index.match(location=path):
        yield from (names.get(key, key) for key in match.rule.license_keys())


work(identify, names.values())
