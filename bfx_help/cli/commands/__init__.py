"""One module for each command, named as it is typed: `case add` is `case_add`. Its function
`command` reads the line, calls the work, and shows the result; `cli.app` lists all commands."""
