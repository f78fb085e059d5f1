"""All kinds of checks, as the union by which a rule is validated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Setting

from lawbook.forms.plan.dated import Timely
from lawbook.forms.plan.denials import Denied
from lawbook.forms.plan.figures import Agree, Between, Gaps, NotLater, RealDays
from lawbook.forms.plan.kinds import AtLeast, Count, Matches, Parts, Periods, Printed, Same
from lawbook.forms.plan.lacking import Bodies, Echoed, Lacks
from lawbook.forms.plan.ledger import Lonely
from lawbook.forms.plan.left import Left
from lawbook.forms.plan.matching import DoesBoth, MoreTold, RowsAgree, Untold
from lawbook.forms.plan.members import Sizes
from lawbook.forms.plan.naming import Offices, OtherPlace
from lawbook.forms.plan.near import Near, Unlisted
from lawbook.forms.plan.progress import Milestones, Reckoned
from lawbook.forms.plan.quantities import Quantities
from lawbook.forms.plan.rows import RowKind, RowNames, RowNeeds, Twice
from lawbook.forms.plan.spans import Begins, Lasts
from lawbook.forms.plan.strange import Strange
from lawbook.forms.plan.sums import Sums, Whole
from lawbook.forms.plan.tallies import Tally
from lawbook.forms.plan.terms import Batches, Heads, OneTerm, Shares
from lawbook.forms.plan.ticks import TickedListed, TickedMentioned, TickedText
from lawbook.forms.plan.words import Answered, Copied, Each, Found, Together

Check = Annotated[
    Same | Matches | Printed | Left | TickedText | TickedListed | TickedMentioned | Parts | AtLeast
    | Count | Periods | Found | Together | Each | Copied | Offices | OtherPlace | Agree | Quantities
    | Near | Milestones | Reckoned | Unlisted | Lasts | Whole | Strange | Denied | Lacks | Echoed
    | Bodies | RowsAgree | MoreTold | Untold | DoesBoth | Shares | OneTerm | Batches | Heads
    | RealDays | Between | NotLater | Gaps | Begins | Sums | Twice | RowKind | RowNeeds | RowNames
    | Tally | Lonely | Sizes | Timely | Answered,
    Setting(discriminator="kind"),
]  # fmt: skip
