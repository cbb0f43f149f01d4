"""Sample documents and the scripts that draw them; no part of the installed program."""
