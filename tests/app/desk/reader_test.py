"""What a screen reader finds: names and roles of all controls, the picture in words, and a way to every control."""
import re

from desk import MOST_STOPS, check, main
from lesson import choose_by_arrows, pause, shop, timeline, told_the_same, wait_for_replay

CONTROLS = {"push button", "toggle button", "check box", "radio button", "spin button", "combo box", "list", "list item",
            "slider", "text", "entry", "menu item", "check menu item", "radio menu item", "table", "table cell", "tree",
            "tree item", "table column header"}
PICTURES = {"image", "chart"}  # painted, and told in words
READ_ONLY = {"label"}          # takes the focus so that its text can be copied

# Every group of controls, by the name of one that stands in it or above it.
WATCHING = ["Open…", "Scenarios", "Build your own shop", "Parameters of the run", "Run the scenario", "Shop",
            "Timeline of the run", "Transport", "Lanes by customer", "CPU cores", "Processes of the run",
            "Numbers of the run"]
BUILDING = ["Open…", "Scenarios", "Parameters of the run", "Title", "Examples", "What can be put into a basket",
            "Customers", "Numbers of the run"]


def test(desk):
    desk.start()
    faults = Faults(desk)
    faults.look("at the start")
    choose_by_arrows(desk)
    desk.need("push button", "Run the scenario").press()
    wait_for_replay(desk)
    pause(desk)
    tell_two_moments(desk)
    walk_round(desk, "image", "Shop", WATCHING)
    look_everywhere(desk, faults)
    check(not faults.found, "controls without a name or a role:\n  " + "\n  ".join(sorted(faults.found)))
    desk.quit()


class Faults:
    """Collects whatever can be used and does not say what it is."""

    def __init__(self, desk):
        self.desk, self.found = desk, set()

    def look(self, when):
        for window in self.desk.application.children():
            for node in window.below():
                self.judge(node, when)

    def look_at_menus(self):
        bar = next(node for node in self.desk.window.below() if node.role == "menu bar")
        for node in bar.below(hidden=True):
            self.judge(node, "in the menus")

    def judge(self, node, when):
        role, takes_focus = node.role, node.has("focusable")
        if role not in CONTROLS and not takes_focus:
            return
        name = node.name.strip()
        if name and role in CONTROLS | PICTURES | READ_ONLY:
            return
        where = " in ".join(filter(None, (parent.name for parent in node.parents())))
        if name:
            self.found.add(f"{when}: '{name}' in {where} takes the focus as a mere {role}")
        elif not where.startswith("Files in"):  # what has no size says nothing
            self.found.add(f"{when}: a {role} without a name, in {where}")


def look_everywhere(desk, faults):
    """With something selected, a loop, dialogs, a shop built by hand, a message."""
    next(iter(shop(desk).children())).press()
    desk.tab_to("chart", "Timeline of the run")
    desk.key("i", "l")
    desk.need("push button", "Remove the loop …")
    faults.look("in replay")
    faults.look_at_menus()
    for key, title in (("F1", "Keyboard and mouse"), ("ctrl+e", "Export the timeline as a picture"),
                       ("ctrl+o", "Open a recording or a scenario")):
        desk.key(key)
        desk.wait_active(title)
        faults.look(f"in the dialog '{title}'")
        desk.key("Escape")
        desk.wait_active("Threadmart")
    desk.key("ctrl+shift+c", "ctrl+b")
    desk.need("push button", "Add a customer").press()
    desk.need("push button", "A full basket…").press()
    faults.look("in the shop built by hand")
    walk_round(desk, "list", "Scenarios", BUILDING)


# ---- the picture in words

def tell_two_moments(desk):
    """Shop and timeline say the same, and something else at another time."""
    desk.key("Home")
    slider = desk.need("slider", "Position in the run")
    first = None
    for _ in range(60):
        before = slider.value
        desk.key("Right")
        desk.wait(lambda: slider.value > before, "the next event")
        # The timeline waits a moment before it speaks, and several events may be told at the same time.
        desk.wait(lambda: told_the_same(desk) and not contradictions(desk), lambda: contradictions(desk))
        told = told_by_shop(shop(desk).description)
        if any(what.startswith("scanning") for what in told.values()):
            if first not in (None, told):
                return
            first = told
    raise AssertionError("nobody is served, or nothing changes, in sixty events")


def told_by_shop(sentences):
    """Who does what, of those who are named: {'1': 'scanning, assistant 0', '2': 'waiting for the scanner'}."""
    told = dict(re.findall(r"customer (\d+) is ([^.]+)\.", sentences))
    for what, numbers in re.findall(r"\d+ customers? (?:is|are|finds?) ([^:.]+): ([^.]+)\.", sentences):
        told.update((number, what) for number in re.findall(r"\d+", numbers))
    return told


def contradictions(desk):
    lanes = dict(re.findall(r"customer (\d+): ([^;.]+)", timeline(desk).description))
    return [f"customer {number} is '{what}' in the shop, '{lanes.get(number)}' in the timeline"
            for number, what in told_by_shop(shop(desk).description).items()
            if not what.startswith(lanes.get(number, "?"))]


# ---- the way through the window

def walk_round(desk, role, name, groups):
    """From there, Tab comes to every group and back to where it began; Shift+Tab goes the same way back."""
    desk.tab_to(role, name)
    forth = walk(desk, "Tab", role, name)
    missed = [group for group in groups if not any(group in names for names in forth)]
    check(not missed, f"Tab never comes to {missed}, only to\n  " + "\n  ".join(map(str, forth)))
    back = walk(desk, "shift+Tab", role, name)
    check(back[-2::-1] + back[-1:] == forth, f"Shift+Tab goes another way: {back}, not {forth}")


def walk(desk, key, role, name):
    """Around once; the stops with the names of what they stand in."""
    stops = []
    while len(stops) < MOST_STOPS:
        desk.focus.news()
        desk.key(key)
        node = desk.wait(desk.focus.news, f"{key} to leave {stops[-1] if stops else name}")
        names = [node.name, *(parent.name for parent in node.parents() if parent.name)]
        stops.append([re.sub(r"\d+ %", "… %", each) for each in names])  # the load of a core goes up and down
        if node.is_a(role, name):
            return stops
    raise AssertionError(f"{key} does not come back to the {role} '{name}':\n  " + "\n  ".join(map(str, stops)))


main(test)
