"""What follows the cover: the title, sections one after the other, attachments."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.forms.form import UNASKED, Section
from lawbook.word.layout.letter import letter
from lawbook.word.layout.listing import in_title, listing
from lawbook.word.layout.markup import FONTS, paragraph, styled
from lawbook.word.layout.sheet import Sheet
from lawbook.word.layout.slots import Segment
from lawbook.word.layout.table import Table

PAGE_BREAK = "<w:pageBreakBefore/>"


def title(sheet: Sheet) -> Iterator[Segment]:
    """Yield the title above the first table, with the field that is answered in it."""
    layout = sheet.form.layout.title
    yield '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>'
    if layout.field:
        field = sheet.form.field(layout.field)
        before, after = sheet.marked(field.key, "\0").split("\0")
        yield before
        yield sheet.line(field, FONTS["Title"])
        yield after
    yield styled("Title", layout.text) + "</w:p>"


class Flow:
    """Lays out sections; adjacent table sections without a heading line share a table."""

    def __init__(self, sheet: Sheet, made: type[Table] = Table) -> None:
        self.sheet = sheet
        self.form = sheet.form
        self.made = made
        self.table: Table | None = None

    def all(self) -> None:
        """Lay out every section except the cover, then the attachments."""
        for section in self.form.sections:
            if section.layout.arrange != "cover":
                self._section(section)
        for number, section in enumerate(self.form.attachments, 1):
            self._attachment(number, section)
        if self.table is not None:
            self._close()
            self.sheet.add(paragraph("TableEnd"))

    def _section(self, section: Section) -> None:
        if section.only_if:
            self._close()
        start = len(self.sheet.segments)
        self._laid(section)
        if section.only_if:
            self._close()
            keys = tuple(field.key for field in section.fields if field.kind not in UNASKED)
            self.sheet.only(start, section.only_if, keys)

    def _laid(self, section: Section) -> None:
        # Two tables without a paragraph between them would merge.
        if section.layout.arrange == "letter":
            self._close()
        elif section.layout.heading == "line" or section.layout.arrange == "open":
            self._close()
            apart = section.layout.new_page and section is not self._first
            style = "PageTitle" if apart else "Heading"
            self._heading(section, style, PAGE_BREAK if apart else "")
        self._content(section, band=section.layout.heading == "band")

    @property
    def _first(self) -> Section:
        """Lay out the first section after the cover, under the title and on its page."""
        return next(section for section in self.form.sections if section.layout.arrange != "cover")

    def _attachment(self, number: int, section: Section) -> None:
        self._close()
        count = str(number) if len(self.form.attachments) > 1 else ""
        mark = styled("Mark", f"附件{count}")
        self.sheet.add(paragraph("Mark", mark, more=PAGE_BREAK))
        self._heading(section, "PageTitle", '<w:spacing w:before="579"/>')
        self._content(section, band=False)

    def _heading(self, section: Section, style: str, more: str) -> None:
        """Lay out a section's title; as a list's label it has that field's bookmark."""
        runs = styled(style, section.title)
        for field in section.fields if section.layout.arrange == "open" else ():
            if in_title(section, field):
                runs = self.sheet.marked(field.key, runs)
        self.sheet.add(paragraph(style, runs, more=more))

    def _content(self, section: Section, *, band: bool) -> None:
        if section.layout.arrange in {"open", "letter"}:
            self._close()
            (listing if section.layout.arrange == "open" else letter)(self.sheet, section)
            return
        if self.table is None:
            self.table = self.made(self.sheet, section.title)
        self.table.section(section, band=band)

    def _close(self) -> None:
        if self.table is not None:
            self.table.close()
            self.table = None
