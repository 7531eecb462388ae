"""A look at the machine: what isolation holds student code here, shown by attacks, and what is installed.

findings are the records; machine, libraries and barriers fill them; trials attack with the programs of
hostile/; advice and problems read what was found.
"""
