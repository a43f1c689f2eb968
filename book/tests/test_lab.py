"""Every notebook as its users meet it: opened in JupyterLab, Run All pressed, no error and no complaint."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import generated
from dprk_russia.record import DATA

TALL = {"width": 1500, "height": 1700}
PATIENCE = 120  # seconds for a notebook
FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "jupyter",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "HOME": "home",
}
FAILED = "[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error']"


def wait_for(ready):
    """Return the first true answer of ready, asked twice a second."""
    for _ in range(2 * PATIENCE):
        if answer := ready():
            return answer
        time.sleep(0.5)
    raise TimeoutError(ready)


def reply(address):
    """Return what the server says at address, None as long as it is not up."""
    try:
        return json.load(urllib.request.urlopen(address))
    except OSError:
        return None


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab on copies of notebooks and data, with settings of nobody."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(generated.NOTEBOOKS, folder / "notebooks")
    shutil.copytree(DATA, folder / "data")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [Path(sys.executable).with_name("jupyter"), "lab", "--no-browser", "--allow-root", f"--port={port}"]
        + ["--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"],
        env=os.environ | {name: str(folder / place) for name, place in FOLDERS.items()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    wait_for(lambda: reply(f"{address}/api/status"))
    yield address
    server.terminate()


def idle(lab, name):
    """Is the kernel of the notebook there and at rest? Before that, Run All opens a dialog."""
    sessions = [session for session in reply(f"{lab}/api/sessions") if session["path"].endswith(name)]
    return bool(sessions) and sessions[0]["kernel"]["execution_state"] == "idle"


def unrun(page):
    prompts = page.locator(".jp-InputPrompt").all_inner_texts()
    return [prompt for prompt in prompts if "*" in prompt or prompt.strip() == "[ ]:"]


@pytest.mark.parametrize("path", generated.story(), ids=lambda path: path.stem)
def test_run_all_leaves_no_error(visit, lab, path):
    complaints, outside = [], []

    def watch(page):
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: outside.append(request.url))

    page = visit(f"{lab}/lab/tree/notebooks/{path.name}?reset", size=TALL, watch=watch)
    page.wait_for_selector(".jp-Notebook", timeout=1000 * PATIENCE)
    wait_for(lambda: idle(lab, path.name))
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.wait_for_timeout(1000)
    wait_for(lambda: idle(lab, path.name) and not unrun(page))
    assert page.locator(FAILED).count() == 0
    assert [said for said in complaints if "favicon" not in said] == []
    assert [url for url in outside if not url.startswith((lab, "data:", "blob:"))] == []
