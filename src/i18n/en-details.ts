/** English of the parts that come after the picker: the form, the confirmation, the list of time zones, the coach's profile. */
export const enDetails = {
  // Shared
  free: 'Free',
  optional: 'Optional',

  // Time zone
  changeTimeZone: 'Change time zone',
  searchTimeZones: 'City, region, offset or EST',
  timeZonesFound: (count: number) => (count === 1 ? '1 time zone' : `${count} time zones`),
  noTimeZoneFound: 'No match. Try a larger city nearby, or an offset like GMT+2.',

  // Details
  name: 'Name',
  email: 'Email',
  notes: (coach: string) => `What should ${coach} know?`,
  choose: 'Choose',
  errorSummary: (count: number) =>
    count === 1 ? 'One answer needs another look' : `${count} answers need another look`,
  errorSummaryItem: (label: string, message: string) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'Enter your name.',
    emailRequired: 'Enter your email address.',
    emailInvalid: 'Check the address, it should look like name@example.com.',
    emailNoAt: 'Add the part from @ on, like @example.com.',
    emailNoEnding: 'Add the ending, like .com or .co.',
    telInvalid: 'Enter the full number, like +1 212 555 0100.',
    numberInvalid: 'Enter a number, like 12 or 1.5.',
    required: 'Fill this in.',
    choiceRequired: 'Choose one.',
    checkboxRequired: 'Tick this box to go on.',
    invalid: 'Check this answer.',
    tooShort: 'Write a little more.',
    tooLong: (maximum: string, count: string) => `Shorten this to ${maximum} characters, it has ${count} now.`,
    tooSmall: 'Choose a higher number.',
    tooLarge: 'Choose a lower number.',
  },

  // Booked
  bookedTitle: (day: string, name: string) => `See you on ${day}, ${name}`,
  bookedWith: (coach: string) => `Your session with ${coach} is booked.`,
  pendingWith: (coach: string) => `Your request is with ${coach}, who still has to confirm it.`,
  yourTimeIn: (city: string) => `your time, ${city}`,
  coachTimeIn: (coach: string, city: string) => `${coach}’s time, ${city}`,
  addToCalendar: 'Add to your calendar',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Download a calendar file',
  newTab: 'opens in a new tab',
  eventTitle: (coach: string) => `Session with ${coach}`,
  pendingTitle: (day: string, name: string) => `${day} is requested, ${name}`,
  cancelledTitle: 'This session is cancelled',
  declinedTitle: (coach: string) => `${coach} could not take this session`,
  sessionTitle: (day: string) => `Your session on ${day}`,
  yourNote: (coach: string) => `Your note to ${coach}`,

  // The coach's profile
  sessions: 'Sessions',
  profileNextFree: 'Next free',
  nextThreeWeeks: 'Next three weeks',
};
