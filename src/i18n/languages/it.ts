import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';
import { upperFirst } from '../sentence.js';

const freeTimes = plural('it', { one: '# orario libero', many: '# di orari liberi', other: '# orari liberi' });
const zones = plural('it', { one: '# fuso orario', many: '# di fusi orari', other: '# fusi orari' });
const answers = plural('it', {
  one: 'Ricontrolla # risposta',
  many: 'Ricontrolla # di risposte',
  other: 'Ricontrolla # risposte',
});

/** Italian, with "tu". */
export const it: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count}\u00a0min`,
  loading: 'Caricamento',
  tryAgain: 'Riprova',
  notLoaded: 'Impossibile caricare questo passaggio',
  back: 'Indietro',
  yourCoach: 'il tuo coach',
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time}, ${city}`,

  // The frame
  detailsTitle: 'I tuoi dati',
  bookWith: (coach) => `Prenota una sessione con ${coach}`,
  stepOf: (step, total) => `${step} di ${total}`,

  // Length
  lengthTitle: 'Quanto tempo ti serve?',
  lengths: 'Durata della sessione',
  nextFree: (when) => `Prossimo orario libero: ${when}`,
  noTimesSoon: 'Nessun orario libero al momento',
  about: (price) => `circa ${price}`,
  seeTimes: 'Vedi gli orari',
  chooseLengthFirst: 'Scegli prima una durata.',

  // Day
  timeTitle: 'Scegli giorno e ora',
  previousPage: 'Giorni precedenti',
  nextPage: 'Giorni successivi',
  today: 'Oggi',
  fewer: 'Meno',
  more: 'Più',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'nessun orario libero' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, caricamento`,
  dayFrom: (day, price) => `${day}, da ${price}`,
  dayToday: (day) => `Oggi, ${day}`,

  // Time
  times: 'Orari',
  night: 'Notte',
  morning: 'Mattina',
  afternoon: 'Pomeriggio',
  evening: 'Sera',
  yourTime: 'La tua ora',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, accanto ${coach}, ${city}`,
  coachTime: (coach, time) => `${time} per ${coach}`,
  loadingTimes: 'Caricamento degli orari',
  chooseDay: 'Scegli un giorno per vedere gli orari.',
  noTimesOnDay: 'Nessun orario libero in questo giorno',
  continue: 'Continua',
  chooseTimeFirst: 'Scegli prima un orario.',

  // Shared
  free: 'Gratis',
  optional: 'Facoltativo',
  close: 'Chiudi',
  hours: (count) => `${count}\u00a0h`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'La tua sessione',
  chooseLengthPrompt: 'Scegli una durata',
  chooseTimePrompt: 'Scegli giorno e ora',
  places: { video: 'Videochiamata', phone: 'Telefonata', inPerson: 'Di persona' },
  yourClock: 'La tua ora',
  hoursAhead: (hours) => `${hours}\u00a0h avanti`,
  hoursBehind: (hours) => `${hours}\u00a0h indietro`,
  onSameTime: 'stessa ora che da te',
  booked: 'Prenotata',
  pending: 'Da confermare',
  reference: (id) => `Riferimento ${id}`,

  // The next free day
  nextFreeDay: 'Prossimo giorno libero',
  nextFreeDayIs: (day) => `Prossimo: ${day}`,
  searching: 'Ricerca del prossimo orario libero',
  noTimesHere: 'Nessun orario libero in queste settimane',
  noTimesAtAll: (coach) => `${upperFirst(coach)} non ha orari liberi al momento.`,
  nextFreeOf: (coach, length, when) => `Prossima sessione libera di ${length} con ${coach}: ${when}.`,
  goToDay: (day) => `Vai a ${day}`,

  // A week, and a list of times
  moreTimes: 'Altri orari',
  noTimesThisWeek: 'Nessun orario libero in questa settimana',

  // Time zone and clock
  timeZone: 'Fuso orario',
  changeTimeZone: 'Cambia fuso orario',
  searchTimeZones: 'Città, paese, differenza o CET',
  timeZonesFound: zones,
  noTimeZoneFound: 'Nessun risultato. Prova con il paese, una città vicina più grande o una differenza come GMT+2.',
  clock: 'Formato dell’ora',
  clock12: '12\u00a0h',
  clock24: '24\u00a0h',

  // Notices
  clocksForward: (city, day) => `Il ${day} gli orologi vanno avanti (${city}).`,
  clocksBack: (city, day) => `Il ${day} gli orologi vanno indietro (${city}).`,
  clocksAllowed: 'Gli orari mostrati ne tengono già conto.',
  clocksBetween: (city, day, coach, difference) =>
    `L’altro cambio è il ${day} (${city}). Nel frattempo, per ${coach}: ${difference}.`,
  clocksAfter: (coach, difference) => `Da allora, per ${coach}: ${difference}.`,
  offline: 'Sei offline.',
  offlineKept: 'La tua scelta resta salvata.',
  offlineSince: (time) => `Orari aggiornati alle ${time}. La tua scelta resta salvata.`,
  takenTitle: (time) => `L’orario ${time} è appena stato preso`,
  takenTitleUnsure: (time) => `L’orario ${time} al momento non è libero`,
  takenNotice: 'Qualcuno è stato più veloce.',
  takenUnsure: 'In questo momento non è libero.',
  takenKept: 'Quello che hai scritto resta salvato.',
  takenAlternatives: 'Orari liberi più vicini',
  earlierBy: (length) => `${length} prima`,
  laterBy: (length) => `${length} dopo`,
  sameTimeNextDay: 'Stessa ora, il giorno dopo',
  allTimes: 'Tutti gli orari',
  priceChanged: (previous, current) => `Il prezzo ora è ${current}, non ${previous}.`,
  declinePrice: 'Scegli un altro orario',
  checkingTitle: 'Verifica della prenotazione',
  checking: 'La connessione è caduta. Stiamo verificando se la prenotazione è arrivata. Resta su questa pagina.',
  unconfirmedTitle: 'Non è stato possibile confermare la prenotazione',
  unconfirmed: 'Potrebbe essere arrivata. Verifica di nuovo prima di prenotare un altro orario.',
  checkAgain: 'Verifica di nuovo',
  checkingOffline: 'Appena torni online verifichiamo se la prenotazione è arrivata. Resta su questa pagina.',
  goneTitle: (time) => `${time} non è più libero.`,
  seeOtherTimes: 'Vedi altri orari',

  // The hold
  held: 'Riservato per te',
  heldFor: (time) => `ancora ${time}`,
  heldEnding: 'Il tuo orario è riservato ancora per poco.',
  heldFinal: 'L’orario non può essere riservato più a lungo. Dopo potrai ancora prenotarlo, finché è libero.',
  keepTime: 'Riserva più a lungo',
  heldEnded: 'Il tuo orario non è più riservato.',
  heldEndedBody: 'Puoi ancora prenotarlo, finché è libero.',
  holdAgain: 'Riserva di nuovo',
  waitSeconds: (seconds) => `Puoi riprovare tra ${seconds}\u00a0s.`,

  // Details
  name: 'Nome',
  email: 'Email',
  notes: (coach) => `Che cosa dovrebbe sapere ${coach}?`,
  choose: 'Scegli',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'Scrivi il tuo nome.',
    emailRequired: 'Scrivi il tuo indirizzo email.',
    emailInvalid: 'Controlla l’indirizzo, dovrebbe essere come nome@example.com.',
    emailNoAt: 'Aggiungi la parte dalla @ in poi, per esempio @example.com.',
    emailNoEnding: 'Aggiungi la parte finale, per esempio .it o .com.',
    telInvalid: 'Scrivi il numero completo, per esempio +39 06 5555 0100.',
    numberInvalid: 'Scrivi un numero, per esempio 12 o 1,5.',
    required: 'Compila questo campo.',
    choiceRequired: 'Scegli un’opzione.',
    checkboxRequired: 'Seleziona questa casella per continuare.',
    invalid: 'Controlla questa risposta.',
    tooShort: 'Scrivi qualcosa in più.',
    tooLong: (maximum, count) => `Accorcia a ${maximum} caratteri, ora sono ${count}.`,
    tooSmall: 'Scegli un numero più alto.',
    tooLarge: 'Scegli un numero più basso.',
  },
  bookFor: (price) => `Prenota per ${price}`,
  bookFree: 'Prenota',
  chargedIn: (currency) => `L’addebito è in ${currency}.`,
  sending: 'Prenotazione in corso…',

  // Booked
  bookedTitle: (day, name) => `Ci vediamo ${day}, ${name}`,
  bookedWith: (coach) => `La tua sessione con ${coach} è prenotata.`,
  pendingWith: (coach) => `La richiesta è stata inviata. ${upperFirst(coach)} deve ancora confermarla.`,
  yourTimeIn: (city) => `la tua ora, ${city}`,
  coachTimeIn: (coach, city) => `${coach}, ${city}`,
  addToCalendar: 'Aggiungi al tuo calendario',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Scarica un file per il calendario',
  newTab: 'si apre in una nuova scheda',
  eventTitle: (coach) => `Sessione con ${coach}`,
  pendingTitle: (day, name) => `Richiesta per ${day}, ${name}`,
  cancelledTitle: 'Questa sessione è annullata',
  declinedTitle: (coach) => `${upperFirst(coach)} non ha potuto accettare questa sessione`,
  sessionTitle: (day) => `La tua sessione: ${day}`,
  yourNote: (coach) => `Il tuo messaggio per ${coach}`,
  bookAnother: 'Prenota un’altra sessione',
  bookSession: 'Prenota una sessione',

  // The coach's profile
  sessions: 'Sessioni',
  profileNextFree: 'Prossimo orario libero',
  nextThreeWeeks: 'Prossime tre settimane',
  book: (coach) => `Prenota con ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'Questa pagina di prenotazione non è disponibile',
    notFound: 'Non abbiamo trovato questo coach. Il link potrebbe non essere aggiornato.',
    notSetUpTitle: 'Qui le prenotazioni non sono ancora configurate',
    notSetUp: 'Il sito che mostra questa pagina deve completare la configurazione.',
    inactiveTitle: 'Nessuna prenotazione al momento',
    inactive: (coach) => `${upperFirst(coach)} non accetta prenotazioni al momento.`,
    loadTitle: 'Impossibile caricare gli orari',
    network: 'Controlla la connessione e riprova.',
    rateLimited: 'Troppe richieste insieme. Aspetta un momento e riprova.',
    unavailable: 'Il servizio di prenotazione non risponde. Riprova tra un momento.',
    invalidResponse: 'Il servizio di prenotazione ha inviato una risposta che non siamo riusciti a leggere.',
    outOfPolicy: 'Questo orario non si può più prenotare. Scegline un altro.',
    refusedTitle: 'La prenotazione non è stata fatta',
    refused: 'Il servizio di prenotazione non l’ha accettata. Quello che hai scritto resta salvato.',
    unknown: 'Qualcosa è andato storto da parte nostra. Quello che hai scritto resta salvato.',
  },
};
export { it as default };
