import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';
import { fullStop, upperFirst } from '../sentence.js';

// A no-break space stands before ":", a narrow one before "?", "!" and ";", and between number and unit.
const freeTimes = plural('fr', {
  one: '# créneau libre',
  many: '# de créneaux libres',
  other: '# créneaux libres',
});
const zones = plural('fr', {
  one: '# fuseau horaire',
  many: '# de fuseaux horaires',
  other: '# fuseaux horaires',
});
const answers = plural('fr', {
  one: '# réponse à vérifier',
  many: '# de réponses à vérifier',
  other: '# réponses à vérifier',
});

/** French, with "vous". */
export const fr: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count}\u00a0min`,
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  notLoaded: 'Impossible de charger cette étape',
  back: 'Retour',
  yourCoach: 'votre coach',
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time} à ${city}`,

  // The frame
  detailsTitle: 'Vos coordonnées',
  bookWith: (coach) => `Réserver une séance avec ${coach}`,
  stepOf: (step, total) => `${step} sur ${total}`,

  // Length
  lengthTitle: 'De combien de temps avez-vous besoin\u202f?',
  lengths: 'Durée de la séance',
  nextFree: (when) => `Prochain créneau\u00a0: ${when}`,
  noTimesSoon: 'Aucun créneau pour le moment',
  about: (price) => `environ ${price}`,
  seeTimes: 'Voir les créneaux',
  chooseLengthFirst: 'Choisissez d’abord une durée.',

  // Day
  timeTitle: 'Choisissez un jour et une heure',
  previousPage: 'Jours précédents',
  nextPage: 'Jours suivants',
  today: 'Auj.',
  fewer: 'Moins',
  more: 'Plus',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'aucun créneau libre' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, chargement`,
  dayFrom: (day, price) => `${day}, à partir de ${price}`,
  dayToday: (day) => `Aujourd’hui, ${day}`,

  // Time
  times: 'Horaires',
  night: 'Nuit',
  morning: 'Matin',
  afternoon: 'Après-midi',
  evening: 'Soir',
  yourTime: 'Votre heure',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, et celle de ${coach} à ${city}`,
  coachTime: (coach, time) => `${time} pour ${coach}`,
  loadingTimes: 'Chargement des horaires',
  chooseDay: 'Choisissez un jour pour voir ses horaires.',
  noTimesOnDay: 'Aucun créneau libre ce jour-là',
  continue: 'Continuer',
  chooseTimeFirst: 'Choisissez d’abord un horaire.',

  // Shared
  free: 'Gratuit',
  optional: 'Facultatif',
  close: 'Fermer',
  hours: (count) => `${count}\u00a0h`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'Votre séance',
  chooseLengthPrompt: 'Choisir une durée',
  chooseTimePrompt: 'Choisir un jour et une heure',
  places: { video: 'Appel vidéo', phone: 'Appel téléphonique', inPerson: 'En personne' },
  yourClock: 'Chez vous',
  hoursAhead: (hours) => `${hours}\u00a0h d’avance`,
  hoursBehind: (hours) => `${hours}\u00a0h de retard`,
  onSameTime: 'même heure que vous',
  booked: 'Réservée',
  pending: 'À confirmer',
  reference: (id) => `Référence ${id}`,

  // The next free day
  nextFreeDay: 'Prochain jour libre',
  nextFreeDayIs: (day) => `Prochain\u00a0: ${day}`,
  searching: 'Recherche du prochain créneau',
  noTimesHere: 'Aucun créneau libre ces semaines-là',
  noTimesAtAll: (coach) => `${upperFirst(coach)} n’a aucun créneau libre pour le moment.`,
  nextFreeOf: (coach, length, when) => `Prochain créneau de ${length} avec ${coach}\u00a0: ${when}.`,
  goToDay: (day) => `Aller au ${day}`,

  // A week, and a list of times
  moreTimes: 'Plus d’horaires',
  noTimesThisWeek: 'Aucun créneau libre cette semaine-là',

  // Time zone and clock
  timeZone: 'Fuseau horaire',
  changeTimeZone: 'Changer de fuseau horaire',
  searchTimeZones: 'Ville, pays, décalage ou CET',
  timeZonesFound: zones,
  noTimeZoneFound: 'Aucun résultat. Essayez le pays, une plus grande ville voisine ou un décalage comme GMT+2.',
  clock: 'Format de l’heure',
  clock12: '12\u00a0h',
  clock24: '24\u00a0h',

  // Notices
  clocksForward: (city, day) => fullStop(`À ${city}, les horloges avancent le ${day}`),
  clocksBack: (city, day) => fullStop(`À ${city}, les horloges reculent le ${day}`),
  clocksAllowed: 'Les heures affichées en tiennent déjà compte.',
  clocksBetween: (city, day, coach, difference) =>
    `À ${city}, le changement n’a lieu que le ${day}\u00a0; d’ici là, ${coach}\u00a0: ${difference}.`,
  clocksAfter: (coach, difference) => `À partir de là, ${coach}\u00a0: ${difference}.`,
  offline: 'Vous êtes hors ligne.',
  offlineKept: 'Votre choix est conservé.',
  offlineSince: (time) => `Ces horaires datent de ${time}. Votre choix est conservé.`,
  takenTitle: (time) => `${time} vient d’être réservé`,
  takenTitleUnsure: (time) => `${time} n’est pas libre en ce moment`,
  takenNotice: 'Quelqu’un a été plus rapide.',
  takenUnsure: 'Cet horaire n’est pas libre en ce moment.',
  takenKept: 'Votre saisie est conservée.',
  takenAlternatives: 'Créneaux libres les plus proches',
  earlierBy: (length) => `${length} plus tôt`,
  laterBy: (length) => `${length} plus tard`,
  sameTimeNextDay: 'Même heure, le lendemain',
  allTimes: 'Tous les horaires',
  priceChanged: (previous, current) => `Le prix est maintenant de ${current}, et non de ${previous}.`,
  declinePrice: 'Choisir un autre horaire',
  checkingTitle: 'Vérification de votre réservation',
  checking: 'La connexion a été coupée. Nous vérifions si votre réservation est bien arrivée. Restez sur cette page.',
  unconfirmedTitle: 'Nous n’avons pas pu confirmer votre réservation',
  unconfirmed: 'Elle est peut-être bien arrivée. Vérifiez à nouveau avant de réserver un autre horaire.',
  checkAgain: 'Vérifier à nouveau',
  checkingOffline:
    'Dès que vous serez de nouveau en ligne, nous vérifierons si votre réservation est arrivée. Restez sur cette page.',
  goneTitle: (time) => `L’horaire de ${time} n’est plus libre.`,
  seeOtherTimes: 'Voir d’autres horaires',
  held: 'Gardé pour vous',
  heldFor: (time) => `encore ${time}`,
  heldEnding: 'Cet horaire vous est encore gardé un instant.',
  heldFinal:
    'Cet horaire ne peut pas être gardé plus longtemps. Ensuite, vous pourrez le réserver tant qu’il est libre.',
  keepTime: 'Garder plus longtemps',
  heldEnded: 'Cet horaire ne vous est plus gardé.',
  heldEndedBody: 'Vous pouvez le réserver tant qu’il est libre.',
  holdAgain: 'Garder à nouveau',
  waitSeconds: (seconds) => `Vous pourrez réessayer dans ${seconds}\u00a0s.`,

  // Details
  name: 'Nom',
  email: 'E-mail',
  notes: (coach) => `Que devrait savoir ${coach}\u202f?`,
  choose: 'Choisir',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}\u00a0: ${message}`,
  fieldErrors: {
    nameRequired: 'Saisissez votre nom.',
    emailRequired: 'Saisissez votre adresse e-mail.',
    emailInvalid: 'Vérifiez l’adresse, elle devrait ressembler à nom@example.com.',
    emailNoAt: 'Ajoutez la partie à partir du @, par exemple @example.com.',
    emailNoEnding: 'Ajoutez la terminaison, par exemple .fr ou .com.',
    telInvalid: 'Saisissez le numéro complet, par exemple +33 1 99 00 12 34.',
    numberInvalid: 'Saisissez un nombre, par exemple 12 ou 1,5.',
    required: 'Remplissez ce champ.',
    choiceRequired: 'Choisissez une option.',
    checkboxRequired: 'Cochez cette case pour continuer.',
    invalid: 'Vérifiez cette réponse.',
    tooShort: 'Écrivez un peu plus.',
    tooLong: (maximum, count) => `Raccourcissez à ${maximum} caractères, il y en a ${count} pour l’instant.`,
    tooSmall: 'Choisissez un nombre plus grand.',
    tooLarge: 'Choisissez un nombre plus petit.',
  },
  bookFor: (price) => `Réserver pour ${price}`,
  bookFree: 'Réserver',
  chargedIn: (currency) => `Le montant est débité en ${currency}.`,
  sending: 'Réservation…',

  // Booked
  bookedTitle: (day, name) => `Rendez-vous ${day}, ${name}`,
  bookedWith: (coach) => `Votre séance avec ${coach} est réservée.`,
  pendingWith: (coach) => `Votre demande est envoyée. ${upperFirst(coach)} doit encore la confirmer.`,
  yourTimeIn: (city) => `votre heure, ${city}`,
  coachTimeIn: (coach, city) => `${coach}, ${city}`,
  addToCalendar: 'Ajouter à votre agenda',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Télécharger un fichier d’agenda',
  newTab: 'ouvre un nouvel onglet',
  eventTitle: (coach) => `Séance avec ${coach}`,
  pendingTitle: (day, name) => `${upperFirst(day)}\u00a0: demande envoyée, ${name}`,
  cancelledTitle: 'Cette séance est annulée',
  declinedTitle: (coach) => `${upperFirst(coach)} n’a pas pu accepter cette séance`,
  sessionTitle: (day) => `Votre séance\u00a0: ${day}`,
  yourNote: (coach) => `Votre message pour ${coach}`,
  bookAnother: 'Réserver une autre séance',
  bookSession: 'Réserver une séance',

  // The coach's profile
  sessions: 'Séances',
  profileNextFree: 'Prochain créneau',
  nextThreeWeeks: 'Trois prochaines semaines',
  book: (coach) => `Réserver avec ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'Cette page de réservation n’est pas disponible',
    notFound: 'Nous n’avons pas trouvé ce ou cette coach. Le lien n’est peut-être plus à jour.',
    notSetUpTitle: 'La réservation n’est pas encore configurée ici',
    notSetUp: 'Le site qui affiche cette page doit terminer sa configuration.',
    inactiveTitle: 'Pas de réservations pour le moment',
    inactive: (coach) => `${upperFirst(coach)} ne prend pas de réservations pour le moment.`,
    loadTitle: 'Impossible de charger les horaires',
    network: 'Vérifiez votre connexion et réessayez.',
    rateLimited: 'Trop de demandes à la fois. Attendez un instant et réessayez.',
    unavailable: 'Le service de réservation ne répond pas. Réessayez dans un instant.',
    invalidResponse: 'Le service de réservation a envoyé une réponse que nous n’avons pas pu lire.',
    outOfPolicy: 'Cet horaire ne peut plus être réservé. Choisissez-en un autre.',
    refusedTitle: 'La réservation n’a pas eu lieu',
    refused: 'Le service de réservation ne l’a pas acceptée. Votre saisie est conservée.',
    unknown: 'Un problème est survenu de notre côté. Votre saisie est conservée.',
  },
};
export { fr as default };
