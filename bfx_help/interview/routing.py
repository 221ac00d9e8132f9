"""The first route whose conditions hold, and which were tried before it."""

from bfx_help.model import Known, Route, Routes


def decided(routes: Routes, known: Known) -> Route | None:
    """The route that fits whatever is still answered; None while an open answer may change it."""
    for route in routes.routes:
        fits = known.holds(route.when)
        if fits is None:
            return None
        if fits:
            return route
    return None


def undecided(routes: Routes, known: Known) -> Route | None:
    """The first route that an open answer may still rule in or out."""
    return next((route for route in routes.routes if known.holds(route.when) is None), None)


def tried(routes: Routes, known: Known) -> tuple[tuple[Route, bool], ...]:
    """Every route up to the one that fits, each with whether it did: the answer to "why"."""
    outcome: list[tuple[Route, bool]] = []
    for route in routes.routes:
        fits = bool(known.holds(route.when))
        outcome.append((route, fits))
        if fits:
            break
    return tuple(outcome)
