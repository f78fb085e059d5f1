"""Where a statement comes from: the document or page, its authority, status and dates."""

from __future__ import annotations

import hashlib
from typing import Annotated

from pydantic import PositiveInt, StringConstraints, model_validator

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

    ``read`` says what of it was read, in words; without it nothing was, and no fact rests on it.
    Pages that carry one report share its ``origin``. ``unchecked`` marks what a machine made and
    calls unchecked itself. ``where_to_check`` gives official addresses that nobody has opened.
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
    publisher: Text | None = None
    origin: Text | None = None
    read: Text | None = None
    unchecked: bool = False
    address: Address | None = None
    more_addresses: tuple[Address, ...] = ()
    where_to_check: tuple[Address, ...] = ()
    confidence: dict[str, Confidence] = {}
    file: Text | None = None
    sha256: Sha256 | None = None
    whole_sha256: Sha256 | None = None
    reason: Text | None = None
    note: Text | None = None

    @property
    def name(self) -> str:
        """Return the name for readers: the short title, else the title in 《》."""
        return self.short or (self.title if "《" in self.title else f"《{self.title}》")

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return all addresses of what was read."""
        return (*((self.address,) if self.address else ()), *self.more_addresses)

    @property
    def tracking_parameters(self) -> tuple[str, ...]:
        """Return the parameters of its addresses that only serve tracking."""
        queries = (address.partition("?")[2].partition("#")[0] for address in self._all_addresses)
        names = (part.partition("=")[0] for query in queries for part in query.split("&") if part)
        return tuple(name for name in names if name.startswith(TRACKING))

    @property
    def _all_addresses(self) -> tuple[str, ...]:
        return (*self.addresses, *self.where_to_check)

    def independent_of(self, other: Source) -> bool:
        """Return whether both were read and neither reports what the other one did.

        Two such sources of one fact make it 两源互证.
        """
        sound = all(source.read and not source.unchecked for source in (self, other))
        apart = (self.origin or self.key) != (other.origin or other.key)
        return sound and apart and self.publisher != other.publisher

    @model_validator(mode="after")
    def _read_of_somebody(self) -> Source:
        if self.read and not self.publisher:
            raise ValueError("写了 read，也要写 publisher（谁发布的）")
        return self


class SourceList(Record):
    """Small source records that share a file."""

    sources: tuple[Source, ...]


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
