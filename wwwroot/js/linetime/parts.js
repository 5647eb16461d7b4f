// @ts-check
// What the chart of line and time needs besides the timeline: loaded when it is first opened.
import { filterOf } from './area.js';
import { LineChart } from './chart.js';
import { landmarksOf } from './landmarks.js';
import { roomOf } from './look.js';
import { savePicture } from './picture.js';

export { LineChart, filterOf, landmarksOf, roomOf, savePicture };
