export { createConsoleSink } from './console-sink.js';
export { FUNNEL, record, type FunnelDetail, type FunnelEventName, type FunnelStep } from './funnel.js';
