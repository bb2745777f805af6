// What the browser says about its own work.

/** @typedef {import('playwright-core').Page} Page */

const slow_network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** A slow phone on a slow network. @param {Page} page */
export async function slow_down(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow_network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Bytes on the wire, headers and all. @param {Page} page */
export async function count_bytes(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const count = { bytes: 0, requests: 0 };
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        count.bytes += encodedDataLength;
        count.requests += 1;
    });
    return count;
}

/** Milliseconds of CPU that the page's main thread has used. @param {Page} page */
export async function working_time(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        const value = (/** @type {string} */ name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
        return { task: value('TaskDuration'), script: value('ScriptDuration') };
    };
}
