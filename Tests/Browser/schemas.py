"""Checks answers against the OpenAPI document (OpenAPI 3.1: JSON Schema draft 2020-12)."""

import re
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker


class Document:
    """The OpenAPI document, and what it says of one answer."""

    def __init__(self, tree):
        self.tree = tree
        self.validators = {}
        base = urlsplit(tree["servers"][0]["url"]).path.rstrip("/")
        # Paths as they are asked for; in the document they follow the address of the server.
        self.paths = {base + path: item for path, item in tree["paths"].items()}
        self.patterns = [(re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", path) + "$"), path) for path in self.paths]

    def path_of(self, target):
        """The path of the document that an address belongs to; `None` when there is none."""
        address = target.split("?")[0]
        # A path without parameters goes before one with.
        found = (path for pattern, path in self.patterns if pattern.match(address))
        return min(found, key=lambda path: "{" in path, default=None)

    def faults(self, method, target, answer):
        """What in the answer the document does not foresee: sentences, empty when all is as promised."""
        path = self.path_of(target)
        operation = self.paths.get(path, {}).get(method.lower())
        if operation is None:
            return [f"{method} {target} is not in the document"]
        response = operation["responses"].get(str(answer.status))
        if response is None:
            return [f"{method} {path} answers {answer.status}, which is not in the document"]
        content = response.get("content", {})
        if answer.type not in content:
            return [f"{method} {path} answers {answer.status} as {answer.type!r} instead of {sorted(content)}"]
        found = [
            f"{method} {path}: the field {name} is missing"
            for name in response.get("headers", {})
            if name.lower() not in answer.fields
        ]
        if not answer.type.endswith("json"):
            return found
        validator = self.validator(content[answer.type]["schema"])
        for error in list(validator.iter_errors(answer.json()))[:5]:
            found.append(f"{method} {target} {answer.status} at {error.json_path}: {error.message[:200]}")
        return found

    def validator(self, schema):
        """References lead into the document, so its components go along."""
        key = repr(schema)
        if key not in self.validators:
            whole = {**schema, "components": self.tree["components"]}
            self.validators[key] = Draft202012Validator(whole, format_checker=FormatChecker())
        return self.validators[key]

    def operations(self):
        """Every method, path and operation."""
        for path, item in self.paths.items():
            for method, operation in item.items():
                yield method.upper(), path, operation
