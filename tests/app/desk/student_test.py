"""A student with mouse and keyboard: chooses, changes, runs, pauses, steps, selects, exports, and comes back later."""
from desk import check, main
from lesson import (SCENARIO, check_selected, export_and_save, pause, shop, step_back_and_forward, switch_words,
                    wait_for_replay, will_serve)


def test(desk):
    desk.start()
    desk.click(desk.need("list item", SCENARIO))
    will_serve(desk, 4)
    desk.click(desk.need("push button", "Less: Customers"))
    will_serve(desk, 3)
    desk.click(desk.need("push button", "Run the scenario"))
    wait_for_replay(desk)
    pause(desk)
    step_back_and_forward(desk)
    name = click_a_customer(desk)
    check_selected(desk, name)
    switch_words(desk, name.split()[-1])
    export_and_save(desk)
    desk.quit()

    desk.start()
    desk.need("label", SCENARIO)
    check(desk.need("list item", SCENARIO).has("selected"), "the scenario of last time is chosen")
    check(desk.need("check box", "Words of the computer").has("checked"), "the words of last time are spoken")
    desk.quit()


def click_a_customer(desk):
    """One whom nobody hides, which may need a few steps; returns the name, such as 'customer 2'."""
    slider = desk.need("slider", "Position in the run")
    for _ in range(50):
        things = list(shop(desk).children())
        for thing in things:
            if thing.name.startswith("customer") and is_free(thing, things):
                name = thing.name.split(" · ")[0]
                desk.click(thing)
                return name
        before = slider.value
        desk.key("Right")
        desk.wait(lambda: slider.value > before, "the next event")
    raise AssertionError("every customer hides behind another")


def is_free(thing, things):
    x, y, width, height = thing.box
    x, y = x + width / 2, y + height / 2

    def covers(box):
        return box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3]
    return sum(covers(other.box) for other in things) == 1


main(test)
