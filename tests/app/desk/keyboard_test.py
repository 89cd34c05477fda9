"""The same lesson without a mouse."""
from desk import check, main
from lesson import (check_selected, choose_by_arrows, export_and_save, pause, shop, step_back_and_forward, switch_words,
                    wait_for_replay, will_serve)


def test(desk):
    desk.start()
    choose_by_arrows(desk)
    will_serve(desk, 4)
    desk.tab_to("spin button", "Customers")
    desk.key("Down")
    will_serve(desk, 3)
    desk.key("ctrl+a")
    desk.type("2")
    desk.key("Return")
    will_serve(desk, 2)
    desk.key("ctrl+z")
    will_serve(desk, 3)
    desk.key("ctrl+r")
    wait_for_replay(desk)
    pause(desk)
    step_back_and_forward(desk)
    check_selected(desk, select_by_keys(desk))
    switch_words(desk, "1")
    export_and_save(desk)
    desk.tab_to("push button", "Run the scenario")
    desk.key("Return")
    wait_for_replay(desk)
    desk.quit()


def select_by_keys(desk):
    """The first customer in the shop, which has the focus since the run began."""
    check(shop(desk).has("focused"), "a run gives the focus to the shop")
    desk.key("period", "Return")
    return "customer 1"


main(test)
