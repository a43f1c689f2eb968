"""Shared fixtures: the record as shipped, and a copy of it that a test may spoil."""

import shutil

import matplotlib
import pytest

from dprk_russia.record import DATA

matplotlib.use("agg")


@pytest.fixture
def copy(tmp_path):
    """A copy of data/ to spoil."""
    return shutil.copytree(DATA, tmp_path / "data")
