"""An offline, unofficial help desk for customers of the Bitfinex exchange."""

__version__ = "0.2.0"
