#!/usr/bin/env python3
"""check_waits.py SOURCE-FOLDER: nothing of ours, and no test above all, waits for a fixed time. What is awaited is an
event or a condition, with a deadline (QTRY_*, QTest::qWaitFor, QSignalSpy::wait, an injected clock)."""
import pathlib
import re
import sys

FOLDERS = ["app", "models", "ui", "tests"]
SLEEPS = [
    r"\b(?:u|nano|clock_nano)?sleep\s*\(",
    r"\bsleep_(?:for|until)\b",
    r"\bQThread::(?:currentThread\(\)->)?[mu]?sleep\b",
    r"\bQTest::q(?:Wait|Sleep)\s*\(",
    r"\bQTEST_DELAY\b",
]
# A poll of nothing, or a timer of a fixed time, is a sleep with other words in a test; 0 is "with the next event". (The
# agent looks at /proc between such polls, until a deadline: nothing tells it of processes that are not its children.)
TIMERS = [
    r"(?<!e)poll\s*\(\s*(?:nullptr|NULL|0)\s*,",
    r"\bselect\s*\(\s*0\s*,",
    r"\bsingleShot\s*\(\s*(?:[1-9]|std::chrono)",
    r"\bQTest::(?:mouse|key)\w+\([^;]*,\s*[1-9]\d*\s*\)\s*;$",
]
SHELL = re.compile(r"(?:^|[;&|]|\bdo\b|\bthen\b)\s*sleep\s+[\d.$]")

SLEEP = re.compile("|".join(SLEEPS))
SLEEP_IN_TEST = re.compile("|".join(SLEEPS + TIMERS))
COMMENT = re.compile(r"//.*")


def code_errors(root):
    for folder in FOLDERS:
        pattern = SLEEP_IN_TEST if folder == "tests" else SLEEP
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in {".cpp", ".h"}:
                continue
            for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
                if pattern.search(COMMENT.sub("", line)):
                    yield f"{path.relative_to(root)}:{number}: waits for a fixed time: {line.strip()}"


def script_errors(root):
    scripts = [root / "dev", root / ".ci/run", *(root / "tests").rglob("*"), *(root / "cmake/setup").rglob("*")]
    for path in sorted(scripts):
        if not path.is_file() or path.suffix not in {"", ".sh"} or not path.read_bytes().startswith(b"#!"):
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if SHELL.search(line.split(" #")[0]):
                yield f"{path.relative_to(root)}:{number}: waits for a fixed time: {line.strip()}"


def main():
    root = pathlib.Path(sys.argv[1])
    errors = [*code_errors(root), *script_errors(root)]
    print("\n".join(errors))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
