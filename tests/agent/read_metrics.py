#!/usr/bin/env python3
"""read_metrics.py < TEXT: reads metrics as Prometheus does, and prints a line a sample: name{label="value",...} number.

Each family is preceded by a line "family NAME TYPE". Ends with 1 and a message where the text is malformed, or its
names do not follow the conventions: counters end in _total, no family appears twice, each has a help text.
"""
import sys

from prometheus_client.parser import text_string_to_metric_families

seen = set()
for family in text_string_to_metric_families(sys.stdin.read()):
    if family.name in seen:
        sys.exit(f"{family.name} appears twice")
    seen.add(family.name)
    if not family.documentation:
        sys.exit(f"{family.name} has no help text")
    if family.type not in {"counter", "gauge"}:
        sys.exit(f"{family.name} is of type {family.type}")
    print(f"family {family.name} {family.type}")
    samples = set()
    for sample in family.samples:
        if (family.type == "counter") != sample.name.endswith("_total"):
            sys.exit(f"{sample.name} does not fit the type {family.type}")
        labels = ",".join(f'{name}="{value}"' for name, value in sorted(sample.labels.items()))
        line = f"{sample.name}{{{labels}}}"
        if line in samples:
            sys.exit(f"{line} appears twice")
        samples.add(line)
        print(f"{line} {sample.value:g}")
