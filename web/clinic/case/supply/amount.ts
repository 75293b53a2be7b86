/** How are amounts typed on the page of a supply? Digits with a point; a comma, a sign and anything else is refused (H34). */

/** A whole number of things, 1 to 99999. */
export function readCount(text: string): number | undefined {
  return /^\s*[1-9]\d{0,4}\s*$/.test(text) ? Number(text) : undefined;
}

/** "100" or "62.5" as "100 mL" for the label; undefined for anything else. */
export function readMillilitres(text: string): string | undefined {
  return /^\s*(?:0|[1-9]\d{0,3})(?:\.\d{1,2})?\s*$/.test(text) ? `${Number(text)} mL` : undefined;
}

/** "0.80" or "12" in the smallest unit of the currency. */
export function readPrice(text: string): number | undefined {
  const match = /^\s*(\d{1,6})(?:\.(\d{2}))?\s*$/.exec(text);
  return match ? Number(match[1]) * 100 + Number(match[2] ?? 0) : undefined;
}
