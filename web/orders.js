/** As web/orders.h names them. */
const OrderKind = {
  End: 0,
  Fetch: 1,
  Keep: 2,
  Visit: 3,
  FocusNode: 4,
  Say: 5,
  CopyText: 6,
  LoadLanguage: 7,
  Wake: 8,
  ShowPlain: 9,
  KeepDraft: 10,
  DropDraft: 11,
  DropAllDrafts: 12,
  UseDraft: 13,
  SendWaiting: 14,
  TakeVersion: 15,
  SaveFile: 16,
  PrintPage: 17,
  SendFile: 30,
  DropFile: 31,
  FetchFile: 32,
  LeaveFile: 33,
};

/**
 * Who carries the orders out.
 * @typedef {object} Shell
 * @property {(id: string, question: import('./fetch.js').Question) => void} fetch
 * @property {(name: string, text: string | null) => void} keep
 * @property {(url: string, isNew: boolean) => void} visit
 * @property {(id: string) => void} focus
 * @property {(words: string, isAssertive: boolean) => void} say
 * @property {(text: string) => void} copy
 * @property {(tag: string) => void} loadLanguage
 * @property {(at: number) => void} wake
 * @property {(isPlain: boolean) => void} showPlain
 * @property {(id: string, content: import('./vault.js').Ordered) => void} keepDraft
 * @property {(id: string) => void} dropDraft
 * @property {() => void} dropAllDrafts
 * @property {(id: string) => void} useDraft
 * @property {() => void} sendWaiting
 * @property {() => void} takeVersion
 * @property {(name: string, text: string) => void} saveFile
 * @property {() => void} printPage
 * @property {(id: string, name: string, wishes: import('./files.js').Wishes, former: string) => void} sendFile
 * @property {(id: string) => void} dropFile
 * @property {(id: string) => void} leaveFile
 * @property {(question: import('./fetch.js').Question, name: string) => void} fetchFile
 */

/** @param {import('./wire.js').WireReader} reader */
function readHeaders(reader) {
  /** @type {[string, string][]} */
  const headers = [];
  for (let left = reader.number(); left > 0; --left) headers.push([reader.text(), reader.text()]);
  return headers;
}

/**
 * @param {import('./wire.js').WireReader} reader
 * @returns {import('./fetch.js').Question}
 */
function readRequest(reader) {
  const [method, target] = [reader.text(), reader.text()];
  const headers = readHeaders(reader);
  return { method, target, headers, body: reader.text(), timeoutMs: 20_000 };
}

/**
 * @param {import('./wire.js').WireReader} reader
 * @returns {import('./fetch.js').Answer}
 */
function readAnswer(reader) {
  return { status: reader.number(), headers: [], body: reader.text() };
}

/**
 * @param {import('./wire.js').WireReader} reader
 * @returns {import('./fetch.js').Question}
 */
function readQuestion(reader) {
  return { ...readRequest(reader), timeoutMs: reader.number() };
}

/**
 * Reads the orders section of a frame. What is returned carries them out, later, because it may call the program and
 * so end the life of what the reader reads.
 * @param {import('./wire.js').WireReader} reader
 * @param {Shell} shell
 * @returns {(() => void)[]}
 */
export function readOrders(reader, shell) {
  const orders = [];
  for (let kind = reader.byte(); kind !== OrderKind.End; kind = reader.byte()) orders.push(readOrder(kind, reader, shell));
  return orders;
}

/**
 * @param {number} kind
 * @param {import('./wire.js').WireReader} reader
 * @param {Shell} shell
 * @returns {() => void}
 */
function readOrder(kind, reader, shell) {
  switch (kind) {
    case OrderKind.Fetch: {
      const [id, question] = [reader.text(), readQuestion(reader)];
      return () => shell.fetch(id, question);
    }
    case OrderKind.Keep: {
      const [name, isThere, text] = [reader.text(), reader.flag(), reader.text()];
      return () => shell.keep(name, isThere ? text : null);
    }
    case OrderKind.Visit: {
      const [url, isNew] = [reader.text(), reader.flag()];
      return () => shell.visit(url, isNew);
    }
    case OrderKind.FocusNode: {
      const id = reader.text();
      return () => shell.focus(id);
    }
    case OrderKind.Say: {
      const [words, isAssertive] = [reader.text(), reader.flag()];
      return () => shell.say(words, isAssertive);
    }
    case OrderKind.CopyText: {
      const text = reader.text();
      return () => shell.copy(text);
    }
    case OrderKind.LoadLanguage: {
      const tag = reader.text();
      return () => shell.loadLanguage(tag);
    }
    case OrderKind.Wake: {
      const at = reader.moment();
      return () => shell.wake(at);
    }
    case OrderKind.ShowPlain: {
      const isPlain = reader.flag();
      return () => shell.showPlain(isPlain);
    }
    case OrderKind.KeepDraft: {
      const [id, text] = [reader.text(), reader.text()];
      const request = reader.flag() ? readRequest(reader) : undefined;
      const answer = reader.flag() ? readAnswer(reader) : undefined;
      return () => shell.keepDraft(id, { text, ...(request && { request }), ...(answer && { answer }) });
    }
    case OrderKind.DropDraft: {
      const id = reader.text();
      return () => shell.dropDraft(id);
    }
    case OrderKind.DropAllDrafts:
      return () => shell.dropAllDrafts();
    case OrderKind.UseDraft: {
      const id = reader.text();
      return () => shell.useDraft(id);
    }
    case OrderKind.SendWaiting:
      return () => shell.sendWaiting();
    case OrderKind.TakeVersion:
      return () => shell.takeVersion();
    case OrderKind.SaveFile: {
      const [name, text] = [reader.text(), reader.text()];
      return () => shell.saveFile(name, text);
    }
    case OrderKind.PrintPage:
      return () => shell.printPage();
    case OrderKind.SendFile: {
      const [id, name] = [reader.text(), reader.text()];
      const wishes = { isShrunk: reader.flag(), keepsMetadata: reader.flag() };
      const former = reader.text();
      return () => shell.sendFile(id, name, wishes, former);
    }
    case OrderKind.DropFile: {
      const id = reader.text();
      return () => shell.dropFile(id);
    }
    case OrderKind.LeaveFile: {
      const id = reader.text();
      return () => shell.leaveFile(id);
    }
    case OrderKind.FetchFile: {
      const [question, name] = [readRequest(reader), reader.text()];
      return () => shell.fetchFile(question, name);
    }
    default:
      throw new Error(`Unknown order ${kind}`);
  }
}
