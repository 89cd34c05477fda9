"""Do the documents still agree with the tree? Links lead somewhere, and the README names what there is."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
problems = []


def documents():
    yield from sorted(ROOT.glob("*.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def anchors(document):
    for heading in re.findall(r"^#+ +(.+)$", document.read_text(encoding="utf-8"), re.MULTILINE):
        yield re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def check_links(document):
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (document.parent / path) if path else document
        if not file.exists():
            problems.append(f"{document.relative_to(ROOT)}: '{target}' leads nowhere")
        elif anchor and anchor not in anchors(file):
            problems.append(f"{document.relative_to(ROOT)}: '{path}' has no heading '#{anchor}'")


def check_readme():
    named = set(re.findall(r"`([\w-]+)`", (ROOT / "README.md").read_text(encoding="utf-8")))
    for line in (ROOT / "resources/scenarios/course.txt").read_text(encoding="utf-8").splitlines():
        scenario = line.strip()
        if scenario and not scenario.startswith("#") and scenario not in named:
            problems.append(f"README.md: does not name the scenario '{scenario}'")


for each in documents():
    check_links(each)
check_readme()
print("\n".join(problems))
sys.exit(1 if problems else 0)
