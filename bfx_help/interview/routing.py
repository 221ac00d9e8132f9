"""The first route whose conditions hold, with what else the answers mean."""

from bfx_help.model import Recommendation, Route, Routes, State


def decided(routes: Routes, state: State) -> Route | None:
    """The route that fits whatever is still answered; None while an open answer may change it."""
    for route in routes.routes:
        fits = state.holds(route.when)
        if fits is None:
            return None
        if fits:
            return route
    return None


def recommend(routes: Routes, state: State) -> Recommendation:
    """The first route that fits what is known, and the findings that do.

    The last route has no condition, so there always is one.
    """
    route = next(route for route in routes.routes if state.holds(route.when))
    findings = tuple(finding for finding in routes.findings if state.holds(finding.when))
    return Recommendation(route, findings)


def tried(routes: Routes, state: State) -> tuple[tuple[Route, bool], ...]:
    """Every route up to the one that fits, each with whether it did: the answer to "why"."""
    outcome: list[tuple[Route, bool]] = []
    for route in routes.routes:
        fits = bool(state.holds(route.when))
        outcome.append((route, fits))
        if fits:
            break
    return tuple(outcome)
