/** How is a protocol written, so that it has one text and one hash? Doses with their unit; reads nothing. */
import { hashOf } from '../base/hash.ts';
import { formatDose } from '../medicine/dose.ts';
import type { DraftDesign } from './design.ts';
import type { DraftProtocol } from './protocol.ts';

/** Plain JSON of a design. */
export function designToJson({ kind, doses, periodDays, blocks, runIn, maximumRise }: DraftDesign): object {
  return {
    ...{ kind, doses: doses.map(formatDose), periodDays, blocks },
    runIn: { how: runIn.how, days: runIn.days },
    maximumRise: formatDose(maximumRise),
  };
}

/** Plain JSON of a protocol; the same protocol has the same JSON. */
export function protocolToJson(protocol: DraftProtocol): object {
  const { design, primary, others, rule, analysis, escapeRule, spareCapsules, purpose } = protocol;
  return {
    format: 'titrial-trial-protocol',
    version: 1,
    design: designToJson(design),
    primary: { outcome: primary.outcome, dose: formatDose(primary.dose) },
    others,
    rule: { worthwhile: rule.worthwhile, settledAt: rule.settledAt },
    analysis: { revision: analysis.revision, priors: analysis.priors },
    ...(escapeRule ? { escapeRule: { ...escapeRule } } : {}),
    ...{ spareCapsules, purpose },
  };
}

/** 64 hexadecimal digits: what was settled before day 1. */
export function protocolHash(protocol: DraftProtocol): string {
  return hashOf(protocolToJson(protocol));
}
