/** The protocol of a blinded trial in German sentences (H13, H19). */
import { type Dose, formatDose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import { type DesignKind, periodsOf } from '../../../../src/trial/design.ts';
import { daysOf, type EscapeRule, type TrialProtocol } from '../../../../src/trial/protocol.ts';
import { dayCount, dayCountDative } from './number.ts';

export const DESIGN_KIND: Readonly<Record<DesignKind, string>> = {
  'paired-blocks': 'Paare',
  'dose-finding': 'Dosisfindung',
  'randomised-start': 'Beginn zu verborgener Zeit',
  'randomised-withdrawal': 'Weglassen zu verborgener Zeit',
};

export const OUTCOME: Readonly<Record<string, string>> = { pain: 'Schmerz', fatigue: 'Erschöpfung', sleep: 'Schlaf' };

export const armInWords = (dose: Dose): string => (dose === NO_DOSE ? 'Placebo' : formatDose(dose));
export const inHundred = (share: number): string => `${Math.round(100 * share)} von 100`;

const outcomeName = (id: string): string => OUTCOME[id] ?? id;
const list = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} und ${all.at(-1)}`;

export const escapeInWords = ({ outcome, atLeast, days }: EscapeRule): string =>
  `${outcomeName(outcome)} von ${atLeast} oder mehr an ${dayCountDative(days)} in Folge`;

function comparison({ kind, doses, blocks }: TrialProtocol['design']): string {
  const named = list(doses.map(formatDose));
  switch (kind) {
    case 'paired-blocks':
      return `${blocks} Paare aus Placebo und ${named}, jedes in ausgeloster Reihenfolge.`;
    case 'dose-finding':
      return `${blocks} Blöcke aus Placebo, ${named}, jeder in ausgeloster Reihenfolge.`;
    case 'randomised-start':
      return `Placebo, dann ${named} ab einem ausgelosten Abschnitt.`;
    case 'randomised-withdrawal':
      return `${named}, dann Placebo ab einem ausgelosten Abschnitt.`;
  }
}

export function protocolInWords(protocol: TrialProtocol): readonly string[] {
  const { design, primary, others, rule, escapeRule, spareCapsules } = protocol;
  const { runIn, periodDays } = design;
  return [
    comparison(design),
    `${periodsOf(design)} Abschnitte von ${dayCountDative(periodDays)}, zusammen ${dayCount(daysOf(protocol))}. Eine Kapsel am Tag, alle gleich.`,
    runIn.how === 'discarded'
      ? `Die ersten ${dayCount(runIn.days)} jedes Abschnitts bleiben aus dem Vergleich heraus.`
      : 'Jeder Tag zählt; Einsetzen und Nachwirken bleiben dem Modell überlassen.',
    `Die eine Frage, die entscheidet: ${outcomeName(primary.outcome)} bei ${formatDose(primary.dose)} gegen Placebo.`,
    others.length === 0
      ? 'Sonst wird nichts berichtet.'
      : `Daneben berichtet, nie das Urteil: ${list(others.map(outcomeName))}.`,
    `Entschieden, wenn es mit mehr als ${inHundred(rule.settledAt)} besser oder schlechter ist. Lohnend: ${String(rule.worthwhile).replace('.', ',')} ${rule.worthwhile === 1 ? 'Punkt' : 'Punkte'} von 10.`,
    escapeRule
      ? `Die Person darf jederzeit beenden; angeboten wird es nach ${escapeInWords(escapeRule)}.`
      : 'Die Person darf jederzeit beenden; keine Regel bietet es an.',
    `${spareCapsules} Ersatzkapseln in jeder Packung.`,
  ];
}
