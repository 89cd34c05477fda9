"""What one does in a lesson, whether by mouse or by keyboard alone, and what must be seen then."""
import subprocess

from desk import check, png_size

SCENARIO = "The GIL: one scanner in the shop"


def shop(desk):
    return desk.need("image", "Shop")


def timeline(desk):
    return desk.need("chart", "Timeline of the run")


def choose_by_arrows(desk):
    desk.wait(lambda: desk.need("list", "Scenarios").has("focused"), "the scenarios to have the focus")
    for _ in range(30):
        desk.focus.news()
        desk.key("Down")
        if desk.wait(desk.focus.news, "the focus to go on").name == SCENARIO:
            desk.need("label", SCENARIO)
            return
    raise AssertionError(f"the arrows never come to '{SCENARIO}'")


def will_serve(desk, customers):
    """Waits until the window says that it would serve so many."""
    said = f"Run will serve {customers} customers "
    desk.wait(lambda: desk.need("label", "What will be run").description.startswith(said), f"the words '{said}'")


def wait_for_replay(desk):
    """Until the run is over, and what it recorded is played."""
    desk.need_state("enabled", "push button", "Export timeline…")  # only what is complete can be exported
    desk.need("push button", "Run the scenario")  # 'Cancel the run' until then
    desk.need("push button", "Pause")
    slider = desk.need("slider", "Position in the run")
    before = slider.value
    desk.wait(lambda: slider.value > before, "the replay to play")


def pause(desk):
    desk.key("space")
    desk.need("push button", "Play")
    slider = desk.need("slider", "Position in the run")
    before = slider.value
    desk.wait(lambda: told_the_same(desk), "shop and timeline to come to rest")
    check(slider.value == before, "nothing moves any more")


def told_the_same(desk):
    """Both begin with the time they are about; the timeline speaks only when it rests."""
    return shop(desk).description.split(":")[0] in timeline(desk).description


def step_back_and_forward(desk):
    """The position goes from event to event."""
    slider = desk.need("slider", "Position in the run")
    before = slider.value
    desk.key("Right")
    desk.wait(lambda: slider.value > before, "the next event")
    event = slider.value
    desk.key("Left")
    desk.wait(lambda: slider.value < event, "the event before")
    earlier = slider.value
    desk.key("Right")
    desk.wait(lambda: slider.value == event, "the same event again")
    check(tells(slider.description, event), f"{event} ms are told as '{slider.description}'")
    desk.key("Left")
    desk.wait(lambda: slider.value == earlier, "the same event before")


def tells(sentence, milliseconds):
    """Whether '0.138 s of 1.106 s' and the like begins with that time, as exactly as it is written."""
    number, unit = sentence.split()[:2]
    scale = {"ns": 1e-6, "µs": 1e-3, "ms": 1, "s": 1e3}[unit]
    decimals = len(number.partition(".")[2])
    return abs(float(number.replace(",", "")) * scale - milliseconds) <= scale * 10 ** -decimals


def check_selected(desk, name):
    """The numbers and the timeline name what was selected in the shop."""
    desk.need("frame", f"Numbers of {name}")
    desk.wait(lambda: f"Selected: {name}." in timeline(desk).description, f"the timeline to name {name}")


def switch_words(desk, number):
    """From the words of the shop to those of the computer, everywhere."""
    check("customer" in shop(desk).description, shop(desk).description)
    desk.need("check box", "Lanes by customer")
    desk.key("ctrl+w")
    desk.need_state("checked", "check box", "Words of the computer")
    desk.need("check box", "Lanes by task")
    check_selected(desk, f"task {number}")
    for view in (shop(desk), timeline(desk)):
        desk.wait(lambda: "task" in view.description, f"{view} to speak of tasks")
        check("customer" not in view.description, view.description)


def export_and_save(desk):
    """A picture of the timeline, and the recording."""
    picture, recording = desk.home / "slide.png", desk.home / "run.json.gz"
    desk.save_as("ctrl+e", "Export the timeline as a picture", picture)
    check(png_size(picture) == (1920, 1080), f"a slide has 1920 × 1080 pixels, not {png_size(picture)}")
    desk.save_as("ctrl+s", "Save the recording", recording)
    checked = subprocess.run([desk.program, "check", recording], capture_output=True, text=True, check=False)
    check(checked.returncode == 0, f"what was saved is a recording: {checked.stderr}")
