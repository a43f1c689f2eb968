"""The keys of the exercises, a module per notebook and a function per exercise.

Each computes its right answer and the usual slips from the record, so that they stay right when
rows are added. The name of the function is the name of the exercise.
"""
