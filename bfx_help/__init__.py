"""An offline, unofficial help desk for customers of the Bitfinex exchange."""

__version__ = "0.1.0"
