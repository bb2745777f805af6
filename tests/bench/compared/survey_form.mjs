// The fields of plain.html as SurveyJS makes them.
import 'survey-core/survey-core.fontless.min.css';
import { Model } from 'survey-core';
import 'survey-js-ui';

const survey = new Model({
    title: 'Submit a case',
    elements: [
        {
            type: 'radiogroup',
            name: 'nature',
            title: 'What is it about?',
            choices: ['A complaint', 'A request for help', 'A question', 'A suggestion', 'Praise'],
        },
        { type: 'dropdown', name: 'category', title: 'Category', choices: ['Environment', 'Housing', 'Traffic'] },
        { type: 'dropdown', name: 'district', title: 'District', choices: ['Dongcheng', 'Xicheng', 'Haidian'] },
        { type: 'text', name: 'address', title: 'Address', autocomplete: 'street-address' },
        { type: 'comment', name: 'description', title: 'What happened?', rows: 8, maxLength: 4000 },
        { type: 'text', name: 'name', title: 'Name', autocomplete: 'name' },
        { type: 'text', name: 'phone', title: 'Phone number', inputType: 'tel', autocomplete: 'tel' },
        { type: 'text', name: 'email', title: 'E-mail address', inputType: 'email', autocomplete: 'email' },
    ],
});
/** @type {any} */ (survey).render(document.getElementById('form'));
