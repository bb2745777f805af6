// A screen that nobody sees: Firefox has WebGL only with one.
import { spawn } from 'node:child_process';

/** Starts a display of its own, on a number that is free.
 * @returns {Promise<{name: string, close: () => void}>} */
export function open_display() {
    const screen = ['-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-displayfd', '3'];
    const child = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const close = () => {
        process.off('exit', close);
        child.kill();
    };
    process.once('exit', close);
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
        child.stdio[3]?.once('data', (number) => resolve({ name: `:${String(number).trim()}`, close }));
    });
}
