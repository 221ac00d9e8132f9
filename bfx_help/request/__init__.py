"""The letter: what it says, how answers read in it, and the formats in which it leaves."""
