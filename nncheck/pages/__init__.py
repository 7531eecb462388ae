"""Results -> pages for a browser: one file each, that load nothing and run nothing of a student's."""
