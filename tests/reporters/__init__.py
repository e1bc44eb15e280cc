"""A package, because other folders of tests have a `test_json.py` as well."""
