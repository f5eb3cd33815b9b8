/**
 * English, and the shape of every other language. Sentences are calm and exact, name the coach, and claim nothing that the product
 * does not back. Messages with parameters are functions, so that each language orders and counts in its own way.
 */
export const en = {
  // Shared
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  loading: 'Loading',
  tryAgain: 'Try again',
  back: 'Back',
  close: 'Close',
  yourCoach: 'your coach',
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  timeIn: (time: string, city: string) => `${time} in ${city}`,

  // The frame
  bookWith: (coach: string) => `Book a session with ${coach}`,
  stepOf: (step: number, total: number) => `${step} of ${total}`,
  receipt: 'Your session',
  chooseLengthPrompt: 'Choose a length',
  chooseTimePrompt: 'Choose a day and time',
  places: { video: 'Video call', phone: 'Phone call', inPerson: 'In person' },
  yourClock: 'Your clock',
  hoursAhead: (hours: string) => `${hours} h ahead`,
  hoursBehind: (hours: string) => `${hours} h behind`,
  onSameTime: 'on the same time as you',

  // Length
  lengthTitle: 'How long do you need?',
  lengths: 'Session length',
  nextFree: (when: string) => `Next free ${when}`,
  noTimesSoon: 'No free times at the moment',
  seeTimes: 'See times',
  chooseLengthFirst: 'Choose a length first.',

  // Day
  timeTitle: 'Pick a day and time',
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
  night: 'Night',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  yourTime: 'Your time',
  clocksSame: (yours: string, city: string) => `${yours}, ${city}`,
  clocksBeside: (yours: string, coach: string, city: string) => `${yours}, ${coach}’s in ${city}`,
  coachTime: (coach: string, time: string) => `${time} for ${coach}`,
  loadingTimes: 'Loading times',
  chooseDay: 'Choose a day to see its times.',
  noTimesOnDay: 'No free times on this day',
  noTimesHere: 'No free times in these weeks',
  noTimesAtAll: (coach: string) => `${coach} has no free times to book at the moment.`,
  nextFreeOf: (coach: string, length: string, when: string) => `${coach}’s next free ${length} is ${when}.`,
  goToDay: (day: string) => `Go to ${day}`,
  continue: 'Continue',
  chooseTimeFirst: 'Choose a time first.',

  // Time zone
  timeZone: 'Time zone',

  clock: 'Clock',
  clock12: '12h',
  clock24: '24h',

  // Notices
  clocksChange: (city: string, day: string) => `${city}’s clocks change on ${day}.`,
  clocksBetween: (city: string, day: string, coach: string, difference: string) =>
    `${city}’s change on ${day}. In between, ${coach} is ${difference}.`,
  clocksAfter: (coach: string, difference: string) => `From then on, ${coach} is ${difference}.`,
  offline: 'You’re offline.',
  offlineKept: 'Your choice is kept.',
  offlineSince: (time: string) => `These times are from ${time}. Your choice is kept.`,
  takenTitle: (time: string) => `${time} was just taken`,
  takenNotice: 'Someone booked it before you.',
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
  waitSeconds: (seconds: string) => `You can try again in ${seconds} s.`,

  // Details
  detailsTitle: 'Your details',
  bookFor: (price: string) => `Book for ${price}`,
  bookFree: 'Book',
  sending: 'Booking…',

  // Booked
  booked: 'Booked',
  pending: 'To be confirmed',
  reference: (id: string) => `Reference ${id}`,
  bookAnother: 'Book another session',

  // The coach's profile
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
    partTitle: 'This step could not be loaded',
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
