// @ts-check
// The desk without a question in its address: to editors the review queue, to contributors their own work.
import queueWords from '../text/desk-queue-en.js';
import { addMessages } from '../text/t.js';
import { fill } from '../ui/dom.js';
import { DocumentNames } from './names.js';
import { Queue } from './queue.js';
import { OwnWork } from './queue-own.js';
import { QueueServer } from './queue-server.js';

addMessages('en', queueWords);

/** @param {HTMLElement} page @param {import('./server.js').Server} server @param {import('./server.js').Person} person */
export async function showQueue(page, server, person) {
  const queue = new QueueServer(server);
  const shown = person.role === 'contributor' ? new OwnWork(queue) : new Queue(queue, new DocumentNames(server));
  fill(page, shown.element);
  await shown.start();
}
