"""North Korea and the USSR or Russia, 1945 to today: load, check and draw the record."""

from dprk_russia.charts import (
    plot_chronology,
    plot_counts,
    plot_coverage,
    plot_map,
    plot_panels,
    plot_points,
    plot_ranges,
    plot_spans,
    plot_timeline,
    shade_eras,
)
from dprk_russia.citations import cited_here
from dprk_russia.display import show, show_table
from dprk_russia.exercises import check
from dprk_russia.names import find
from dprk_russia.record import (
    DATA,
    claims_about,
    codebook,
    dated,
    during,
    load,
    sources_of,
    statements,
    statements_on,
)
from dprk_russia.rules import validate
from dprk_russia.witnesses import corroboration, graded

__all__ = [
    "DATA",
    "check",
    "cited_here",
    "claims_about",
    "codebook",
    "corroboration",
    "dated",
    "during",
    "find",
    "graded",
    "load",
    "plot_chronology",
    "plot_counts",
    "plot_coverage",
    "plot_map",
    "plot_panels",
    "plot_points",
    "plot_ranges",
    "plot_spans",
    "plot_timeline",
    "shade_eras",
    "show",
    "show_table",
    "sources_of",
    "statements",
    "statements_on",
    "validate",
]
