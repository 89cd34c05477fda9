"""A display, a window manager and a session bus for one test, all of its own, and all gone when it ends.

Whatever is started below this process, by it or by the buses, becomes its child, even when those between have gone:
so nothing can be forgotten. The home is an empty folder that is deleted at the end.
"""
import ctypes
import os
import pathlib
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zlib

WIDTH, HEIGHT = 1440, 900
FOREIGN = ("AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP",
           "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "NO_AT_BRIDGE")
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
libc = ctypes.CDLL(None)


class Session:
    """Use with `with`: from there on os.environ leads to the display and the bus."""

    def __enter__(self):
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: sys.exit("interrupted"))
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="threadmart-desk-"))
        try:
            self.start_all()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start_all(self):
        runtime, screen = self.home / "runtime", self.home / "screen"
        runtime.mkdir(0o700)
        screen.mkdir()
        for name in FOREIGN:
            os.environ.pop(name, None)
        os.environ.update(
            HOME=str(self.home), XDG_RUNTIME_DIR=str(runtime), XDG_CONFIG_HOME=str(self.home / "config"),
            XDG_DATA_HOME=str(self.home / "data"), XDG_CACHE_HOME=str(self.home / "cache"), LC_ALL="C.UTF-8",
            QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        size = f"{WIDTH}x{HEIGHT}x24"
        os.environ["DISPLAY"] = ":" + self.start_and_ask(
            "Xvfb", "-displayfd", "{}", "-screen", "0", size, "-nolisten", "tcp", "-fbdir", str(screen))
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.start_and_ask(
            "dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address={}")
        self.start("openbox", "--sm-disable", **QUIET)

    def start(self, *command, **options):
        """Starts a program that is killed at the latest when this one is gone."""
        return subprocess.Popen(command, preexec_fn=lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL), **options)

    def start_and_ask(self, *command):
        """Starts a program that writes one line to the descriptor whose number replaces '{}'; returns the line."""
        reader, writer = os.pipe()
        self.start(*(part.replace("{}", str(writer)) for part in command), pass_fds=[writer], **QUIET)
        os.close(writer)
        with os.fdopen(reader) as answer:
            line = answer.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} does not start")
        return line

    def __exit__(self, *_):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        end = time.monotonic() + 10
        while descendants(os.getpid()) and time.monotonic() < end:  # again: who is killed leaves orphans
            for process in descendants(os.getpid()):
                kill(process)
            reap()
            time.sleep(0.02)
        shutil.rmtree(self.home, ignore_errors=True)

    def picture(self, file):
        """Writes what is on the screen now as PNG."""
        write_png(file, *read_xwd(self.home / "screen" / "Xvfb_screen0"))


def descendants(process):
    """All that live below a process, found by what the kernel knows."""
    found = []
    for tasks in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:  # gone while we looked
            continue
        for child in children:
            found += [int(child), *descendants(int(child))]
    return found


def kill(process):
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        pass


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def read_xwd(file):
    """Width, height and rows of RGB of the frame buffer: an X window dump with four bytes a pixel, blue first."""
    data = pathlib.Path(file).read_bytes()
    header = struct.unpack(">25I", data[:100])
    width, height, stride, colours = header[4], header[5], header[12], header[19]
    pixels = header[0] + 12 * colours
    rows = []
    for y in range(height):
        row = data[pixels + y * stride:pixels + y * stride + 4 * width]
        rgb = bytearray(3 * width)
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(bytes(rgb))
    return width, height, rows


def write_png(file, width, height, rows):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    pathlib.Path(file).write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)) +
        chunk(b"IDAT", packed) + chunk(b"IEND", b""))
