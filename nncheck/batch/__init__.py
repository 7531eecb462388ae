"""Many submissions: found, graded side by side, here or on a cluster, and kept in their order."""
