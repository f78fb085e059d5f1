"""Where a statement comes from: the document or page, its authority, status and dates."""

from __future__ import annotations

import hashlib
from typing import Annotated

from pydantic import PositiveInt, StringConstraints

from lawbook.law.record import Confidence, Key, PartialDate, Record, Text

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
# Parameters that tell who shared a link; none of them is needed to open the page.
TRACKING = ("utm_", "chksm", "scene", "subscene", "spm", "from", "fbclid", "share")


class Source(Record):
    """A document, or a public page on which facts rest.

    Dates are texts ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, as far as they are known.
    ``called`` are short names that people write; ``extent`` says how many provisions of a unit
    (``art``, ``annex/item``) the document has, where that is known.
    ``confidence`` names the fields that are less sure than the source text itself.
    """

    key: Key
    title: Text
    short: Text | None = None
    called: tuple[Text, ...] = ()
    extent: dict[str, PositiveInt] = {}
    number: Text | None = None
    issuers: tuple[Text, ...] = ()
    author: Text | None = None
    published: PartialDate | None = None
    issued: PartialDate | None = None
    in_force: PartialDate | None = None
    seen: PartialDate | None = None
    authority: Key
    status: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    superseded_by: Key | None = None
    address: Address | None = None
    opened: bool = False
    confidence: dict[str, Confidence] = {}
    file: Text | None = None
    sha256: Sha256 | None = None
    whole_sha256: Sha256 | None = None
    reason: Text | None = None
    note: Text | None = None

    @property
    def name(self) -> str:
        """How readers see the source: its short title, else its title in 《》."""
        return self.short or (self.title if "《" in self.title else f"《{self.title}》")

    @property
    def tracking_parameters(self) -> tuple[str, ...]:
        """The parameters of the address that only serve tracking."""
        query = (self.address or "").partition("?")[2].partition("#")[0]
        names = (part.partition("=")[0] for part in query.split("&") if part)
        return tuple(name for name in names if name.startswith(TRACKING))


class SourceList(Record):
    """Small source records that share a file."""

    sources: tuple[Source, ...]


def sha256(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
