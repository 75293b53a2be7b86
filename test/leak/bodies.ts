/** What is sent where the two sides are not sent the same: what a pharmacist types knows the arm (H13). */

/** A body that is not the same on both sides: what a pharmacist types knows the arm. */
export class Bodies {
  readonly each: readonly [unknown, unknown];
  constructor(first: unknown, second: unknown) {
    this.each = [first, second];
  }
}
