"""The window is closed in the middle of a run: next time, what was recorded until then is offered."""
import subprocess

from desk import check, main
from lesson import shop, timeline

SCENARIO = "One very long trip"
OFFER = "The window was closed in the middle of a run."


def test(desk):
    desk.start()
    desk.click(desk.need("list item", SCENARIO))
    desk.need("label", SCENARIO)
    slow = desk.tab_to("spin button", "Slowed down")
    desk.type("50")
    desk.key("Return")
    desk.wait(lambda: slow.value == 50, "the run to be slow")
    desk.click(desk.need("push button", "Run the scenario"))
    desk.need("push button", "Cancel the run")
    desk.wait(lambda: " is " in shop(desk).description, "somebody to do something")
    desk.key("alt+F4")  # the window manager's way
    check(desk.ended() == 0, "closing the window is no failure")

    kept = next(desk.home.rglob("interrupted.json.gz"))
    checked = subprocess.run([desk.program, "check", kept], capture_output=True, text=True, check=False)
    check(checked.returncode == 0, f"what was kept is a recording: {checked.stderr}")

    desk.start()
    desk.need("label", f"Message: {OFFER}…")
    answer = desk.need("push button", "Open it")
    desk.wait(lambda: answer.has("focused"), "the answer to have the focus")
    desk.key("Return")
    desk.need("label", "Recording interrupted.json.gz")
    desk.need("label", SCENARIO)
    desk.wait(lambda: " is " in shop(desk).description, "somebody to do something")
    desk.wait(lambda: "All of the run is shown" in timeline(desk).description, "the timeline to tell of it")
    desk.quit()

    desk.start()
    check(desk.window.find("push button", "Open it") is None, "it is offered once")
    desk.quit()


main(test)
