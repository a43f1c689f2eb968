"""The pieces of HTML that several pages share, without a blank line, which would end them in Markdown."""

import re
from html import escape

BLOCK_END = re.compile("</(?:td|th|caption|li|p|h3|summary)>")
LONG = 60  # letters from which a cell claims a column wide enough to read


def table(caption, columns, rows, row_headers=False):
    """Return a table in a box that scrolls by itself; caption and columns are text, cells are HTML."""
    head = "".join(f'<th scope="col">{name}</th>' for name in columns)
    body = "".join(f"<tr>{cells(row, row_headers)}</tr>" for row in rows)
    title = f"<caption>{escape(caption)}</caption>"
    return boxed(f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", caption)


def cells(row, row_header):
    first, *rest = row
    head = f'<th scope="row">{first}</th>' if row_header else cell(first)
    return head + "".join(map(cell, rest))


def cell(html):
    return f'<td class="long">{html}</td>' if len(html) > LONG else f"<td>{html}</td>"


def boxed(html, label, kind="table"):
    """Return HTML in a box that scrolls, also from the keyboard."""
    return f'<div class="{kind}" role="region" tabindex="0" aria-label="{escape(label)}">{apart(html)}</div>'


def apart(html):
    """Return HTML with a blank after each block, without which the search index joins the words around it."""
    return BLOCK_END.sub(r"\g<0> ", html)


def link(address, html, extra=""):
    return f'<a href="{escape(address)}"{extra}>{html}</a>'


def download(address, html):
    return link(address, html, " download")
