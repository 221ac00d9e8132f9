"""An offline, unofficial help desk for customers of the Bitfinex exchange."""
