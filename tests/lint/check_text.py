#!/usr/bin/env python3
"""check_text.py SOURCE-FOLDER: nothing unfinished, no path of one machine, and no text for people past tr()."""
import pathlib
import re
import sys

FOLDERS = ["app", "models", "ui", "tests", "cmake", "resources", "translations"]
SUFFIXES = {".cpp", ".h", ".cmake", ".txt", ".md", ".json", ".py", ".sh", ""}

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE_PATH = re.compile(r"(?<![\w$}/.])/(home/\w|work/|root/)")

# Setters of text that a person sees or hears, and a literal that holds a word. Not a word: "%1", "5000", "–".
SHOWN = re.compile(
    r"\b(?:set(?:Text|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|Title|SubTitle|AccessibleName|"
    r"AccessibleDescription|InformativeText|DetailedText|ButtonText|Prefix|Suffix|SpecialValueText)|add(?:Action|Menu|Tab|ToolBar)|"
    r"new (?:QLabel|QPushButton|QCheckBox|QRadioButton|QGroupBox|QAction|QToolButton))"
    r'\(\s*(?:QStringLiteral\(|QLatin1String\(|u)?"((?:[^"\\]|\\.)*)"'
)
WORD = re.compile(r"[A-Za-z]{3,}")


def files(root):
    for name in ("CMakeLists.txt", "CMakePresets.json", "dev"):
        yield root / name
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in SUFFIXES:
                yield path


def check(path, name):
    try:
        text = path.read_text()
    except UnicodeDecodeError:
        return  # damaged input, kept for a test
    if name != "tests/lint/check_text.py":
        for number, line in enumerate(text.splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{name}:{number}: unfinished: {line.strip()}"
            if MACHINE_PATH.search(line) and not name.startswith("tests/"):
                yield f"{name}:{number}: a path of one machine: {line.strip()}"
    if name.startswith(("ui/", "app/console/")) and path.suffix in {".h", ".cpp"}:
        for match in SHOWN.finditer(text):
            if WORD.search(match[1]):
                number = text.count("\n", 0, match.start()) + 1
                yield f"{name}:{number}: shown but not translatable: {match[1]}"


def main():
    root = pathlib.Path(sys.argv[1])
    errors = [error for path in files(root) for error in check(path, str(path.relative_to(root)))]
    print("\n".join(errors))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
