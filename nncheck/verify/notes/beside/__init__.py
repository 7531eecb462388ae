"""What is done with the programs of notes in a sandboxed process: they are parsed and run nowhere else.

The modules are sent there as text (see notes/posting.py) and share one namespace there. They import only the
standard library and each other, each such import on one line.
"""
