// The part of the page that is painted follows what is seen, as seldom as it can.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Paper } from '../../web/paper.js';
import { tallestCanvas } from '../../web/painter.js';
import { wholeStep } from '../../web/whole_step.js';

test('a page that fits is painted once and for all', () => {
    const paper = new Paper();
    paper.follow(0, 740, 1200, 2);
    for (let y = 0; y <= 460; y += 20) assert.ok(paper.reaches(y, 740, 1200), `at ${y}`);
});

test('a long page is painted anew only when the margin runs out', () => {
    const paper = new Paper();
    paper.follow(0, 740, 20_000, 2);
    let moves = 0;
    for (let y = 0; y <= 19_260; y += 20) {
        const { top } = paper;
        paper.follow(y, 740, 20_000, 2);
        assert.ok(paper.top <= y && paper.bottom >= Math.min(y + 740, 20_000), `what is seen at ${y} is painted`);
        if (paper.top !== top) moves += 1;
    }
    assert.ok(moves > 10 && moves < 60, `moved ${moves} times in 963 steps`);
});

test('a jump to the end and back is followed', () => {
    const paper = new Paper();
    for (const y of [0, 9_260, 0]) {
        paper.follow(y, 740, 10_000, 1);
        assert.ok(paper.top <= y && paper.bottom >= y + 740);
    }
});

test('the paper lies on whole device pixels and is never too tall', () => {
    for (const scale of [1, 1.25, 1.5, 2, 2.625, 3]) {
        const paper = new Paper();
        for (let y = 0; y < 5_000; y += 333.4) {
            paper.follow(y, 740, 6_000, scale);
            const top = paper.top * scale;
            assert.ok(Math.abs(top - Math.round(top)) < 1e-6, `${top} at ${scale}`);
            assert.ok((paper.bottom - paper.top) * scale <= tallestCanvas + 1);
        }
    }
});

test('steps of the canvas are whole in CSS and in device pixels wherever they can be', () => {
    for (const [scale, step] of [[1, 1], [1.25, 4], [1.5, 2], [2, 1], [2.625, 8], [3, 1], [1.1, 10]]) assert.equal(wholeStep(scale), step);
    const odd = Math.SQRT2;
    assert.ok(Math.abs(wholeStep(odd) * odd - 1) < 1e-9, 'failing that, a device pixel');
});

test('a window that grows gets more paper', () => {
    const paper = new Paper();
    paper.follow(0, 740, 20_000, 1);
    paper.follow(0, 1_400, 20_000, 1);
    assert.ok(paper.bottom >= 1_400);
});
