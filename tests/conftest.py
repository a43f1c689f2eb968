"""A copy of the record that a test may spoil, and charts without a screen."""

import shutil

import matplotlib
import pytest

from dprk_russia.record import DATA

matplotlib.use("agg")


@pytest.fixture
def copy(tmp_path):
    """A copy of data/ to spoil."""
    return shutil.copytree(DATA, tmp_path / "data")
