/** Icons that the picker has no need of. */
import { icon } from './icons.js';

const CIRCLE = 'M17.25 10a7.25 7.25 0 1 1-14.5 0 7.25 7.25 0 0 1 14.5 0Z';

export const iconSkip = () => icon('M5 5.5l5 4.5-5 4.5M14.5 5.5v9', 'flip little');
export const iconDown = () => icon('M6 8l4 4 4-4', 'little');
export const iconClock = () => icon(`${CIRCLE}M10 5.8V10l2.8 1.8`);
export const iconGlobe = () =>
  icon(
    `${CIRCLE}M2.75 10h14.5M10 2.75c2.2 2 3.2 4.5 3.2 7.25s-1 5.25-3.2 7.25c-2.2-2-3.2-4.5-3.2-7.25s1-5.25 3.2-7.25Z`,
  );
export const iconCalendar = () =>
  icon(
    'M5.25 4.25h9.5A2.25 2.25 0 0 1 17 6.5v8.25A2.25 2.25 0 0 1 14.75 17h-9.5A2.25 2.25 0 0 1 3 14.75V6.5a2.25 2.25 0 0 1 2.25-2.25ZM3 8.25h14M6.75 2.5v3M13.25 2.5v3',
  );
export const iconVideo = () =>
  icon(
    'M4.5 5h6a2.25 2.25 0 0 1 2.25 2.25v5.5A2.25 2.25 0 0 1 10.5 15h-6a2.25 2.25 0 0 1-2.25-2.25v-5.5A2.25 2.25 0 0 1 4.5 5ZM12.75 9l4.5-2.5v7l-4.5-2.5',
  );
export const iconPhone = () =>
  icon(
    'M4.2 3h2.6l1.6 3.9-2 1.4a11 11 0 0 0 5.3 5.3l1.4-2 3.9 1.6v2.6a1.3 1.3 0 0 1-1.4 1.3A13.6 13.6 0 0 1 2.9 4.4 1.3 1.3 0 0 1 4.2 3Z',
  );
export const iconPlace = () =>
  icon('M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 1 0-11 0c0 4.4 5.5 9 5.5 9ZM12 8.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z');
export const iconCheck = () => icon('M4.75 10.5l3.5 3.5 7-8');
export const iconAlert = () => icon(`${CIRCLE}M10 6.5v4.25M10 13.6v.01`);
export const iconGone = () => icon(`${CIRCLE}M7.5 7.5l5 5m0-5l-5 5`);
export const iconClose = () => icon('M5 5l10 10M15 5L5 15');
export const iconOffline = () =>
  icon(
    'M3 3l14 14M8.6 4.9A8.6 8.6 0 0 1 18 8M2 8a11 11 0 0 1 3.2-2.1M5 11.2a7 7 0 0 1 3.3-1.8M12.4 9.6a7 7 0 0 1 2.6 1.6M8 14.2a3 3 0 0 1 4 0M10 16.6v.01',
  );
export const iconDownload = () => icon('M10 3.5v9M6.25 9L10 12.75 13.75 9M4 16.5h12');
export const iconShift = () => icon('M3.5 10a6.5 6.5 0 1 0 2-4.7M3.5 3v3.3h3.3M10 6.5V10l2.3 1.5');
export const iconMail = () =>
  icon(
    'M4.75 4.5h10.5a2.25 2.25 0 0 1 2.25 2.25v6.5a2.25 2.25 0 0 1-2.25 2.25H4.75a2.25 2.25 0 0 1-2.25-2.25v-6.5A2.25 2.25 0 0 1 4.75 4.5ZM3.2 6.2l6.8 5 6.8-5',
  );
