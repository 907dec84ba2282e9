#!/usr/bin/env python3
"""check_models.py SOURCE-FOLDER: every item model of ours is watched by QAbstractItemModelTester in some test, in the
mode that ends the test at the first broken promise."""
import pathlib
import re
import sys

CLASS = re.compile(
    r"(?:template\s*<[^>]*>\s*)?\bclass\s+(?P<name>\w+)(?:\s+final)?\s*:\s*(?P<bases>[^{;]*)\{|"
    r"\busing\s+(?P<alias>\w+)\s*=\s*(?P<of>\w+)"
)
QT_MODEL = re.compile(r"\bQ(?:Abstract(?:Item|List|Table|Proxy)|SortFilterProxy|IdentityProxy|StandardItem|StringList)Model\b")
FATAL_TESTER = "QAbstractItemModelTester::FailureReportingMode::Fatal"


def declared(root):
    """Class -> what it derives from, of every header and source of ours."""
    bases = {}
    for folder in ("models", "ui", "app"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".h", ".cpp"}:
                for match in CLASS.finditer(path.read_text(errors="replace")):
                    bases[match["name"] or match["alias"]] = match["bases"] or match["of"]
    return bases


def is_model(name, bases):
    derived_from = bases.get(name, "")
    return bool(QT_MODEL.search(derived_from)) or any(
        is_model(word, bases) for word in re.findall(r"\w+", derived_from) if word != name
    )


def main():
    root = pathlib.Path(sys.argv[1])
    bases = declared(root)
    models = {name for name in bases if is_model(name, bases)}
    # What another model derives from is watched through it.
    used = {word for name in models for word in re.findall(r"\w+", bases[name])}
    tests = [path.read_text(errors="replace") for path in (root / "tests").rglob("*.cpp")]
    watched = "\n".join(text for text in tests if FATAL_TESTER in text)
    if not models:
        print("no item model was found")
        return 1
    missing = sorted(name for name in models - used if not re.search(rf"\b{name}\b", watched))
    for name in missing:
        print(f"{name}: no test watches it with {FATAL_TESTER}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
