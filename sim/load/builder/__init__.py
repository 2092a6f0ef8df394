"""From what was read to parks and scenarios, one noun a file; what does not fit together is noted."""
