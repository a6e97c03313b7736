"""The memory of a server."""

from __future__ import annotations

import gc
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.service import few_heaps, settle

THREADS = """
import ctypes, sys, threading
from assistant.service import few_heaps
if sys.argv[2] == "few":
    few_heaps()
everyone_there = threading.Barrier(12)
def work():
    kept = [bytearray(2000) for _ in range(2000)]
    everyone_there.wait()
    del kept
threads = [threading.Thread(target=work) for _ in range(12)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(libc.fopen(sys.argv[1].encode(), b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
"""


# Heaps are counted by malloc_info, which other C libraries do not have; that nothing is done there is tested below.
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives each thread a heap")
def test_threads_share_two_heaps(tmp_path: Path):
    """Twelve threads at the same time have a heap each, and two together once that is set."""
    heaps = {}
    for how in ("many", "few"):
        told = tmp_path / how
        subprocess.run([sys.executable, "-c", THREADS, str(told), how], check=True, timeout=120)
        heaps[how] = told.read_text().count("<heap ")
    assert heaps["few"] == 2 < heaps["many"]


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    """Where the C library is not glibc, it is not asked for anything."""
    monkeypatch.setattr("platform.libc_ver", lambda: ("", ""))
    monkeypatch.setattr("ctypes.CDLL", lambda _: pytest.fail("the C library was opened"))
    few_heaps()


def test_what_is_loaded_is_not_looked_through_again():
    """After settling the objects that are there are out of the garbage collector's sight."""
    try:
        settle()
        assert gc.get_freeze_count() > 10_000
        assert len(gc.get_objects()) < gc.get_freeze_count()
    finally:
        gc.unfreeze()
