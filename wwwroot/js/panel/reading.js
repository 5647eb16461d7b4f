// @ts-check
// What one incident is read with: loaded when the first one is opened.
import { completeSources, memberList, showNearby, showRecord } from './around-view.js';
import { showEpisode, showIncident } from './incident-view.js';

export { completeSources, memberList, showEpisode, showIncident, showNearby, showRecord };
