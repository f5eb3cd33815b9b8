/** Which pictures are taken: a story of Storybook, at the widths and in the surroundings that matter for it. */

export type Width = 320 | 360 | 768 | 1280;

/** Where a story is put: its width, `dark` or `rtl`, where that is not what the story is about anyway. */
export type Setting = `${Width}` | `${Width}-dark` | `${Width}-rtl`;

export interface Scene {
  /** Storybook's id of the story. */
  readonly story: string;
  readonly settings: readonly Setting[];
  /** Height of the window in pixels, where it matters. Default: as high as the page, so that nothing has to be scrolled. */
  readonly height?: number;
  /** Seconds that are left where something is counted down, as many as it begins with. */
  readonly countdown?: number;
  /** What has to be there first, where the story's own play does not wait for it: CSS through shadow roots. */
  readonly until?: string;
}

/** The chosen time is held a moment after it was chosen. */
const HELD = 'booking-flow >>> [part~="held"]';

/** The parts that load after the first ones, where the network never comes to rest. */
const LATE = 'booking-flow >>> [part~="clock"]';

export const scenes: readonly Scene[] = [
  // The steps
  { story: 'booking-flow--length', settings: ['320', '1280'] },
  { story: 'booking-flow--day-and-time', settings: ['320', '360', '768', '1280', '1280-dark'] },
  { story: 'booking-flow--time-chosen', settings: ['360', '1280'] },
  // With a phone's height: the button that stays in view.
  { story: 'booking-flow--narrow-day-and-time', settings: ['360-dark'], height: 740 },
  { story: 'booking-flow--details', settings: ['360', '768'], until: HELD },
  { story: 'booking-flow--details-refused', settings: ['360-dark', '1280'], until: HELD },
  { story: 'booking-flow--coach-asks-questions', settings: ['768'], until: HELD },
  { story: 'booking-flow--booked', settings: ['320', '360', '1280', '1280-dark'] },
  // A week side by side, and a list
  { story: 'booking-flow--week', settings: ['1280', '1280-dark'] },
  { story: 'booking-flow--week-narrow', settings: ['360'] },
  { story: 'booking-flow--list', settings: ['320', '768'] },
  { story: 'booking-agenda--week-streaming', settings: ['1280'] },
  // In a popup
  { story: 'booking-flow-in-a-popup--open', settings: ['360', '1280'], height: 800 },
  { story: 'booking-flow-in-a-popup--floating-button', settings: ['360-dark'], height: 640 },
  // Waiting, nothing there, trouble
  { story: 'booking-flow--loading', settings: ['360', '1280'], until: LATE },
  { story: 'booking-flow--loading-times', settings: ['1280-dark'], until: LATE },
  { story: 'booking-flow--no-times-in-these-weeks', settings: ['768'] },
  { story: 'booking-flow--taken', settings: ['360', '768'] },
  { story: 'booking-flow--offline', settings: ['768'] },
  { story: 'booking-flow--hold-ends-soon', settings: ['360', '1280'], countdown: 45 },
  { story: 'booking-flow--server-down', settings: ['360'], until: 'booking-flow >>> .problem' },
  // Other languages and directions
  { story: 'booking-flow--arabic', settings: ['360', '1280'] },
  { story: 'booking-flow--german', settings: ['768'] },
  { story: 'booking-flow--german-narrow', settings: ['320'] },
  { story: 'booking-flow--yen', settings: ['320'] },
  { story: 'booking-flow--long-text', settings: ['768'] },
  // The parts
  { story: 'booking-calendar--default', settings: ['320'] },
  { story: 'booking-calendar--half-loaded', settings: ['360-dark'] },
  { story: 'booking-time-zone-select--open', settings: ['360', '768-dark'], height: 640 },
  { story: 'booking-calendar--prices', settings: ['360'] },
  { story: 'booking-calendar--long-prices-narrow', settings: ['320'] },
  { story: 'booking-flow--display-currency-details', settings: ['768'], until: HELD },
  // Three brands, and what a page puts into the slots
  { story: 'theming--paper', settings: ['360', '1280'] },
  { story: 'theming--paper-booked', settings: ['768'] },
  { story: 'theming--terminal', settings: ['360', '1280'] },
  { story: 'theming--terminal-lengths', settings: ['768'] },
  { story: 'theming--school', settings: ['360', '1280'] },
  { story: 'theming--school-lengths', settings: ['768'] },
  { story: 'theming--slots', settings: ['768'] },
  // The profile
  { story: 'coach-profile--default', settings: ['360', '768', '1280', '1280-dark', '1280-rtl'] },
  { story: 'coach-profile--dialog-open', settings: ['360', '1280'], height: 800 },
];

/** Name of a picture, which is also that of its file without ending. */
export const shotName = ({ story }: Scene, setting: Setting): string => `${story}.${setting}`;
