/** `coach-booking/adapters/memory` */
export * from '../../adapters/memory/index.js';
