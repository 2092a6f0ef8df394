"""Map layers and drawings of others: what they say of a park's places, lengths and areas."""
