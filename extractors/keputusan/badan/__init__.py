"""What the parts of a decree say: body, annexes, sheets, ends."""
