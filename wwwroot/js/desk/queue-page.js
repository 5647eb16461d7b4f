// @ts-check
// The desk without a question in its address: to editors the review queue, to contributors their own work.
import queueWords from '../text/desk-queue-en.js';
import { addMessages } from '../text/t.js';
import { fill } from '../ui/dom.js';
import { Queue } from './queue.js';
import { OwnWork } from './queue-own.js';
import { QueueServer } from './queue-server.js';

addMessages('en', queueWords);

/** @param {HTMLElement} page @param {import('./server.js').Person} person */
export async function showQueue(page, person) {
  const server = new QueueServer(person.antiforgery);
  const shown = person.role === 'contributor' ? new OwnWork(server) : new Queue(server);
  fill(page, shown.element);
  await shown.start();
}
