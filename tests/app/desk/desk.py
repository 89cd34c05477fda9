"""A desk with a screen, a keyboard and a mouse: the real window, used as a person uses it.

Mouse and keyboard are those of X (xdotool); what is on screen is read through AT-SPI, as a screen reader does. Whatever
takes its time is waited for by what it leads to, never by the clock.
"""
import os
import pathlib
import struct
import subprocess
import sys
import time
import traceback

from session import Session

PATIENCE = float(os.environ.get("THREADMART_PATIENCE", 40))  # seconds: sanitizers and busy machines are slow
MOST_STOPS = 100  # of the focus on its way through the window


def main(test):
    """Called as TEST.py PROGRAM FOLDER: runs test(desk); when it fails, a picture of the screen goes to the folder."""
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    with Session() as session:
        desk = Desk(session, program)
        try:
            test(desk)
        except Exception:
            traceback.print_exc()
            file = folder / f"{pathlib.Path(sys.argv[0]).stem}-failed.png"
            session.picture(file)
            print(f"The screen at that moment: {file}", file=sys.stderr)
            sys.exit(1)


def check(holds, what):
    """Like assert, and says what was expected."""
    if not holds:
        raise AssertionError(what)


class Desk:
    """`program` in its window, on a session's display."""

    def __init__(self, session, program):
        self.session, self.program, self.process = session, program, None
        self.home = session.home

    # ---- the program

    def start(self, *arguments):
        """Starts the program and waits until its window has the keyboard."""
        from node import FocusListener, application  # only here: it looks for the bus at once
        self.process = self.session.start(self.program, *arguments, cwd=self.home)
        self.focus, self.known = FocusListener(), {}
        self.application = self.wait(lambda: application(self.process.pid), "the program")
        self.window = self.wait_active("Threadmart")

    def ended(self):
        """Waits until the program is gone; returns its exit code."""
        code = self.process.wait(PATIENCE)
        self.process = None
        return code

    def quit(self):
        self.key("ctrl+q")
        check(self.ended() == 0, "leaving with Ctrl+Q is no failure")

    # ---- reading

    def wait(self, condition, what):
        """Until the condition holds; returns its value. `what` is a text, or a function that knows more at the end."""
        from node import Gone, listen
        end = time.monotonic() + PATIENCE
        while True:
            listen()
            try:
                value = condition()
            except Gone:  # something has changed while we looked
                value = None
            if value:
                return value
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode} while waiting for {what}")
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what() if callable(what) else what}")
            time.sleep(0.05)

    def wait_active(self, name):
        """A window that has the keyboard: the manager gives it a moment after it is on screen."""
        def active():
            return next((window for window in self.application.children()
                         if window.name == name and window.has("showing", "active")), None)
        return self.wait(active, f"the window '{name}' to be active")

    def need(self, role, name, inside=None):
        """What must be, or come to be, on the screen."""
        known = self.known.get((role, name))  # most are asked for again and again
        if known is None or inside is not None or not known.is_still(role, name):
            known = self.wait(lambda: (inside or self.window).find(role, name), f"a {role} named '{name}'")
            self.known[role, name] = known
        return known

    def need_state(self, state, role, name):
        return self.wait(lambda: self.need(role, name).has(state), f"the {role} '{name}' to be {state}")

    # ---- doing

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def key(self, *keys):
        self.xdotool("key", *keys)

    def type(self, text):
        self.xdotool("type", "--delay", "20", text)

    def click(self, node):
        """In the middle of where it is, once it has come to rest there."""
        places = [None]

        def rests():
            places.append(node.box)
            return places[-1] == places[-2] and places[-1][2] > 0
        self.wait(rests, f"{node} to rest")
        x, y, width, height = places[-1]
        self.xdotool("mousemove", x + width // 2, y + height // 2, "click", 1)

    def tab_to(self, role, name, key="Tab"):
        """Goes there from control to control, as whoever has no mouse; returns it."""
        self.focus.news()
        for _ in range(MOST_STOPS):
            self.key(key)
            node = self.wait(self.focus.news, "the focus to go on")
            if node.role == role and node.name == name:
                return node
        raise AssertionError(f"{key} never comes to the {role} '{name}'")

    def save_as(self, shortcut, title, file):
        """Saves by the dialog that the shortcut opens; returns when the program says that it has saved."""
        self.key(shortcut)
        dialog = self.wait_active(title)
        name = self.need("text", "File name:", inside=dialog)
        self.wait(lambda: name.has("focused"), "the file's name to have the focus")
        self.key("ctrl+a")
        self.type(file)
        self.wait(lambda: name.text == str(file), f"'{file}' to be typed")
        self.key("Return")
        self.wait_active("Threadmart")
        self.wait(lambda: any(str(file) in node.name for node in self.window.below() if node.role == "label"),
                  f"word of {file}")


def png_size(file):
    """Width and height of a PNG that is complete."""
    data = pathlib.Path(file).read_bytes()
    check(data.startswith(b"\x89PNG\r\n\x1a\n") and data.endswith(b"IEND\xaeB`\x82"), f"{file} is a whole PNG")
    return struct.unpack(">2I", data[16:24])
