"""One module for each command, named as it is typed: `case add` is `case_add`. Its function
`command` reads the line, calls the work, and returns the page to show or the exit code; `cli.app`
lists all commands."""
