/** What may a page know of the demonstration? The types of its answers as they are sent, and nothing that runs. */
import type { z } from 'zod';
import type { DEMONSTRATION_STATE } from '../routes/demonstration.ts';
import type { INSTALLATION } from '../routes/set-up.ts';

export type DemonstrationJson = z.input<typeof DEMONSTRATION_STATE>;
export type InstallationJson = z.input<typeof INSTALLATION>;
