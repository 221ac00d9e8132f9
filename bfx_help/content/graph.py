"""Draws the questionnaire and the routes as a Mermaid flowchart."""

from collections.abc import Iterator

from bfx_help.content.content import Content
from bfx_help.model import Language, When


def graph(content: Content, language: Language) -> str:
    """The flowchart: questions as boxes, derived answers as hexagons, routes as rounded boxes."""
    return "\n".join(["flowchart TD", *_lines(content, language)]) + "\n"


def _lines(content: Content, language: Language) -> Iterator[str]:
    questions = {question.id: question for question in content.questionnaire.questions}
    derived = {answer.id: answer for answer in content.questionnaire.derived}
    named = {
        question.id: {option.id: option.name for option in question.options}
        for question in questions.values()
    }
    roles = content.roles.questions
    named[roles.topic] = {topic.id: topic.name for topic in content.topics.values()}
    named[roles.situation] = {item.id: item.name for item in content.situations.values()}
    words = content.interface
    yield f"  start(({_quoted(words['graph-start'].in_(language))}))"

    def arrows(when: When, to: str) -> Iterator[str]:
        if not when:
            yield f"  start --> {to}"
        for name, values in when.items():
            options = named.get(name, {})
            texts = {value: options.get(value, words.get(f"graph-{value}")) for value in values}
            label = " / ".join(
                text.in_(language) if text else value for value, text in texts.items()
            )
            yield f"  {_node(name)} -->|{_quoted(label)}| {to}"

    for question in questions.values():
        yield f"  {_node(question.id)}[{_quoted(question.ask.in_(language))}]"
        yield from arrows(question.when, _node(question.id))
    for answer in derived.values():
        yield f"  {_node(answer.id)}{{{{{_quoted(answer.id)}}}}}"
        yield from (f"  {_node(name)} -.-> {_node(answer.id)}" for name in answer.looks_at)
    for route in content.routes.routes:
        channel = content.channels[route.channel].name.in_(language)
        to = f"route_{_node(route.id)}"
        yield f"  {to}([{_quoted(f'{route.id}: {channel}')}])"
        if route.when:
            yield from arrows(route.when, to)
        else:
            yield f"  start -->|{_quoted(words['graph-otherwise'].in_(language))}| {to}"


def _node(name: str) -> str:
    return "n_" + name.replace("-", "_").replace(".", "_")


def _quoted(text: str) -> str:
    """A label that Mermaid takes as it is."""
    safe = text.replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;")
    return '"' + " ".join(safe.replace(">", "#gt;").split()) + '"'
