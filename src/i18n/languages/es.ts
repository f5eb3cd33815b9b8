import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';
import { upperFirst } from '../sentence.js';

const freeTimes = plural('es', { one: '# hora libre', many: '# de horas libres', other: '# horas libres' });
const zones = plural('es', { one: '# zona horaria', many: '# de zonas horarias', other: '# zonas horarias' });
const answers = plural('es', {
  one: 'Revisa # respuesta',
  many: 'Revisa # de respuestas',
  other: 'Revisa # respuestas',
});

/** Spanish, with "tú", in words that Spain and America share. */
export const es: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count}\u00a0min`,
  loading: 'Cargando',
  tryAgain: 'Reintentar',
  notLoaded: 'No se pudo cargar este paso',
  back: 'Atrás',
  yourCoach: 'tu coach',
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time} en ${city}`,

  // The frame
  detailsTitle: 'Tus datos',
  bookWith: (coach) => `Reservar una sesión con ${coach}`,
  stepOf: (step, total) => `${step} de ${total}`,

  // Length
  lengthTitle: '¿Cuánto tiempo necesitas?',
  lengths: 'Duración de la sesión',
  nextFree: (when) => `Próxima hora libre: ${when}`,
  noTimesSoon: 'Sin horas libres por ahora',
  about: (price) => `unos ${price}`,
  seeTimes: 'Ver horas',
  chooseLengthFirst: 'Elige primero una duración.',

  // Day
  timeTitle: 'Elige día y hora',
  previousPage: 'Días anteriores',
  nextPage: 'Días siguientes',
  today: 'Hoy',
  fewer: 'Menos',
  more: 'Más',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'sin horas libres' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, cargando`,
  dayFrom: (day, price) => `${day}, desde ${price}`,
  dayToday: (day) => `Hoy, ${day}`,

  // Time
  times: 'Horas',
  night: 'Madrugada',
  morning: 'Mañana',
  afternoon: 'Tarde',
  evening: 'Noche',
  yourTime: 'Tu hora',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, y la de ${coach} en ${city}`,
  coachTime: (coach, time) => `${time} para ${coach}`,
  loadingTimes: 'Cargando las horas',
  chooseDay: 'Elige un día para ver sus horas.',
  noTimesOnDay: 'Sin horas libres este día',
  continue: 'Continuar',
  chooseTimeFirst: 'Elige primero una hora.',

  // Shared
  free: 'Gratis',
  optional: 'Opcional',
  close: 'Cerrar',
  hours: (count) => `${count}\u00a0h`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'Tu sesión',
  chooseLengthPrompt: 'Elige una duración',
  chooseTimePrompt: 'Elige día y hora',
  places: { video: 'Videollamada', phone: 'Llamada telefónica', inPerson: 'En persona' },
  yourClock: 'Tu hora',
  hoursAhead: (hours) => `${hours}\u00a0h más`,
  hoursBehind: (hours) => `${hours}\u00a0h menos`,
  onSameTime: 'la misma hora que tú',
  booked: 'Reservada',
  pending: 'Por confirmar',
  reference: (id) => `Referencia ${id}`,

  // The next free day
  nextFreeDay: 'Próximo día libre',
  nextFreeDayIs: (day) => `Próximo: ${day}`,
  searching: 'Buscando la próxima hora libre',
  noTimesHere: 'Sin horas libres en estas semanas',
  noTimesAtAll: (coach) => `${upperFirst(coach)} no tiene horas libres por ahora.`,
  nextFreeOf: (coach, length, when) => `Próxima sesión libre de ${length} con ${coach}: ${when}.`,
  goToDay: (day) => `Ir al ${day}`,

  // A week, and a list of times
  moreTimes: 'Más horas',
  noTimesThisWeek: 'Sin horas libres en esta semana',

  // Time zone and clock
  timeZone: 'Zona horaria',
  changeTimeZone: 'Cambiar la zona horaria',
  searchTimeZones: 'Ciudad, país, diferencia o CET',
  timeZonesFound: zones,
  noTimeZoneFound: 'Sin resultados. Prueba con el país, una ciudad mayor cercana o una diferencia como GMT+2.',
  clock: 'Formato de hora',
  clock12: '12\u00a0h',
  clock24: '24\u00a0h',

  // Notices
  clocksForward: (city, day) => `En ${city} se adelanta la hora el ${day}.`,
  clocksBack: (city, day) => `En ${city} se atrasa la hora el ${day}.`,
  clocksAllowed: 'Las horas que ves ya lo tienen en cuenta.',
  clocksBetween: (city, day, coach, difference) =>
    `En ${city} cambia el ${day}. Mientras tanto, ${coach} tiene ${difference}.`,
  clocksAfter: (coach, difference) => `Desde entonces, ${coach} tiene ${difference}.`,
  offline: 'No tienes conexión.',
  offlineKept: 'Se conserva lo que elegiste.',
  offlineSince: (time) => `Estas horas son de las ${time}. Se conserva lo que elegiste.`,
  takenTitle: (time) => `Acaban de reservar las ${time}`,
  takenTitleUnsure: (time) => `En este momento las ${time} no están libres`,
  takenNotice: 'Alguien se adelantó.',
  takenUnsure: 'No está libre en este momento.',
  takenKept: 'Se conserva lo que escribiste.',
  takenAlternatives: 'Horas libres más cercanas',
  earlierBy: (length) => `${length} antes`,
  laterBy: (length) => `${length} después`,
  sameTimeNextDay: 'A la misma hora, un día después',
  allTimes: 'Todas las horas',
  priceChanged: (previous, current) => `El precio ahora es ${current}, no ${previous}.`,
  declinePrice: 'Elegir otra hora',
  checkingTitle: 'Comprobando tu reserva',
  checking: 'Se cortó la conexión. Estamos comprobando si llegó tu reserva. No cierres esta página.',
  unconfirmedTitle: 'No pudimos confirmar tu reserva',
  unconfirmed: 'Puede que haya llegado. Compruébalo otra vez antes de reservar otra hora.',
  checkAgain: 'Comprobar otra vez',
  checkingOffline: 'En cuanto vuelvas a tener conexión, comprobaremos si tu reserva llegó. No cierres esta página.',
  goneTitle: (time) => `La hora de las ${time} ya no está libre.`,
  seeOtherTimes: 'Ver otras horas',
  held: 'Guardada para ti',
  heldFor: (time) => `quedan ${time}`,
  heldEnding: 'Te guardamos esta hora un poco más.',
  heldFinal: 'No podemos guardar esta hora más tiempo. Después podrás reservarla mientras siga libre.',
  keepTime: 'Guardar más tiempo',
  heldEnded: 'Ya no te guardamos esta hora.',
  heldEndedBody: 'Puedes reservarla mientras siga libre.',
  holdAgain: 'Guardar otra vez',
  waitSeconds: (seconds) => `Puedes reintentarlo en ${seconds}\u00a0s.`,

  // Details
  name: 'Nombre',
  email: 'Correo electrónico',
  notes: (coach) => `¿Qué debería saber ${coach}?`,
  choose: 'Elige',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'Escribe tu nombre.',
    emailRequired: 'Escribe tu correo electrónico.',
    emailInvalid: 'Revisa el correo, debería ser como nombre@example.com.',
    emailNoAt: 'Añade la parte desde la @, por ejemplo @example.com.',
    emailNoEnding: 'Añade el final, por ejemplo .es o .com.',
    telInvalid: 'Escribe el número completo, por ejemplo +34 910 123 456.',
    numberInvalid: 'Escribe un número, por ejemplo 12 o 1,5.',
    required: 'Rellena este campo.',
    choiceRequired: 'Elige una opción.',
    checkboxRequired: 'Marca esta casilla para continuar.',
    invalid: 'Revisa esta respuesta.',
    tooShort: 'Escribe un poco más.',
    tooLong: (maximum, count) => `Acórtalo a ${maximum} caracteres, ahora tiene ${count}.`,
    tooSmall: 'Elige un número mayor.',
    tooLarge: 'Elige un número menor.',
  },
  bookFor: (price) => `Reservar por ${price}`,
  bookFree: 'Reservar',
  chargedIn: (currency) => `Se cobra en ${currency}.`,
  sending: 'Reservando…',

  // Booked
  bookedTitle: (day, name) => `Nos vemos el ${day}, ${name}`,
  bookedWith: (coach) => `Tu sesión con ${coach} está reservada.`,
  pendingWith: (coach) => `Tu solicitud está enviada. ${upperFirst(coach)} aún tiene que confirmarla.`,
  yourTimeIn: (city) => `tu hora, ${city}`,
  coachTimeIn: (coach, city) => `${coach}, ${city}`,
  addToCalendar: 'Añadir a tu calendario',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Descargar un archivo de calendario',
  newTab: 'abre otra pestaña',
  eventTitle: (coach) => `Sesión con ${coach}`,
  pendingTitle: (day, name) => `Solicitud para el ${day}, ${name}`,
  cancelledTitle: 'Esta sesión está cancelada',
  declinedTitle: (coach) => `${upperFirst(coach)} no pudo aceptar esta sesión`,
  sessionTitle: (day) => `Tu sesión del ${day}`,
  yourNote: (coach) => `Tu mensaje para ${coach}`,
  bookAnother: 'Reservar otra sesión',
  bookSession: 'Reservar una sesión',

  // The coach's profile
  sessions: 'Sesiones',
  profileNextFree: 'Próxima hora libre',
  nextThreeWeeks: 'Próximas tres semanas',
  book: (coach) => `Reservar con ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'Esta página de reservas no está disponible',
    notFound: 'No encontramos a este o esta coach. Puede que el enlace esté anticuado.',
    notSetUpTitle: 'Las reservas aún no están configuradas aquí',
    notSetUp: 'El sitio que muestra esta página tiene que terminar su configuración.',
    inactiveTitle: 'Sin reservas por ahora',
    inactive: (coach) => `${upperFirst(coach)} no acepta reservas por ahora.`,
    loadTitle: 'No se pudieron cargar las horas',
    network: 'Revisa tu conexión e inténtalo otra vez.',
    rateLimited: 'Demasiadas solicitudes a la vez. Espera un momento e inténtalo otra vez.',
    unavailable: 'El servicio de reservas no responde. Inténtalo otra vez en un momento.',
    invalidResponse: 'El servicio de reservas envió una respuesta que no pudimos leer.',
    outOfPolicy: 'Esta hora ya no se puede reservar. Elige otra.',
    refusedTitle: 'No se hizo la reserva',
    refused: 'El servicio de reservas no la aceptó. Se conserva lo que escribiste.',
    unknown: 'Algo falló por nuestra parte. Se conserva lo que escribiste.',
  },
};
export { es as default };
