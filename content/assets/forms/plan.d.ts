// The rules of a plan and of the committee's papers, as scripts/lawbook/export/plan_data.py writes them: the names are
// those of the classes in scripts/lawbook/forms/plan. What has its default is left out.
import type { Path } from "./types";
import type {
  Count, Periods, Agree, RealDays, Between, NotLater, Gaps, Sums, Milestones, Reckoned, Quantities, Begins, Lasts,
  Whole, Shares, OneTerm, Batches, Heads, Lonely, Members, Rounds, Grown, InTime, Applied, Steps, Undated
} from "./rules_of_figures";
import type {
  TickedText, TickedListed, TickedMentioned, Twice, RowKind, RowNeeds, RowNames, Number_, Covers, Majority,
  DateOrder, NotBoth, NotTwice, EqualSum, NamesOne, ToldSum, Paired, RowsAgree, MoreTold, Untold, DoesBoth
} from "./rules_of_rows";
import type {
  Same, Matches, Printed, Parts, AtLeast, Left, Found, Together, Each, Copied, Answered, Offices, OtherPlace, Denied,
  Near, Unlisted, Strange, Lacks, Echoed, Bodies
} from "./rules_of_texts";

export * from "./rules_of_figures";
export * from "./rules_of_rows";
export * from "./rules_of_texts";

/** Some fields, or all of them. */
export type Fields = string[] | "all";

/** Column → words of which it must say one. */
export type Says = Record<string, string[]>;

/** What a rule finds, with the words of its message. */
export interface Hit {
  field: string;
  spot: Path;
  words: Record<string, string>;
}

/** The folded text of an answer, and its spot inside the answer. */
export interface Entry {
  field: string;
  spot: Path;
  text: string;
}

/** A number of a unit in a line. */
export interface Sized {
  start: number;
  end: number;
  size: number;
  words: string;
}

/** A period, or a date with its words; days are numbers such as 20260331. */
export interface Period {
  start: number;
  end: number;
  words: string;
}

export interface Dated {
  day: number;
  words: string;
}

/** What a rule asks. */
export type Check = Same | Matches | Printed | Parts | AtLeast | Count | Periods | Left | TickedText | TickedListed | TickedMentioned |
  Twice | RowKind | RowNeeds | RowNames | Number_ | Covers | Majority | DateOrder | NotBoth | NotTwice | EqualSum |
  NamesOne | ToldSum | Paired | Found | Together | Each | Copied | Answered | Agree | RealDays | Between | NotLater |
  Gaps | Sums | Offices | OtherPlace | Denied | Near | Unlisted | Milestones | Reckoned | Quantities | Begins |
  Lasts | Strange | Whole | Lacks | Echoed | Bodies | RowsAgree | MoreTold | Untold | DoesBoth | Shares | OneTerm |
  Batches | Heads | Lonely | Members | Rounds | Grown | InTime | Applied | Steps | Undated;
