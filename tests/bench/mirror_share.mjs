// The mirror's share of a frame in the browser: what the sampling profiler finds below its methods, which keep their
// names when the script is made small. Its share inside the core is measured natively.

/** @typedef {import('./rows.mjs').Row} Row */

/** @typedef {{ id: number, callFrame: { functionName: string, url: string }, hitCount?: number, children?: number[] }} Call */

/** Samples below the outermost calls with this name. @param {Map<number, Call>} calls @param {Call} call @param {string} name @returns {number} */
function samples_below(calls, call, name, is_inside = false) {
    const counts = is_inside || call.callFrame.functionName === name;
    const own = counts ? (call.hitCount ?? 0) : 0;
    const below = (call.children ?? []).map((id) => samples_below(calls, /** @type {Call} */ (calls.get(id)), name, counts));
    return below.reduce((sum, each) => sum + each, own);
}

/** While somebody types and moves the pointer.
 * @param {import('../e2e/support/person.mjs').Person} person @returns {Promise<Row[]>} */
export async function mirror_share(person) {
    const { page } = person;
    const session = await page.context().newCDPSession(page);
    await person.opens('/submit/description');
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
    const field = person.finds('textbox', person.t('submit.description.label'));
    await field.focus();
    await page.keyboard.type('The street lamp is out. '.repeat(10), { delay: 5 });
    for (let i = 0; i < 120; i += 1) await page.mouse.move(40 + ((i * 97) % 280), 100 + ((i * 211) % 560));
    const { profile } = await session.send('Profiler.stop');
    const calls = new Map(profile.nodes.map((node) => [node.id, /** @type {Call} */ (node)]));
    const root = /** @type {Call} */ (profile.nodes[0]);
    const [frame, mirror] = ['show', 'apply'].map((name) => samples_below(calls, root, name));
    const note = `${mirror} of ${frame} samples`;
    return [{ name: "the mirror's share of a frame in the browser", value: frame ? (100 * mirror) / frame : null, unit: '%', at_most: 10, note }];
}
