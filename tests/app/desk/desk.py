"""A desk with a screen, a window manager and a screen reader's view: the real program, used as a person uses it.

The display, the session bus and the accessibility bus are started for one test and end with it. Mouse and keyboard are
those of X (xdotool); what is on screen is read through AT-SPI, as a screen reader does.
"""
import os
import subprocess
import tempfile
import time

PATIENCE = 40  # seconds: sanitizers and busy machines are slow


def start_session(arguments):
    """Runs this Python program again inside a display and a session bus of its own."""
    if os.environ.get("THREADMART_DESK") == "1":
        return
    os.environ["THREADMART_DESK"] = "1"
    screen = "-screen 0 1440x900x24"
    os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", screen, "dbus-run-session", "--", *arguments])


class Desk:
    """`program` on a desk of its own, with an empty home."""

    def __init__(self, program, *arguments):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        self.home = tempfile.mkdtemp(prefix="threadmart-desk-")
        runtime = os.path.join(self.home, "runtime")
        os.mkdir(runtime, 0o700)
        environment = dict(os.environ, HOME=self.home, XDG_RUNTIME_DIR=runtime, XDG_CONFIG_HOME=self.home,
                           XDG_DATA_HOME=self.home, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
        self.manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        self.program = subprocess.Popen([program, *arguments], env=environment)
        self.window = self.wait(lambda: self.find("frame", "Threadmart"), "the window")
        self.wait(lambda: self.xdotool("search", "--onlyvisible", "--name", "Threadmart"), "the window on screen")

    def close(self):
        """Asks the window to close, as its button does; returns the exit code."""
        self.key("ctrl+q")
        try:
            return self.program.wait(PATIENCE)
        finally:
            self.program.kill()
            self.manager.kill()

    # ---- reading

    def refresh(self, node):
        node.clear_cache()
        return node

    def children(self, node):
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                yield child

    def all(self, node=None, depth=14):
        """Everything below a node, the node itself first."""
        node = node or self.atspi.get_desktop(0)
        yield node
        if depth > 0:
            for child in self.children(node):
                yield from self.all(child, depth - 1)

    def find(self, role, name, below=None):
        """The first with that role whose name is `name`, or begins with it if it ends in '…'."""
        for node in self.all(below):
            try:
                if node.get_role_name() == role and matches(node.get_name(), name):
                    return node
            except Exception:  # gone while we looked
                continue
        return None

    def need(self, role, name):
        return self.wait(lambda: self.find(role, name), f"a {role} named '{name}'")

    def description(self, role, name):
        return self.need(role, name).get_description()

    def is_showing(self, node):
        return node.get_state_set().contains(self.atspi.StateType.SHOWING)

    def is_enabled(self, node):
        return node.get_state_set().contains(self.atspi.StateType.ENABLED)

    def value(self, node):
        return node.get_value_iface().get_current_value()

    def wait(self, condition, what):
        """Until the condition holds; returns its value."""
        end = time.monotonic() + PATIENCE
        while True:
            value = condition()
            if value:
                return value
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}")
            if hasattr(self, "program") and self.program.poll() is not None:
                raise AssertionError(f"the program ended with {self.program.returncode} while waiting for {what}")
            time.sleep(0.1)

    # ---- doing

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def middle(self, node):
        box = node.get_component_iface().get_extents(self.atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, node):
        self.click_at(*self.middle(node))

    def click_at(self, x, y):
        self.xdotool("mousemove", x, y)
        time.sleep(0.1)
        self.xdotool("click", 1)
        time.sleep(0.2)

    def key(self, *keys):
        for key in keys:
            self.xdotool("key", key)
            time.sleep(0.15)

    def type(self, text):
        self.xdotool("type", "--delay", "20", text)
        time.sleep(0.2)

    def picture(self, file):
        """What is on the screen now."""
        subprocess.run(["import", "-window", "root", file], check=False)


def matches(actual, wanted):
    return actual.startswith(wanted[:-1]) if wanted.endswith("…") else actual == wanted
