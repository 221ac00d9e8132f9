"""Reads what people type, in English and Chinese; says what it understood and what does not fit."""

from bfx_help.inputs.amounts import Amount, read_amounts
from bfx_help.inputs.chains import fits, read_address, read_txid, shape, transaction_shape
from bfx_help.inputs.contacts import read_email, read_id
from bfx_help.inputs.hearing import hear
from bfx_help.inputs.numbers import half, read_numbers
from bfx_help.inputs.reading import Reading, read
from bfx_help.inputs.spans import (
    Moment,
    Precision,
    add_working_days,
    age,
    elapsed,
    moment,
    offset,
    stamp,
    working_days_between,
)
from bfx_help.inputs.times import Refused, read_time

__all__ = [
    "Amount",
    "Moment",
    "Precision",
    "Reading",
    "Refused",
    "add_working_days",
    "age",
    "elapsed",
    "fits",
    "half",
    "hear",
    "moment",
    "offset",
    "read",
    "read_address",
    "read_amounts",
    "read_email",
    "read_id",
    "read_numbers",
    "read_time",
    "read_txid",
    "shape",
    "stamp",
    "transaction_shape",
    "working_days_between",
]
