"""Holds every scenario of a folder, and a few that are wrong, against the published schema. 77: the module is missing."""
import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: Python's module jsonschema with Draft 2020-12 is missing (Debian: python3-jsonschema)")
    sys.exit(77)

# How to spoil a scenario, so that a schema which accepts everything does not pass.
SPOILERS = {
    "an unknown field": lambda s: s.update(titel="x"),
    "no title": lambda s: s.pop("title"),
    "an unknown executor": lambda s: s.update(defaults={"executor": "fibres"}),
    "a number out of its range": lambda s: s["tasks"][0].update(count=0),
    "an unknown step": lambda s: s["tasks"][0]["steps"].append({"step": "dance"}),
    "a step's unknown field": lambda s: s["tasks"][0]["steps"].append({"step": "sleep", "ms": 1, "s": 1}),
    "a scheme other than http": lambda s: s["tasks"][0]["steps"].append({"step": "fetch", "url": "ftp://a/b"}),
    "a draw without its end": lambda s: s["tasks"][0]["steps"].append({"step": "scan", "items": {"from": 1}}),
}


def main(folder):
    schema = json.loads((folder / "scenario.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = [file for file in sorted(folder.glob("*.json")) if not file.name.endswith(".schema.json")]
    wrong = 0 if files else 1
    for file in files:
        scenario = json.loads(file.read_text())
        for error in validator.iter_errors(scenario):
            print(f"{file.name}: {list(error.absolute_path)}: {error.message}")
            wrong += 1
        for what, spoil in SPOILERS.items():
            spoiled = copy.deepcopy(scenario)
            spoil(spoiled)
            if validator.is_valid(spoiled):
                print(f"{file.name}: still valid with {what}")
                wrong += 1
    print(f"{len(files)} scenarios, {wrong} problems")
    return 1 if wrong else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
