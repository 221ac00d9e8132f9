"""The letter: `letter` puts it together, `statements` says what the answers allow, `companions` are
the other texts, `formats` the forms in which it leaves (text, Markdown, mail, data).
"""
