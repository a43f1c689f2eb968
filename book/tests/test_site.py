"""Every page of the built site: complete, quiet, legible, light, for every reader (`make browse`)."""

import io
import re
import statistics
from urllib.parse import unquote, urldefrag, urlsplit

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from PIL import Image

from bind import SITE
from conftest import PHONE

PAGES = sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html") if "_static" not in path.parts)
MEGABYTE = 1_000_000
SERIOUS = {"serious", "critical"}
OPEN_FOLDS = "document.querySelectorAll('main details').forEach(fold => fold.open = true)"


def soup(page):
    return BeautifulSoup((SITE / page).read_text("utf-8"), "html.parser")


SOUPS = {page: soup(page) for page in PAGES}
ANCHORS = {page: {element["id"] for element in soup.select("[id]")} for page, soup in SOUPS.items()}


@pytest.fixture(params=PAGES)
def name(request):
    return request.param


def test_there_is_a_site():
    assert len(PAGES) > 40, "make book"


def test_every_link_and_anchor_resolves(name):
    for element in SOUPS[name].select("[href], [src]"):
        address = element.get("href") or element.get("src")
        path, anchor = urldefrag(address)
        if urlsplit(address).scheme:
            continue
        target = (SITE / name).parent / unquote(urlsplit(path).path) if path else SITE / name
        assert target.exists(), address
        if anchor and target.suffix == ".html":
            page = str(target.resolve().relative_to(SITE.resolve()))
            assert unquote(anchor) in ANCHORS[page], address


def test_no_anchor_stands_twice(name):
    ids = [element["id"] for element in SOUPS[name].select("main [id]")]
    assert len(ids) == len(set(ids)), sorted(id for id in ids if ids.count(id) > 1)


def test_every_picture_is_described(name):
    for picture in SOUPS[name].select("main img"):
        assert len(picture.get("alt", "")) >= 40, picture["src"]


def test_every_table_has_a_caption_and_scoped_headers(name):
    for table in SOUPS[name].select("main article table"):
        assert table.caption
        assert table.caption.get_text(strip=True)
        assert all(head.get("scope") for head in table.select("th"))


def test_the_search_index_keeps_the_words_of_neighbouring_cells_apart():
    index = (SITE / "searchindex.js").read_text("utf-8")
    first, second, *_ = SOUPS["data.html"].find("table").select("th")
    assert (first.get_text() + second.get_text()).lower() not in index


def test_a_missing_value_is_not_printed(name):
    assert not re.search(r"\b(nan|NaT)\b", SOUPS[name].main.get_text())


def test_right_to_left_text_says_so(name):
    for text in SOUPS[name].main.find_all(string=lambda text: text and has_rtl(text)):
        assert text.find_parent(dir="rtl", lang=True), text[:80]


def has_rtl(text):
    # Of a line of mixed scripts the first strong letter decides, as browsers do with dir="auto".
    first = next((letter for letter in text if letter.isalpha()), "")
    return "\u0590" <= first <= "\u06ff"


@pytest.mark.parametrize("over", ["file", "http"])
def test_nothing_is_fetched_from_elsewhere_and_nothing_complains(visit, address, name, over):
    start = f"{SITE.as_uri()}/" if over == "file" else address
    outside, complaints = [], []

    def watch(page):
        page.route(lambda url: not url.startswith((start, "data:", "blob:")), lambda route: route.abort())
        page.on("request", lambda request: outside.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None,
        )

    visit(start + name, watch=watch).wait_for_timeout(100)
    assert [url for url in outside if not url.startswith((start, "data:", "blob:"))] == []
    assert complaints == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_keeps_a_reader_out(visit, address, name, colours):
    page = visit(address + name, colours=colours)
    assert page.evaluate("document.documentElement.dataset.theme") == colours
    page.evaluate(OPEN_FOLDS)
    found = Axe().run(page).response["violations"]
    barriers = [
        (barrier["id"], barrier["nodes"][0]["html"][:300], len(barrier["nodes"]))
        for barrier in found
        if barrier["impact"] in SERIOUS
    ]
    assert barriers == []


def test_nothing_overflows_a_phone(visit, address, name):
    page = visit(address + name, size=PHONE)
    page.evaluate(OPEN_FOLDS)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


def test_a_page_weighs_less_than_a_megabyte(visit, address, name):
    loaded = {}

    def watch(page):
        page.on("response", lambda response: loaded.setdefault(response.url, len(response.body())))

    visit(address + name, watch=watch).wait_for_load_state("networkidle")
    weights = {url: weight for url, weight in loaded.items() if ".woff" not in url}
    assert sum(weights.values()) < MEGABYTE, sorted(weights.items(), key=lambda item: -item[1])[:5]


@pytest.mark.parametrize("name", [page for page in PAGES if SOUPS[page].select("main article img")])
def test_charts_are_as_legible_in_the_dark_as_in_the_light(visit, address, name):
    page = visit(address + name, colours="dark")
    for picture in page.locator("main article img").all():
        pixels = luminance(picture.screenshot())
        paper = np.median(pixels)
        ink = np.percentile(pixels, 0.3)  # letters cover little of a sparse chart
        assert (paper + 0.05) / (ink + 0.05) >= 7


def luminance(png):
    """Return the relative luminance of each pixel, as the guidelines for accessible content define it."""
    colours = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")) / 255
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


def test_the_landing_page_paints_as_fast_as_an_empty_one(browser, address):
    empty = SOUPS["index.html"].__copy__()
    empty.select_one("article.bd-article").string = "Empty."

    def first_paint(page_name):
        page = browser.new_page()
        page.route("**/empty.html", lambda route: route.fulfill(body=str(empty), content_type="text/html"))
        page.goto(address + page_name)
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        time = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        page.close()
        return time

    times = [(first_paint("index.html"), first_paint("empty.html")) for _ in range(9)]
    landing, bare = map(statistics.median, zip(*times, strict=True))
    assert landing <= 1.5 * bare, f"{landing:.0f} ms against {bare:.0f} ms"
