"""Bind the pages of the site into one document and print it as PDF, A4 and Letter.

Code stays unprinted, and links between pages become links within the document.
"""

import posixpath
import re
from html import escape
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pypdf
from bs4 import BeautifulSoup

from browser import chromium
from searchable import make_searchable

BOOK = Path(__file__).parent
SITE, PRINTED = BOOK / "_build" / "html", BOOK / "_build" / "pdf"
UNPRINTED = ".headerlink, details.code, details.words, .paths, script, .toctree-wrapper"
GAP = re.compile(r'<span data-page="([^"]+)"></span>')
SHEETS = {"A4": "A4", "letter": "Letter"}


def main():
    PRINTED.mkdir(exist_ok=True)
    pages = reading_order()
    chapters = {page: chapter(page, set(pages)) for page in pages}
    with chromium() as browser:
        for sheet, name in SHEETS.items():
            file = PRINTED / f"north-korea-and-moscow-{name}.pdf"
            draft = print_book(browser, bound(chapters, sheet, {}), SITE.parent / "draft.pdf")
            print_book(browser, bound(chapters, sheet, pages_of_anchors(draft)), draft)
            make_searchable(draft, file)
            print(f"{file.relative_to(BOOK.parent)}: {len(pypdf.PdfReader(file).pages)} pages")


def soup(page):
    return BeautifulSoup((SITE / page).read_text("utf-8"), "html.parser")


def reading_order():
    """Return the pages of the site in the order of its table of contents, the landing page first."""
    links = soup("index.html").select("nav.bd-links a.reference.internal")
    return list(dict.fromkeys(["index.html", *(link["href"] for link in links)]))


def chapter(page, pages):
    """Return the text of a page with anchors and links that hold in the whole document."""
    article = soup(page).select_one("article.bd-article")
    for left_out in article.select(UNPRINTED):
        left_out.decompose()
    for fold in article.select("details"):
        fold["open"] = ""
    for element in article.select("[id]"):
        element["id"] = anchor(page, element["id"])
    for link in article.select("a[href]"):
        relink(link, page, pages)
    for table in article.select("div.cited-rows"):
        table.replace_with(where_cited(table))
    for picture in article.select("img"):
        picture["src"] = posixpath.join(posixpath.dirname(page), picture["src"])
    title = article.h1.get_text()
    return title, f'<section class="chapter" id="{anchor(page, "")}">{article.decode_contents()}</section>'


def where_cited(table):
    """Return a list of the rows cited, by number, each with the page of its evidence."""
    links = [cell.a for cell in table.select("tbody td:first-child")]
    items = "".join(f"<li>{link} {page_number(link['href'])}</li>" for link in links)
    return BeautifulSoup(f'<ol class="where-cited">{items}</ol>', "html.parser")


def page_number(href):
    """Return a gap for the page on which an anchor will stand."""
    return f'<span data-page="{href.removeprefix("#")}"></span>'


def anchor(page, id):
    return f"{page.removesuffix('.html')}--{id}"


def relink(link, page, pages):
    """Point a link at a place in the document; a link to a file that it lacks becomes plain text."""
    del link["title"]
    if urlsplit(link["href"]).scheme:
        return
    path, id = urldefrag(link["href"])
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target in pages:
        link["href"] = f"#{anchor(target, id)}"
    else:
        link.unwrap()


def bound(chapters, sheet, numbers):
    """Return the whole document as HTML: title page, contents, chapters; numbers are the pages of anchors."""
    (title, front), *rest = chapters.values()
    lines = [contents_line(page, name) for page, (name, _) in list(chapters.items())[1:]]
    whole = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<base href="{SITE.as_uri()}/"><style>@page {{ size: {sheet}; }}</style>'
        f'<link rel="stylesheet" href="_static/print.css"></head><body>{front}'
        f'<nav class="chapter"><h1>Contents</h1><ol>{"".join(lines)}</ol></nav>'
        f"{''.join(text for _, text in rest)}</body></html>"
    )
    return GAP.sub(lambda gap: f'<span class="page">{numbers.get(gap[1], "000")}</span>', whole)


def contents_line(page, title):
    href = f"#{anchor(page, '')}"
    return f'<li><a href="{href}">{escape(title)}</a> {page_number(href)}</li>'


def print_book(browser, html, file):
    """Print the document to file, tagged, with an outline, and return the file."""
    whole = SITE.parent / "whole.html"
    whole.write_text(html, "utf-8")
    page = browser.new_page()
    page.goto(whole.as_uri())
    page.pdf(path=file, prefer_css_page_size=True, tagged=True, outline=True, print_background=True)
    page.close()
    return file


def pages_of_anchors(file):
    """Return the page on which each anchor that a link leads to stands."""
    reader = pypdf.PdfReader(file)
    places = reader.named_destinations.items()
    return {name.lstrip("/"): reader.get_destination_page_number(place) + 1 for name, place in places}


if __name__ == "__main__":
    main()
