"""nncheck where people already work: cells of notebooks, and pytest."""
