import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { faults_in } from '../../tools/structure_check.mjs';

/** A small tree in order. @type {Record<string, string>} */
const good = {
    'core/base/time.h': '#pragma once\n#include <string>\n#include <cstdint>\n',
    'core/domain/case.h': '#pragma once\n#include "core/base/time.h"\n',
    'core/protocol/json.cpp': '#include "core/domain/case.h"\n#include <nlohmann/json.hpp>\n',
    'core/protocol/messages.h': '#pragma once\n',
    'core/ui/ui.h': '#pragma once\n#include "i18n/text.h"\n',
    'core/ui/ui.cpp': '#include "core/ui/ui.h"\n#include <imgui.h>\n',
    'core/screens/effect.h': '#pragma once\n#include "core/domain/case.h"\n',
    'core/screens/track/track.h': '#pragma once\n#include "core/screens/effect.h"\n',
    'core/screens/track/update.cpp': '#include "core/screens/track/track.h"\n',
    'core/screens/track/view.cpp': '#include "core/screens/track/track.h"\n#include "core/ui/ui.h"\n',
    'core/screens/home/home.h': '#pragma once\n',
    'core/app/portal.h': '#pragma once\n',
    'core/app/portal.cpp': '#include "core/protocol/messages.h"\n#include "core/screens/home/home.h"\n',
    'i18n/text.h': '#pragma once\n',
    'i18n/text.cpp': '#include "i18n/text.h"\n#include <unicode/unistr.h>\n',
    'web/main.cpp': '#include <emscripten.h>\n#include "core/ui/ui.h"\n',
    'server/store/store.h': '#pragma once\n#include "core/protocol/messages.h"\n#include <sqlite3.h>\n',
    'server/api/api.h': '#pragma once\n#include "server/store/store.h"\n#include "embedded/city.h"\n',
    'server/http/socket.h': '#pragma once\n#include "server/api/api.h"\n#include <boost/asio.hpp>\n#include <unistd.h>\n',
    'tests/a_tests.cpp': '#include <boost/test/unit_test.hpp>\n#include "core/base/time.h"\n#include <sqlite3.h>\n',
    'tools/run.sh': 'echo ready\n',
};

/** The faults of the good tree with some files changed or added. @param {Record<string, string>} changes */
function faults_with(changes) {
    const root = mkdtempSync(join(tmpdir(), 'structure-'));
    try {
        for (const [path, text] of Object.entries({ ...good, ...changes })) {
            mkdirSync(dirname(join(root, path)), { recursive: true });
            writeFileSync(join(root, path), text);
        }
        return faults_in(root);
    } finally {
        rmSync(root, { recursive: true });
    }
}

test('a tree in order has no faults', () => {
    assert.deepEqual(faults_with({}), []);
});

/** What is wrong, where, the wrong text, and how it is said. @type {[string, string, string, RegExp][]} */
const seeded = [
    ['base that knows domain', 'core/base/wrong.cpp', '#include "core/domain/case.h"\n', /base must not use domain/],
    ['domain that knows protocol', 'core/domain/wrong.cpp', '#include "core/protocol/messages.h"\n', /domain must not use protocol/],
    ['protocol that knows i18n', 'core/protocol/wrong.cpp', '#include "i18n/text.h"\n', /protocol must not use i18n/],
    ['i18n that knows domain', 'i18n/wrong.cpp', '#include "core/domain/case.h"\n', /i18n must not use domain/],
    ['ui that knows domain', 'core/ui/wrong.cpp', '#include "core/domain/case.h"\n', /ui must not use domain/],
    ['screens that know protocol', 'core/screens/wrong.cpp', '#include "core/protocol/messages.h"\n', /screens must not use protocol/],
    ['screens that know app', 'core/screens/wrong.cpp', '#include "core/app/portal.h"\n', /screens must not use app/],
    ['core that knows web', 'core/app/wrong.cpp', '#include "web/main.cpp"\n', /app must not use web/],
    ['core that knows the server', 'core/domain/wrong.cpp', '#include "server/api/api.h"\n', /domain must not use api/],
    ['a server that knows ui', 'server/wrong.cpp', '#include "core/ui/ui.h"\n', /server must not use ui/],
    ['handlers that know sockets', 'server/api/wrong.cpp', '#include "server/http/socket.h"\n', /api must not use http/],
    ['a store that knows handlers', 'server/store/wrong.cpp', '#include "server/api/api.h"\n', /store must not use api/],
    ['a handler that includes Boost', 'server/api/wrong.cpp', '#include <boost/asio.hpp>\n', /api must not include Boost/],
    ['a screen that knows another', 'core/screens/track/wrong.cpp', '#include "core/screens/home/home.h"\n', /track and home must not know each other/],
    ['an update that sees ui', 'core/screens/home/update.cpp', '#include "core/ui/ui.h"\n', /update\.cpp: must not see core\/ui\//],
    ['an update that sees ui through its header', 'core/screens/track/track.h', '#pragma once\n#include "core/ui/ui.h"\n', /track\.h → core\/ui\/ui\.h/],
    ['a view that sees protocol', 'core/screens/home/view.cpp', '#include "core/protocol/messages.h"\n', /view\.cpp: must not see core\/protocol\//],
    ['ICU outside of i18n', 'core/domain/wrong.cpp', '#include <unicode/unistr.h>\n', /domain must not include ICU/],
    ['JSON outside of protocol', 'server/wrong.cpp', '#include <nlohmann/json.hpp>\n', /server must not include nlohmann/],
    ['ImGui outside of ui', 'core/screens/wrong.cpp', '#include "imgui.h"\n', /screens must not include Dear ImGui/],
    ['Emscripten outside of web', 'core/app/wrong.cpp', '#include <emscripten/html5.h>\n', /app must not include Emscripten/],
    ['Boost outside of the server', 'core/base/wrong.cpp', '#include <boost/asio.hpp>\n', /base must not include Boost/],
    ['SQLite outside of the server', 'core/domain/wrong.cpp', '#  include <sqlite3.h>\n', /domain must not include SQLite/],
    ['libsodium outside of the server', 'core/domain/wrong.cpp', '#include <sodium.h>\n', /domain must not include libsodium/],
    ['spdlog outside of the server', 'core/base/wrong.cpp', '#include <spdlog/spdlog.h>\n', /base must not include spdlog/],
    ['the operating system in the core', 'core/base/wrong.cpp', '#include <unistd.h>\n', /base must not include the operating system/],
    ['Boost.Test outside of the tests', 'server/wrong.cpp', '#include <boost/test/unit_test.hpp>\n', /server must not include Boost\.Test/],
    ['a library that nobody knows', 'server/wrong.cpp', '#include <curl/curl.h>\n', /no room is known to hide/],
    ['a path that is not from the top', 'core/domain/wrong.cpp', '#include "case.h"\n', /no path from the top/],
    ['a header without its guard', 'core/base/wrong.h', 'struct Wrong {};\n', /#pragma once/],
    ['something left to be done', 'tools/run.sh', `# ${'TO' + 'DO'}: later\n`, /run\.sh:1: something is left/],
    ['a long file', 'server/wrong.cpp', '\n'.repeat(601), /601 lines/],
];

for (const [what, path, text, said] of seeded) {
    test(`${what} is found`, () => {
        const faults = faults_with({ [path]: text });
        assert.ok(faults.some((fault) => said.test(fault)), faults.join('\n'));
        assert.ok(faults.every((fault) => fault.includes(path.split('/').at(-1) ?? '')), faults.join('\n'));
    });
}

test('a file of 600 lines is not too long', () => {
    assert.deepEqual(faults_with({ 'server/long.cpp': '\n'.repeat(600) }), []);
});
