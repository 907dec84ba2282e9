#!/usr/bin/env python3
"""collect_texts.py [--check] SOURCE-FOLDER WORK-FOLDER LUPDATE CATALOGUE...

Brings the texts of the sources into the catalogues; with --check into copies of them, which are thrown away.

Free functions and plain classes have no tr() of their own. Their files define one, which names the context once:

    QString tr(const char *text)
    {
        return QCoreApplication::translate("PortRange", text);
    }

The English catalogue holds plurals only ("%n change(s)"); all other English is in the sources.

lupdate does not look into that function and would file the texts under another context, where the program never finds
them. So it reads copies, in which each such call is spelled out: QCoreApplication::translate("PortRange", "...").
Ends with 1 where a text still has no context, or a plural no English form.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

FOLDERS = ["app", "models", "ui"]

LOCAL_TR = re.compile(
    r"^(?:static )?(?:inline )?QString tr\([^)]*\)\s*\{\s*return QCoreApplication::translate\(\"([\w:]+)\", [^;]*\);\s*\}\n",
    re.MULTILINE,
)
# What lupdate says where it has to guess the context; its other remarks are about C++ that it does not understand.
NO_CONTEXT = re.compile(r"lacks Q_OBJECT|without context|unknown namespace/class")
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


def run_lupdate(lupdate, work, catalogue):
    """Renews one catalogue; gives what lupdate complains about."""
    options = ["-silent", "-locations", "none", "-no-ui-lines", "-no-obsolete", "-I", str(work)]
    if catalogue.name.endswith("_en.ts"):
        options.append("-pluralonly")
    folders = [str(work / folder) for folder in FOLDERS]
    run = subprocess.run(
        [lupdate, *options, *folders, "-ts", str(catalogue)], stderr=subprocess.PIPE, text=True, check=False
    )
    complaints = [line.replace(f"{work}/", "") for line in run.stderr.splitlines() if NO_CONTEXT.search(line)]
    return complaints + ([f"lupdate ended with {run.returncode}"] if run.returncode else [])


def missing_plurals(catalogue):
    for message in xml.etree.ElementTree.parse(catalogue).iter("message"):
        if message.find("translation").get("type") == "unfinished":
            yield f"{catalogue.name}: no plural yet: {message.find('source').text} (build update_translations and fill it in)"


def main():
    arguments = sys.argv[1:]
    is_check = arguments[0] == "--check"
    root, work, lupdate, *catalogues = arguments[1:] if is_check else arguments
    root, work = pathlib.Path(root).resolve(), pathlib.Path(work).resolve()
    catalogues = [pathlib.Path(catalogue).resolve() for catalogue in catalogues]
    complaints = copy_sources(root, work)
    if is_check:
        catalogues = [pathlib.Path(shutil.copy(catalogue, work)) for catalogue in catalogues]
    for catalogue in catalogues:
        complaints += run_lupdate(lupdate, work, catalogue)
        if is_check and catalogue.name.endswith("_en.ts"):
            complaints += missing_plurals(catalogue)
    print("\n".join(dict.fromkeys(complaints)))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
