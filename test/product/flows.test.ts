import { describe, expect, test } from 'vitest';
import { flowSchema, parseFlow, playScenarios, readFlows } from '../../src/product/flows.ts';
import { writeTree } from '../content/tree.ts';

const head = 'title: A message did not arrive\n';
const flow = `${head}questions:
  log:
    question: What does the log say?
    answers:
      - { answer: { en: Bounced, pl: Odbita }, to: domain }
      - { answer: Suppressed, to: suppressed }
  domain:
    question: Is the domain verified?
    answers: [{ answer: 'No', to: dns }, { answer: 'Yes', to: person }]
outcomes:
  suppressed: { title: It is on the list, page: list.md }
  dns: { title: A record is missing, action: { label: Open the domains, to: 'https://app.postwing.example/domains' } }
  person: { title: This needs a look, contact: true }
`;
const parse = (text: string) => parseFlow(text, 'content/fix/lost.yaml');
const without = (text: string, by = '') => flow.replace(text, by);

test('a flow is read in the order of its file', () => {
  const { id, questions, outcomes } = parse(flow);
  expect(id).toBe('lost');
  expect(questions.map((each) => each.id)).toEqual(['log', 'domain']);
  expect(outcomes.map((each) => each.id)).toEqual(['suppressed', 'dns', 'person']);
});

describe('what would leave a reader alone ends the build, with its place', () => {
  test.each([
    ['an outcome that is missing', without('to: dns', 'to: dnss'), /^content\/fix\/lost\.yaml:10:35: the answer “No” leads to “dnss”, which is no question and no outcome\. Did you mean “dns”\?$/],
    ['questions that go round', without("{ answer: 'Yes', to: person }", "{ answer: 'Yes', to: person }, { answer: Later, to: log }"), /^content\/fix\/lost\.yaml:10:\d+: the questions go round: “log” → “domain” → “log”\.$/],
    ['a question that leads to itself', without("'No', to: dns }", "'No', to: dns }, { answer: Again, to: domain }"), /the questions go round: “domain” → “domain”/],
    ['an outcome without a way on', without(', page: list.md'), /^content\/fix\/lost\.yaml:12:3: the outcome “suppressed” is a dead end: give it a page, an action or a contact\.$/],
    ['an outcome that nothing leads to', `${flow}  lost: { title: Nobody comes here, contact: true }\n`, /^content\/fix\/lost\.yaml:15:3: no answer leads to “lost”\.$/],
    ['a question without answers', without("[{ answer: 'No', to: dns }, { answer: 'Yes', to: person }]", '[]'), /a question has answers/],
    ['a flow without questions', `${head}questions: {}\noutcomes: {}\n`, /a flow begins with a question/],
    ['an outcome named like a question', without('  person: {', '  log: { title: Twice, contact: true }\n  person: {'), /“log” is a question already/],
    ['a key that is none', without('page: list.md', 'pages: list.md'), /Did you mean “page”\?/],
    ['an action that leads nowhere', without("'https://app.postwing.example/domains'", "'javascript:alert(1)'"), /is no address/],
  ])('%s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

describe('scenarios', () => {
  const play = (text: string) => playScenarios(parse(flow), text, 'content/fix/lost.scenarios.yaml');

  test('answers in any language lead to their outcome', () => {
    expect(() => play("scenarios:\n  - { answers: [Odbita, 'No'], outcome: dns }\n  - { answers: [Suppressed], outcome: suppressed }\n")).not.toThrow();
  });

  test.each([
    ['another outcome', "scenarios:\n  - { answers: [Bounced, 'Yes'], outcome: dns }\n", 'content/fix/lost.scenarios.yaml:2:43: these answers lead to “person”, not to “dns”.'],
    ['a question in place of an outcome', 'scenarios:\n  - { answers: [Bounced], outcome: dns }\n', 'these answers lead to “domain”, not to “dns”.'],
    ['an answer that there is not', 'scenarios:\n  - { answers: [Bounce], outcome: dns }\n', ':2:17: the question “log” has no answer “Bounce”. Did you mean “Bounced”?'],
    ['more answers than questions', "scenarios:\n  - { answers: [Suppressed, 'Yes'], outcome: suppressed }\n", '“suppressed” is the outcome already, and asks nothing more.'],
  ])('%s fails', (_, text, message) => {
    expect(() => play(text)).toThrow(message);
  });
});

test('flows and the scenarios beside them are read from the folder; a tree without one has none', () => {
  const folder = writeTree({ 'fix/lost.yaml': flow, 'fix/lost.scenarios.yaml': "scenarios: [{ answers: [Bounced, 'No'], outcome: person }]\n" });
  expect(() => readFlows(folder)).toThrow('these answers lead to “dns”, not to “person”');
  expect(readFlows(writeTree({ 'a.md': '# A\n' }))).toEqual([]);
});

test('the JSON Schema of a flow is the one that the package ships', async () => {
  await expect(`${JSON.stringify(flowSchema(), null, 2)}\n`).toMatchFileSnapshot('../../src/schema/flow.json');
});
