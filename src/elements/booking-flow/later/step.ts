import type { TemplateResult } from 'lit';
import { isStep, type FlowView } from '../view.js';
import { bookedStep } from './booked.js';
import { confirmationStep } from './confirmation.js';
import { takenStep } from './taken.js';

/** What is shown instead of the picker; null when that is shown. */
export function laterStep(view: FlowView): TemplateResult | null {
  if (isStep(view, 'confirmation')) return confirmationStep(view);
  if (isStep(view, 'booked')) return bookedStep(view);
  return isStep(view, 'datetime') && view.state.taken ? takenStep(view, view.state.taken) : null;
}
