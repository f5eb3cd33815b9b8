import { upperFirst } from './sentence.js';

/** English of all that comes after the picker: receipt, notices, form, confirmation, list of time zones, profile. */
export const enDetails = {
  // Shared
  free: 'Free',
  optional: 'Optional',
  close: 'Close',
  hours: (count: string) => `${count} h`,
  /** A title that words follow. */
  sentence: (words: string) => `${words}.`,

  // The receipt
  receipt: 'Your session',
  chooseLengthPrompt: 'Choose a length',
  chooseTimePrompt: 'Choose a day and time',
  places: { video: 'Video call', phone: 'Phone call', inPerson: 'In person' },
  yourClock: 'Your clock',
  hoursAhead: (hours: string) => `${hours}\u00a0h ahead`,
  hoursBehind: (hours: string) => `${hours}\u00a0h behind`,
  onSameTime: 'on the same time as you',
  booked: 'Booked',
  pending: 'To be confirmed',
  reference: (id: string) => `Reference ${id}`,

  // The next free day
  nextFreeDay: 'Next free day',
  nextFreeDayIs: (day: string) => `Next: ${day}`,
  searching: 'Looking for the next free time',
  noTimesHere: 'No free times in these weeks',
  noTimesAtAll: (coach: string) => `${upperFirst(coach)} has no free times to book at the moment.`,
  nextFreeOf: (coach: string, length: string, when: string) => `${upperFirst(coach)}’s next free ${length} is ${when}.`,
  goToDay: (day: string) => `Go to ${day}`,

  // A week, and a list of times
  moreTimes: 'More times',
  noTimesThisWeek: 'No free times in this week',

  // Time zone and clock
  timeZone: 'Time zone',
  changeTimeZone: 'Change time zone',
  searchTimeZones: 'City, country, offset or EST',
  timeZonesFound: (count: number) => (count === 1 ? '1 time zone' : `${count} time zones`),
  noTimeZoneFound: 'No match. Try the country, a larger city nearby, or an offset like GMT+2.',
  clock: 'Clock',
  clock12: '12h',
  clock24: '24h',

  // Notices
  clocksForward: (city: string, day: string) => `The clocks in ${city} go forward on ${day}.`,
  clocksBack: (city: string, day: string) => `The clocks in ${city} go back on ${day}.`,
  clocksAllowed: 'The times shown already allow for it.',
  clocksBetween: (city: string, day: string, coach: string, difference: string) =>
    `${city}’s change on ${day}. In between, ${coach} is ${difference}.`,
  clocksAfter: (coach: string, difference: string) => `From then on, ${coach} is ${difference}.`,
  offline: 'You’re offline.',
  offlineKept: 'Your choice is kept.',
  offlineSince: (time: string) => `These times are from ${time}. Your choice is kept.`,
  takenTitle: (time: string) => `${time} was just taken`,
  /** Nobody knows who has it: perhaps an answer that got lost. */
  takenTitleUnsure: (time: string) => `${time} isn’t free right now`,
  takenNotice: 'Someone else was faster.',
  takenUnsure: 'It is not free at the moment.',
  takenKept: 'What you typed is kept.',
  takenAlternatives: 'Nearest free times',
  earlierBy: (length: string) => `${length} earlier`,
  laterBy: (length: string) => `${length} later`,
  sameTimeNextDay: 'Same time, next day',
  allTimes: 'All times',
  priceChanged: (previous: string, current: string) => `The price is now ${current}, not ${previous}.`,
  declinePrice: 'Choose another time',
  checkingTitle: 'Checking your booking',
  checking: 'The connection dropped. We are checking whether your booking arrived. Please stay on this page.',
  unconfirmedTitle: 'We could not confirm your booking',
  unconfirmed: 'It may have gone through. Check again before you book another time.',
  checkAgain: 'Check again',
  checkingOffline: 'As soon as you are back online, we check whether your booking arrived. Please stay on this page.',
  goneTitle: (time: string) => `${time} is no longer free.`,
  seeOtherTimes: 'See other times',

  // The hold
  held: 'Held for you',
  heldFor: (time: string) => `${time} left`,
  heldEnding: 'Your time is held for you a little longer.',
  heldFinal: 'Your time can’t be held beyond this minute. You can still book it afterwards while it is free.',
  keepTime: 'Keep it longer',
  heldEnded: 'Your time is no longer held for you.',
  heldEndedBody: 'You can still book it while it is free.',
  holdAgain: 'Hold it again',
  waitSeconds: (seconds: string) => `You can try again in ${seconds} s.`,

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
  bookFor: (price: string) => `Book for ${price}`,
  bookFree: 'Book',
  /** An amount in another currency, which is not what is charged. */
  about: (price: string) => `about ${price}`,
  chargedIn: (currency: string) => `You are charged in ${currency}.`,
  sending: 'Booking…',

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
  declinedTitle: (coach: string) => `${upperFirst(coach)} could not take this session`,
  sessionTitle: (day: string) => `Your session on ${day}`,
  yourNote: (coach: string) => `Your note to ${coach}`,
  bookAnother: 'Book another session',

  // The button that opens a popup
  bookSession: 'Book a session',

  // The coach's profile
  sessions: 'Sessions',
  profileNextFree: 'Next free',
  nextThreeWeeks: 'Next three weeks',
  book: (coach: string) => `Book with ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'This booking page is not available',
    notFound: 'We could not find this coach. The link may be out of date.',
    notSetUpTitle: 'Booking is not set up here yet',
    notSetUp: 'The site that shows this page has to finish its set-up.',
    inactiveTitle: 'Not taking bookings at the moment',
    inactive: (coach: string) => `${upperFirst(coach)} is not taking bookings at the moment.`,
    loadTitle: 'The times could not be loaded',
    network: 'Check your connection and try again.',
    rateLimited: 'Too many requests at once. Wait a moment and try again.',
    unavailable: 'The booking service is not answering. Try again in a moment.',
    invalidResponse: 'The booking service sent an answer that we could not read.',
    outOfPolicy: 'This time can no longer be booked. Choose another one.',
    refusedTitle: 'This was not booked',
    refused: 'The booking service did not accept it. What you typed is kept.',
    unknown: 'Something went wrong on our side. What you typed is kept.',
  },
};
