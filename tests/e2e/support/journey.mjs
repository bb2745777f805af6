// What people do at the portal, page by page, in any language and with any hand.

import { file_field } from './files.mjs';

/** @typedef {import('./person.mjs').Person} Person */
/** @typedef {import('./words.mjs').Language} Language */

/** One matter, as a citizen would write it; those whose language is not here write in English. */
export const stories = {
    en: {
        address: '12 Dongsi North Street',
        description: 'The street lamp in front of the library has been out for two weeks. Please repair it.',
        name: 'Jane O’Hara',
        phone: '+44 20 7946 0958',
        message: 'It is the third lamp from the corner.',
        reply: 'The lamp was replaced on Monday evening.',
        reason: 'The lamp went out again after one night.',
    },
    'zh-Hans': {
        address: '东四北大街12号',
        description: '图书馆门前的路灯已经坏了两个星期，晚上走路很不安全，请尽快维修。',
        name: '王小明',
        phone: '13800138000',
        message: '是从路口数起的第三盏灯。',
        reply: '路灯已于周一晚上更换。',
        reason: '修好后只亮了一个晚上，又坏了。',
    },
    ar: {
        address: 'شارع دونغسي الشمالي، رقم 12',
        description: 'مصباح الشارع أمام المكتبة مطفأ منذ أسبوعين، والمشي ليلاً غير آمن. أرجو إصلاحه.',
        name: 'سلمى حداد',
        phone: '+20 2 2735 0000',
        message: 'إنه المصباح الثالث من الزاوية.',
        reply: 'استُبدل المصباح مساء يوم الإثنين.',
        reason: 'انطفأ المصباح مرة أخرى بعد ليلة واحدة.',
    },
};

/** @param {Person} person */
export const story_of = (person) => /** @type {Record<string, typeof stories.en>} */ (stories)[person.language] ?? stories.en;

/** The pages of a submission in their order: the heading's key, and how it is filled in. */
export const submit_pages = [
    {
        path: '/submit',
        title: 'submit.nature.title',
        /** @param {Person} person */
        fill: (person) => person.chooses(person.t('nature.complaint.label')),
    },
    {
        path: '/submit/category',
        title: 'submit.category.title',
        /** @param {Person} person */
        fill: async (person) => {
            await person.chooses(person.t('category.environment.label'));
            await person.chooses(person.t('category.environment.noise.label'));
        },
    },
    {
        path: '/submit/place',
        title: 'submit.place.title',
        /** @param {Person} person */
        fill: async (person) => {
            await person.selects(person.t('submit.district.label'), person.t('district.dongcheng.label'));
            await person.types(person.t('submit.address.label'), story_of(person).address);
        },
    },
    {
        path: '/submit/description',
        title: 'submit.description.title',
        /** @param {Person} person */
        fill: (person) => person.types(person.t('submit.description.label'), story_of(person).description),
    },
    {
        path: '/submit/contact',
        title: 'submit.contact.title',
        /** @param {Person} person */
        fill: async (person) => {
            await person.chooses(person.t('visibility.confidential.label'));
            await person.types(person.t('submit.contact.name.label'), story_of(person).name);
            await person.types(person.t('submit.contact.phone.label'), story_of(person).phone);
        },
    },
];

/** From the first page to "Check your answers". @param {Person} person @param {import('./files.mjs').Chosen} [file] */
export async function fills_in_everything(person, file) {
    for (const page of submit_pages) {
        await person.reads_heading(person.t(page.title));
        await page.fill(person);
        if (file && page.path === '/submit/description') await file_field(person).setInputFiles(file);
        await person.clicks(person.t('submit.continue'));
    }
    await person.reads_heading(person.t('submit.check.title'));
}

/** @param {Person} person */
export const presses_send = (person) => person.clicks(person.t('submit.send'));

/** Number and access code as the receipt shows them. @param {Person} person */
export async function reads_receipt(person) {
    await person.reads_heading(person.t('receipt.title'));
    const text = await person.page.getByRole('main').innerText();
    const number = /HY\d{8}-\d{6,}-[0-9A-Z]/.exec(text)?.[0];
    const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(text)?.[0];
    if (!number || !code) throw new Error(`no number or no code in:\n${text}`);
    return { number, code };
}

/** @param {Person} person */
export async function submits(person) {
    await person.opens('/submit');
    await fills_in_everything(person);
    await presses_send(person);
    return reads_receipt(person);
}

/** @param {Person} person @param {{number: string, code: string}} receipt */
export async function tracks(person, { number, code }) {
    await person.opens('/track');
    await person.types(person.t('track.number.label'), number);
    await person.types(person.t('track.access_code.label'), code);
    await person.clicks(person.t('track.open'));
}

/** With "no" to "is it resolved?", which offers to reopen: with the reason. @param {Person} person */
export async function gives_feedback_and_reopens(person) {
    await person.clicks(person.t('case.feedback.give'));
    await person.reads_heading(person.t('feedback.title'));
    await person.chooses(person.t('contacted.yes.label'), person.t('contacted.question'));
    await person.chooses(person.t('resolved.no.label'), person.t('resolved.question'));
    await person.chooses(person.t('feedback.reopen.yes'));
    await person.types(person.t('feedback.reason.label'), story_of(person).reason);
    await person.chooses(person.t('satisfaction.dissatisfied.label'), person.t('satisfaction.question'));
    await person.clicks(person.t('feedback.send'));
}

/** All that staff do until the citizen has a reply.
 * @param {import('./server.mjs').Server} server @param {string} number @param {string} reply
 * @param {string[]} options what else `case step` is told of the reply */
export async function staff_reply(server, number, reply, ...options) {
    await server.step(number, 'dispatch', '--unit', responsible_unit);
    await server.step(number, 'contact');
    await server.step(number, 'handle', '--note', '已到现场查看。');
    await server.step(number, 'reply', '--outcome', 'resolved', '--text', reply, ...options);
}

export const responsible_unit = '路灯管理所';
