"""Paper out, English and Chinese: what runs, studies, parks and plans say; reads records and checks."""
