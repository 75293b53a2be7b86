/**
 * What do the invented people write, and what are they called? The shape of it; the words themselves stand with the words
 * and come in as an argument. Every name and label says that it is invented (H35).
 */

/** Whoever works in the clinic of the demonstration. */
export type StaffName = 'admin' | 'prescriber' | 'second-prescriber' | 'pharmacist' | 'coordinator';

/** D1 to D9: one person for each thing a case can teach. */
export const JOURNEY_CODES = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'] as const;
export type JourneyCode = (typeof JOURNEY_CODES)[number];

export type DemonstrationTexts = {
  readonly clinic: string;
  readonly staff: Readonly<Record<StaffName, string>>;
  readonly carer: string;
  /** "Demo patient D1" */
  readonly patient: (code: string) => string;
  /** What lists call the case. */
  readonly label: Readonly<Record<JourneyCode, string>>;
  readonly smallLabel: (code: string) => string;
  readonly plan: {
    readonly oneMilligram: string;
    readonly sixMilligrams: string;
    readonly quarterSteps: string;
  };
  readonly note: {
    readonly stepDown: string;
    readonly stepDownAgreed: string;
    readonly pause: string;
    readonly pauseAgreed: string;
    readonly morning: string;
    readonly morningAgreed: string;
    readonly lowerFirst: string;
    readonly lowerFirstAgreed: string;
    readonly operation: string;
    readonly goOn: string;
    readonly goOnAgreed: string;
    readonly crash: string;
    readonly infection: string;
  };
  readonly medicine: {
    readonly tramadol: string;
    readonly coCodamol: string;
    readonly paracetamol: string;
    readonly newOne: string;
  };
  readonly closing: string;
  /** Why each blinded trial is done. */
  readonly purpose: { readonly responder: string; readonly nonResponder: string; readonly slow: string };
  /** Of every capsule of a trial. */
  readonly filler: string;
};
