"""One thing on the screen as a screen reader knows it: role, name, description, states, place, value."""
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(10_000, 20_000)  # milliseconds: the program may be busy


class Gone(Exception):
    """The thing is no longer there."""


def ask(call, *arguments):
    try:
        return call(*arguments)
    except GLib.Error as error:
        raise Gone(str(error)) from error


class Node:
    """Nothing is remembered: whatever is asked, is asked of the program."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        return ask(self.accessible.get_role_name)

    @property
    def name(self):
        return ask(self.accessible.get_name) or ""

    @property
    def description(self):
        return ask(self.accessible.get_description) or ""

    @property
    def value(self):
        return ask(Atspi.Value.get_current_value, self.accessible)

    @property
    def text(self):
        return ask(Atspi.Text.get_text, self.accessible, 0, -1)

    @property
    def box(self):
        """x, y, width and height on the screen."""
        box = ask(Atspi.Component.get_extents, self.accessible, Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def has(self, *states):
        """Whether it has all of these states, such as 'showing', 'focusable', 'checked'."""
        known = ask(self.accessible.get_state_set)
        return all(known.contains(getattr(Atspi.StateType, state.upper())) for state in states)

    def children(self):
        for index in range(ask(self.accessible.get_child_count)):
            child = ask(self.accessible.get_child_at_index, index)
            if child is not None:
                yield Node(child)

    def parents(self):
        """From the parent up to the program itself."""
        node = ask(self.accessible.get_parent)
        while node is not None and ask(node.get_role) != Atspi.Role.DESKTOP_FRAME:
            yield Node(node)
            node = ask(node.get_parent)

    def below(self, hidden=False):
        """Itself and everything below that is showing, or really everything."""
        yield self
        for child in self.children():
            try:
                if hidden or child.has("showing"):
                    yield from child.below(hidden)
            except Gone:
                continue

    def find(self, role, name):
        """The first below with that role and name; a name that ends in '…' may go on. None if there is none."""
        return next((node for node in self.below() if node.is_a(role, name)), None)

    def is_a(self, role, name):
        return self.role == role and matches(self.name, name)

    def is_still(self, role, name):
        try:
            return self.is_a(role, name) and self.has("showing")
        except Gone:
            return False

    def press(self):
        """What a press on it would do, without mouse and keyboard."""
        ask(Atspi.Action.do_action, self.accessible, 0)

    def __str__(self):
        return f"{self.role} '{self.name}'"


def matches(actual, wanted):
    return actual.startswith(wanted[:-1]) if wanted.endswith("…") else actual == wanted


class FocusListener:
    """Hears which control has the focus, as a screen reader does."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self.on_event)
        self.listener.register("object:state-changed:focused")

    def on_event(self, event):
        if event.detail1 and event.source is not None:
            self.heard.append(Node(event.source))

    def news(self):
        """What has got the focus since the last call; None if nothing has."""
        listen()
        heard, self.heard = self.heard, []
        return heard[-1] if heard else None


def listen():
    """Lets whatever has been announced be heard."""
    while GLib.MainContext.default().iteration(False):
        pass


def application(process):
    """The program with that process number, None if it has not announced itself yet."""
    desktop = Atspi.get_desktop(0)
    for index in range(ask(desktop.get_child_count)):
        child = ask(desktop.get_child_at_index, index)
        if child is not None and ask(child.get_process_id) == process:
            child.set_cache_mask(Atspi.Cache.NONE)
            return Node(child)
    return None
