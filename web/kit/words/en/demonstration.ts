/**
 * What the invented people of the demonstration are called and write. Every name and label says that it is invented, so
 * that a letter or an export of it can be taken for nobody's (H35).
 */
import type { DemonstrationTexts } from '../../../../src/service/demonstration/texts.ts';

export const demonstrationTexts: DemonstrationTexts = {
  clinic: 'Demonstration clinic (invented people)',
  staff: {
    admin: 'Demo admin',
    prescriber: 'Dr Demo',
    'second-prescriber': 'Dr Demo the Second',
    pharmacist: 'Demo pharmacist',
    coordinator: 'Demo coordinator',
  },
  carer: 'Demo carer of D6',
  patient: (code) => `Demo patient ${code}`,
  label: {
    D1: 'Demo D1: settles at 3 mg',
    D2: 'Demo D2: no clear change',
    D3: 'Demo D3: side effects',
    D4: 'Demo D4: takes opioids',
    D5: 'Demo D5: slow, to 6 mg',
    D6: 'Demo D6: small doses, liquid',
    D7: 'Demo D7: operation soon',
    D8: 'Demo D8: travels',
    D9: 'Demo D9: withdrew',
  },
  smallLabel: (code) => `Demo ${code}`,
  plan: {
    oneMilligram: '1 mg in the morning',
    sixMilligrams: 'On to 6 mg',
    quarterSteps: 'Small steps with a liquid',
  },
  note: {
    stepDown: 'The dreams began at 4.5 mg. Sleep was fine at 3 mg. May I go back?',
    stepDownAgreed: 'Yes. Back to 3 mg from today, and stay there for now.',
    pause: 'Is it really the capsules? May I leave them out for four weeks to see?',
    pauseAgreed: 'Good idea. Four weeks without, then 3 mg again. Keep the diary all the way.',
    morning: 'Even 1.5 mg keeps me awake. Could I take less, and in the morning?',
    morningAgreed: 'Let us try 1 mg in the morning. There is a new plan for you.',
    lowerFirst: 'She has crashed since the last step. We would like to go back down.',
    lowerFirstAgreed: 'Agreed. Down to 1 mg today and to 0.75 mg tomorrow.',
    operation: 'Gall bladder operation in ten days. When do I stop, and who tells the hospital?',
    goOn: 'Six weeks at 4.5 mg and little change. Is there a next step?',
    goOnAgreed: 'There is: 6 mg, under a new plan. Please give it eight weeks.',
    crash: 'Worst week since spring.',
    infection: 'A cold.',
  },
  medicine: {
    tramadol: 'Tramadol ER 100 mg, twice a day',
    coCodamol: 'co-codamol',
    paracetamol: 'paracetamol',
    newOne: 'cough syrup from the pharmacy',
  },
  purpose: {
    responder: 'Four weeks without felt worse, and hope and time may have done that. Is it the capsule?',
    nonResponder: 'The diary looks a little better since the start. Would it without the drug?',
    slow: 'What 6 mg does comes slowly. Periods of eight weeks give it time to show.',
  },
  filler: 'microcrystalline cellulose',
  closing: 'Withdrew consent: does not want a diary to be kept any more.',
};
