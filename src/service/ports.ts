/** What every use case is given: the stores, the keys, the clock, chance, and what this installation has decided. */
import type { DrugList } from '../medicine/screening/drug-list.ts';
import type {
  Analysts,
  Clock,
  Entropy,
  Jobs,
  Passkeys,
  Passwords,
  Pharmacy,
  Storage,
  Typesetter,
  Vault,
} from '../records/ports.ts';

/** Durations in milliseconds unless the name says otherwise. */
export type Settings = {
  /** What the browser shows as this server's address, "https://clinic.example"; links are made from it. */
  readonly origin: string;
  readonly sessionIdle: number;
  readonly sessionAbsolute: number;
  readonly invitationLasts: number;
  /** A diary is left alone this long before a new finding is computed unasked. */
  readonly findingAfterQuiet: number;
  /** A demonstration stands below /demo/. */
  readonly demonstration?: boolean;
  /** Everybody in this clinic is invented: what is taken away from it says so (H35). */
  readonly synthetic?: boolean;
};

export type Ports = {
  readonly storage: Storage;
  readonly vault: Vault;
  readonly pharmacy: Pharmacy;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly drugs: DrugList;
  readonly passkeys: Passkeys;
  readonly passwords: Passwords;
  readonly jobs: Jobs;
  readonly analysts: Analysts;
  readonly typesetter: Typesetter;
  readonly settings: Settings;
};
