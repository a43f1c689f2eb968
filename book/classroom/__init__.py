"""What a class needs, built from the notebooks: editions, slides, sheets, worksheets and plans."""
