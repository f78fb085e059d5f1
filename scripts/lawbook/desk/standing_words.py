"""Why an entry cannot stand where it does in a case, in the words of both languages."""

from __future__ import annotations

from lawbook.base.shared import Shared

NOT_IN_STATE: Shared[str] = "案件“{state}”时不能有{act}；要在“{can}”的时候"
NEVER_APPROVED: Shared[str] = "案件没有批准过，不能有{act}"
NO_RESULT: Shared[str] = "{act}没有写明结论，不知道接着到哪一步"
READ_IN_STATE: Shared[str] = "{act}写了这样的结论，要在“{can}”的时候读入；请先{first}"
