import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarText } from './calendar-file.ts';

const reminder = {
  time: '20:30',
  from: '2026-03-29',
  title: 'Time for your note',
  uid: '0195-a@titrial',
  stamp: '2026-03-29T09:05:07.123Z',
};

test('a reminder is one event a day at the civil time of wherever the phone is, and names no drug', () => {
  const lines = calendarText(reminder).split('\r\n');
  assert.deepEqual(lines.slice(0, 4), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Titrial//Reminder//EN',
    'BEGIN:VEVENT',
  ]);
  // RFC 5545 section 3.3.5, form 1: local time without a zone.
  assert.ok(lines.includes('DTSTART:20260329T203000'));
  assert.ok(lines.includes('DTSTAMP:20260329T090507Z'));
  assert.ok(lines.includes('RRULE:FREQ=DAILY'));
  assert.ok(lines.includes('SUMMARY:Time for your note'));
  assert.doesNotMatch(calendarText(reminder), /naltrexone|LDN|dose/i);
  assert.equal(lines.at(-1), '');
});

test('marks of the format are escaped, and no line is longer than 75 octets or cuts a letter in two', () => {
  const title = `Zeit für die Notiz; jeden Abend, \\ ${'ä'.repeat(90)}`;
  const text = calendarText({ ...reminder, title });
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const unfolded = text.replaceAll('\r\n ', '');
  assert.ok(unfolded.includes(`SUMMARY:Zeit für die Notiz\\; jeden Abend\\, \\\\ ${'ä'.repeat(90)}\r\n`));
});
