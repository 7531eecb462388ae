"""Pictures: curves, networks, gradients by depth and histograms, computed from the exercises' formulas."""
