import type { Span } from './span.js';

export const DATE_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type DateType = (typeof DATE_TYPES)[number];
export type DatePart = 'year' | 'month' | 'day';

/** A time expression of one text. Mentions of a text ascend and never overlap. */
export interface DateMention extends Span {
  readonly type: DateType;
  /** TIMEX3, with `A/B` for ranges, `PRESENT_REF` and the like for vague words, X for what is unknown. */
  readonly value: string;
  /** First and last day that the value covers, `YYYY-MM-DD`, inclusive; `null` when unknown. */
  readonly from: string | null;
  readonly to: string | null;
  /** What was not in the text, in the order year, month, day. */
  readonly implied: readonly DatePart[];
  /** The name of the rule that read it, with `+file-year` where the year came from the file. */
  readonly rule: string;
  readonly mod?: 'START' | 'MID' | 'END';
  /** `Lmm-dd` of the Vietnamese lunar calendar. */
  readonly lunar?: string;
  readonly vague?: true;
}

/** What a text's dates are read against; see SPEC 5. */
export interface DateReference {
  /** The document's day, `YYYY-MM-DD`: relative expressions and missing years are read from it. */
  readonly day?: string;
  /** Only without `day`: a day and month without a year goes to the year nearest to this `YYYY-MM-DD`. */
  readonly anchor?: string;
}
