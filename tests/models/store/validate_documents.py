#!/usr/bin/env python3
"""validate_documents.py SCHEMA < documents > verdicts

Validates one JSON document a line against the schema and answers with a line each: 1 or 0.
"""
import json
import re
import sys

import jsonschema


def pattern(_validator, expression, instance, _schema):
    """JSON Schema means ECMA 262, where "$" is the very end; Python's "$" also stands before a last line feed."""
    if isinstance(instance, str) and not re.search(expression.replace("$", r"\Z"), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {expression!r}")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": pattern})(schema)
    for line in sys.stdin.buffer:
        print(1 if validator.is_valid(json.loads(line)) else 0)


if __name__ == "__main__":
    main()
