"""The functions behind the commands, a module for each family: parse, wire, call, show."""
