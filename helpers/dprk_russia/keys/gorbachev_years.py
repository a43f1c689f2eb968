"""Keys of the exercises of notebook 05-gorbachev-years."""

from dprk_russia.exercises import Key
from dprk_russia.record import load


def fall_of_trade_in_1991():
    """Per cent by which turnover fell from 1990 to 1991, by Russian count."""
    counted = load("observations").query("series_id == 'trade-ussr-dprk-russian-statistics'")
    turnover = counted[counted["item"] == "turnover"].set_index("period")["value"]
    exports = counted[counted["item"] == "Korean exports"].set_index("period")["value"]
    left = turnover["1991"] / turnover["1990"]
    slips = [
        (100 * left, "That is what was left of the trade; by how much did it fall?"),
        (
            turnover["1990"] - turnover["1991"],
            "That is the fall in million roubles; give it as a share of the trade of 1990.",
        ),
        (100 / left - 100, "Reckon the fall from the earlier year, not from the later one."),
        (
            100 * (1 - exports["1991"] / turnover["1990"]),
            "You took exports of the later year; take turnover in both.",
        ),
    ]
    hint = "Take turnover of both years from the table and reckon the fall from the first."
    return Key(float(100 * (1 - left)), slips, hint, within=0.5)


def days_from_assurance_to_recognition():
    """Days from Gorbachev's assurance to relations with Seoul."""
    starts = load("events").set_index("event_id")["date_start"]
    assured, related = starts["1988-kim-yong-nam-in-moscow"], starts["1990-soviet-rok-relations"]
    told = starts["1990-shevardnadze-in-pyongyang"]
    slips = [
        ((told - assured).days, "That is the day on which Pyongyang was told; relations took effect later."),
        ((assured - related).days, "Subtract the earlier day from the later one."),
        (
            (related - starts["1988-krasnoyarsk-speech"]).days,
            "You began with the speech in Krasnoyarsk; begin with the assurance.",
        ),
        (related.year - assured.year, "Give days, not years: subtract the dates."),
    ]
    hint = "Subtract the date_start of one event from that of the other, and take the days."
    return Key((related - assured).days, slips, hint, within=1)


def wrote_while_the_ussr_existed():
    """Documents on the cut of 1985, cited from the public record, published before the USSR ended."""
    end = load("events").set_index("event_id").loc["1991-soviet-dissolution", "date_start"]
    cited = load("event_sources").query("event_id == '1985-aid-cut'").merge(load("sources"), on="source_id")
    early = cited["published"].lt(f"{end:%Y-%m-%d}").fillna(False).astype(bool)
    told = load("claim_events").query("event_id == '1985-aid-cut'").merge(load("claims"), on="claim_id")
    dated = list(cited.loc[early, "source_id"])
    slips = [
        (
            list(cited["source_id"]),
            "Those are all that are cited; compare published with the end of the USSR.",
        ),
        (
            list(cited.loc[~early, "source_id"]),
            "Those came later or bear no date; the earlier ones are asked for.",
        ),
        (
            dated + list(cited.loc[cited["published"].isna(), "source_id"]),
            "One without a date of publication is in it; leave it out.",
        ),
        (
            dated + list(told["source_id"].unique()),
            "Documents of the five are in it; keep to those that event_sources cites.",
        ),
    ]
    hint = (
        "Join the citations of the cut with sources and keep what was published before the last days of 1991."
    )
    return Key(dated, slips, hint)
