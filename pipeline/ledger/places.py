"""What is known of the places of a folder from night to night; pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A name below a folder.

    Attributes:
        content: what lay there when its content was last known, "" for never.
        owner: the content whose findings the place stands for: the last one there that was read, or that came from
            another place; "" where there was none. An edition that could not be read yet leaves it as it is.
    """

    content: str = ""
    owner: str = ""


def places_after(
    before: Mapping[str, Place], files: Mapping[str, str], read: Collection[str]
) -> dict[str, Place]:
    """The places of a folder after a night, by name.

    What lies below something that could not be looked into stays known: nobody saw it leave.

    Args:
        before: as of the night before.
        files: everything that is there tonight, by name; its content, "" where that could not be had.
        read: contents that have a result tonight.
    """
    owners = {place.content: place.owner for _, place in sorted(before.items(), reverse=True) if place.content}
    after = {name: place for name, place in before.items() if name not in files and _hidden(name, files)}
    for name, content in files.items():
        place = before.get(name, Place())
        if not content:
            after[name] = place
        elif content in read:
            after[name] = Place(content, content)
        elif content == place.content:
            after[name] = place
        elif content in owners:
            after[name] = Place(content, owners[content] or content)
        else:
            after[name] = Place(content, place.owner)
    return after


def folders_above(name: str) -> Iterator[str]:
    """The folders above a name, the nearest first, `.` for the folder of the run itself at last."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name
    yield "."


def _hidden(name: str, files: Mapping[str, str]) -> bool:
    return any(files.get(folder) == "" for folder in folders_above(name))
