"""Each exercise accepts right answers in any form and tells usual wrong ones with a hint."""

import pandas as pd
import pytest

import generated
from answers import ANSWERS
from dprk_russia import check
from dprk_russia.exercises import Key, exercises, judge, key, same

EXERCISES = exercises()


def cells_of(path, prefix):
    return [cell for cell in generated.cells(path) if cell["id"].startswith(prefix)]


@pytest.mark.parametrize("name", EXERCISES)
def test_right_answers_are_accepted_and_wrong_ones_get_a_hint(name):
    held = key(name)
    right, wrong = ANSWERS[name](held.right)
    wrong = [*wrong, *(slip for slip, _ in held.slips)]
    assert len(right) >= 3
    assert len(wrong) >= 3
    for answer in right:
        assert judge(held, answer) == ("**Right.**", 1), answer
    for answer in wrong:
        told, points = judge(held, answer)
        assert points == 0, answer
        assert len(told) > 30
        assert str(held.right) not in told or len(str(held.right)) == 1


def test_every_exercise_stands_in_one_notebook_and_every_check_has_a_key():
    checked = [
        cell["source"][0].split('"')[1] for path in generated.story() for cell in cells_of(path, "check-")
    ]
    assert sorted(checked) == sorted(EXERCISES)


@pytest.mark.parametrize("path", generated.story(), ids=lambda path: path.stem)
def test_every_notebook_has_three_tasks_and_a_rubric_for_each_judgement(path):
    levels = [cell["metadata"]["exercise"]["level"] for cell in cells_of(path, "task-")]
    assert len(levels) >= 3
    assert levels.count("judge") == len(cells_of(path, "rubric-")) >= 1
    assert len(levels) - levels.count("judge") == len(cells_of(path, "check-"))


def test_no_answer_yet_is_told_as_such():
    assert judge(Key(3, [], "Count."), ...)[1] == 0
    assert "No answer yet" in judge(Key(3, [], "Count."), ...)[0]


def test_a_slip_is_answered_with_its_hint_and_others_with_the_common_one():
    held = Key(3, [(4, "One too many.")], "Count them.")
    assert judge(held, 4) == ("**Not yet.** One too many.", 0)
    assert judge(held, 9) == ("**Not yet.** Count them.", 0)
    assert judge(held, "three") == ("**Not yet.** The answer is a number.", 0)


def test_frames_and_lists_are_the_same_in_any_order():
    frame = pd.DataFrame({"year": [1949, 1961], "title": ["a", "b"]}, index=[7, 9])
    assert same(frame.iloc[::-1][["title", "year"]], frame)
    assert not same(frame.assign(year=1950), frame)
    assert same({"b", "a"}, ["a", "b"])
    assert same(pd.Series([2, 1]), [1, 2])
    assert not same("ab", ["a", "b"])


def test_a_number_may_be_written_as_text_and_miss_by_the_tolerance():
    assert same("1,500", 1500)
    assert same("36 %", 36)
    assert same(36.4, 36, within=0.5)
    assert not same(36.6, 36, within=0.5)


def test_a_name_may_have_any_form_that_was_seen():
    assert same("김일성", "Kim Il Sung")
    assert not same("Kim", "Kim Il Sung")
    assert not same("김일성", "Kim Jong Il")


def test_an_unknown_exercise_is_told_with_near_ones():
    with pytest.raises(ValueError, match="no exercise 'goods_missing'; choose from .*goods_missing_in_1976"):
        check("goods_missing", 1)
    with pytest.raises(ValueError, match="no exercise 'qqqqqqq'; choose from the exercises of the study"):
        check("qqqqqqq", 1)
