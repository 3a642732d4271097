"""Many files at once: which ones, in what order, with what result."""
