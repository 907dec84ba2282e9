#!/usr/bin/env python3
"""check_layers.py SOURCE-FOLDER LINKS-FILE QT-INCLUDE-FOLDER: dependencies point one way (ARCHITECTURE.md, "Layers").

The compiler only sees include paths, and Qt's headers all lie below one of them; so both the #include lines and the
link lines are compared with the table below.
"""
import pathlib
import re
import sys

# folder: (own folders it may include, Qt modules it may include; None: no Qt at all)
LAYERS = {
    "models": ({"models"}, {"Core"}),
    "ui": ({"models", "ui"}, {"Core", "Gui", "Widgets", "Svg"}),
    "app/pki": ({"models", "app/pki"}, {"Core", "Network"}),
    "app/backend": ({"models", "app/pki", "app/backend"}, {"Core", "Network"}),
    "app/ctl": ({"models", "app/pki", "app/backend", "app/ctl", "translations"}, {"Core", "Network"}),
    "app/agent": ({"models", "app/pki", "app/agent"}, {"Core", "Network", "DBus"}),
    "app/proxy": ({"app/proxy"}, None),
    "app/console": (
        {"models", "ui", "app/pki", "app/backend", "app/console", "translations"},
        {"Core", "Gui", "Widgets", "Svg", "Network"},
    ),
}

# Classes of a module that a layer links but must not use: pages start no process, models do no I/O but files.
FORBIDDEN = {"ui": {"QProcess"}, "models": {"QProcess", "QEventLoop", "QThread"}}

INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")')


def modules_of(header, include_root):
    """The Qt modules that ship <header>; empty for a header that is not Qt's."""
    if "/" in header:
        module = header.split("/")[0]
        return {module[2:]} if module.startswith("Qt") else set()
    return {folder.parent.name[2:] for folder in include_root.glob(f"Qt*/{header}")} if header[0] == "Q" else set()


def check_includes(root, include_root):
    for layer, (folders, modules) in LAYERS.items():
        for path in sorted((root / layer).rglob("*")):
            if path.suffix not in {".h", ".cpp"}:
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                name = match[1][1:-1]
                where = f"{path.relative_to(root)}:{number}: "
                if match[1][0] == '"':
                    if name.endswith(".moc") or re.fullmatch(r"moc_\w+\.cpp", name):
                        continue
                    if not any(name.startswith(folder + "/") for folder in folders):
                        yield f"{where}{layer} may not include {name}"
                    continue
                if name in FORBIDDEN.get(layer, set()):
                    yield f"{where}{layer} may not use {name}"
                found = modules_of(name, include_root)
                if found and (modules is None or not found & modules):
                    yield f"{where}{layer} may not use Qt {'/'.join(sorted(found))}: {name}"


def check_links(links_file):
    """LINKS-FILE has a line a target: its source folder, then what it links."""
    for line in links_file.read_text().splitlines():
        layer, *libraries = line.split()
        if layer not in LAYERS:
            continue
        folders, modules = LAYERS[layer]
        for library in libraries:
            if library.startswith("Qt6::") and (modules is None or library[5:] not in modules):
                yield f"{layer}/CMakeLists.txt: {layer} may not link {library}"
            if library.startswith("folder:") and library[7:] not in folders:
                yield f"{layer}/CMakeLists.txt: {layer} may not link the library of {library[7:]}"


def main():
    root, links_file, include_root = (pathlib.Path(argument) for argument in sys.argv[1:4])
    errors = list(check_includes(root, include_root)) + list(check_links(links_file))
    if not any(include_root.glob("QtCore/QString")):
        errors.append(f"{include_root} holds no Qt headers, so nothing was checked")
    print("\n".join(errors))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
