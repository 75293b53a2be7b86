/** What stands above every page of the demonstration, in English. */
import type { Entrant } from '../../../../src/service/demonstration/demonstration.ts';

export const demoBarWords = {
  name: 'Demonstration',
  notice: "Demonstration: invented people. Nothing here is anybody's.",
  renewed: 'Everything in it is made anew each day.',
  password: (password: string) => `When a plan is to be signed, the password is ${password}`,
  change: 'Look as somebody else',
  leave: 'Leave the demonstration',
  entrant: {
    prescriber: 'Doctor',
    patient: 'Patient, capsules',
    'liquid-patient': 'Patient, liquid',
    'trial-patient': 'Patient, in a trial',
    carer: 'Carer',
    'second-prescriber': 'Second doctor',
    pharmacist: 'Pharmacist',
    coordinator: 'Coordinator',
    admin: 'Admin',
  } satisfies Readonly<Record<Entrant, string>> as Readonly<Record<Entrant, string>>,
  making: (done: number, of: number) => `Making the clinic: ${done} of ${of} people.`,
  wait: 'One moment …',
  unreachable: 'The server could not be reached. Try again.',
  failed: 'The demonstration could not be made. Try again; if it fails again, please report it.',
};
