from lawbook.base.problem import Problem, ProblemsFound, in_order


def test_a_problem_is_one_line_with_its_place() -> None:
    assert str(Problem("data/a.yml:3", "缺少 key；请补上")) == "data/a.yml:3: 缺少 key；请补上"


def test_a_problem_without_a_place_is_its_message() -> None:
    assert str(Problem("", "没有这处条款")) == "没有这处条款"


def test_problems_stand_in_the_order_of_lines_and_once_only() -> None:
    found = in_order([Problem("a:10", "x"), Problem("a:9", "x"), Problem("a:9", "x")])
    assert [problem.where for problem in found] == ["a:9", "a:10"]


def test_all_problems_are_shown_at_once() -> None:
    assert str(ProblemsFound([Problem("a:1", "甲"), Problem("b:2", "乙")])) == "a:1: 甲\nb:2: 乙"
