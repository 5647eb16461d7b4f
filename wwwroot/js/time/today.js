// @ts-check
// The one module that reads the reader's own clock: for the day on which the reader does something (retrieves what is cited),
// never for anything that happened.
import { dayOf } from './days.js';

/** The day on the reader's own calendar. @param {Date} [clock] */
export const today = (clock = new Date()) => dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
