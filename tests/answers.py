"""Answers to try on each exercise: at least three right ones and three usual wrong ones.

Right ones are written as students write them; `right` and `events` come from the key and the record,
so that a new row moves both. Each is a function of the key.
"""

import pandas as pd


def as_written(number):
    """Return ways in which students write one number."""
    return [number, str(number), f" {float(number):,} "]


ANSWERS = {
    # 00-start-here
    "nearest_paper_on_recognition": lambda right: (
        [right, right.upper(), f" {right.title()} "],
        ["newspaper", "Stalin", 1948, f"{right} of the CIA"],
    ),
    "least_in_its_own_voice": lambda right: (
        [right, right.title(), f" {right.upper()}. "],
        ["hamichlol", "all", 5],
    ),
    # 01-founding
    "sources_naming_recognition_day": lambda right: (as_written(right), [right + 3, right - 1, 0, "many"]),
    "pyongyang_own_voice": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[:1], [*right, "1948-soviet-recognition"], " ".join(right), len(right)],
    ),
    "ancestor_of_two_encyclopedias": lambda right: (
        [right, right.upper(), right.replace("-", " "), f" {right} "],
        ["arwiki", "hamichlol", "the Associated Press", 1],
    ),
    # 02-korean-war
    "aircraft_claimed_per_mig_lost": lambda right: (
        [*as_written(right), round(right, 1), f"{right:.2f}"],
        [round(right), right + 0.2, right * 100, "about ten"],
    ),
    "failed_without_a_veto": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[:1], [*right, "1950-resolution-88"], right[0], len(right) + 1],
    ),
    "known_from_archives_alone": lambda right: (as_written(right), [right + 1, right - 1, 0, "most of them"]),
    # 03-patronage-and-quarrel
    "equipment_delivered_by_1956": lambda right: (
        [*as_written(right), round(right), f"{right:.1f} %"],
        [right / 100, right + 2, 100, "nearly half"],
    ),
    "earliest_paper_on_the_plenum": lambda right: (
        [right, right.upper(), f" {right} "],
        ["1956-august-plenum", "Nam Il", 1956, [right]],
    ),
    "what_filled_the_pause": lambda right: (
        [
            right,
            right.iloc[::-1],
            right[right.columns[::-1]],
            right.assign(events=right["events"].astype(float)),
        ],
        [
            right.iloc[1:],
            right.assign(events=right["events"] + 1),
            right.rename(columns={"events": "count"}),
            len(right),
        ],
    ),
    # 04-equidistance
    "goods_missing_in_1976": lambda right: (as_written(right), [right + 90, right - 36, "a lot", 0, -right]),
    "silence_on_equidistance": lambda right: (as_written(right), [right + 1, 0, len("events"), "none"]),
    # 05-gorbachev-years
    "fall_of_trade_in_1991": lambda right: (
        [*as_written(right), round(right), f"{right:.1f} %"],
        [right / 100, right - 5, -right, "most of it"],
    ),
    "days_from_assurance_to_recognition": lambda right: (
        [*as_written(right), right + 1],
        [right // 30, right + 30, 0, "more than two years"],
    ),
    "wrote_while_the_ussr_existed": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[1:], [*right, "alhurra"], right[0], len(right)],
    ),
    # 06-estrangement
    "when_votes_came_closest": lambda right: (
        [right, str(right), float(right), f" {right} "],
        [right - 2, right % 100, "the last year", 0],
    ),
    "longest_pause_to_a_new_treaty": lambda right: (
        [right, right[::-1], tuple(right), pd.Series(right)],
        [right[:1], [*right, "1996-alliance-ends"], " to ".join(right), 30],
    ),
    "without_a_missing_footnote": lambda right: (
        [right, set(right), pd.Series(right), pd.Index(right)],
        [right[0], [], [*right, "1994-kim-il-sung-dies"], len(right)],
    ),
    "kinds_behind_the_accusations": lambda right: (
        [right, right.iloc[::-1], right[right.columns[::-1]], right.assign(kind=right["kind"].astype("str"))],
        [right.iloc[1:], right.assign(citations=1), right.rename(columns={"citations": "count"}), len(right)],
    ),
    # 07-re-engagement
    "votes_that_brought_sanctions": lambda right: (
        [right, right[::-1], list(map(str, right)), set(right)],
        [right[:1], [*right, 1985], sum(right), "all of them"],
    ),
    "longer_wait_for_a_decree": lambda right: (
        [*as_written(right), right + 1],
        [right // 30, right + 30, 0, "two months"],
    ),
    "summits_before_the_first": lambda right: (as_written(right), [0, right - 1, right + 2, "none"]),
    # 08-new-leader-and-sanctions
    "stock_against_2007": lambda right: (
        as_written(right),
        [round(right + 0.02, 2), round(right), -right, "nothing"],
    ),
    "points_by_the_question": lambda right: (
        [*as_written(right), f"{right:g} %"],
        [right + 5, right / 100, "yes", 0],
    ),
    "journeys_of_kim_jong_un": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[0], [*right, "2018-lavrov-in-pyongyang"], [], len(right)],
    ),
    # 09-summits-and-closed-borders
    "year_lost_without_itc": lambda right: (
        [right, str(right), float(right), f" {right} "],
        [right + 2, right % 100, "the year of the summit", 0],
    ),
    "received_before_the_summit": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[0], [*right, "2019-vladivostok-summit"], [], "Lavrov"],
    ),
    "council_steps_without_a_vote": lambda right: (
        [right, right[::-1], tuple(right), pd.Index(right)],
        [right[1:], [*right, "2018-resolution-2407"], len(right), []],
    ),
    # 10-wartime-alliance
    "days_from_charge_to_denial": lambda right: (as_written(right), [right - 1, right * 24, "September", 0]),
    "reckonings_raised": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[0], [*right, "shells-nis"], [], "Kyiv and Seoul"],
    ),
    "both_in_one_article": lambda right: (
        [right, right.lower(), f" {right.title()} ", ".".join(right)],
        ["Reuters", "KCNA and others", "Article 4", 4],
    ),
    # 11-epilogue
    "rise_of_dead_told_by_seoul": lambda right: (as_written(right), [right + 300, right / 2, "about", 0]),
    "oldest_word_on_the_troops": lambda right: (
        [right, right.upper(), f" {right} ", right.replace("-", " ")],
        ["alhurra", "Peskov", 2024, "whitehouse"],
    ),
    "figures_from_a_party": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[0], right[:2], [*right, "troop-deaths-nis"], "Moscow", len(right)],
    ),
    # 12-leaders-and-visits
    "gap_after_the_first_president": lambda right: (as_written(right), [right + 2, right * 365, "years", 0]),
    "most_often_received": lambda right: (
        [right, right.upper(), f" {right.lower()} ", right.replace(" ", "-")],
        ["Vyacheslav Molotov", "Valentina Matviyenko", 5, "the defence minister"],
    ),
    "journeys_by_a_stricter_rule": lambda right: (as_written(right), [right + 1, right - 1, 5, "some"]),
    # 13-treaties
    "obligation_without_a_treaty": lambda right: (
        [right, right.capitalize(), right.replace("-", ""), f" {right.replace('-', ' ')} "],
        ["neutrality", "alliance", 1, "aid"],
    ),
    "days_uncovered_by_gibler": lambda right: (as_written(right), [right + 30, right / 365, "days", 0]),
    "texts_naming_the_un_charter": lambda right: (
        [right, right[::-1], set(right), pd.Series(right)],
        [right[0], [*right, "1961-friendship-treaty"], [], len(right)],
    ),
    # 14-united-nations
    "moscow_high_with_halves": lambda right: (
        [right, str(right), f" {right} "],
        [right + 1, right - 20, "low", 60],
    ),
    "texts_lost_without_veto": lambda right: (
        [right, set(right), tuple(reversed(right)), pd.Series(right)],
        [right[:1], [*right, "1949-council-rok-veto"], len(right), "drafts of Moscow"],
    ),
    "moscow_and_pyongyang_opposed": lambda right: (
        [right, str(right), float(right)],
        [right - 1, right + 2, "in the nineties", 0.18],
    ),
    # 15-economy
    "oil_of_one_month": lambda right: (as_written(right), [-right, right / 2, 0, "more than a year"]),
    "trade_without_kotra": lambda right: (as_written(right), [right - 5, 2000, "the ministry", 0]),
    "one_part_at_the_market": lambda right: (
        [right, round(right, 2), f"{right:.3f}", f" {right:.2f} "],
        [right * 10, right * 1000, "less than a million", right / 2],
    ),
    # 16-arms
    "shells_told_for_2024": lambda right: (as_written(right), [right + 1, 1, "millions", -right]),
    "days_until_troops_confirmed": lambda right: (
        [*as_written(right), right + 1],
        [right + 10, round(right / 30), "half a year", -right],
    ),
    "kinds_on_arms_by_decade": lambda right: (
        [right, right.iloc[::-1], right[["kind", "decade"]].reset_index(drop=True)],
        [
            right.head(1),
            right.rename(columns={"kind": "source"}),
            list(right["kind"]),
            right.assign(kind="newspaper"),
        ],
    ),
    # 17-people-and-opinion
    "entries_for_study": lambda right: (
        [right, round(right), f"{right:.1f} %", f" {right:.0f} "],
        [right / 100, 100, "more than half", right + 5],
    ),
    "two_counts_of_one_month": lambda right: (as_written(right), [-right, 1000, 0, "about the same"]),
    "poll_claims_without_a_trail": lambda right: (
        [right, set(right), pd.Series(right), tuple(name.upper() for name in right)],
        [right[:1], [*right, "hamichlol-41"], len(right), "arwiki"],
    ),
    # 18-who-says-so
    "relayed_share_of_alhurra": lambda right: (as_written(right), [right + 10, 103, "most", 0]),
    "events_with_fewer_lines_than_documents": lambda right: (as_written(right), [right + 1, 0, -1]),
    "document_with_most_headings_astray": lambda right: (
        [right, right.upper(), f" {right} "],
        ["rodong", "all of them", 5],
    ),
    # 19-lost-in-translation
    "damage_of_the_machine": lambda right: (as_written(right), [right + 1, 0, "many"]),
    "likely_share_of_damage": lambda right: (
        [right, right.replace("-", " "), right.title()],
        ["both", "neither", "date"],
    ),
    "spellings_of_vladivostok": lambda right: (as_written(right), [right + 1, 1, "all"]),
    # 20-how-sure-are-we
    "grade_reckoned_by_hand": lambda right: (as_written(right), [right + 2, 0, "B"]),
    "era_with_most_archives": lambda right: (
        [right, right.upper(), right.replace("The ", "the ")],
        ["all", 1950, "the nineties"],
    ),
    "one_line_events_told_by_nobody_else": lambda right: (as_written(right), [right + 1, -1, "none of them"]),
    # 21-your-own-question
    "press_on_debt": lambda right: (
        [right, round(right), f"{right:.0f} %", f"{right:.1f}"],
        [right / 100, right + 10, "most of them", 0],
    ),
    "aid_as_a_word": lambda right: (
        [right, round(right), f"{right:.1f} %", f" {right:.2f}"],
        [right / 100, 100, "a third", right + 5],
    ),
    "faults_of_a_letter": lambda right: (
        [right, set(right), tuple(reversed(right)), pd.Series(right)],
        [right[:2], [*right, "title"], len(right), "category"],
    ),
    "debt_on_one_witness": lambda right: (
        [right, set(right), tuple(right), pd.Series(right)],
        [[*right, "2012-debt-agreement"], [], len(right), "the first one"],
    ),
}
