// docs/huiyin.service as it stands: systemd takes it, and what it takes away from the server is a lot.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { in_repository, server_program } from '../e2e/support/repository.mjs';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-service-'));
after(() => rmSync(folder, { recursive: true }));

const unit = readFileSync(in_repository('docs/huiyin.service'), 'utf8');
const nginx = readFileSync(in_repository('docs/nginx.conf'), 'utf8');

/** What systemd says of a unit, with the program of this build. @param {string[]} words @param {string} text */
function systemd_says(words, text) {
    const file = join(folder, 'huiyin.service');
    writeFileSync(file, text.replace('/usr/local/bin/huiyin serve', `${server_program} serve`));
    return spawnSync('systemd-analyze', [...words, file], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', SYSTEMD_PAGER: '' } });
}

/** The exposure may be 1.0 of 10 at most. */
const measured = ['security', '--offline=true', '--threshold=10'];

test('systemd takes the unit without a complaint', () => {
    const { status, stderr } = systemd_says(['verify'], unit);
    assert.deepEqual([status, stderr], [0, '']);
    assert.notEqual(systemd_says(['verify'], unit.replace('ProtectSystem=', 'ProtectSystems=')).stderr, '');
});

test('by the measure of systemd the server can do hardly anything but its work', () => {
    assert.equal(systemd_says(measured, unit).status, 0);
    for (const line of ['User=huiyin\n', 'NoNewPrivileges=yes\n', 'SystemCallFilter=@system-service\n', 'ProtectSystem=strict\n', 'PrivateNetwork=yes\n', 'RestrictAddressFamilies=AF_UNIX\n'])
        assert.ok(unit.includes(line), line);
    const open = unit.replaceAll(/^(NoNewPrivileges|SystemCallFilter|RestrictAddressFamilies|PrivateNetwork|CapabilityBoundingSet)=.*$/gm, '');
    assert.equal(systemd_says(measured, open).status, 1);
});

test('the secret is sealed, and neither core files nor swap have it', () => {
    for (const line of ['LoadCredentialEncrypted=huiyin-secret:', 'LimitCORE=0\n', 'MemorySwapMax=0\n', 'StateDirectoryMode=0700\n']) assert.ok(unit.includes(line), line);
});

test('the log goes where the server can only add to it', () => {
    assert.ok(unit.includes('StandardError=journal\n') && unit.includes('StandardOutput=journal\n'));
    assert.ok(!/--log/.test(unit.split('[Service]')[1]), 'to the standard error, as the server does when nothing else is said');
});

test('the proxy asks where the server listens', () => {
    const path = /--listen (\S+)/.exec(unit)?.[1];
    assert.ok(path?.startsWith('/run/huiyin/') && unit.includes('RuntimeDirectory=huiyin\n'));
    assert.match(nginx, new RegExp(`server unix:${path};`));
});

test('the server knows every option that the unit gives it', () => {
    const { stdout } = spawnSync(server_program, ['serve', '--help'], { encoding: 'utf8' });
    const options = /^ExecStart=(.*)$/m.exec(unit)?.[1].match(/--\w+/g) ?? [];
    assert.ok(options.length > 2);
    for (const option of options) assert.ok(stdout.includes(option), option);
});
