// @ts-check
// The data names places and groups in English; a page in another language does with those names until it has its own.
import { inUse } from '../text/t.js';
import { detailOf } from '../ui/notices.js';
import { setNames } from '../words/names.js';
import { getGroupNames, getPlaceNames } from './api.js';

/** @param {() => void} done is called when there is something to draw anew */
export async function loadLocalNames(done) {
  if (inUse().code === 'en') return;
  try {
    const [places, group] = await Promise.all([getPlaceNames(), getGroupNames()]);
    setNames({ ...places, group });
    done();
  } catch (error) {
    console.warn('names in the language of the page', detailOf(error));
  }
}
