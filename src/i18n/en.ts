/**
 * English, and the shape of every other language. Sentences are calm and exact, name the coach, and claim nothing that the product
 * does not back. Messages with parameters are functions, so that each language orders and counts in its own way.
 */
export const en = {
  // Shared
  minutes: (count: string) => `${count} min`,
  free: 'Free',
  loading: 'Loading',
  tryAgain: 'Try again',
  back: 'Back',
  close: 'Close',
  optional: 'Optional',
  yourCoach: 'your coach',
  timeIn: (time: string, city: string) => `${time} in ${city}`,

  // The frame
  bookWith: (coach: string) => `Book a session with ${coach}`,
  stepOf: (step: number, total: number) => `${step} of ${total}`,
  receipt: 'Your session',
  chooseLengthPrompt: 'Choose a length',
  chooseTimePrompt: 'Choose a day and time',
  yourClock: 'Your clock',
  hoursAhead: (hours: string) => `${hours} h ahead`,
  hoursBehind: (hours: string) => `${hours} h behind`,
  sameTime: 'Same time',

  // Length
  lengthTitle: 'How long do you need?',
  lengths: 'Session length',
  nextFree: (when: string) => `Next free ${when}`,
  noTimesSoon: 'No free times at the moment',
  seeTimes: 'See times',
  chooseLengthFirst: 'Choose a length first.',

  // Day
  timeTitle: 'Pick a day and time',
  calendar: 'Days',
  previousPage: 'Earlier days',
  nextPage: 'Later days',
  today: 'Today',
  fewer: 'Fewer',
  more: 'More',
  dayWithTimes: (day: string, count: number) => `${day}, ${count === 0 ? 'no free times' : timesAvailable(count)}`,
  dayLoading: (day: string) => `${day}, loading`,
  dayToday: (day: string) => `Today, ${day}`,
  nextFreeDay: 'Next free day',
  nextFreeDayIs: (day: string) => `Next: ${day}`,
  searching: 'Looking for the next free time',

  // Time
  times: 'Times',
  timesOn: (day: string) => `Times on ${day}`,
  timesCount: (count: number) => timesAvailable(count),
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  yourTime: 'Your time',
  yourTimeBeside: (coach: string) => `Your time, ${coach}’s beside it`,
  coachTime: (coach: string, time: string) => `${time} for ${coach}`,
  loadingTimes: 'Loading times',
  chooseDay: 'Choose a day to see its times.',
  noTimesOnDay: 'No free times on this day',
  noTimesIn: (month: string) => `No free times in ${month}`,
  noTimesHere: 'No free times in these weeks',
  noTimesAtAll: (coach: string) => `${coach} has no free times to book at the moment.`,
  nextFreeOf: (coach: string, length: string, when: string) => `${coach}’s next free ${length} is ${when}.`,
  goToDay: (day: string) => `Go to ${day}`,
  continue: 'Continue',
  continueWith: (when: string) => `Continue with ${when}`,
  chooseTimeFirst: 'Choose a time first.',

  // Time zone
  timeZone: 'Time zone',
  changeTimeZone: 'Change time zone',

  // Notices
  offline: 'You’re offline.',
  offlineKept: 'Your choice is kept.',
  offlineSince: (time: string) => `These times are from ${time}. Your choice is kept.`,
  onlineAgain: 'You’re back online.',
  takenTitle: (time: string) => `${time} was just taken`,
  takenNotice: 'Someone booked it before you. What you typed is kept.',
  takenAlternatives: 'Nearest free times',
  takenOld: 'Taken',
  earlierBy: (length: string) => `${length} earlier`,
  laterBy: (length: string) => `${length} later`,
  sameTimeNextDay: 'Same time, next day',
  allTimes: 'All times',
  priceChanged: (previous: string, current: string) => `The price is now ${current}, not ${previous}.`,
  acceptPrice: (price: string) => `Book for ${price}`,
  declinePrice: 'Choose another time',
  checkingTitle: 'Checking your booking',
  checking: 'The connection dropped. We are checking whether your booking arrived. Please stay on this page.',
  unconfirmedTitle: 'We could not confirm your booking',
  unconfirmed: 'It may have gone through. Check again before you book another time.',
  checkAgain: 'Check again',
  waitSeconds: (seconds: string) => `You can try again in ${seconds} s.`,

  // Details
  detailsTitle: 'Your details',
  name: 'Name',
  email: 'Email',
  emailHint: (coach: string) => `So that ${coach} can reach you.`,
  notes: (coach: string) => `What should ${coach} know?`,
  choose: 'Choose',
  bookFor: (price: string) => `Book for ${price}`,
  bookFree: 'Book',
  sending: 'Booking',
  errorSummary: (count: number) =>
    count === 1 ? 'One answer needs another look' : `${count} answers need another look`,
  fieldErrors: {
    nameRequired: 'Enter your name.',
    emailRequired: 'Enter your email address.',
    emailInvalid: 'Check the email address, it should look like name@example.com.',
    required: (label: string) => `Answer “${label}”.`,
    invalid: (label: string) => `Check “${label}”.`,
    tooShort: (label: string) => `Write a little more for “${label}”.`,
    tooLong: (label: string) => `Shorten “${label}”.`,
    tooSmall: (label: string) => `Choose a higher number for “${label}”.`,
    tooLarge: (label: string) => `Choose a lower number for “${label}”.`,
    general: 'Something in these details was not accepted. Check them and try again.',
  },

  // Booked
  bookedTitle: (day: string, name: string) => `See you on ${day}, ${name}`,
  bookedWith: (coach: string) => `Your session with ${coach} is booked.`,
  pendingWith: (coach: string) => `Your request is with ${coach}, who still has to confirm it.`,
  booked: 'Booked',
  pending: 'To be confirmed',
  reference: (id: string) => `Reference ${id}`,
  yourTimeIn: (city: string) => `your time, ${city}`,
  coachTimeIn: (coach: string, city: string) => `${coach}’s time, ${city}`,
  addToCalendar: 'Add to your calendar',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  bookAnother: 'Book another session',

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
    inactive: (coach: string) => `${coach} is not taking bookings at the moment.`,
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

function timesAvailable(count: number): string {
  return count === 1 ? '1 time available' : `${count} times available`;
}
