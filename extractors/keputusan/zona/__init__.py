"""The parts of a decree or a sheet, and the signs they are told by."""
