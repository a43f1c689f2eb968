"""The printed book: numbered, linked, tagged, searchable in every script, with every chart whole."""

from collections import Counter

import pypdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup

from bind import PRINTED, SHEETS, SITE

POINTS = {"A4": (595, 842), "Letter": (612, 792)}
# Words of each script that the sources are titled in, the Arabic ones of one and of several shapes.
WORDS = [
    *("Пхеньян", "북한", "朝鮮", "יחסי קוריאה"),
    *("العلاقات", "كوريا الشمالية", "محطات رئيسية", "روسیه", "پیونگ", "همکاری"),
]


def printed(name):
    return PRINTED / f"north-korea-and-moscow-{name}.pdf"


@pytest.fixture(scope="module", params=SHEETS.values())
def book(request):
    return pypdf.PdfReader(printed(request.param)), request.param


def test_the_sheet_is_the_one_named(book):
    reader, name = book
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {
        POINTS[name]
    }


def test_it_is_tagged_and_has_an_outline(book):
    reader, _ = book
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"]
    assert len(reader.outline) > 20


def test_every_page_but_the_first_shows_its_number(book):
    reader, _ = book
    for number, page in list(enumerate(reader.pages, 1))[1:40]:
        lines = page.extract_text().split("\n")
        assert str(number) in {lines[0].strip(), lines[-1].strip()}


def test_every_link_leads_to_a_place_in_the_book(book):
    reader, _ = book
    places = set(reader.named_destinations)
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    inner = [link["/Dest"] for link in links if "/Dest" in link]
    assert len(inner) > 1000
    assert {name for name in inner if isinstance(name, str)} <= places


def test_every_chart_stands_whole_on_one_page(book):
    reader, _ = book
    drawn = Counter(number for page in reader.pages for number in pictures(page))
    charts = {
        picture["src"]
        for path in SITE.glob("*.html")
        for picture in BeautifulSoup(path.read_text("utf-8"), "html.parser").select("article img")
    }
    assert len(drawn) >= len(charts)
    assert max(drawn.values()) == 1


def pictures(page):
    """Return the numbers of the picture objects that a page draws, without decoding them."""
    objects = page["/Resources"].get("/XObject", {})
    return [objects.raw_get(name).idnum for name in objects if objects[name].get("/Subtype") == "/Image"]


def test_words_of_every_script_are_found(book):
    _, name = book
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(printed(name))]
    assert [word for word in WORDS if not any(page.search(word).get_next() for page in pages)] == []
