"""HTTP/1.1 as bytes on a socket, written from RFC 9110 and 9112: nothing is repaired, every oddity of an answer counts.

Unlike `http.client`, it sends what no client would send, and sees what a client hides.
"""

import re
import socket
import time
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

CRLF = b"\r\n"
STATUS_LINE = re.compile(rb"HTTP/1\.1 ([1-5][0-9]{2}) [!-~][ -~]*")
FIELD_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+): ?([!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?)?")
FIXED_DATE = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} [A-Z][a-z]{2} [0-9]{4} ([0-9]{2}:){2}[0-9]{2} GMT")
NAMES_OF_PRODUCTS = ("server", "x-powered-by", "via")


class Ended(Exception):
    """The other side closed; `args[0]` are the bytes that came before and make no answer."""


class Answer:
    """One answer as it was on the wire: status, fields in order with names in lower case, body, bytes in all."""

    def __init__(self, head, method):
        lines = head.split(CRLF)
        match = STATUS_LINE.fullmatch(lines[0])
        self.method, self.body, self.size = method, b"", len(head) + 4
        self.status = int(match[1]) if match else 0
        self.faults = [] if match else [f"status line {lines[0][:80]!r}"]
        self.fields = []
        for line in lines[1:]:
            match = FIELD_LINE.fullmatch(line)
            if match:
                self.fields.append((match[1].decode().lower(), (match[2] or b"").decode("latin-1")))
            else:
                self.faults.append(f"field line {line[:80]!r}")
        self.faults += self._faults()

    def all(self, name):
        return [value for known, value in self.fields if known == name]

    def field(self, name):
        """The value of the field, None when it is not there."""
        return next(iter(self.all(name)), None)

    @property
    def closes(self):
        return "close" in [option.strip().lower() for option in (self.field("connection") or "").split(",")]

    @property
    def may_have_body(self):
        return self.method != "HEAD" and self.status >= 200 and self.status not in (204, 304)

    @property
    def length(self):
        """Bytes of body that follow the head; None when the head does not tell."""
        if not self.may_have_body:
            return 0
        stated = self.field("content-length")
        return int(stated) if stated and re.fullmatch("[0-9]+", stated) else None

    def _faults(self):
        """What RFC 9110 does not allow in this head, or this project not in any."""
        once = ("content-length", "date", "etag", "content-type")
        found = [f"{name} twice" for name in once if len(self.all(name)) > 1]
        found += [f"names a product: {name}" for name in NAMES_OF_PRODUCTS if self.all(name)]
        if self.all("transfer-encoding"):
            found.append("Transfer-Encoding")
        if self.status < 200 or self.status == 204:
            found += [f"Content-Length on {self.status}"] if self.all("content-length") else []
        elif self.status != 304 and self.field("content-length") is None:
            found.append("no Content-Length")
        if self.status >= 200:
            found += self._date_faults()
            if not re.fullmatch(r"[0-9a-f-]{36}", self.field("x-request-id") or ""):
                found.append("no X-Request-Id")
        return found

    def _date_faults(self):
        date = self.field("date") or ""
        if not FIXED_DATE.fullmatch(date):
            return [f"Date: {date!r}"]
        apart = abs(parsedate_to_datetime(date).timestamp() - time.time())
        return [f"Date is {apart:.1f} s off"] if apart > 2.5 else []


class Wire:
    """One connection to the program. Reads answers one by one and keeps what comes after them."""

    def __init__(self, address, timeout=5, receive_buffer=None):
        split = urlsplit(address)
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(timeout)
        self.socket.connect((split.hostname, split.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.kept = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """Sends it; False when the other side has closed."""
        try:
            self.socket.sendall(data)
            return True
        except ConnectionError:
            return False

    def half_close(self):
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def more(self):
        """Waits for more bytes; False when the other side has ended. Raises TimeoutError."""
        try:
            read = self.socket.recv(1 << 18)
        except ConnectionError:
            read = b""
        self.kept += read
        return bool(read)

    def read(self, method="GET"):
        """The next answer, interim ones included."""
        while b"\r\n\r\n" not in self.kept:
            if not self.more():
                raise Ended(self.kept)
        head, _, self.kept = self.kept.partition(b"\r\n\r\n")
        answer = Answer(head, method)
        while answer.length is None or len(self.kept) < answer.length:
            if not self.more():
                break
        length = len(self.kept) if answer.length is None else answer.length
        answer.body, self.kept = self.kept[:length], self.kept[length:]
        if answer.length is not None and len(answer.body) < answer.length:
            answer.faults.append(f"{len(answer.body)} bytes of a body of {answer.length}")
        answer.size += len(answer.body)
        return answer

    def rest(self):
        """What comes until the other side ends. Raises TimeoutError when it does not."""
        while self.more():
            pass
        kept, self.kept = self.kept, b""
        return kept


def request(method, target, body=None, **fields):
    """A right request. Field names are written with _ for -; `body` brings its Content-Length."""
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (body or b"")
