import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';
import { upperFirst } from '../sentence.js';

const freeTimes = plural('nl', { one: '# vrije tijd', other: '# vrije tijden' });
const zones = plural('nl', { one: '# tijdzone', other: '# tijdzones' });
const answers = plural('nl', { one: 'Kijk nog eens naar # antwoord', other: 'Kijk nog eens naar # antwoorden' });

/** Dutch, with "je". */
export const nl: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count} min`,
  loading: 'Laden',
  tryAgain: 'Opnieuw proberen',
  notLoaded: 'Deze stap kon niet worden geladen',
  back: 'Terug',
  yourCoach: 'je coach',
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time} in ${city}`,

  // The frame
  detailsTitle: 'Je gegevens',
  bookWith: (coach) => `Een sessie met ${coach} boeken`,
  stepOf: (step, total) => `${step} van ${total}`,

  // Length
  lengthTitle: 'Hoeveel tijd heb je nodig?',
  lengths: 'Duur van de sessie',
  nextFree: (when) => `Eerstvolgend vrij: ${when}`,
  noTimesSoon: 'Op dit moment geen vrije tijden',
  about: (price) => `ongeveer ${price}`,
  seeTimes: 'Tijden bekijken',
  chooseLengthFirst: 'Kies eerst een duur.',

  // Day
  timeTitle: 'Kies een dag en tijd',
  previousPage: 'Eerdere dagen',
  nextPage: 'Latere dagen',
  today: 'Vand.',
  fewer: 'Minder',
  more: 'Meer',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'geen vrije tijden' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, wordt geladen`,
  dayFrom: (day, price) => `${day}, vanaf ${price}`,
  dayToday: (day) => `Vandaag, ${day}`,

  // Time
  times: 'Tijden',
  night: 'Nacht',
  morning: 'Ochtend',
  afternoon: 'Middag',
  evening: 'Avond',
  yourTime: 'Jouw tijd',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, daarnaast ${coach} in ${city}`,
  coachTime: (coach, time) => `${time} voor ${coach}`,
  loadingTimes: 'Tijden worden geladen',
  chooseDay: 'Kies een dag om de tijden te zien.',
  noTimesOnDay: 'Geen vrije tijden op deze dag',
  continue: 'Verder',
  chooseTimeFirst: 'Kies eerst een tijd.',

  // Shared
  free: 'Gratis',
  optional: 'Optioneel',
  close: 'Sluiten',
  hours: (count) => `${count} u`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'Je sessie',
  chooseLengthPrompt: 'Kies een duur',
  chooseTimePrompt: 'Kies een dag en tijd',
  places: { video: 'Videogesprek', phone: 'Telefoongesprek', inPerson: 'Op locatie' },
  yourClock: 'Jouw tijd',
  hoursAhead: (hours) => `${hours} u later`,
  hoursBehind: (hours) => `${hours} u vroeger`,
  onSameTime: 'dezelfde tijd als bij jou',
  booked: 'Geboekt',
  pending: 'Nog niet bevestigd',
  reference: (id) => `Referentie ${id}`,

  // The next free day
  nextFreeDay: 'Volgende vrije dag',
  nextFreeDayIs: (day) => `Volgende: ${day}`,
  searching: 'De volgende vrije tijd wordt gezocht',
  noTimesHere: 'Geen vrije tijden in deze weken',
  noTimesAtAll: (coach) => `${upperFirst(coach)} heeft op dit moment geen vrije tijden.`,
  nextFreeOf: (coach, length, when) => `Eerstvolgende vrije sessie van ${length} met ${coach}: ${when}.`,
  goToDay: (day) => `Naar ${day}`,

  // A week, and a list of times
  moreTimes: 'Meer tijden',
  noTimesThisWeek: 'Geen vrije tijden in deze week',

  // Time zone and clock
  timeZone: 'Tijdzone',
  changeTimeZone: 'Tijdzone wijzigen',
  searchTimeZones: 'Stad, land, verschil of CET',
  timeZonesFound: zones,
  noTimeZoneFound: 'Niets gevonden. Probeer het land, een grotere stad in de buurt of een verschil zoals GMT+2.',
  clock: 'Klok',
  clock12: '12 u',
  clock24: '24 u',

  // Notices
  clocksForward: (city, day) => `In ${city} gaat de klok op ${day} vooruit.`,
  clocksBack: (city, day) => `In ${city} gaat de klok op ${day} terug.`,
  clocksAllowed: 'In de getoonde tijden is dat al verwerkt.',
  clocksBetween: (city, day, coach, difference) =>
    `In ${city} gebeurt dat op ${day}. Tot die tijd is het bij ${coach} ${difference}.`,
  clocksAfter: (coach, difference) => `Daarna is het bij ${coach} ${difference}.`,
  offline: 'Je bent offline.',
  offlineKept: 'Je keuze blijft bewaard.',
  offlineSince: (time) => `Deze tijden zijn van ${time}. Je keuze blijft bewaard.`,
  takenTitle: (time) => `${time} is net geboekt`,
  takenTitleUnsure: (time) => `${time} is op dit moment niet vrij`,
  takenNotice: 'Iemand anders was je voor.',
  takenUnsure: 'Op dit moment is deze tijd niet vrij.',
  takenKept: 'Wat je hebt ingevuld blijft bewaard.',
  takenAlternatives: 'Dichtstbijzijnde vrije tijden',
  earlierBy: (length) => `${length} eerder`,
  laterBy: (length) => `${length} later`,
  sameTimeNextDay: 'Zelfde tijd, een dag later',
  allTimes: 'Alle tijden',
  priceChanged: (previous, current) => `De prijs is nu ${current}, niet ${previous}.`,
  declinePrice: 'Andere tijd kiezen',
  checkingTitle: 'Je boeking wordt gecontroleerd',
  checking: 'De verbinding viel weg. We kijken of je boeking is aangekomen. Blijf op deze pagina.',
  unconfirmedTitle: 'We konden je boeking niet bevestigen',
  unconfirmed: 'Misschien is ze wel aangekomen. Controleer het nog eens voordat je een andere tijd boekt.',
  checkAgain: 'Opnieuw controleren',
  checkingOffline: 'Zodra je weer online bent, kijken we of je boeking is aangekomen. Blijf op deze pagina.',
  goneTitle: (time) => `${time} is niet meer vrij.`,
  seeOtherTimes: 'Andere tijden bekijken',

  // The hold
  held: 'Voor jou vastgehouden',
  heldFor: (time) => `nog ${time}`,
  heldEnding: 'Je tijd wordt nog even voor je vastgehouden.',
  heldFinal: 'Je tijd kan niet langer worden vastgehouden. Daarna kun je hem nog boeken zolang hij vrij is.',
  keepTime: 'Langer vasthouden',
  heldEnded: 'Je tijd wordt niet meer voor je vastgehouden.',
  heldEndedBody: 'Je kunt hem nog boeken zolang hij vrij is.',
  holdAgain: 'Opnieuw vasthouden',
  waitSeconds: (seconds) => `Over ${seconds} s kun je het opnieuw proberen.`,

  // Details
  name: 'Naam',
  email: 'E-mail',
  notes: (coach) => `Wat moet ${coach} weten?`,
  choose: 'Kies',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'Vul je naam in.',
    emailRequired: 'Vul je e-mailadres in.',
    emailInvalid: 'Controleer het adres, het hoort eruit te zien als naam@example.com.',
    emailNoAt: 'Vul aan vanaf de @, bijvoorbeeld @example.com.',
    emailNoEnding: 'Vul het einde aan, bijvoorbeeld .nl of .com.',
    telInvalid: 'Vul het volledige nummer in, bijvoorbeeld +31 20 555 0100.',
    numberInvalid: 'Vul een getal in, bijvoorbeeld 12 of 1,5.',
    required: 'Vul dit in.',
    choiceRequired: 'Kies een optie.',
    checkboxRequired: 'Vink dit aan om verder te gaan.',
    invalid: 'Controleer dit antwoord.',
    tooShort: 'Schrijf iets meer.',
    tooLong: (maximum, count) => `Kort dit in tot ${maximum} tekens, het zijn er nu ${count}.`,
    tooSmall: 'Kies een hoger getal.',
    tooLarge: 'Kies een lager getal.',
  },
  bookFor: (price) => `Boeken voor ${price}`,
  bookFree: 'Boeken',
  chargedIn: (currency) => `Je betaalt in ${currency}.`,
  sending: 'Wordt geboekt…',

  // Booked
  bookedTitle: (day, name) => `Tot ${day}, ${name}`,
  bookedWith: (coach) => `Je sessie met ${coach} is geboekt.`,
  pendingWith: (coach) => `Je aanvraag is verstuurd. ${upperFirst(coach)} moet die nog bevestigen.`,
  yourTimeIn: (city) => `jouw tijd, ${city}`,
  coachTimeIn: (coach, city) => `${coach}, ${city}`,
  addToCalendar: 'Zet in je agenda',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Agendabestand downloaden',
  newTab: 'opent een nieuw tabblad',
  eventTitle: (coach) => `Sessie met ${coach}`,
  pendingTitle: (day, name) => `${upperFirst(day)} is aangevraagd, ${name}`,
  cancelledTitle: 'Deze sessie is geannuleerd',
  declinedTitle: (coach) => `${upperFirst(coach)} kon deze sessie niet aannemen`,
  sessionTitle: (day) => `Je sessie op ${day}`,
  yourNote: (coach) => `Je bericht aan ${coach}`,
  bookAnother: 'Nog een sessie boeken',
  bookSession: 'Sessie boeken',

  // The coach's profile
  sessions: 'Sessies',
  profileNextFree: 'Eerstvolgend vrij',
  nextThreeWeeks: 'Komende drie weken',
  book: (coach) => `Boeken bij ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'Deze boekingspagina is niet beschikbaar',
    notFound: 'We konden deze coach niet vinden. Misschien is de link verouderd.',
    notSetUpTitle: 'Boeken is hier nog niet ingesteld',
    notSetUp: 'De site die deze pagina toont, moet de instellingen nog afronden.',
    inactiveTitle: 'Op dit moment geen boekingen',
    inactive: (coach) => `${upperFirst(coach)} neemt op dit moment geen boekingen aan.`,
    loadTitle: 'De tijden konden niet worden geladen',
    network: 'Controleer je verbinding en probeer het opnieuw.',
    rateLimited: 'Te veel verzoeken tegelijk. Wacht even en probeer het opnieuw.',
    unavailable: 'De boekingsdienst antwoordt niet. Probeer het zo opnieuw.',
    invalidResponse: 'De boekingsdienst stuurde een antwoord dat we niet konden lezen.',
    outOfPolicy: 'Deze tijd kan niet meer worden geboekt. Kies een andere.',
    refusedTitle: 'Dit is niet geboekt',
    refused: 'De boekingsdienst heeft de boeking niet aangenomen. Wat je hebt ingevuld blijft bewaard.',
    unknown: 'Er ging bij ons iets mis. Wat je hebt ingevuld blijft bewaard.',
  },
};
export { nl as default };
