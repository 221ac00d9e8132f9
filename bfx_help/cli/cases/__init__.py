"""The log of requests: the `case` commands and the one key that logs what `ask` wrote."""
