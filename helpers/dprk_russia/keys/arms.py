"""Keys of the exercises of notebook 16-arms."""

from dprk_russia.exercises import Key
from dprk_russia.record import load, statements


def shells_told_for_2024():
    """Million rounds between the lowest and the highest figure given for the whole of 2024."""
    told = load("observations")
    told = told[told["series_id"].str.match("shells-|rounds-|shell-capacity")]
    whole = told.loc[told["period"].eq("2024"), "value"]
    slips = [
        (whole.max(), "That is the highest of them; how far is it from the lowest?"),
        (whole.min(), "That is the lowest of them; how far is it from the highest?"),
        (told["value"].max() - told["value"].min(), "Some spans are longer or shorter; keep the year 2024."),
    ]
    right = float(whole.max() - whole.min())
    return Key(right, slips, "Read the labels of the chart: the span stands after *for*.")


def days_until_troops_confirmed():
    """Days from the statements of Seoul and Washington on troops to their confirmation by Moscow."""
    day = load("events").set_index("event_id")["date_start"]
    announced, confirmed = day["2024-troops-announced"], day["2025-moscow-confirms-troops"]
    by_pyongyang, reported = day["2025-pyongyang-confirms-troops"], day["2025-msmt-report"]
    slips = [
        ((by_pyongyang - announced).days, "That ends with Pyongyang's word; take Moscow's."),
        ((confirmed - day["2022-arms-accusation"]).days, "That begins with the charge of shells."),
        ((reported - announced).days, "That report is no confirmation by a party."),
    ]
    return Key(int((confirmed - announced).days), slips, "Subtract the earlier day from the later.", within=1)


def kinds_on_arms_by_decade():
    """For three decades, the kind of document that makes most statements on events about arms."""
    arms = load("events").query("category == 'arms'")
    decade = (arms["date_start"].dt.year // 10 * 10).astype("string") + "s"
    told = statements().merge(arms.assign(decade=decade)[["event_id", "decade"]], on="event_id")
    public = told[~told["id"].isin(load("claims")["claim_id"])]
    most, most_public = (
        rows.groupby("decade")["kind"].agg(lambda kinds: str(kinds.mode()[0])).reset_index()
        for rows in (told, public)
    )
    asked = ["1950s", "1980s", "2020s"]
    right, without_five = (rows[rows["decade"].isin(asked)] for rows in (most, most_public))
    every_kind = told.loc[told["decade"].isin(asked), ["decade", "kind"]].drop_duplicates()
    slips = [
        (most, "Those are all decades; the question names three of them."),
        (without_five, "The claims of the five documents count as statements too."),
        (every_kind, "Those are all kinds of each decade; keep the one that speaks most often."),
    ]
    return Key(right, slips, "Join statements to the decades, then count the kinds.")
