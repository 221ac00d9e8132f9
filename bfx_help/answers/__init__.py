"""Reads what people type, in English and Chinese; says what it understood and what does not fit."""
