"""The README's page on deployment, typed on a Debian of its own.

The machine is this one once more: systemd-nspawn boots a copy of its files with a systemd, a network and ports of its
own. What is written there lands in a folder that is thrown away; of this machine nothing is changed.

    deploy_machine.py inside       what the machine runs once it is up
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import readme
from checks import Checks

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path("/root/opvangkaart")
STATE = Path("/var/lib/opvangkaart/state")
BOOT_SECONDS = 150
PROFILE = {"age": 24, "gender": "female", "household": "single", "exploitationForms": ["sexual"],
           "threat": "orange", "dangerAreas": ["NL-OV"], "urgency": "now"}

UNIT = f"""[Unit]
Description=check
After=basic.target
SuccessAction=poweroff-force
FailureAction=poweroff-force
[Service]
Type=oneshot
WorkingDirectory={SOURCE}
Environment=PYTHONDONTWRITEBYTECODE=1 HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ExecStart=/usr/bin/python3 {SOURCE}/Tests/Browser/deploy_machine.py inside
StandardOutput=file:/root/said
StandardError=file:/root/said
"""

# /run of its own: systemd-nspawn keeps its notes there. The files it may change are those of the copy alone.
BOOT = """set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /run
mount -t overlay overlay -o lowerdir=/,upperdir="$1/upper",workdir="$1/work" "$1/root"
exec systemd-nspawn --quiet --register=no --keep-unit --private-network --link-journal=no --console=pipe \
    --machine=opvangkaart --directory "$1/root" --boot
"""


def missing():
    """Why no machine can be booted here; `None` where one can."""
    if os.geteuid() != 0:
        return "this is not root"
    for name in ("systemd-nspawn", "unshare", "nginx", "caddy"):
        if not shutil.which(name):
            return f"there is no {name}"
    if "overlay" not in Path("/proc/filesystems").read_text():
        return "there is no overlay in this kernel"
    done = subprocess.run(["unshare", "--mount", "--net", "--pid", "--fork", "true"], capture_output=True)
    return None if done.returncode == 0 else "this kernel gives no name spaces"


def prepare(folder, program):
    """The copy as it boots: the sources with the built program, and no service but the one with the check."""
    upper = folder / "upper"
    for name in ("upper", "work", "root"):
        (folder / name).mkdir()
    source = upper / SOURCE.relative_to("/")
    for name in (".deploy", "Data", "Public", "Tests/Browser"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "README.md", source)
    (source / ".build/release").mkdir(parents=True)
    shutil.copy(program, source / ".build/release/opvangkaart")
    (upper / "root").chmod(0o700)
    units = upper / "etc/systemd/system"
    units.mkdir(parents=True)
    (units / "check.service").write_text(UNIT)
    (units / "check.target").write_text(
        "[Unit]\nRequires=basic.target check.service\nAfter=basic.target\nAllowIsolate=yes\n")
    (units / "default.target").symlink_to("check.target")
    etc = upper / "etc"
    (etc / "machine-id").write_text(os.urandom(16).hex() + "\n")
    (etc / "hosts").write_text("127.0.0.1 localhost opvangkaart.example\n::1 localhost\n")


def boot(folder):
    """Boots the machine and waits for its end: what it said, and what was said of it; no words of its own where it
    does not come up here."""
    # It goes with this check, whatever ends it.
    words = ["setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child",
             "--mount-proc", "bash", "-c", BOOT, "boot", str(folder)]
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace",
                              timeout=BOOT_SECONDS)
        ending = f"it ended with {done.returncode}: {(done.stdout + done.stderr)[-2000:]}"
    except subprocess.TimeoutExpired:
        ending = f"it did not end within {BOOT_SECONDS} s"
    said = folder / "upper/root/said"
    return said.read_text(errors="replace") if said.exists() else "", ending


def check(checks, program, needs_machine):
    name, why = "the README's page on deployment, on a Debian that boots", missing()
    folder = Path(tempfile.mkdtemp(prefix="machine-"))
    try:
        said = ""
        if not why:
            prepare(folder, program)
            said, ending = boot(folder)
            why = None if said else f"it does not come up here; {ending}"
        if why:
            print(f"NOT RUN  {name}: {why}")
            checks.that(not needs_machine, name)
            return
        with checks.part(name):
            print("".join(f"        {line}\n" for line in said.splitlines()), end="")
            found = re.search(r"^([0-9]+) passed, ([0-9]+) failed$", said, re.MULTILINE)
            if checks.that(found, f"the machine: {ending}"):
                checks.passed += int(found[1])
                checks.failed += int(found[2])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


# What follows runs inside.

def shell(command):
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], capture_output=True, text=True, timeout=100,
                          cwd=SOURCE, stdin=subprocess.DEVNULL)


def typed(checks, name):
    """Types a block of the README; what it printed."""
    done = shell(readme.command(name))
    checks.same(done.returncode, 0, f"README, {name}: {done.stderr[-800:]}")
    return done.stdout


def wait_for(holds, what):
    end = time.monotonic() + 20
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(f"not within 20 s: {what}; {shell('journalctl -u opvangkaart -n 20 --no-pager').stdout}")
        time.sleep(0.1)


def answers():
    return shell("curl -sf http://127.0.0.1:8080/v1/ready").returncode == 0


def process():
    return int(shell("systemctl show -p MainPID --value opvangkaart").stdout)


def status(number):
    text = Path(f"/proc/{number}/status").read_text()
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


def check_process(checks):
    """What the kernel says of the running program."""
    number = process()
    facts = status(number)
    checks.same(facts["CapEff"].strip("0"), "", "no rights of root")
    checks.same(facts["CapBnd"].strip("0"), "", "and none to be had")
    checks.same((facts["NoNewPrivs"], facts["Seccomp"]), ("1", "2"), "no new rights; system calls are filtered")
    limits = Path(f"/proc/{number}/limits").read_text()
    cores = re.search(r"Max core file size\s+(\d+)\s+(\d+)", limits)
    checks.that(cores and int(cores[1]) <= 1 and int(cores[2]) <= 1, "no core dump")
    modes = {path.name: path.stat() for path in [STATE.parent, STATE, *STATE.iterdir()]}
    owner = modes["journal.jsonl"].st_uid
    checks.that(owner != 0 and all(mode.st_uid == owner for mode in modes.values()), "all state is the service's own")
    checks.that(all(mode.st_mode & 0o077 == 0 for mode in modes.values()), "and nobody else's to read")
    seen = shell("runuser -u www-data -- cat /opt/opvangkaart/current/Data/provinces.json").returncode
    checks.that(seen != 0, "the data are not for every user of the machine")
    text = shell("systemd-analyze security --no-pager opvangkaart").stdout
    checks.that(re.search(r"exposure level[^:]*: 0\.", text), f"systemd-analyze: {text.splitlines()[-1:]}")
    text = shell("ss -Hltnp").stdout
    mine = [line for line in text.splitlines() if f"pid={number}," in line]
    checks.that(len(mine) == 1 and "127.0.0.1:8080" in mine[0], f"it listens on loopback alone: {mine}")


def search(key, count=1):
    done = shell(
        f"curl -sS --cacert /etc/ssl/opvangkaart/fullchain.pem -H 'Authorization: Bearer {key}' "
        f"-H 'Content-Type: application/json' -d '{json.dumps(PROFILE)}' "
        "'https://opvangkaart.example/v1/placements/_search?detail=top'")
    return json.loads(done.stdout)["sections"]


def inside():
    checks = Checks()
    with checks.part("install, first key, service"):
        typed(checks, "user")
        print(typed(checks, "install").strip())
        secret = typed(checks, "first-key").strip()
        checks.that(re.fullmatch(r"okt_[A-Za-z0-9_-]{43}", secret), "the key is printed")
        # From here on the machine has no Swift: what was installed is all it needs.
        if Path("/opt/swift").is_dir():
            shell("mount -t tmpfs tmpfs /opt/swift")
        typed(checks, "service")
        wait_for(answers, "the service answers")
        check_process(checks)
    with checks.part("it comes back after a crash"):
        before = process()
        os.kill(before, signal.SIGSEGV)
        wait_for(lambda: process() not in (0, before) and answers(), "it is there again")
        # The file of a core dump would lie where the program worked, or where it may write.
        found = [path for folder in ("/opt/opvangkaart", "/var/lib/opvangkaart", "/var/lib/systemd/coredump")
                 for path in Path(folder).rglob("*core*") if path.is_file() and not path.name.startswith("libswift")]
        checks.same(found, [], "core dumps")
    with checks.part("nginx"):
        typed(checks, "certificate")
        typed(checks, "nginx")
        checks.that('"status":"ok"' in typed(checks, "try"), "the site answers over TLS")
        key = shell("/opt/opvangkaart/current/bin/as-service key issue --role coordinator").stdout.strip()
        checks.that(search(key), "a search over TLS")
        checks.that(Path("/var/log/nginx/opvangkaart.log").stat().st_size > 0, "nginx keeps its log")
    with checks.part("Caddy"):
        shell("systemctl stop nginx")
        typed(checks, "caddy")
        wait_for(lambda: shell(readme.command("try")).returncode == 0, "Caddy answers")
        checks.that('"status":"ok"' in typed(checks, "try"), "the site answers over TLS")
        checks.that(search(key), "a search over TLS")
    with checks.part("what to watch"):
        seen = typed(checks, "watch")
        checks.that('"status":"ok"' in seen and "# TYPE" in seen, "ready, and figures")
    with checks.part("backup and restore"):
        typed(checks, "backup")
        made = list(Path("/var/backups/opvangkaart").iterdir())
        checks.that(len(made) == 1 and made[0].stat().st_mode & 0o077 == 0, "one backup, for nobody else")
        lost = shell("/opt/opvangkaart/current/bin/as-service key issue --role policy").stdout.strip()
        typed(checks, "restore")
        wait_for(answers, "the service answers")
        checks.that(search(key), "a key of before the backup counts")
        ask = "curl -s --cacert /etc/ssl/opvangkaart/fullchain.pem -o /dev/null -w '%{http_code}' " \
            f"-H 'Authorization: Bearer {lost}' https://opvangkaart.example/v1/changes -I"
        checks.same(shell(ask).stdout, "401", "a key of after it does not")
    with checks.part("single sign-on"):
        line = re.search(r"`(Environment=\"OPTIONS=[^`]*)`", readme.README.read_text(encoding="utf-8"))[1]
        with Path("/etc/systemd/system/opvangkaart.service.d/site.conf").open("a") as more:
            more.write(line + "\n")
        shell("systemctl daemon-reload; systemctl restart opvangkaart")
        wait_for(answers, "the service answers")
        words = Path(f"/proc/{process()}/cmdline").read_bytes().split(b"\0")
        checks.same(words[-3:-1], [b"--user-header", b"X-Opvangkaart-User"], "the last words of its command")
    with checks.part("upgrade, and back"):
        shell("umount /opt/swift")
        releases = Path("/opt/opvangkaart/releases")
        typed(checks, "upgrade")
        wait_for(answers, "the service answers")
        checks.same(len(list(releases.iterdir())), 2, "releases")
        now = Path("/opt/opvangkaart/current").resolve()
        checks.same(now, max(releases.iterdir()), "the newest is the current one")
        typed(checks, "back")
        wait_for(answers, "the service answers")
        checks.same(Path("/opt/opvangkaart/current").resolve(), min(releases.iterdir()), "the one before is back")
        checks.that(search(key), "a search over TLS")
    with checks.part("it ends when it is asked to"):
        shell("systemctl stop opvangkaart")
        checks.same(shell("systemctl show -p Result --value opvangkaart").stdout.strip(), "success", "how it ended")
    checks.end()


if __name__ == "__main__":
    if sys.argv[1:] != ["inside"]:
        raise SystemExit(__doc__)
    inside()
