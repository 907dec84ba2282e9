#!/usr/bin/env python3
"""collect_texts.py SOURCE-FOLDER WORK-FOLDER LUPDATE CATALOGUE...: bring the texts of the sources into the catalogues.

Free functions and plain classes have no tr() of their own. Their files define one, which names the context once:

    QString tr(const char *text)
    {
        return QCoreApplication::translate("PortRange", text);
    }

lupdate does not look into that function and would file the texts under another context, where the program never finds
them. So it reads copies, in which each such call is spelled out: QCoreApplication::translate("PortRange", "...").
Ends with 1 where a text still has no context.
"""
import pathlib
import re
import shutil
import subprocess
import sys

FOLDERS = ["app", "models", "ui"]

LOCAL_TR = re.compile(
    r"^(?:static )?(?:inline )?QString tr\([^)]*\)\s*\{\s*return QCoreApplication::translate\(\"([\w:]+)\", [^;]*\);\s*\}\n",
    re.MULTILINE,
)
CALL = re.compile(r"(?<![\w:.>])tr\(")


def spelled_out(text):
    """`text` with every call of its own tr() spelled out; None where it has none."""
    definition = LOCAL_TR.search(text)
    if not definition:
        return None
    without = text[: definition.start()] + text[definition.end() :]
    return CALL.sub(f'QCoreApplication::translate("{definition[1]}", ', without)


def copy_sources(root, work):
    """Copies all sources below `work`; gives complaints about files that mix both kinds of tr()."""
    shutil.rmtree(work, ignore_errors=True)
    complaints = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in {".h", ".cpp"}:
                continue
            text = path.read_text()
            changed = spelled_out(text)
            header = path.with_suffix(".h")
            # Member functions of a QObject see its tr(), the rest of the file its own: both have to name one context.
            if changed and "::" not in LOCAL_TR.search(text)[1] and header.exists() and "Q_OBJECT" in header.read_text():
                complaints.append(f"{path.relative_to(root)}: tr() has to name the class: \"ferry::…::{path.stem}\"")
            target = work / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(changed or text)
    return complaints


def main():
    root, work, lupdate, *catalogues = sys.argv[1:]
    root, work = pathlib.Path(root).resolve(), pathlib.Path(work).resolve()
    complaints = copy_sources(root, work)
    options = ["-locations", "none", "-no-ui-lines", "-no-obsolete", "-I", str(work)]
    catalogues = [str(pathlib.Path(catalogue).resolve()) for catalogue in catalogues]
    run = subprocess.run(
        [lupdate, *options, *(str(work / folder) for folder in FOLDERS), "-ts", *catalogues],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        complaints.append(f"lupdate ended with {run.returncode}")
    complaints += [line.replace(f"{work}/", "") for line in run.stderr.splitlines() if ": " in line]
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
