/**
 * A reminder that any calendar keeps: one short event a day, at the phone's own civil time wherever it is. The words are
 * given and name no drug (H30, H31). Text in, text out.
 */

export type CalendarReminder = {
  /** "20:30". */
  readonly time: string;
  /** First day, "2026-03-29". */
  readonly from: string;
  readonly title: string;
  /** Unique for ever; the same again replaces the event. */
  readonly uid: string;
  /** When the file was made, ISO 8601 in UTC. */
  readonly stamp: string;
};

/** An iCalendar file. Source: RFC 5545 sections 3.1, 3.3.5 (floating time), 3.6.1, 3.6.6 and 3.8.5.3. */
export function calendarText({ time, from, title, uid, stamp }: CalendarReminder): string {
  const text = escaped(title);
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Titrial//Reminder//EN', 'BEGIN:VEVENT'],
    `UID:${uid}`,
    `DTSTAMP:${stamp.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}`,
    `DTSTART:${from.replaceAll('-', '')}T${time.replace(':', '')}00`,
    ...['DURATION:PT1M', 'RRULE:FREQ=DAILY', `SUMMARY:${text}`, 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT'],
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${text}`, 'TRIGGER:PT0S', 'END:VALARM'],
    ...['END:VEVENT', 'END:VCALENDAR'],
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/g, '\\n');

const MOST_OCTETS = 75;

/** At most 75 octets of UTF-8 a line; a character is never cut in two. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
