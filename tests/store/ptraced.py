"""Runs a forked child until it is about to make its k-th write to a file, and kills it there (Linux on x86-64 or aarch64).

Nothing of the child runs any more from that moment on: SIGKILL cannot be caught, and the system call is never made.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Callable
from typing import Final

_TRACEME, _SYSCALL, _SETOPTIONS, _SYSCALL_INFO = 0, 24, 0x4200, 0x420E
_TRACE_GOOD, _KILL_WITH_PARENT = 0x1, 0x100000
_ENTRY: Final = 1

WRITES: Final = {
    # pwrite64, fsync, fdatasync, ftruncate, unlink or unlinkat
    "x86_64": frozenset({18, 74, 75, 77, 87}),
    "aarch64": frozenset({68, 82, 83, 46, 35}),
}


class _Info(ctypes.Structure):
    """The head of `struct ptrace_syscall_info`, with the number of the call on entry."""

    _fields_ = (
        ("op", ctypes.c_uint8),
        ("pad", ctypes.c_uint8 * 3),
        ("arch", ctypes.c_uint32),
        ("instruction_pointer", ctypes.c_uint64),
        ("stack_pointer", ctypes.c_uint64),
        ("number", ctypes.c_uint64),
        ("args", ctypes.c_uint64 * 6),
    )


def absent() -> str | None:
    """Why no child can be traced here; None where one can."""
    if sys.platform != "linux" or platform.machine() not in WRITES:
        return (
            f"processes are killed at a write on Linux with x86-64 or aarch64 alone, and this is {platform.platform()}"
        )
    try:
        return None if killed_at(0, lambda: None) is not None else "a child cannot be traced here"
    except OSError as error:
        return f"a child cannot be traced here: {error}"


def killed_at(point: int, work: Callable[[], object]) -> int | None:
    """Fork, let the child work, and kill it before its write of that number, counted from 1; 0 lets it end. How many writes
    it came to, or None where it ended by an error of its own."""
    child = os.fork()
    if child == 0:
        _traced(work)
    os.waitpid(child, 0)
    _ptrace(_SETOPTIONS, child, 0, _TRACE_GOOD | _KILL_WITH_PARENT)
    writes, calls, info = 0, WRITES[platform.machine()], _Info()
    passed_on = 0
    while True:
        _ptrace(_SYSCALL, child, 0, passed_on)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            return writes if status == 0 else None
        stopped = os.WSTOPSIG(status)
        passed_on = 0 if stopped == signal.SIGTRAP | 0x80 else stopped
        if passed_on:
            continue
        _ptrace(_SYSCALL_INFO, child, ctypes.sizeof(info), ctypes.addressof(info))
        if info.op == _ENTRY and info.number in calls:
            writes += 1
            if writes == point:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return writes


def _traced(work: Callable[[], object]) -> None:
    """The child: it never comes back."""
    code = 1
    try:
        _ptrace(_TRACEME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        work()
        code = 0
    finally:
        os._exit(code)


def _ptrace(request: int, child: int, address: int, data: int) -> None:
    done = _LIBC.ptrace(ctypes.c_long(request), ctypes.c_long(child), ctypes.c_void_p(address), ctypes.c_void_p(data))
    if done < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.ptrace.restype = ctypes.c_long
