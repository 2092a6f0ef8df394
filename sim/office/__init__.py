"""Word documents and workbooks, of which the same contents give the same bytes."""
