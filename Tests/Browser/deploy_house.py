"""The program in production with a proxy in front of it, as .deploy has them, on ports that are free.

Of the files of .deploy only what belongs to a machine is written anew: ports, certificate, paths of logs, and the
folder with the page for when the program does not answer. Each of those replacements must find what it replaces.
"""

import ctypes
import os
import re
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / ".deploy"
NAME = "opvangkaart.example"
SITE = f"https://{NAME}"
START_SECONDS = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def replaced(text, replacements):
    """`text` with each pattern replaced; a pattern that is not there is a fault of the check."""
    for pattern, new in replacements:
        text, count = re.subn(pattern, new, text, flags=re.MULTILINE)
        if not count:
            raise RuntimeError(f"nothing to replace: {pattern}")
    return text


def wait_for(holds, what, seconds=START_SECONDS):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(f"not within {seconds} s: {what}")
        time.sleep(0.05)


def is_open(port):
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class House:
    """A folder that goes when all is done, a certificate, and every process that was started here."""

    def __init__(self, program):
        self.program = str(Path(program).resolve())
        self.scratch = Path(tempfile.mkdtemp(prefix="deployment-"))
        self.processes = []
        # nginx gives its workers to another user, who must come as far as the folders of theirs.
        self.scratch.chmod(0o711)
        self.certificate, self.key = self.scratch / "fullchain.pem", self.scratch / "privkey.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
             "-keyout", self.key, "-out", self.certificate], check=True, capture_output=True)

    def start(self, words, name, **more):
        log = (self.scratch / f"{name}.out").open("ab")
        # It goes with this check, whatever ends it.
        words = ["setpriv", "--pdeathsig", "TERM", *words]
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **more)
        log.close()
        self.processes.append(process)
        return process

    def said(self, name):
        return (self.scratch / f"{name}.out").read_bytes()

    def stop(self, process):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if process in self.processes:
            self.processes.remove(process)
        return process.returncode

    def close(self):
        for process in reversed(list(self.processes)):
            self.stop(process)
        shutil.rmtree(self.scratch, ignore_errors=True)


class Program:
    """The program in production, on a state of its own with one key of role admin and one of a co-ordinator."""

    def __init__(self, house, *options):
        self.house, self.options, self.port = house, options, free_port()
        self.state = house.scratch / f"state-{self.port}"
        self.admin = self.issue("admin")
        self.coordinator = self.issue("coordinator")
        self.process = None

    def issue(self, role, *more):
        done = subprocess.run(
            [self.house.program, "key", "issue", "--role", role, "--name", f"check {role}", "--state", self.state,
             *more], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def start(self):
        # As in opvangkaart.service, with paths and a port of its own.
        self.process = self.house.start(
            [self.house.program, "serve", "--production", "--state", str(self.state), "--site", SITE,
             "--trusted-proxy", "127.0.0.1", "--data", str(ROOT / "Data"), "--public", str(ROOT / "Public"),
             "--port", str(self.port), *self.options], "program")
        wait_for(lambda: is_open(self.port) or self.process.poll() is not None, "the program listens")
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ends: {self.house.said('program')[-2000:]}")

    def stop(self):
        return self.house.stop(self.process)


class Nginx:
    """Debian's nginx with .deploy/nginx.conf."""

    name = "nginx"

    def __init__(self, house, upstream, changes=()):
        self.house, self.plain, self.secure = house, free_port(), free_port()
        self.folder = Path(tempfile.mkdtemp(dir=house.scratch, prefix="nginx-"))
        self.folder.chmod(0o755)
        self.spool = self.folder / "spool"
        self.spool.mkdir()
        site = replaced((DEPLOY / "nginx.conf").read_text(), [
            (r"^\s*listen \[::\]:.*\n", ""),
            (r"listen 80\b", f"listen 127.0.0.1:{self.plain}"), (r"listen 443\b", f"listen 127.0.0.1:{self.secure}"),
            (r"127\.0\.0\.1:8080", f"127.0.0.1:{upstream}"),
            (r"/etc/ssl/opvangkaart/fullchain\.pem", str(house.certificate)),
            (r"/etc/ssl/opvangkaart/privkey\.pem", str(house.key)),
            (r"/var/log/nginx/", f"{self.folder}/"), (r"/opt/opvangkaart/current/deploy", str(DEPLOY)), *changes])
        (self.folder / "site.conf").write_text(site)
        # What Debian's own nginx.conf says around it, as far as it touches what is checked.
        (self.folder / "nginx.conf").write_text(f"""
            daemon off; pid {self.folder}/pid; worker_processes 1;
            events {{ worker_connections 768; }}
            http {{
                sendfile on; tcp_nopush on; types_hash_max_size 2048; include /etc/nginx/mime.types;
                default_type application/octet-stream; access_log {self.folder}/other.log; gzip on;
                client_body_temp_path {self.spool}/body; proxy_temp_path {self.spool}/proxy;
                fastcgi_temp_path {self.spool}/fastcgi; uwsgi_temp_path {self.spool}/uwsgi;
                scgi_temp_path {self.spool}/scgi;
                include {self.folder}/site.conf;
            }}""")

    def start(self):
        self.process = self.house.start(
            ["nginx", "-p", str(self.folder), "-e", "stderr", "-c", str(self.folder / "nginx.conf")], "nginx")
        wait_for(lambda: is_open(self.secure), f"nginx listens: {self.house.said('nginx')[-1000:]}")

    def stop(self):
        return self.house.stop(self.process)

    def written(self):
        """The logs, by name."""
        return {path.name: path.read_bytes() for path in self.folder.glob("*.log")} \
            | {"stderr": self.house.said("nginx")}


class Caddy:
    """Debian's caddy with .deploy/Caddyfile."""

    name = "caddy"

    def __init__(self, house, upstream, changes=()):
        self.house, self.plain, self.secure = house, free_port(), free_port()
        self.folder = Path(tempfile.mkdtemp(dir=house.scratch, prefix="caddy-"))
        self.spool = self.folder / "home"
        self.spool.mkdir()
        site = replaced((DEPLOY / "Caddyfile").read_text(), [
            (r"^(\tadmin off\n)", rf"\1\thttp_port {self.plain}\n\thttps_port {self.secure}\n"
                                  "\tskip_install_trust\n\tdefault_bind 127.0.0.1\n"),
            (r"127\.0\.0\.1:8080", f"127.0.0.1:{upstream}"), (r"^\t# tls /etc/ssl/.*$",
                                                             f"\ttls {house.certificate} {house.key}"),
            (r"/opt/opvangkaart/current/deploy", str(DEPLOY)), *changes])
        (self.folder / "Caddyfile").write_text(site)

    def start(self):
        self.process = self.house.start(
            ["caddy", "run", "--adapter", "caddyfile", "--config", str(self.folder / "Caddyfile")], "caddy",
            env={"PATH": os.environ["PATH"], "HOME": str(self.spool), "TMPDIR": str(self.spool)})
        wait_for(lambda: is_open(self.secure) or self.process.poll() is not None, "caddy listens")
        if self.process.poll() is not None:
            raise RuntimeError(f"caddy ends: {self.house.said('caddy')[-2000:]}")

    def stop(self):
        return self.house.stop(self.process)

    def written(self):
        return {"stderr": self.house.said("caddy")}


class Answer:
    """One answer as curl gives it: status, fields in their order with names in lower case, body."""

    def __init__(self, head, body, version):
        lines = head.decode("latin-1").replace("\r\n", "\n").strip().split("\n\n")[-1].split("\n")
        self.status, self.body, self.version = int(lines[0].split()[1]), body, version
        self.fields = [(name.strip().lower(), value.strip())
                       for name, _, value in (line.partition(":") for line in lines[1:])]

    def all(self, name):
        return [value for field, value in self.fields if field == name]

    def field(self, name):
        return next(iter(self.all(name)), None)


class Visitor:
    """Somebody outside: asks through the proxy, by the name of the site and over TLS."""

    def __init__(self, house, front):
        self.house, self.front = house, front
        self.number = 0
        # The ports are asked for as 80 and 443, so that names and addresses read as they will.
        self.way = ["--connect-to", f"{NAME}:443:127.0.0.1:{front.secure}",
                    "--connect-to", f"{NAME}:80:127.0.0.1:{front.plain}", "--cacert", str(house.certificate)]

    def curl(self, *words, data=None, address=None, seconds=30, broken=()):
        """One request: `words` for curl; `address` where it is not a path of the site. `None` where it ends as
        `broken` lists the ends of curl."""
        self.number += 1
        head, body = (self.house.scratch / f"curl-{self.number}.{part}" for part in ("head", "body"))
        words = [str(word) for word in words]
        if address is None:
            words[-1] = SITE + words[-1]
        else:
            words.append(address)
        done = subprocess.run(
            ["curl", "-sS", "--path-as-is", "--max-time", str(seconds), *self.way, "-D", str(head), "-o", str(body),
             "-w", "%{http_version}", *words],
            input=data, capture_output=True, timeout=seconds + 10)
        if done.returncode in broken:
            return None
        if done.returncode:
            raise RuntimeError(f"curl {words[-1]}: {done.stderr.decode(errors='replace').strip()}")
        answer = Answer(head.read_bytes(), body.read_bytes() if body.exists() else b"", done.stdout.decode())
        head.unlink()
        body.unlink(missing_ok=True)
        return answer

    def get(self, path, *words):
        return self.curl(*words, path)

    def post(self, path, data, *words, form="application/json", broken=()):
        return self.curl("--data-binary", "@-", "-H", f"Content-Type: {form}", *words, path, data=data, broken=broken)

    def wire(self):
        """A connection over TLS for what curl does not send."""
        context = ssl.create_default_context(cafile=str(self.house.certificate))
        plain = socket.create_connection(("127.0.0.1", self.front.secure), timeout=20)
        return context.wrap_socket(plain, server_hostname=NAME)


class Watch:
    """Whatever is made in a folder or one below it, also when it is gone at once (inotify)."""

    MADE = 0x100 | 0x80  # IN_CREATE, IN_MOVED_TO

    def __init__(self, folder):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self.libc.inotify_init1(0x800)
        if self.descriptor < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        for path in [folder, *(found for found in Path(folder).rglob("*") if found.is_dir())]:
            self.libc.inotify_add_watch(self.descriptor, str(path).encode(), self.MADE)

    def names(self):
        """What was made since the last question."""
        found = []
        while True:
            try:
                data = os.read(self.descriptor, 65_536)
            except BlockingIOError:
                return found
            while data:
                length = struct.unpack_from("iIII", data)[3]
                found.append(data[16:16 + length].rstrip(b"\0").decode())
                data = data[16 + length:]

    def close(self):
        os.close(self.descriptor)


class Echo:
    """Stands where the program would: keeps the head of every request as it came, and answers 200 with nothing.

    /much is answered with more than a proxy has room for, /half with less than was promised.
    """

    MUCH = 8_000_000

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.requests = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        with connection, connection.makefile("rb") as lines:
            request = [lines.readline().decode().strip()]
            while (line := lines.readline().strip()):
                request.append(line.decode())
            self.requests.append(request)
            length = self.MUCH if "/much" in request[0] else 100 if "/half" in request[0] else 0
            body = b"x" * (length if "/half" not in request[0] else 50)
            try:
                connection.sendall(
                    b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % length + body)
            except OSError:
                pass  # Who asked has gone.

    def fields(self, number=-1):
        """Of one request: the fields, names in lower case."""
        return [(name.lower(), value.strip())
                for name, _, value in (line.partition(":") for line in self.requests[number][1:])]

    def close(self):
        self.listener.close()
