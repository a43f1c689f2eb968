"""Find what a name in any of the six languages stands for."""

import unicodedata

from dprk_russia.record import DATA, load

# Letters that Arabic and Persian keyboards put for one another.
SAME = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه"})


def find(name, folder=DATA):
    """Return the rows of names that this name may stand for: kind, entity_id, language, form, where seen.

    Case, accents, hamza, half-spaces, hyphens, geresh and quotes make no difference. A name that
    is no whole form is looked for inside forms, so `Kim` gives every Kim, then inside our own spelling,
    the entity_id; an unknown one gives no row.
    """
    names = load("names", folder)
    folded, wanted = names["form"].map(fold), fold(name)
    found = names[folded == wanted]
    for searched in (folded, names["entity_id"].map(fold)):
        if found.empty and wanted:
            found = names[searched.str.contains(wanted, regex=False)]
    return found


def fold(text):
    """Return text without what writers of one name differ in: case, marks, spaces, punctuation."""
    letters = unicodedata.normalize("NFKD", text).casefold().translate(SAME)
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] in "LN" and letter != "ـ")
