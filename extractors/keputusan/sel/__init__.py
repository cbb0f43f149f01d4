"""The text of table cells: lines joined, marks, labels, pieces of several indicators."""
