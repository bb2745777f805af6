import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults_of } from '../../tools/openapi_lint.mjs';

const good = `
openapi: 3.1.0
info: { title: A service, version: '1' }
paths:
  /things/{number}:
    get:
      operationId: read_thing
      summary: Reads a thing
      parameters: [{ $ref: '#/components/parameters/Number' }]
      responses:
        '200': { description: The thing, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        '404': { description: There is none, content: { application/problem+json: { schema: { type: object } } } }
components:
  parameters:
    Number: { name: number, in: path, required: true, schema: { type: string } }
  schemas:
    Thing: { type: object, properties: { name: { type: string } } }
`;

test('a description in order has no faults', async () => {
    assert.deepEqual(await faults_of(good), []);
});

for (const [what, from, to, fault] of [
    ['another version', 'openapi: 3.1.0', 'openapi: 3.0.3', /3\.1/],
    ['a field that OpenAPI does not know', 'summary:', 'sumary:', /./],
    ['a reference to nothing', "schemas/Thing'", "schemas/Nothing'", /Nothing/],
    ['a part that nothing uses', '  schemas:\n', '  schemas:\n    Spare: { type: string }\n', /Spare is not used/],
    ['a missing summary', '      summary: Reads a thing\n', '', /no summary/],
    ['a missing operationId', '      operationId: read_thing\n', '', /no operationId/],
    ['an undeclared path parameter', '/things/{number}', '/things/{number}/{part}', /does not declare \{part\}/],
    ['a declared parameter that the path lacks', '/things/{number}', '/things', /which its path lacks/],
    ['an error that is not a problem document', 'application/problem+json', 'application/json', /without application\/problem/],
    ['a schema that is none', '{ name: { type: string } } }', '{ name: { type: strnig } } }', /no JSON Schema/],
]) {
    test(`${what} is found`, async () => {
        const text = good.replace(/** @type {string} */ (from), /** @type {string} */ (to));
        assert.notEqual(text, good);
        const faults = await faults_of(text);
        assert.match(faults.join('\n'), /** @type {RegExp} */ (fault));
    });
}
