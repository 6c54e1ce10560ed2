from tests.site.pictures.drawings import named, place, texts, titles

from kakehashi.site.pictures import Chart, Series, Value, figures_chart
from kakehashi.words import words_of

EN = words_of("en")
SENT = Series("Sent", (Value(10, 12), Value(10, None), Value(None, 0)))
RECEIVED = Series("Received", (Value(10, 8), Value(None, None), Value(10, 10)))
YEARS = ("2018", "2019", "2020")


def chart(*series, years=YEARS):
    return figures_chart(Chart("Students", years, series), EN)


def test_the_largest_figure_is_as_high_as_the_chart_allows_and_others_in_proportion():
    drawn = chart(SENT)
    assert [place(one, "height") for one in named(drawn, "rect", "ai")] == [(80,), (0,)]
    assert [place(one, "height") for one in named(drawn, "rect", "outline")] == [(66.67,), (66.67,)]


def test_of_two_series_the_first_stands_up_and_the_second_hangs_down():
    drawn = chart(SENT, RECEIVED)
    base = place(named(drawn, "rect", "ai")[1], "y")[0]
    assert place(named(drawn, "rect", "ai")[0], "y") == (base - 80,)
    assert place(named(drawn, "rect", "odo")[0], "y") == (base + 20,)


def test_results_are_written_and_what_was_not_counted_is_a_dash_with_the_word():
    drawn = chart(SENT)
    assert texts(drawn, "fig") == ["2018", "2019", "2020", "12", "0"]
    assert " ".join(texts(drawn, "fine")) == "not counted"
    assert len(named(drawn, "line", "stand")) == 1


def test_three_series_stand_one_below_another_each_with_its_years():
    drawn = chart(SENT, RECEIVED, SENT)
    assert texts(drawn, "lab") == ["Sent", "Received", "Sent"]
    assert texts(drawn, "fig").count("2018") == 3


def test_many_years_of_big_numbers_go_on_in_rows():
    years = tuple(str(year) for year in range(2010, 2022))
    many = Series("Visitors", tuple(Value(None, 1_234_567 * number) for number in range(1, 13)))
    drawn = chart(many, years=years)
    assert len(named(drawn, "g")) == 3
    assert texts(drawn, "fig")[4:8] == ["1,234,567", "2,469,134", "3,703,701", "4,938,268"]


def test_a_chart_without_years_or_figures_is_drawn_all_the_same():
    assert titles(chart(years=())) == ["Students"]
    assert named(chart(Series("Sent", (Value(None, None),)), years=("2018",)), "rect") == []
