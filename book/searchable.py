"""Make the Arabic and Persian in a PDF of Chromium's searchable.

Chromium gives the letters of these scripts as the shapes they take in a word, and marks some of
them one by one with their text, so that viewers find one word and miss the next. With the plain
letters in place of the shapes, and without those marks, they find all.
"""

import re
import unicodedata

import pikepdf

MARKED = re.compile(
    rb"/Span<</ActualText <FEFF(?:06[0-9A-F]{2})+> >> BDC\n((?:(?!BDC|BMC|EMC).)*?)EMC\n", re.S
)
# Lines of a character map: a run of glyphs or one glyph, and the shape that it begins with.
SHAPED = re.compile(r"^<(\w{4})> (?:<(\w{4})> )?<(F[B-E]\w\w)>\n", re.M)
BLOCK = re.compile(r"\d+ (beginbf\w+)\n(.*?)(endbf\w+)\n", re.S)


def make_searchable(draft, file):
    """Write draft, an open PDF or its path, to file with its Arabic and Persian as plain letters."""
    with pikepdf.open(draft) as document:
        for page in document.pages:
            page.Contents.write(MARKED.sub(rb"\1", page.Contents.read_bytes()))
        for font in document.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                font.ToUnicode.write(plain(font.ToUnicode.read_bytes().decode("latin-1")).encode("latin-1"))
        document.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def plain(characters):
    """Return a character map (CMap) that gives the letter for each shape of a letter."""
    singles = "".join(line for run in SHAPED.finditer(characters) for line in letters(run))
    added = f"0 beginbfchar\n{singles}endbfchar\nendcmap"
    return BLOCK.sub(counted, SHAPED.sub("", characters).replace("endcmap", added))


def letters(run):
    """Yield a line of a character map for each glyph of a run of shapes."""
    first, last, shape = (int(number, 16) for number in (run[1], run[2] or run[1], run[3]))
    for step in range(last - first + 1):
        yield f"<{first + step:04X}> <{letter(chr(shape + step)).encode('utf-16-be').hex().upper()}>\n"


def letter(shape):
    """Return the letter of a shape; lam with alef, two letters in one, stays: viewers part it themselves."""
    plain = unicodedata.normalize("NFKC", shape)
    return plain if len(plain) == 1 else shape


def counted(block):
    """Return a block of a character map as blocks that say how many lines they have, at most 100."""
    begin, lines, end = block[1], block[2].splitlines(keepends=True), block[3]
    parts = [lines[first : first + 100] for first in range(0, len(lines), 100)]
    return "".join(f"{len(part)} {begin}\n{''.join(part)}{end}\n" for part in parts)
