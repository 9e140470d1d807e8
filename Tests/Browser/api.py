"""One small HTTP client for all checks."""

import http.client
import json
from urllib.parse import urlsplit

KEYS = {role: f"demo-{role}" for role in ("coordinator", "comensha", "shelter", "policy", "admin")}


class Answer:
    """Status, fields (names in lower case) and body of one answer."""

    def __init__(self, response):
        self.status = response.status
        self.fields = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    @property
    def type(self):
        return self.fields.get("content-type", "").split(";")[0]

    def json(self):
        return json.loads(self.body)


class Client:
    """Sends requests to one address, one connection at a time."""

    def __init__(self, base, source=None):
        """`source`: the address to come from; on this machine anything in 127.0.0.0/8."""
        self.address = urlsplit(base).netloc
        origin = (source, 0) if source else None
        self.connection = http.client.HTTPConnection(self.address, timeout=30, source_address=origin)

    def send(self, method, path, role=None, body=None, key=None, **fields):
        """`body`: bytes as they are, anything else as JSON. Field names are written with _ for -."""
        headers = {name.replace("_", "-"): value for name, value in fields.items()}
        token = key or (KEYS[role] if role else None)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        self.connection.request(method, path, body=body, headers=headers)
        return Answer(self.connection.getresponse())

    def get(self, path, role=None, **fields):
        return self.send("GET", path, role, **fields)


class Listener:
    """One who reads a stream of events, on a connection of their own."""

    def __init__(self, address, path, role, last_event=None):
        self.connection = http.client.HTTPConnection(address, timeout=10)
        headers = {"Authorization": f"Bearer {KEYS[role]}"}
        if last_event is not None:
            headers["Last-Event-ID"] = str(last_event)
        self.connection.request("GET", path, headers=headers)
        self.response = self.connection.getresponse()
        self.type = self.response.getheader("Content-Type")

    def block(self):
        """The lines up to the next empty one, without comments."""
        lines = []
        while True:
            line = self.response.readline().decode().rstrip("\n")
            if line and not line.startswith(":"):
                lines.append(line)
            elif not line and lines:
                return lines

    def close(self):
        self.connection.close()
