// @ts-check
// Modules that are loaded when somebody needs them.
import { RequestError } from '../data/api.js';

/**
 * A module that does not come is a request that failed, to be said and tried again as any other.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function later(load) {
  try {
    return await load();
  } catch (error) {
    throw error instanceof TypeError ? new RequestError('', 0, error.message) : error;
  }
}
