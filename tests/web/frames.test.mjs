// Frames go on while there is something to do, and end also when the program never comes to an end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frames } from '../../web/frames.js';

/** @type {(() => void)[]} */
const due = [];
globalThis.document = /** @type {any} */ ({ hidden: false });
globalThis.requestAnimationFrame = (call) => due.push(() => call(0));

/** How many frames one event makes. @param {(frame: number) => { hasChanged: boolean, isUnfinished: boolean }} show */
function frames_of(show) {
    const frames = new Frames(() => show(frames.count));
    frames.request();
    for (let call = due.shift(); call; call = due.shift()) call();
    return frames.count;
}

test('the work of a thousand frames is done to its end though nothing on the page changes', () => {
    assert.equal(frames_of((frame) => ({ hasChanged: false, isUnfinished: frame < 1000 })), 1000);
});

test('a program that never comes to an end is left alone', () => {
    assert.ok(frames_of(() => ({ hasChanged: true, isUnfinished: true })) < 10_000);
    assert.ok(frames_of(() => ({ hasChanged: true, isUnfinished: false })) < 10);
});
