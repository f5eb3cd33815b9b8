/** `coach-booking/adapters/rest` */
export * from '../../adapters/rest/index.js';
