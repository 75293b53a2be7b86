/** The places behind "More" as one piece to be fetched: together they are smaller than apart. */
export { DevicesPage } from './devices-page.tsx';
export { EvidencePage } from './evidence-page.tsx';
export { LetterPage } from './letter-page.tsx';
export { MedicinesPage } from './medicines-page.tsx';
export { MorePage } from './more-page.tsx';
export { ProductsPage } from './products-page.tsx';
export { RecordPage } from './record-page.tsx';
export { RefusedPage } from './refused-page.tsx';
export { ScreeningPage } from './screening-page.tsx';
export { SettingsPage } from './settings-page.tsx';
