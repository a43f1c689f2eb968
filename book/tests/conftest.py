"""A browser for all tests of the built site, and the site over http."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bind import SITE
from browser import chromium

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: the tests tell what is wrong."""


@pytest.fixture(scope="session")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def address():
    """The address of the site on a server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def visit(browser):
    """A function that opens an address in a new window and returns its page; the test closes them."""
    windows = []

    def visit(address, *, size=DESK, colours="light", watch=lambda page: None):
        # Without motion, since the theme fades its buttons in and a half faded colour is none of ours.
        window = browser.new_context(viewport=size, color_scheme=colours, reduced_motion="reduce")
        windows.append(window)
        page = window.new_page()
        watch(page)
        page.goto(address, wait_until="load")
        return page

    yield visit
    for window in windows:
        window.close()
