import type { DetailsDictionary } from '../details.js';
import { plural } from '../plural.js';
import { fullStop, upperFirst } from '../sentence.js';

const freeTimes = plural('pt', {
  one: '# horário livre',
  many: '# de horários livres',
  other: '# horários livres',
});
const zones = plural('pt', {
  one: '# fuso horário',
  many: '# de fusos horários',
  other: '# fusos horários',
});
const answers = plural('pt', {
  one: 'Verifique # resposta',
  many: 'Verifique # de respostas',
  other: 'Verifique # respostas',
});

/** Portuguese, with an unsaid "você", in Brazilian words where Portugal has others. */
export const pt: DetailsDictionary = {
  // Shared
  minutes: (count) => `${count}\u00a0min`,
  loading: 'Carregando',
  tryAgain: 'Tentar de novo',
  notLoaded: 'Não foi possível carregar este passo',
  back: 'Voltar',
  yourCoach: 'seu coach',
  dayAndTime: (day, time) => `${day}, ${time}`,
  timeIn: (time, city) => `${time} em ${city}`,

  // The frame
  detailsTitle: 'Seus dados',
  bookWith: (coach) => `Reservar uma sessão com ${coach}`,
  stepOf: (step, total) => `${step} de ${total}`,

  // Length
  lengthTitle: 'De quanto tempo precisa?',
  lengths: 'Duração da sessão',
  nextFree: (when) => `Próximo horário livre: ${when}`,
  noTimesSoon: 'Sem horários livres no momento',
  about: (price) => `cerca de ${price}`,
  seeTimes: 'Ver horários',
  chooseLengthFirst: 'Escolha primeiro uma duração.',

  // Day
  timeTitle: 'Escolha o dia e o horário',
  previousPage: 'Dias anteriores',
  nextPage: 'Dias seguintes',
  today: 'Hoje',
  fewer: 'Menos',
  more: 'Mais',
  dayWithTimes: (day, count) => `${day}, ${count === 0 ? 'sem horários livres' : freeTimes(count)}`,
  dayLoading: (day) => `${day}, carregando`,
  dayFrom: (day, price) => `${day}, a partir de ${price}`,
  dayToday: (day) => `Hoje, ${day}`,

  // Time
  times: 'Horários',
  night: 'Madrugada',
  morning: 'Manhã',
  afternoon: 'Tarde',
  evening: 'Noite',
  yourTime: 'Seu horário',
  clocksSame: (yours, city) => `${yours}, ${city}`,
  clocksBeside: (yours, coach, city) => `${yours}, e o de ${coach} em ${city}`,
  coachTime: (coach, time) => `${time} para ${coach}`,
  loadingTimes: 'Carregando os horários',
  chooseDay: 'Escolha um dia para ver os horários.',
  noTimesOnDay: 'Sem horários livres neste dia',
  continue: 'Continuar',
  chooseTimeFirst: 'Escolha primeiro um horário.',

  // Shared
  free: 'Grátis',
  optional: 'Opcional',
  close: 'Fechar',
  hours: (count) => `${count}\u00a0h`,
  sentence: (words) => `${words}.`,

  // The receipt
  receipt: 'Sua sessão',
  chooseLengthPrompt: 'Escolha uma duração',
  chooseTimePrompt: 'Escolha o dia e o horário',
  places: { video: 'Chamada de vídeo', phone: 'Por telefone', inPerson: 'Presencial' },
  yourClock: 'Sua hora',
  hoursAhead: (hours) => `${hours}\u00a0h a mais`,
  hoursBehind: (hours) => `${hours}\u00a0h a menos`,
  onSameTime: 'a mesma hora',
  booked: 'Reservada',
  pending: 'Por confirmar',
  reference: (id) => `Referência ${id}`,

  // The next free day
  nextFreeDay: 'Próximo dia livre',
  nextFreeDayIs: (day) => `Próximo: ${day}`,
  searching: 'Procurando o próximo horário livre',
  noTimesHere: 'Sem horários livres nestas semanas',
  noTimesAtAll: (coach) => `${upperFirst(coach)} não tem horários livres no momento.`,
  nextFreeOf: (coach, length, when) => `Próxima sessão livre de ${length} com ${coach}: ${when}.`,
  goToDay: (day) => `Ir para ${day}`,

  // A week, and a list of times
  moreTimes: 'Mais horários',
  noTimesThisWeek: 'Sem horários livres nesta semana',

  // Time zone and clock
  timeZone: 'Fuso horário',
  changeTimeZone: 'Mudar o fuso horário',
  searchTimeZones: 'Cidade, país, diferença ou CET',
  timeZonesFound: zones,
  noTimeZoneFound: 'Sem resultados. Tente o país, uma cidade maior próxima ou uma diferença como GMT+2.',
  clock: 'Formato da hora',
  clock12: '12\u00a0h',
  clock24: '24\u00a0h',

  // Notices
  clocksForward: (city, day) => fullStop(`Em ${city}, os relógios avançam em ${day}`),
  clocksBack: (city, day) => fullStop(`Em ${city}, os relógios atrasam em ${day}`),
  clocksAllowed: 'Os horários mostrados já consideram isso.',
  clocksBetween: (city, day, coach, difference) =>
    `Em ${city} só mudam em ${day} – até lá, para ${coach}: ${difference}.`,
  clocksAfter: (coach, difference) => `A partir daí, para ${coach}: ${difference}.`,
  offline: 'Você está sem conexão.',
  offlineKept: 'A sua escolha está guardada.',
  offlineSince: (time) => `Estes horários são das ${time}. A sua escolha está guardada.`,
  takenTitle: (time) => `${time} acabou de ser reservado`,
  takenTitleUnsure: (time) => `${time} não está livre neste momento`,
  takenNotice: 'Alguém foi mais rápido.',
  takenUnsure: 'Não está livre neste momento.',
  takenKept: 'O que escreveu está guardado.',
  takenAlternatives: 'Horários livres mais próximos',
  earlierBy: (length) => `${length} mais cedo`,
  laterBy: (length) => `${length} mais tarde`,
  sameTimeNextDay: 'Mesmo horário, no dia seguinte',
  allTimes: 'Todos os horários',
  priceChanged: (previous, current) => `O preço agora é ${current}, e não ${previous}.`,
  declinePrice: 'Escolher outro horário',
  checkingTitle: 'Verificando a sua reserva',
  checking: 'A conexão caiu. Verificamos se a sua reserva chegou. Continue nesta página.',
  unconfirmedTitle: 'Não foi possível confirmar a sua reserva',
  unconfirmed: 'Pode ser que ela tenha chegado. Verifique de novo antes de reservar outro horário.',
  checkAgain: 'Verificar de novo',
  checkingOffline: 'Assim que voltar a ter ligação, verificamos se a sua reserva chegou. Permaneça nesta página.',
  goneTitle: (time) => `O horário das ${time} já não está livre.`,
  seeOtherTimes: 'Ver outros horários',
  held: 'Horário guardado',
  heldFor: (time) => `faltam ${time}`,
  heldEnding: 'Este horário fica guardado mais um pouco.',
  heldFinal: 'Este horário não pode ficar guardado mais tempo. Depois, ainda o pode reservar enquanto estiver livre.',
  keepTime: 'Guardar mais tempo',
  heldEnded: 'Este horário já não está guardado.',
  heldEndedBody: 'Ainda o pode reservar enquanto estiver livre.',
  holdAgain: 'Guardar de novo',
  waitSeconds: (seconds) => `Pode tentar de novo em ${seconds}\u00a0s.`,

  // Details
  name: 'Nome',
  email: 'E-mail',
  notes: (coach) => `O que ${coach} deve saber?`,
  choose: 'Escolha',
  errorSummary: answers,
  errorSummaryItem: (label, message) => `${label}: ${message}`,
  fieldErrors: {
    nameRequired: 'Escreva o seu nome.',
    emailRequired: 'Escreva o seu e-mail.',
    emailInvalid: 'Verifique o e-mail, deve ser como nome@example.com.',
    emailNoAt: 'Acrescente a parte a partir do @, por exemplo @example.com.',
    emailNoEnding: 'Acrescente o final, por exemplo .com ou .pt.',
    telInvalid: 'Escreva o número completo, por exemplo +55 11 5555 0100.',
    numberInvalid: 'Escreva um número, por exemplo 12 ou 1,5.',
    required: 'Preencha este campo.',
    choiceRequired: 'Escolha uma opção.',
    checkboxRequired: 'Marque esta caixa para continuar.',
    invalid: 'Verifique esta resposta.',
    tooShort: 'Escreva um pouco mais.',
    tooLong: (maximum, count) => `Encurte para ${maximum} caracteres, agora são ${count}.`,
    tooSmall: 'Escolha um número maior.',
    tooLarge: 'Escolha um número menor.',
  },
  bookFor: (price) => `Reservar por ${price}`,
  bookFree: 'Reservar',
  chargedIn: (currency) => `A cobrança é feita em ${currency}.`,
  sending: 'Reservando…',

  // Booked
  bookedTitle: (day, name) => `Até ${day}, ${name}`,
  bookedWith: (coach) => `Sua sessão com ${coach} está reservada.`,
  pendingWith: (coach) => `O seu pedido foi enviado. Falta a confirmação de ${coach}.`,
  yourTimeIn: (city) => `seu horário, ${city}`,
  coachTimeIn: (coach, city) => `${coach}, ${city}`,
  addToCalendar: 'Adicionar ao seu calendário',
  google: 'Google',
  outlook: 'Outlook',
  ics: '.ics',
  icsName: 'Guardar para o calendário, como',
  newTab: 'abre em outra aba',
  eventTitle: (coach) => `Sessão com ${coach}`,
  pendingTitle: (day, name) => `Pedido para ${day}, ${name}`,
  cancelledTitle: 'Esta sessão está cancelada',
  declinedTitle: (coach) => `${upperFirst(coach)} não pôde aceitar esta sessão`,
  sessionTitle: (day) => `Sua sessão: ${day}`,
  yourNote: (coach) => `Sua mensagem para ${coach}`,
  bookAnother: 'Reservar outra sessão',
  bookSession: 'Reservar uma sessão',

  // The coach's profile
  sessions: 'Sessões',
  profileNextFree: 'Próximo horário livre',
  nextThreeWeeks: 'Próximas três semanas',
  book: (coach) => `Reservar com ${coach}`,

  // What went wrong, by error code
  errors: {
    notFoundTitle: 'Esta página de reservas não está disponível',
    notFound: 'Não encontramos este coach. O link pode estar desatualizado.',
    notSetUpTitle: 'As reservas ainda não estão configuradas aqui',
    notSetUp: 'O site que mostra esta página precisa terminar a configuração.',
    inactiveTitle: 'Sem reservas no momento',
    inactive: (coach) => `${upperFirst(coach)} não aceita reservas no momento.`,
    loadTitle: 'Não foi possível carregar os horários',
    network: 'Verifique a conexão e tente de novo.',
    rateLimited: 'Muitos pedidos ao mesmo tempo. Espere um momento e tente de novo.',
    unavailable: 'O serviço de reservas não responde. Tente de novo daqui a pouco.',
    invalidResponse: 'O serviço de reservas enviou uma resposta que não conseguimos ler.',
    outOfPolicy: 'Este horário não pode mais ser reservado. Escolha outro.',
    refusedTitle: 'A reserva não foi feita',
    refused: 'O serviço de reservas não a aceitou. O que escreveu está guardado.',
    unknown: 'Algo deu errado do nosso lado. O que escreveu está guardado.',
  },
};
export { pt as default };
