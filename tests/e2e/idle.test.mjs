// Nothing changes, nothing is drawn.
import assert from 'node:assert/strict';
import { count_drawing, drawing } from './support/drawing.mjs';
import { portal_tests } from './support/portal_tests.mjs';
import { comes_to_rest } from './support/rest.mjs';

const portal_test = portal_tests();

for (const path of ['/', '/submit/description', '/track']) {
    portal_test(
        `nothing is drawn in five idle seconds at ${path}`,
        { size: 'phone', before: count_drawing },
        async ({ person, page }) => {
            await person.opens(path);
            const at_start = await drawing(page);
            assert.ok(at_start.draws > 0, 'the portal has drawn on its canvas');
            await comes_to_rest(page);
            const settled = await drawing(page);
            // Real time: the browser's own idleness is what is measured.
            await page.waitForTimeout(5_000);
            assert.deepEqual(await drawing(page), settled);
        },
    );
}
