// What is written is read again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WireReader, WireWriter } from '../../web/wire.js';

test('every kind of value comes back, also when the writer had to grow', () => {
    const long = '热线 12345 😀 '.repeat(200);
    const writer = new WireWriter();
    writer.byte(7).flag(true).number(4_000_000_000).real(0.5).moment(1_790_000_000_123).text(long).text('').flag(false);
    const reader = new WireReader(writer.written().slice().buffer, 0, []);
    assert.equal(reader.byte(), 7);
    assert.equal(reader.flag(), true);
    assert.equal(reader.number(), 4_000_000_000);
    assert.equal(reader.real(), 0.5);
    assert.equal(reader.moment(), 1_790_000_000_123);
    assert.equal(reader.text(), long);
    assert.equal(reader.text(), '');
    assert.equal(reader.flag(), false);
});

test('values of every size survive the moment when the writer grows', () => {
    for (let before = 240; before < 260; ++before) {
        const writer = new WireWriter();
        for (let count = 0; count < before; ++count) writer.byte(1);
        writer.number(123_456).moment(-2.5).text('é');
        const reader = new WireReader(writer.written().slice().buffer, before, []);
        assert.equal(reader.number(), 123_456);
        assert.equal(reader.moment(), -2.5);
        assert.equal(reader.text(), 'é');
    }
});

test('a word travels with its letters once', () => {
    const writer = new WireWriter();
    writer.number(0).text('div').number(1).text('p').number(0);
    const reader = new WireReader(writer.written().slice().buffer, 0, []);
    assert.deepEqual([reader.word(), reader.word(), reader.word()], ['div', 'p', 'div']);
});
