import { noteAnswer, notePage } from './journey.ts';

// What every page does: it remembers that it was read, and which answer led on from it.

notePage(document.querySelector('h1')?.textContent?.trim() ?? document.title, location.pathname);

for (const answers of document.querySelectorAll<HTMLElement>('.waymark-answers[data-question]')) {
  answers.addEventListener('click', ({ target }) => {
    const answer = (target as Element).closest<HTMLElement>('[data-answer]')?.dataset['answer'];
    if (answer !== undefined) noteAnswer(answers.dataset['question']!, answer);
  });
}
