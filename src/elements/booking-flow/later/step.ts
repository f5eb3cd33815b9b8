import type { TemplateResult } from 'lit';
import { isAgenda, isStep, type FlowView } from '../view.js';
import { agendaStep } from './agenda.js';
import { bookedStep } from './booked.js';
import { confirmationStep } from './confirmation.js';
import { takenStep } from './taken.js';

/** What is shown instead of the calendar and its times; null when those are shown. */
export function laterStep(view: FlowView): TemplateResult | null {
  if (isStep(view, 'confirmation')) return confirmationStep(view);
  if (isStep(view, 'booked')) return bookedStep(view);
  if (!isStep(view, 'datetime')) return null;
  if (view.state.taken) return takenStep(view, view.state.taken);
  return isAgenda(view.layout) ? agendaStep(view) : null;
}
