"""Stopping a child process just before, or just after, one of its writes to a file: Linux only, by ptrace."""

import ctypes
import os
import platform
import signal

# Calls that wait for the disk: fsync, fdatasync.
SYNCS = {"x86_64": frozenset({74, 75}), "aarch64": frozenset({82, 83})}
# These, and calls that change files or ask a server to: pwrite64, ftruncate, unlink, unlinkat, sendto. Not `write`:
# by that a child acknowledges.
WRITES = {"x86_64": SYNCS["x86_64"] | {18, 77, 87, 263, 44}, "aarch64": SYNCS["aarch64"] | {68, 46, 35, 206}}
TRACEME, SYSCALL, SETOPTIONS, GET_SYSCALL_INFO = 0, 24, 0x4200, 0x420E
TRACESYSGOOD, EXITKILL = 0x1, 0x100000
ENTRY = 1


def can_trace() -> bool:
    """Whether this machine lets a process watch its child."""
    if platform.system() != "Linux" or platform.machine() not in WRITES:
        return False
    child = os.fork()
    if child == 0:
        os._exit(0 if _ptrace(TRACEME) == 0 else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def let_be_traced() -> None:
    """Called in the child: stops it until its parent has got hold of it."""
    _ptrace(TRACEME)
    os.kill(os.getpid(), signal.SIGSTOP)


def kill_at_write(child: int, number: int, *, syncs: bool, before: bool) -> bool:
    """Lets a stopped child run to its write `number` (from 0), of `syncs` only or of all, and kills it there.

    False where it comes to its end before.
    """
    calls = (SYNCS if syncs else WRITES)[platform.machine()]
    os.waitpid(child, 0)
    _ptrace(SETOPTIONS, child, TRACESYSGOOD | EXITKILL)
    seen = 0
    is_at = False
    while True:
        _ptrace(SYSCALL, child)
        status = os.waitpid(child, 0)[1]
        if not os.WIFSTOPPED(status):
            return False
        call = _call_entered(child)
        if is_at and call is None:
            break
        if call in calls:
            is_at = seen == number
            seen += 1
            if is_at and before:
                break
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _call_entered(child: int) -> int | None:
    """The number of the system call that the child is about to make; None where it comes out of one."""
    information = (ctypes.c_uint64 * 11)()
    _ptrace(GET_SYSCALL_INFO, child, ctypes.addressof(information), ctypes.sizeof(information))
    return information[3] if information[0] & 0xFF == ENTRY else None


def _ptrace(request: int, child: int = 0, data: int = 0, address: int = 0) -> int:
    call = ctypes.CDLL(None, use_errno=True).ptrace
    call.restype = ctypes.c_long
    call.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    answer: int = call(request, child, address, data)
    return answer
