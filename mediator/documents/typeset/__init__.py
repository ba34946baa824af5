"""Sets the blocks of a paper on pages: lines, boxes, page breaks and the drawing of them."""
