"""What the tests of killing and of faults share: made-up workspaces, weir under strace, and what has
to be the same afterwards as if nothing had happened."""
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

REPOSITORY = Path(__file__).resolve().parent.parent

# How many runs are disturbed at a time.
JOBS = int(os.environ.get("JOBS", 2))

# Everything by which a run changes what is on the disk.
CHANGING_CALLS = (
    "write pwrite64 writev pwritev fsync fdatasync sync ftruncate rename renameat renameat2 unlink"
    " unlinkat link linkat mkdir mkdirat rmdir fchmod"
).split()

# One thread of Weir does all the work, so that strace, which counts the calls of each thread, counts
# those of the run.
ALONE = {"LIBDISPATCH_COOPERATIVE_POOL_STRICT": "1"}

CORES = sorted(os.sched_getaffinity(0))


def weir_environment():
    return {**os.environ, **ALONE, "SWIFT_BACKTRACE": "enable=no"}


class Workspace:
    """A workspace in a folder of its own."""

    def __init__(self, root):
        self.root = Path(root)

    @staticmethod
    def of_worked_examples(root):
        """The repository's mappings and exports, with one row that cannot be used, so that there are
        rejects."""
        workspace = Workspace(root)
        for part in ("mappings", "data/exports", "data/legacy"):
            shutil.copytree(REPOSITORY / part, workspace.root / part)
        annex = workspace.root / "data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv"
        annex.write_text(annex.read_text().replace("£0.375m", "about £0.4m"))
        return workspace

    def copy(self, root):
        """Another workspace with the same files."""
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.root, root)
        return Workspace(root)

    def outcomes(self):
        """What runs have made, in contrast to what they read."""
        return [
            path for path in (self.root / "data").iterdir()
            if path.name not in ("exports", "legacy")]

    def reset(self, before):
        """Puts back what another workspace had from earlier runs; what is read stays as it is."""
        for path in self.outcomes():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path in before.outcomes():
            target = self.root / "data" / path.name
            shutil.copytree(path, target) if path.is_dir() else shutil.copy2(path, target)

    def files(self, *folders):
        """The bytes of every file below the folders, by path, with folders that hold nothing."""
        found = {}
        for folder in folders:
            base = self.root / folder
            if base.is_file():
                found[folder] = base.read_bytes()
            for path in sorted(base.rglob("*")) if base.is_dir() else []:
                name = str(path.relative_to(self.root))
                found[name] = path.read_bytes() if path.is_file() else None
        return found

    def pools(self):
        return self.files("data/pools")

    def results(self):
        """All that a run leaves but the store: pools, rejects, what is known of names, and the names of
        everything else, so that nothing half done stays behind."""
        found = self.files("data/pools", "data/rejects", "data/names.known", "data/migrations")
        for path in (self.root / "data").iterdir():
            found.setdefault(f"data/{path.name}", None)
        return found

    def told(self, weir):
        """What the store says in the commands that look at it; the numbers by which it keeps its rows
        depend on which of two files was read first."""
        commands = ("status", "report --findings", "report --json", "providers list", "codes list")
        return {command: run(weir, self, *command.split()).stdout for command in commands}

    def store(self):
        """What the store holds, table by table, without the ledger of runs: a run that was killed after
        its commit is in it, as it should be."""
        store = sqlite3.connect(f"file:{self.root}/data/weir.sqlite?mode=ro", uri=True)
        try:
            tables = [
                name for (name,) in store.execute(
                    "select name from sqlite_master where type = 'table' order by name")
                if name != "run" and not name.startswith("run_")]
            return {
                table: sorted(map(repr, store.execute(f'select * from "{table}"')))
                for table in tables}
        finally:
            store.close()


def is_whole(pools):
    """Whether published files are all that their manifest names, each with the hash that it states."""
    manifest = pools.get("data/pools/datapackage.json")
    if manifest is None:
        return not pools
    stated = {
        f"data/pools/{each['path']}": each["hash"] for each in json.loads(manifest)["resources"]}
    there = {
        path: f"sha256:{hashlib.sha256(content).hexdigest()}"
        for path, content in pools.items() if path != "data/pools/datapackage.json"}
    return stated == there


def differences(one, other):
    """The names of what is not the same, for a message."""
    return sorted(
        name for name in one.keys() | other.keys() if one.get(name, 0) != other.get(name, 0))


def run(weir, workspace, *arguments, prefix=(), environment=None, **options):
    """Runs a command of weir in a workspace; gives the finished process."""
    return subprocess.run(
        [*prefix, weir, *arguments], cwd=workspace.root, env=environment or weir_environment(),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        errors="replace", **options)


class Trace:
    """The calls of one run under strace, in order."""

    LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)$")

    def __init__(self, path):
        self.lines = Path(path).read_text(errors="replace").splitlines()
        self.calls = [match.groups() for match in map(self.LINE.match, self.lines) if match]


def strace(weir, workspace, log, calls, *arguments, inject=(), only=None, **options):
    """Runs a command of weir under strace, which notes the calls in a file; gives the finished
    process."""
    # No --seccomp-bpf: with it strace 6.1 injects nothing.
    tracing = ["strace", "-f", "-y", "-s", "0", "-o", str(log), "-e",
               "trace=" + ",".join(calls), "-e", "signal=none"]
    if only is not None:
        tracing += ["-P", str(only)]
    for each in inject:
        tracing += ["-e", "inject=" + each]
    # On one core the tasks of a run fall to one thread.
    core = zlib.crc32(bytes(workspace.root)) % len(CORES)
    return run(
        weir, workspace, *arguments, prefix=("taskset", "-c", str(CORES[core]), *tracing), **options)


def in_parallel(folder, before, work, tasks):
    """Does the tasks, each with a workspace that no other has at the same time."""
    free = Queue()
    for number in range(JOBS):
        place = folder / f"worker{number}"
        place.mkdir(exist_ok=True)
        free.put((before.copy(place / "workspace"), place))

    def one(task):
        workspace, place = free.get()
        try:
            return work(task, workspace, place)
        finally:
            free.put((workspace, place))

    with ThreadPoolExecutor(JOBS) as pool:
        return list(pool.map(one, tasks))


def republished(weir, folder):
    """A workspace with an older published set, where one export has since changed and one is new."""
    whole = Workspace.of_worked_examples(folder / "whole")
    before = whole.copy(folder / "republished")
    new = before.root / "data/exports/south-birmingham-pct"
    changed = before.root / "data/exports/birmingham-city-council/payments-2009-10.csv"
    shutil.rmtree(new)
    changed.write_bytes(b"".join(changed.read_bytes().splitlines(keepends=True)[:-200]))
    run(weir, before, "run", "--quiet")
    for path in (new, changed):
        inside = path.relative_to(before.root)
        if path.is_file():
            shutil.copy(whole.root / inside, path)
        else:
            shutil.copytree(whole.root / inside, path)
    return before
